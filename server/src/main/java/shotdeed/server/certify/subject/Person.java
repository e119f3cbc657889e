package shotdeed.server.certify.subject;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import shotdeed.server.platform.Fields;

/** Whether a person is in a photograph: marketplaces treat pictures of models apart. */
public enum Person {
  YES,
  NO,
  UNKNOWN;

  /** As stored and sent. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what was stored or sent.
   *
   * @throws shotdeed.server.platform.Refused if it is none of them
   */
  public static Person of(String text) {
    for (Person person : values()) {
      if (person.text().equals(text)) {
        return person;
      }
    }
    throw Fields.invalid(
        "person", "one of " + Arrays.stream(values()).map(Person::text).collect(Collectors.joining(", ")));
  }
}
