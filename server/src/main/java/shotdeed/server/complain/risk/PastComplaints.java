package shotdeed.server.complain.risk;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import shotdeed.server.complain.forms.EvidenceForm;
import shotdeed.server.complain.forms.FormLibrary;
import shotdeed.server.complain.outcome.Outcomes;

/** How many of a seller's decided complaints a marketplace accepted. What was withdrawn was not decided. */
record PastComplaints(int accepted, int decided) {
  private static final int WHOLE = 100;

  /**
   * Those that are lodged with the same form.
   *
   * @param since the first day of decision that counts; {@code null} for all
   */
  static PastComplaints of(Handle handle, int seller, FormLibrary forms, EvidenceForm form, LocalDate since) {
    int[] counts = new int[2];
    handle.createQuery(
            """
            select c.market, c.site, o.result, count(*) from complaint_outcome o join complaint c on c.id = o.complaint_id
            where c.seller_id = :seller and o.result in ('upheld', 'self-check', 'dismissed') and o.decided_on >= :since
            group by c.market, c.site, o.result""")
        .bind("seller", seller)
        .bind("since", since == null ? "" : since.toString())
        .map((rs, ctx) -> {
          if (forms.pick(rs.getString(1), rs.getString(2)) == form) {
            counts[1] += rs.getInt(4);
            counts[0] += rs.getString(3).equals(Outcomes.DISMISSED) ? 0 : rs.getInt(4);
          }
          return null;
        })
        .list();
    return new PastComplaints(counts[0], counts[1]);
  }

  /** Whether the share is smaller than some per cent. */
  boolean isBelow(int percent) {
    return accepted * WHOLE < decided * percent;
  }

  /** The share in whole per cent, never rounded up. */
  int percent() {
    return decided == 0 ? 0 : (int) ((long) accepted * WHOLE / decided);
  }
}
