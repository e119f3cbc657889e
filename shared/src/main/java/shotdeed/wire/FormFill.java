package shotdeed.wire;

import java.util.List;

/**
 * A marketplace's form for a complaint, with what goes into each of its fields: all of one part, as many listings as the
 * form takes at a time.
 *
 * @param complaint its number
 * @param form which marketplace's, such as {@code taobao}
 * @param formName what people call it
 * @param entry the https address where the form stands; {@code null} where there is none, such as for an e-mail
 * @param hosts the only names of hosts on which it may be filled in; a name stands for itself and no other
 * @param lodger who may lodge it, in words
 * @param lodgerMayBeOther whether that may be another account than the one of the person who asks
 * @param language of the values: the one that those who decide there read; BCP 47
 * @param part 1 for the first
 * @param parts how many forms the complaint takes
 * @param perLinks listings that one form takes
 * @param fields in the form's order
 * @param files its places for files
 * @param warnings sentences that the person should read first
 * @param mail the same as an e-mail, or {@code null} if the marketplace takes none
 * @param submitted what was recorded of this part, or {@code null}
 */
public record FormFill(
    int complaint,
    String form,
    String formName,
    String entry,
    List<String> hosts,
    String lodger,
    boolean lodgerMayBeOther,
    String language,
    int part,
    int parts,
    int perLinks,
    List<Field> fields,
    List<Files> files,
    List<String> warnings,
    Mail mail,
    Submitted submitted) {
  /**
   * A field of the form.
   *
   * @param id stable, of small letters, digits and hyphens; a copy of what was sent names it
   * @param label in the language of whoever asks
   * @param value what goes into it; of a choice its text, of a tick {@code yes}; empty if it is not known
   * @param kind {@code text}, {@code long}, {@code links} (an address a line), {@code choice}, {@code tick} or
   *     {@code date}
   * @param required whether the form is refused without it
   * @param max characters that it takes, or {@code null} if nobody says
   * @param over characters too many; 0 if it fits
   * @param missing whether it is required and its value is not known
   * @param hint what the person should know or do, in their language; may be empty
   * @param find words by which a script may know the field on the page: its label, name, id or placeholder, in lower
   *     case
   */
  public record Field(
      String id,
      String label,
      String value,
      String kind,
      boolean required,
      Integer max,
      int over,
      boolean missing,
      String hint,
      List<String> find) {}

  /**
   * A place for files.
   *
   * @param slot stable
   * @param name in the language of whoever asks
   * @param count files that are ready for it
   * @param address of the console's page that hands them out
   */
  public record Files(String slot, String name, int count, String address) {}

  /** The whole as an e-mail, in plain text. */
  public record Mail(String to, String subject, String body) {}

  /**
   * That a part was submitted.
   *
   * @param caseNumber the marketplace's, or {@code null}
   * @param confirmation the marketplace's words, or the number of an e-mail; {@code null} if there is a case number
   * @param at ISO 8601 in UTC
   * @param by name of the person
   */
  public record Submitted(String caseNumber, String confirmation, String at, String by) {}
}
