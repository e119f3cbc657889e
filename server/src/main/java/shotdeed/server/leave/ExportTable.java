package shotdeed.server.leave;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * A list of the export: a file of JSON, an object a row, named as the store names it.
 *
 * @param file its name in the zip
 * @param sql in which {@code :seller} is whose it is, ordered so that pages of it do not overlap
 */
record ExportTable(String file, String sql) {
  /** Rows in memory at a time. */
  static final int PAGE = 200;

  private static final String OF_CERTIFICATE = " join certificate c on c.id = t.certificate_id where c.seller_id = :seller";
  private static final String OF_SIGHTING = " join sighting s on s.id = t.sighting_id where s.seller_id = :seller";
  private static final String OF_COMPLAINT = " join complaint c on c.id = t.complaint_id where c.seller_id = :seller";

  /** Everything that belongs to a seller but files; no hash of any secret. */
  static final List<ExportTable> ALL = List.of(
      new ExportTable("seller.json", "select id, name, created_at from seller where id = :seller order by id"),
      new ExportTable(
          "people.json",
          """
          select a.id, a.name, s.email, r.role, a.created_at, e.ended_at
          from account a join account_role r on r.account_id = a.id
            left join account_sign_in s on s.account_id = a.id left join account_end e on e.account_id = a.id
          where a.seller_id = :seller order by a.id, r.role"""),
      new ExportTable(
          "browsers.json",
          """
          select d.id, d.account_id, d.name, d.created_at, d.last_used_at, d.revoked_at
          from device d join account a on a.id = d.account_id where a.seller_id = :seller order by d.id"""),
      new ExportTable("certificates.json", "select * from certificate where seller_id = :seller order by id"),
      new ExportTable("reviews.json", "select t.* from review t" + OF_CERTIFICATE + " order by t.id"),
      new ExportTable("certificate-events.json", "select t.* from certificate_event t" + OF_CERTIFICATE + " order by t.id"),
      new ExportTable(
          "first-publications.json", "select t.* from first_publication t" + OF_CERTIFICATE + " order by t.id"),
      new ExportTable(
          "subjects.json", "select t.* from certificate_subject t" + OF_CERTIFICATE + " order by t.certificate_id"),
      new ExportTable("remarks.json", "select t.* from first_remark t" + OF_CERTIFICATE + " order by t.id"),
      new ExportTable("proofs.json", "select * from proof where seller_id = :seller order by id"),
      new ExportTable("proof-uses.json", "select t.* from proof_use t" + OF_CERTIFICATE + " order by t.id"),
      new ExportTable(
          "dispute-statements.json", "select t.* from dispute_statement t" + OF_CERTIFICATE + " order by t.id"),
      new ExportTable("uploads.json", "select * from upload where seller_id = :seller order by id"),
      new ExportTable("own-shops.json", "select * from own_shop where seller_id = :seller order by id"),
      new ExportTable(
          "voided.json", "select t.* from certificate_void t" + OF_CERTIFICATE + " order by t.certificate_id"),
      new ExportTable("library-views.json", "select * from library_view where seller_id = :seller order by id"),
      new ExportTable("steps-of-many.json", "select * from bulk_step where seller_id = :seller order by id"),
      new ExportTable("watch-list.json", "select * from watch_entry where seller_id = :seller order by id"),
      new ExportTable(
          "watch-visits.json",
          "select t.* from watch_visit t join watch_entry e on e.id = t.entry_id where e.seller_id = :seller order by t.id"),
      new ExportTable(
          "coverage.json",
          "select * from coverage_market where seller_id = :seller order by day, device_id, market"),
      new ExportTable(
          "coverage-failures.json",
          "select * from coverage_failure where seller_id = :seller order by day, device_id, market, reason"),
      new ExportTable("sightings.json", "select * from sighting where seller_id = :seller order by id"),
      new ExportTable(
          "sighting-slices.json", "select t.* from sighting_slice t" + OF_SIGHTING + " order by t.sighting_id, t.place"),
      new ExportTable(
          "sighting-geometry.json", "select t.* from sighting_geometry t" + OF_SIGHTING + " order by t.sighting_id"),
      new ExportTable(
          "sighting-marks.json", "select t.* from sighting_mark t" + OF_SIGHTING + " order by t.sighting_id"),
      new ExportTable(
          "second-opinions.json", "select t.* from second_opinion t" + OF_SIGHTING + " order by t.sighting_id, t.place"),
      new ExportTable("findings.json", "select * from finding where seller_id = :seller order by id"),
      new ExportTable("decisions.json", "select * from decision where seller_id = :seller order by id"),
      new ExportTable(
          "decision-findings.json",
          """
          select t.* from decision_finding t join decision d on d.id = t.decision_id
          where d.seller_id = :seller order by t.decision_id, t.finding_id"""),
      new ExportTable("licences.json", "select * from licence where seller_id = :seller order by id"),
      new ExportTable(
          "licence-certificates.json",
          """
          select t.* from licence_certificate t join licence l on l.id = t.licence_id
          where l.seller_id = :seller order by t.licence_id, t.certificate_id"""),
      new ExportTable("complaints.json", "select * from complaint where seller_id = :seller order by id"),
      new ExportTable(
          "complaint-sightings.json",
          "select t.* from complaint_sighting t" + OF_COMPLAINT + " order by t.complaint_id, t.place"),
      new ExportTable("earlier-case-numbers.json", "select t.* from earlier_case_number t" + OF_COMPLAINT + " order by t.id"),
      new ExportTable(
          "webhooks.json",
          """
          select id, url, description, active, account_id, made_at from webhook
          where seller_id = :seller order by id"""),
      new ExportTable(
          "webhook-deliveries.json",
          """
          select d.id, d.webhook_id, e.event, e.message_id, d.state, d.queued_at, d.tries, d.tried_at, d.fault, d.status
          from webhook_delivery d join webhook_event e on e.id = d.event_id
          where d.seller_id = :seller order by d.id"""),
      new ExportTable(
          "report-recipients.json",
          "select account_id from report_recipient where seller_id = :seller order by account_id"),
      new ExportTable(
          "activity.json",
          """
          select t.at, p.name as person, t.action, t.subject, t.subject_id, t.details
          from audit t left join account p on p.id = t.account_id where t.seller_id = :seller order by t.id"""));

  /** Some of its rows; fewer than {@link #PAGE} are the last. */
  List<Map<String, Object>> rows(Handle handle, int seller, int page) {
    return handle.createQuery(sql + " limit :limit offset :offset")
        .bind("seller", seller)
        .bind("limit", PAGE)
        .bind("offset", page * PAGE)
        .mapToMap()
        .list();
  }
}
