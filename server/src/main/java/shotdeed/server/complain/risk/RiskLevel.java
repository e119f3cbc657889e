package shotdeed.server.complain.risk;

import java.util.Locale;

/** How much something speaks against a complaint, the least first. */
public enum RiskLevel {
  /** Nothing; said so that it is known. */
  NONE,
  /** Worth knowing before the click. */
  NOTE,
  /** Only with a reason that the seller states. */
  REASON,
  /** Not at all. */
  BLOCKED;

  /** As sent. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
