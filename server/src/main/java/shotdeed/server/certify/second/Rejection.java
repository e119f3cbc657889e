package shotdeed.server.certify.second;

import java.util.Locale;
import shotdeed.server.platform.Fields;

/** Why a reviewer rejects a photograph: the words are {@code refusal.review-…}, each with what to do about it. */
public enum Rejection {
  NOT_OWN,
  PUBLISHED_BEFORE,
  TEXT_OR_LOGO,
  COLLAGE,
  NO_GOODS,
  TOO_SIMPLE,
  NOT_ELIGIBLE,
  OTHER;

  /** As stored and sent, such as {@code review-not-own}. */
  public String code() {
    return "review-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads {@link #code}.
   *
   * @throws shotdeed.server.platform.Refused if it is none
   */
  public static Rejection of(String code) {
    for (Rejection each : values()) {
      if (each.code().equals(code)) {
        return each;
      }
    }
    throw Fields.invalid("because", "one of the reasons");
  }
}
