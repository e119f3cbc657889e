package shotdeed.server.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that is not carried out, for a reason the client is told. Nothing was changed unless the reason says so.
 */
public final class Refused extends RuntimeException {
  private final Errors error;
  private final List<Object> values;
  private final Map<String, Object> members = new LinkedHashMap<>();

  /**
   * @param values fill the places {0}, {1} … of the error's words
   */
  public Refused(Errors error, Object... values) {
    super(error.code() + (values.length == 0 ? "" : " " + List.of(values)), null, false, false);
    this.error = error;
    this.values = List.of(values);
  }

  /** Adds a member for programs to the problem, beside the standard ones. */
  public Refused with(String name, Object value) {
    members.put(name, value);
    return this;
  }

  public Errors error() {
    return error;
  }

  /** Fill the places of the error's words. */
  public List<Object> values() {
    return values;
  }

  /** For programs, beside the standard members. */
  public Map<String, Object> members() {
    return members;
  }

  /** The title in a language. */
  public String title(Texts texts) {
    return texts.get(error.titleKey(), values.toArray());
  }

  /** The detail in a language. */
  public String detail(Texts texts) {
    return texts.get(error.detailKey(), values.toArray());
  }
}
