package shotdeed.server.triage;

import java.util.Locale;
import shotdeed.model.SightingState;

/** What can be decided about a finding. */
public enum Kind {
  COPY(SightingState.CONFIRMED, "finding.copy"),
  LICENSED(SightingState.LICENSED, "finding.licensed"),
  OWN(SightingState.OWN, "finding.own"),
  NOT_A_COPY(SightingState.NOT_A_COPY, "finding.not-a-copy"),
  LATER(SightingState.NEW, "finding.later"),
  NEW(SightingState.NEW, "finding.new");

  private final SightingState to;
  private final String action;

  Kind(SightingState to, String action) {
    this.to = to;
    this.action = action;
  }

  /** As it goes on record. */
  String action() {
    return action;
  }

  /** Where a finding stands after it. */
  public SightingState to() {
    return to;
  }

  /** As stored and sent. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads {@link #text()}; {@code null} if there is none of this name. */
  public static Kind of(String text) {
    for (Kind kind : values()) {
      if (kind.text().equals(text)) {
        return kind;
      }
    }
    return null;
  }
}
