package shotdeed.server.monitor.library;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import shotdeed.server.certify.Step;

/**
 * A step that many certificates are to take.
 *
 * @param total certificates of the seller's on the list
 * @param strangers numbers that were asked for and are none of the seller's
 * @param query the part of the list's address after the question mark, to go back to; may be empty
 * @param undoOf the earlier one that it takes back, or 0
 * @param undoneBy the later one that takes it back, or 0
 * @param endedAt {@code null} while it is at work
 * @param moved how many have taken the step
 * @param left those that could not, by why
 */
public record Bulk(
    int id,
    int seller,
    int account,
    Step step,
    int total,
    int strangers,
    String query,
    int undoOf,
    int undoneBy,
    Instant askedAt,
    Instant endedAt,
    int moved,
    List<Left> left) {
  /**
   * Certificates that were left as they are.
   *
   * @param state where they stood, as text
   * @param first number of one of them
   */
  public record Left(String state, int count, int first) {}

  /** Name of the step, as {@link BulkSteps#step} reads it. */
  public String name() {
    return step.name().toLowerCase(Locale.ROOT);
  }

  /** Whether all was tried. */
  public boolean ended() {
    return endedAt != null;
  }

  /** How many were left as they are, strangers not counted. */
  public int leftCount() {
    return left.stream().mapToInt(Left::count).sum();
  }

  /** The step that leads back, or {@code null}: what entered the library cannot be as if it never had, only paused. */
  public Step back() {
    return switch (step) {
      case MONITOR, RESUME -> Step.PAUSE;
      case PAUSE -> Step.RESUME;
      default -> null;
    };
  }

  /** Whether it can be taken back now. */
  public boolean undoable() {
    return ended() && moved > 0 && back() != null && undoneBy == 0 && undoOf == 0;
  }
}
