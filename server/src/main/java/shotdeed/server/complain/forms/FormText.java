package shotdeed.server.complain.forms;

import java.util.List;
import java.util.Map;
import shotdeed.server.platform.Language;

/**
 * What is written into a marketplace's form, as data.
 *
 * @param hosts the only names of hosts on which the form may be filled in
 * @param entryAt where the marketplace has a form for each of its sites: its address, with <code>{host}</code> for the
 *     site's; {@code null} if it has one for all
 * @param lodger who may lodge; words under {@code fields.lodger.CODE}
 * @param mail how it takes complaints by e-mail, or {@code null}
 * @param fields in the form's order
 */
public record FormText(
    Figure<List<String>> hosts, Figure<String> entryAt, Figure<String> lodger, Mail mail, List<Field> fields) {
  /** Those who may lodge. */
  static final List<String> LODGERS =
      List.of("account", "main-account", "complaint-account", "holder", "holder-or-agent", "unknown");

  /** What a field takes. */
  static final List<String> KINDS = List.of("text", "long", "links", "choice", "tick", "date");

  /**
   * A field.
   *
   * @param label by language
   * @param kind one of {@link #KINDS}
   * @param filling where its value comes from
   * @param fixed by language, for {@link Filling#FIXED} alone: the choice's text, or what is declared with a tick; else
   *     {@code null}
   * @param required whether the form is refused without it
   * @param max characters that it takes; the value is {@code null} where nobody says
   * @param find words by which a script may know it on the page, in lower case
   */
  public record Field(
      String id,
      Map<String, String> label,
      String kind,
      String filling,
      Map<String, String> fixed,
      Figure<Boolean> required,
      Figure<Integer> max,
      List<String> find) {
    /** What it is called in a language. */
    public String label(Language in) {
      return label.get(in.tag());
    }

    /** What is always said there, in a language; empty if its value comes from the complaint. */
    public String fixed(Language in) {
      return fixed == null ? "" : fixed.get(in.tag());
    }

    /** Where its value comes from. */
    public Filling source() {
      return Filling.of(filling);
    }

    /** Whether it is ticked. */
    public boolean ticked() {
      return kind.equals("tick");
    }
  }

  /**
   * Complaints by e-mail.
   *
   * @param to address
   * @param subject by language
   * @param files whether files with it are welcome; the value is {@code null} where nobody says
   */
  public record Mail(Figure<String> to, Map<String, String> subject, Figure<Boolean> files) {}

  /** The field of an id, or {@code null}. */
  public Field field(String id) {
    return fields.stream().filter(field -> field.id().equals(id)).findFirst().orElse(null);
  }

  /** Whether only the main account of a seller lodges there. */
  public boolean mainAccountOnly() {
    return lodger.value().equals("main-account");
  }
}
