package shotdeed.server.complain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.model.ComplaintState;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Complaints and the sightings they hold. */
final class ComplaintStore {
  private static final String SELECT =
      "select c.*, a.name as prepared_by from complaint c join account a on a.id = c.account_id ";

  private ComplaintStore() {}

  /** Stores a complaint ({@code id} is ignored) and its sightings, not yet sealed; returns its number. */
  static int insert(Handle handle, Caller caller, String shopKey, CaseComplaint c) {
    CaseComplaint.Screenshot shot = c.screenshot();
    int id = handle.createQuery(
            """
            insert into complaint (seller_id, account_id, device_id, client_key, state, market, site, shop_key, shop_id,
              shop_name, prepared_at, stated_prepared_at, ownership_statement, no_screenshot, screenshot_sha256,
              screenshot_media_type, screenshot_bytes, policy_id, policy_version, forecast, manifest_sha256)
            values (:seller, :account, :device, :key, :state, :market, :site, :shopKey, :shopId,
              :shopName, :preparedAt, :statedAt, :ownership, :noScreenshot, :shotSha256,
              :shotMediaType, :shotBytes, :policy, :policyVersion, :forecast, '')
            returning id""")
        .bind("seller", caller.seller())
        .bind("account", caller.account())
        .bind("device", caller.device())
        .bind("key", c.clientKey())
        .bind("state", c.state().text())
        .bind("market", c.market())
        .bind("site", c.site())
        .bind("shopKey", shopKey)
        .bind("shopId", c.shopId())
        .bind("shopName", c.shopName())
        .bind("preparedAt", Times.text(c.preparedAt()))
        .bind("statedAt", Times.text(c.statedPreparedAt()))
        .bind("ownership", c.ownershipStatement())
        .bind("noScreenshot", c.noScreenshot())
        .bind("shotSha256", shot == null ? null : shot.sha256())
        .bind("shotMediaType", shot == null ? null : shot.mediaType())
        .bind("shotBytes", shot == null ? null : shot.bytes())
        .bind("policy", c.policy())
        .bind("policyVersion", c.policyVersion())
        .bind("forecast", c.forecast())
        .mapTo(int.class)
        .one();
    int place = 0;
    for (int sighting : c.sightings()) {
      handle.execute(
          "insert into complaint_sighting (complaint_id, sighting_id, place) values (?, ?, ?)", id, sighting, place++);
    }
    return id;
  }

  static void seal(Handle handle, int id, Evidence.Sealing sealing) {
    handle.execute(
        "update complaint set manifest_sha256 = ?, sealed_sha256 = ? where id = ?",
        sealing.manifestSha256(),
        sealing.listSha256(),
        id);
  }

  /** SHA-256 of the sealed list; {@code null} for a complaint that was sealed before there were any. */
  static String sealedList(Handle handle, int id) {
    return handle.createQuery("select sealed_sha256 from complaint where id = :id")
        .bind("id", id)
        .map((rs, ctx) -> rs.getString(1))
        .one();
  }

  /** Names the sealed lists of all complaints that have one. */
  static List<String> sealedLists(Handle handle) {
    return handle.createQuery("select sealed_sha256 from complaint where sealed_sha256 is not null")
        .mapTo(String.class)
        .list();
  }

  /** Names the manifests of all complaints. */
  static List<String> manifests(Handle handle) {
    return handle.createQuery("select manifest_sha256 from complaint").mapTo(String.class).list();
  }

  /** Names the screenshots of all complaints. */
  static List<String> screenshots(Handle handle) {
    return handle.createQuery("select screenshot_sha256 from complaint where screenshot_sha256 is not null")
        .mapTo(String.class)
        .list();
  }

  static void submit(Handle handle, Caller caller, int id, String caseNumber, Instant now) {
    handle.execute(
        "update complaint set state = ?, case_number = ?, submitted_at = ?, submitted_by = ? where id = ?",
        ComplaintState.SUBMITTED.text(),
        caseNumber,
        Times.text(now),
        caller.account(),
        id);
  }

  /** Another case number; the time of submission stays. */
  static void number(Handle handle, int id, String caseNumber) {
    handle.execute("update complaint set case_number = ? where id = ?", caseNumber, id);
  }

  /** Keeps a case number that is replaced. */
  static void replaced(Handle handle, Caller caller, int id, String caseNumber, Instant now) {
    handle.execute(
        "insert into earlier_case_number (complaint_id, case_number, replaced_at, replaced_by) values (?, ?, ?, ?)",
        id,
        caseNumber,
        Times.text(now),
        caller.account());
  }

  private static List<CaseComplaint.EarlierNumber> earlierNumbers(Handle handle, int complaint) {
    return handle.createQuery(
            "select e.case_number, e.replaced_at, a.name from earlier_case_number e"
                + " join account a on a.id = e.replaced_by where e.complaint_id = :complaint order by e.id")
        .bind("complaint", complaint)
        .map((rs, ctx) ->
            new CaseComplaint.EarlierNumber(rs.getString(1), Times.of(rs.getString(2)), rs.getString(3)))
        .list();
  }

  /** The complaint that a request led to, or {@code null}. */
  static CaseComplaint ofRequest(Handle handle, int seller, String clientKey) {
    return one(handle, seller, "c.client_key = :key", clientKey);
  }

  /**
   * A seller's own complaint.
   *
   * @throws Refused as if it did not exist if it is another seller's
   */
  static CaseComplaint ofSeller(Handle handle, int seller, int id) {
    CaseComplaint complaint = one(handle, seller, "c.id = :key", id);
    if (complaint == null) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return complaint;
  }

  private static CaseComplaint one(Handle handle, int seller, String where, Object key) {
    return handle.createQuery(SELECT + " where c.seller_id = :seller and " + where)
        .bind("seller", seller)
        .bind("key", key)
        .map((rs, ctx) -> read(handle, rs))
        .findOne()
        .orElse(null);
  }

  static List<CaseComplaint> page(Handle handle, int seller, int limit, int offset) {
    return handle.createQuery(SELECT + " where c.seller_id = :seller order by c.id desc limit :limit offset :offset")
        .bind("seller", seller)
        .bind("limit", limit)
        .bind("offset", offset)
        .map((rs, ctx) -> read(handle, rs))
        .list();
  }

  /** Of a state, or of any if it is {@code null}. */
  static int count(Handle handle, int seller, ComplaintState state) {
    return handle.createQuery(
            "select count(*) from complaint where seller_id = :seller and (:state = '' or state = :state)")
        .bind("seller", seller)
        .bind("state", state == null ? "" : state.text())
        .mapTo(int.class)
        .one();
  }

  /** Certificates of a complaint's sightings that are contested, revoked or voided. */
  static List<Certificate> disputed(Handle handle, CaseComplaint complaint) {
    return handle.createQuery(
            """
            select distinct c.id from complaint_sighting x join sighting s on s.id = x.sighting_id
            join certificate c on c.id = s.certificate_id
            where x.complaint_id = :complaint and c.state in ('contested', 'revoked', 'voided') order by c.id""")
        .bind("complaint", complaint.id())
        .mapTo(int.class)
        .list()
        .stream()
        .map(id -> CertificateStore.ofSeller(handle, complaint.seller(), id))
        .toList();
  }

  /** SHA-256 of the untouched files that a complaint rests on, each once, in the order of its sightings. */
  static List<String> originals(Handle handle, int complaint) {
    return handle.createQuery(
            """
            select c.sha256 from complaint_sighting x join sighting s on s.id = x.sighting_id
            join certificate c on c.id = s.certificate_id
            where x.complaint_id = :complaint group by c.sha256 order by min(x.place)""")
        .bind("complaint", complaint)
        .mapTo(String.class)
        .list();
  }

  private static List<Integer> sightings(Handle handle, int complaint) {
    return handle.createQuery(
            "select sighting_id from complaint_sighting where complaint_id = :complaint order by place")
        .bind("complaint", complaint)
        .mapTo(Integer.class)
        .list();
  }

  private static CaseComplaint read(Handle handle, ResultSet rs) throws SQLException {
    String shot = rs.getString("screenshot_sha256");
    int id = rs.getInt("id");
    return new CaseComplaint(
        id,
        rs.getInt("seller_id"),
        rs.getString("client_key"),
        ComplaintState.of(rs.getString("state")),
        rs.getString("market"),
        rs.getString("site"),
        rs.getString("shop_id"),
        rs.getString("shop_name"),
        rs.getString("prepared_by"),
        Times.of(rs.getString("prepared_at")),
        Times.of(rs.getString("stated_prepared_at")),
        rs.getString("ownership_statement"),
        shot == null
            ? null
            : new CaseComplaint.Screenshot(
                shot, rs.getString("screenshot_media_type"), rs.getInt("screenshot_bytes")),
        rs.getString("no_screenshot"),
        rs.getString("policy_id"),
        rs.getString("policy_version"),
        rs.getString("forecast"),
        rs.getString("manifest_sha256"),
        rs.getString("case_number"),
        earlierNumbers(handle, id),
        Times.of(rs.getString("submitted_at")),
        sightings(handle, id));
  }
}
