package shotdeed.server.complain;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Times;

/**
 * What was lodged of a complaint: all of it, or one of the parts that the marketplace's form makes of it.
 *
 * @param part 1 for the first
 * @param form id of the marketplace's form; empty if it is not known
 * @param language of what was sent, BCP 47; empty if it is not known
 * @param caseNumber the marketplace's, or {@code null}
 * @param confirmation what else the marketplace confirmed with, or {@code null} if nothing
 * @param sent a copy of what was sent, in the form's order; none if it is not known
 * @param by name of the person
 * @param at when it was recorded
 * @param statedOn the marketplace's day of the submission, if it was recorded later; else {@code null}
 */
public record SubmittedPart(
    int complaint,
    int part,
    String form,
    String language,
    String caseNumber,
    String confirmation,
    List<Sent> sent,
    String by,
    Instant at,
    String statedOn) {
  private static final String SELECT =
      "select p.*, a.name as by_name from complaint_part p join account a on a.id = p.account_id";

  /** A field of the form as it was sent. */
  public record Sent(String id, String value) {}

  /** The parts of a complaint that were lodged, the first first. */
  public static List<SubmittedPart> of(Handle handle, int complaint) {
    return handle.createQuery(SELECT + " where p.complaint_id = :complaint order by p.part")
        .bind("complaint", complaint)
        .map((rs, ctx) -> read(rs))
        .list();
  }

  /** What a seller lodged under a case number, the first of it; {@code null} if nothing. */
  static SubmittedPart numbered(Handle handle, int seller, String caseNumber) {
    return handle.createQuery(
            SELECT + " where p.seller_id = :seller and p.case_number = :number order by p.complaint_id, p.part limit 1")
        .bind("seller", seller)
        .bind("number", caseNumber)
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElse(null);
  }

  void insert(Handle handle, int seller, int account) {
    handle.createUpdate(
            """
            insert into complaint_part (complaint_id, part, seller_id, form, language, case_number, confirmation, sent,
              account_id, submitted_at, stated_on)
            values (:complaint, :part, :seller, :form, :language, :number, :confirmation, :sent, :account, :at, :statedOn)""")
        .bind("complaint", complaint)
        .bind("part", part)
        .bind("seller", seller)
        .bind("form", form)
        .bind("language", language)
        .bind("number", caseNumber)
        .bind("confirmation", confirmation)
        .bind("sent", new String(Json.write(sent), StandardCharsets.UTF_8))
        .bind("account", account)
        .bind("at", Times.text(at))
        .bind("statedOn", statedOn)
        .execute();
  }

  /** Another case number, or one that came later than the confirmation; the rest stays. */
  void number(Handle handle, String number) {
    handle.execute(
        "update complaint_part set case_number = ? where complaint_id = ? and part = ?", number, complaint, part);
  }

  private static SubmittedPart read(ResultSet rs) throws SQLException {
    byte[] sent = rs.getString("sent").getBytes(StandardCharsets.UTF_8);
    return new SubmittedPart(
        rs.getInt("complaint_id"),
        rs.getInt("part"),
        rs.getString("form"),
        rs.getString("language"),
        rs.getString("case_number"),
        rs.getString("confirmation"),
        List.of(Json.read(sent, Sent[].class)),
        rs.getString("by_name"),
        Times.of(rs.getString("submitted_at")),
        rs.getString("stated_on"));
  }
}
