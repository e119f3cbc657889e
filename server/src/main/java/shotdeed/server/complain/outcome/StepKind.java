package shotdeed.server.complain.outcome;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import shotdeed.model.ComplaintState;

/** What may happen to a complaint once it is lodged. */
public enum StepKind {
  /** The marketplace's case number was recorded. */
  SUBMITTED(),
  /** The accused was asked for evidence. */
  EVIDENCE_PERIOD(ComplaintState.SUBMITTED),
  /** The marketplace decided, or the complaint was taken back. */
  OUTCOME(ComplaintState.SUBMITTED, ComplaintState.EVIDENCE_PERIOD, ComplaintState.APPEALED),
  /** One side appealed. */
  APPEAL(ComplaintState.UPHELD, ComplaintState.DISMISSED),
  /** The accused declared that they may use the picture. */
  COUNTER_NOTICE(ComplaintState.SUBMITTED, ComplaintState.EVIDENCE_PERIOD, ComplaintState.UPHELD),
  /** Nothing more can come. */
  FINAL(ComplaintState.UPHELD, ComplaintState.DISMISSED, ComplaintState.APPEALED),
  /** The step before was recorded by mistake. */
  UNDO();

  private final Set<ComplaintState> from;

  StepKind(ComplaintState... from) {
    this.from = Set.of(from);
  }

  /** As stored and sent. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a person may record it of a complaint in this state. */
  public boolean follows(ComplaintState state) {
    return from.contains(state);
  }

  /** Reads {@link #text()}; {@code null} if it is none that a person records. */
  public static StepKind of(String text) {
    return Arrays.stream(values())
        .filter(kind -> !kind.from.isEmpty() && kind.text().equals(text))
        .findFirst()
        .orElse(null);
  }

  /** Reads {@link #text()}. */
  static StepKind stored(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
