package shotdeed.server.certify;

import java.util.Locale;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** By what right the seller holds a photograph. */
public enum Basis {
  OWN,
  EMPLOYEE,
  COMMISSIONED,
  LICENSED,
  AI_MADE;

  /** As written in messages and stored. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads {@link #text}; nothing said means {@link #OWN}. */
  public static Basis of(String text) {
    if (text == null || text.isBlank()) {
      return OWN;
    }
    for (Basis basis : values()) {
      if (basis.text().equals(text)) {
        return basis;
      }
    }
    throw new Refused(Errors.FIELD_INVALID, "basis", "own, employee, commissioned, licensed or ai-made")
        .with("field", "basis");
  }
}
