package shotdeed.server.complain.batch;

import java.time.Instant;
import java.util.List;

/**
 * Complaints about a shop that were asked for at once, and how far they are.
 *
 * @param listings listings on the list
 * @param copies on the list
 * @param parts complaints that it was split into
 * @param tried of those, how many were tried
 * @param complaints what was prepared, in order
 * @param left copies that were left, with the reason
 * @param strangers what was ticked and is none of the shop's
 * @param endedAt {@code null} while it is at work
 * @param undoneAt when it was taken back, or {@code null}
 */
public record Batch(
    int id,
    int seller,
    int account,
    String askedBy,
    String shopKey,
    String market,
    String site,
    String shopName,
    Instant askedAt,
    Instant endedAt,
    Instant undoneAt,
    int listings,
    int copies,
    int parts,
    int tried,
    List<Prepared> complaints,
    List<Left> left,
    int strangers) {
  /**
   * A complaint of it.
   *
   * @param state as text
   */
  public record Prepared(int complaint, String state, int listings, int copies) {}

  /**
   * A copy that was left as it is.
   *
   * @param outcome why, as a key of {@code batch.left}
   * @param complaint number of the complaint that holds it, or 0
   */
  public record Left(int finding, int sighting, int certificate, String title, String outcome, int complaint) {}

  /** Whether all was tried. */
  public boolean ended() {
    return endedAt != null;
  }

  /** Complaints that nobody submitted, so that they can be taken back. */
  public int withdrawable() {
    return (int) complaints.stream().filter(each -> each.state().equals("prepared")).count();
  }
}
