package shotdeed.server.complain.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import shotdeed.model.SightingState;

/**
 * A letter that was recorded.
 *
 * @param language of it, a tag
 * @param body as it was sent, its list of listings among it
 * @param closedAs {@code taken-down}, {@code complain}, {@code taken-back}; {@code null} while it is open
 * @param findings what it is about
 */
public record RectifyLetter(
    int id,
    int seller,
    String writtenBy,
    String shopKey,
    String shopName,
    String language,
    String subject,
    String body,
    LocalDate sentOn,
    LocalDate dueOn,
    Instant recordedAt,
    String closedAs,
    Instant closedAt,
    List<Asked> findings) {
  /**
   * A finding that it is about.
   *
   * @param sighting number of the last sighting
   * @param seenAgain when the copy was seen after the letter, or {@code null}
   */
  public record Asked(
      int finding, int sighting, int certificate, SightingState state, String title, Instant seenAgain) {}

  /** Whether nobody said how it ended. */
  public boolean open() {
    return closedAs == null;
  }

  /** Whether its day has come. */
  public boolean due(LocalDate today) {
    return open() && !dueOn.isAfter(today);
  }
}
