package shotdeed.server.complain.risk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Times;

/** The reasons that sellers stated with their complaints. Never changed. */
public final class ReasonStore {
  private ReasonStore() {}

  /** Keeps what was stated with a complaint. */
  public static void insert(Handle handle, Caller caller, int complaint, List<StatedReason> reasons) {
    for (StatedReason reason : reasons) {
      handle.execute(
          "insert into complaint_reason (complaint_id, code, reason, account_id, stated_at) values (?, ?, ?, ?, ?)",
          complaint,
          reason.code().text(),
          reason.text(),
          caller.account(),
          Times.text(reason.at()));
      PreparedBatch about = handle.prepareBatch(
          "insert into complaint_reason_sighting (complaint_id, code, sighting_id) values (?, ?, ?)");
      reason.sightings().forEach(sighting -> about.add(complaint, reason.code().text(), sighting));
      about.execute();
    }
  }

  /** What was stated with a complaint, in the order of the codes' names. */
  public static List<StatedReason> of(Handle handle, int complaint) {
    return handle.createQuery(
            """
            select r.code, r.reason, a.name, r.stated_at from complaint_reason r join account a on a.id = r.account_id
            where r.complaint_id = :complaint order by r.code""")
        .bind("complaint", complaint)
        .map((rs, ctx) -> new StatedReason(
            RiskCode.of(rs.getString(1)),
            rs.getString(2),
            sightings(handle, complaint, rs.getString(1)),
            rs.getString(3),
            Times.of(rs.getString(4))))
        .list();
  }

  /** Text by code: what two requests under one key are compared by. */
  public static Map<String, String> texts(Handle handle, int complaint) {
    Map<String, String> texts = new LinkedHashMap<>();
    handle.createQuery("select code, reason from complaint_reason where complaint_id = :complaint order by code")
        .bind("complaint", complaint)
        .map((rs, ctx) -> texts.put(rs.getString(1), rs.getString(2)))
        .list();
    return texts;
  }

  private static List<Integer> sightings(Handle handle, int complaint, String code) {
    return handle.createQuery(
            """
            select sighting_id from complaint_reason_sighting where complaint_id = :complaint and code = :code
            order by sighting_id""")
        .bind("complaint", complaint)
        .bind("code", code)
        .mapTo(Integer.class)
        .list();
  }
}
