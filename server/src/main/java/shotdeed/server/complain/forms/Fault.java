package shotdeed.server.complain.forms;

import java.util.List;

/**
 * Why a form may not take a file.
 *
 * @param code names the words, {@code forms.fault.CODE}
 * @param sure whether the marketplace's own rule says so; otherwise it states none, and ours is a cautious one
 * @param values fill the places of the words
 */
public record Fault(String code, boolean sure, List<Object> values) {
  static Fault of(String code, boolean sure, Object... values) {
    return new Fault(code, sure, List.of(values));
  }
}
