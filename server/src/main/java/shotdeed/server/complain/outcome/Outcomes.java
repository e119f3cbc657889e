package shotdeed.server.complain.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Times;

/**
 * What marketplaces decided on a seller's complaints, as it stands now: a decision that was corrected or overturned
 * counts as what it became.
 */
public final class Outcomes {
  /** The marketplace agreed. */
  public static final String UPHELD = "upheld";
  /** It agreed and let the shop put it right itself: no points. */
  public static final String SELF_CHECK = "self-check";
  /** It did not agree. */
  public static final String DISMISSED = "dismissed";
  /** Taken back before it decided. */
  public static final String WITHDRAWN = "withdrawn";

  private Outcomes() {}

  /**
   * A complaint that the marketplace agreed with.
   *
   * @param result {@link #UPHELD} or {@link #SELF_CHECK}
   * @param submittedAt the time that counts for the marketplaces' rules
   * @param decidedOn the day as the person stated it
   * @param ledger that the points went to, {@code null} if the marketplace did not tell
   * @param points 0 of a self-check; {@code null} if the marketplace did not tell
   */
  public record Known(
      int complaint, String result, Instant submittedAt, LocalDate decidedOn, String ledger, Integer points) {}

  /**
   * How a seller's complaints ended.
   *
   * @param accepted upheld and self-check
   * @param decided those and the dismissed
   * @param withdrawn in neither of them
   */
  public record Rate(int accepted, int decided, int withdrawn) {}

  /** The seller's complaints about a shop that were upheld or ended in a self-check, by their submission. */
  public static List<Known> ofShop(Handle handle, int seller, String shopKey) {
    return handle.createQuery(
            """
            select c.id, o.result, c.submitted_at, o.decided_on, o.ledger, o.points
            from complaint c join complaint_outcome o on o.complaint_id = c.id
            where c.seller_id = :seller and c.shop_key = :shop and c.submitted_at is not null
              and o.result in ('upheld', 'self-check')
            order by c.submitted_at, c.id""")
        .bind("seller", seller)
        .bind("shop", shopKey)
        .map((rs, ctx) -> new Known(
            rs.getInt("id"),
            rs.getString("result"),
            Times.of(rs.getString("submitted_at")),
            LocalDate.parse(rs.getString("decided_on")),
            rs.getString("ledger"),
            (Integer) rs.getObject("points")))
        .list();
  }

  /**
   * A complaint that may still be upheld.
   *
   * @param submittedAt the time that counts for the marketplaces' rules
   */
  public record Undecided(int complaint, Instant submittedAt) {}

  /** The seller's complaints about a shop that are not decided, or whose dismissal was appealed, by their submission. */
  public static List<Undecided> waiting(Handle handle, int seller, String shopKey) {
    return handle.createQuery(
            """
            select c.id, c.submitted_at from complaint c left join complaint_outcome o on o.complaint_id = c.id
            where c.seller_id = :seller and c.shop_key = :shop and c.submitted_at is not null
              and (c.state in ('submitted', 'evidence-period') and o.result is null
                or c.state = 'appealed' and coalesce(o.result, 'dismissed') = 'dismissed')
            order by c.submitted_at, c.id""")
        .bind("seller", seller)
        .bind("shop", shopKey)
        .map((rs, ctx) -> new Undecided(rs.getInt("id"), Times.of(rs.getString("submitted_at"))))
        .list();
  }

  /** How the seller's complaints on a marketplace ended, of all time. */
  public static Rate rate(Handle handle, int seller, String market) {
    return handle.createQuery(
            """
            select coalesce(sum(case when o.result in ('upheld', 'self-check') then 1 else 0 end), 0) as accepted,
              coalesce(sum(case when o.result in ('upheld', 'self-check', 'dismissed') then 1 else 0 end), 0) as decided,
              coalesce(sum(case when o.result = 'withdrawn' then 1 else 0 end), 0) as withdrawn
            from complaint c join complaint_outcome o on o.complaint_id = c.id
            where c.seller_id = :seller and c.market = :market""")
        .bind("seller", seller)
        .bind("market", market)
        .map((rs, ctx) -> new Rate(rs.getInt("accepted"), rs.getInt("decided"), rs.getInt("withdrawn")))
        .one();
  }
}
