package shotdeed.server.leave;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * A list of the export: a file of JSON, an object a row, named as the store names it.
 *
 * @param file its name in the zip
 * @param key the column that its pages go on after, a whole number that no two rows share; {@code null} for a list that
 *     has none, whose pages are counted
 * @param sql in which {@code :seller} is whose it is and {@code :after} the last page's last key, ordered so that pages
 *     of it do not overlap
 */
record ExportTable(String file, String key, String sql) {
  /** Rows in memory at a time: lists whose pages are counted are read once more from the start for each page. */
  static final int PAGE = 1000;

  private static final String OF_CERTIFICATE =
      " join certificate c on c.id = t.certificate_id where c.seller_id = :seller";
  private static final String OF_SIGHTING = " join sighting s on s.id = t.sighting_id where s.seller_id = :seller";
  private static final String OF_COMPLAINT = " join complaint c on c.id = t.complaint_id where c.seller_id = :seller";

  private ExportTable(String file, String sql) {
    this(file, null, sql);
  }

  /** The plus, here and below, keeps the store from an index by seller, whose rows it sorts once for each page. */
  private static ExportTable own(String file, String table) {
    return new ExportTable(
        file, "id", "select * from " + table + " where +seller_id = :seller and id > :after order by id");
  }

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
      new ExportTable(
          "invitations.json",
          """
          select id, role, name, email, invited_by, created_at, expires_at, revoked_at, used_at, used_by
          from invitation where seller_id = :seller order by id"""),
      new ExportTable("standing.json", "select * from seller_standing where seller_id = :seller order by seller_id"),
      own("certificates.json", "certificate"),
      new ExportTable("reviews.json", "select t.* from review t" + OF_CERTIFICATE + " order by c.id, t.id"),
      new ExportTable(
          "certificate-events.json", "select t.* from certificate_event t" + OF_CERTIFICATE + " order by c.id, t.id"),
      new ExportTable(
          "log.json",
          "leaf",
          """
          select t.log_id * 2147483648 + t.number as leaf, l.origin, t.number, t.kind, t.certificate_id,
            t.complaint_id, hex(t.commitment) as commitment, hex(t.extra) as extra, t.appended_at
          from log_leaf t join log l on l.id = t.log_id
          where t.seller_id = :seller and t.log_id * 2147483648 + t.number > :after order by t.log_id, t.number"""),
      new ExportTable(
          "first-publications.json", "select t.* from first_publication t" + OF_CERTIFICATE + " order by c.id, t.id"),
      new ExportTable(
          "subjects.json",
          "certificate_id",
          "select t.* from certificate_subject t" + OF_CERTIFICATE + " and c.id > :after order by c.id"),
      new ExportTable("remarks.json", "select t.* from first_remark t" + OF_CERTIFICATE + " order by c.id, t.id"),
      own("proofs.json", "proof"),
      new ExportTable("proof-uses.json", "select t.* from proof_use t" + OF_CERTIFICATE + " order by c.id, t.id"),
      new ExportTable(
          "dispute-statements.json", "select t.* from dispute_statement t" + OF_CERTIFICATE + " order by c.id, t.id"),
      own("dispute-claims.json", "dispute_claim"),
      own("uploads.json", "upload"),
      new ExportTable(
          "upload-files.json",
          """
          select t.* from upload_file t join upload u on u.id = t.upload_id
          where u.seller_id = :seller order by u.id, t.id"""),
      new ExportTable(
          "upload-lines.json",
          """
          select t.* from upload_line t join upload_file f on f.id = t.file_id join upload u on u.id = f.upload_id
          where u.seller_id = :seller order by t.file_id, t.id"""),
      new ExportTable(
          "last-subject.json", "select * from seller_subject where seller_id = :seller order by seller_id"),
      own("own-shops.json", "own_shop"),
      new ExportTable(
          "voided.json",
          "certificate_id",
          "select t.* from certificate_void t" + OF_CERTIFICATE + " and c.id > :after order by c.id"),
      own("library-views.json", "library_view"),
      own("steps-of-many.json", "bulk_step"),
      new ExportTable(
          "steps-of-many-certificates.json",
          """
          select t.* from bulk_item t join bulk_step b on b.id = t.bulk_id
          where b.seller_id = :seller order by b.id, t.certificate_id"""),
      own("watch-list.json", "watch_entry"),
      new ExportTable(
          "watch-visits.json",
          """
          select t.* from watch_visit t join watch_entry e on e.id = t.entry_id
          where e.seller_id = :seller order by e.id, t.id"""),
      new ExportTable(
          "coverage-days.json", "select * from coverage_day where seller_id = :seller order by day, device_id"),
      new ExportTable(
          "coverage.json",
          "select * from coverage_market where seller_id = :seller order by day, device_id, market"),
      new ExportTable(
          "coverage-failures.json",
          "select * from coverage_failure where seller_id = :seller order by day, device_id, market, reason"),
      new ExportTable(
          "coverage-changed.json",
          "select * from coverage_changed where seller_id = :seller order by day, device_id, market, site, part"),
      own("sightings.json", "sighting"),
      new ExportTable(
          "sighting-reports.json",
          "select * from sighting_report where seller_id = :seller order by client_key"),
      new ExportTable(
          "sighting-slices.json", "select t.* from sighting_slice t" + OF_SIGHTING + " order by s.id, t.place"),
      new ExportTable(
          "sighting-geometry.json",
          "sighting_id",
          "select t.* from sighting_geometry t" + OF_SIGHTING + " and s.id > :after order by s.id"),
      new ExportTable(
          "sighting-marks.json",
          "sighting_id",
          "select t.* from sighting_mark t" + OF_SIGHTING + " and s.id > :after order by s.id"),
      new ExportTable(
          "second-opinions.json", "select t.* from second_opinion t" + OF_SIGHTING + " order by s.id, t.place"),
      own("findings.json", "finding"),
      own("decisions.json", "decision"),
      new ExportTable(
          "decision-findings.json",
          """
          select t.* from decision_finding t join decision d on d.id = t.decision_id
          where d.seller_id = :seller order by d.id, t.finding_id"""),
      own("complaint-batches.json", "complaint_batch"),
      new ExportTable(
          "complaint-batch-items.json",
          """
          select t.* from complaint_batch_item t join complaint_batch b on b.id = t.batch_id
          where b.seller_id = :seller order by b.id, t.finding_id"""),
      own("letters.json", "rectify_letter"),
      new ExportTable(
          "letter-findings.json",
          """
          select t.* from rectify_finding t join rectify_letter l on l.id = t.letter_id
          where l.seller_id = :seller order by l.id, t.finding_id"""),
      own("accusations.json", "accusation"),
      new ExportTable(
          "accusation-steps.json",
          """
          select t.* from accusation_step t join accusation x on x.id = t.accusation_id
          where x.seller_id = :seller order by x.id, t.id"""),
      own("licences.json", "licence"),
      new ExportTable(
          "licence-certificates.json",
          """
          select t.* from licence_certificate t join licence l on l.id = t.licence_id
          where +l.seller_id = :seller order by l.id, t.certificate_id"""),
      new ExportTable("zone.json", "select * from seller_zone where seller_id = :seller order by seller_id"),
      new ExportTable(
          "report-setting.json", "select * from report_setting where seller_id = :seller order by seller_id"),
      own("reports.json", "report"),
      new ExportTable(
          "report-lines.json",
          """
          select t.* from report_line t join report r on r.id = t.report_id
          where r.seller_id = :seller order by r.id, t.place"""),
      new ExportTable(
          "seen-by-day.json", "select * from seen_on_day where seller_id = :seller order by day, place"),
      own("complaints.json", "complaint"),
      new ExportTable(
          "complaint-sightings.json",
          "select t.* from complaint_sighting t" + OF_COMPLAINT + " order by c.id, t.place"),
      new ExportTable(
          "complaint-reasons.json",
          "select t.* from complaint_reason t" + OF_COMPLAINT + " order by c.id, t.code"),
      new ExportTable(
          "complaint-reason-sightings.json",
          "select t.* from complaint_reason_sighting t" + OF_COMPLAINT + " order by c.id, t.code, t.sighting_id"),
      new ExportTable(
          "form-releases.json",
          "select t.* from form_release t" + OF_COMPLAINT + " order by c.id, t.form, t.slot"),
      new ExportTable(
          "complainant.json", "select * from complainant where seller_id = :seller order by seller_id"),
      new ExportTable(
          "complaint-parts.json",
          "select * from complaint_part where +seller_id = :seller order by complaint_id, part"),
      new ExportTable(
          "complaint-hand-overs.json",
          "select * from complaint_hand_over where +seller_id = :seller order by complaint_id"),
      new ExportTable(
          "complaint-mails.json",
          """
          select t.* from complaint_mail t join complaint c on c.id = t.complaint_id
          where +c.seller_id = :seller order by t.complaint_id, t.part, t.queued_at, t.message_id"""),
      new ExportTable(
          "complaint-captures.json",
          "complaint_id",
          """
          select t.* from complaint_capture t join complaint c on c.id = t.complaint_id
          where +c.seller_id = :seller and t.complaint_id > :after order by t.complaint_id"""),
      new ExportTable(
          "complaint-forecasts.json",
          "complaint_id",
          """
          select t.* from complaint_forecast t join complaint c on c.id = t.complaint_id
          where +c.seller_id = :seller and t.complaint_id > :after order by t.complaint_id"""),
      own("shop-points.json", "shop_points"),
      new ExportTable(
          "complaint-steps.json",
          "id",
          """
          select t.* from complaint_step t join complaint c on c.id = t.complaint_id
          where +c.seller_id = :seller and t.id > :after order by t.id"""),
      new ExportTable(
          "complaint-outcomes.json",
          "complaint_id",
          """
          select t.* from complaint_outcome t join complaint c on c.id = t.complaint_id
          where +c.seller_id = :seller and t.complaint_id > :after order by t.complaint_id"""),
      new ExportTable(
          "complaint-deadlines.json",
          "select * from complaint_deadline where +seller_id = :seller order by complaint_id, kind"),
      own("rechecks.json", "recheck"),
      own("gone-copies.json", "gone_copy"),
      new ExportTable(
          "came-back.json",
          "finding_id",
          "select * from came_back where +seller_id = :seller and finding_id > :after order by finding_id"),
      own("shops.json", "shop"),
      new ExportTable(
          "earlier-case-numbers.json", "select t.* from earlier_case_number t" + OF_COMPLAINT + " order by c.id, t.id"),
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

  /**
   * Some of its rows; fewer than {@link #PAGE} are the last.
   *
   * @param page 0 for the first
   * @param after key of the last row of the page before, 0 for the first page
   */
  List<Map<String, Object>> rows(Handle handle, int seller, int page, int after) {
    if (key != null) {
      return handle.createQuery(sql + " limit :limit")
          .bind("seller", seller)
          .bind("after", after)
          .bind("limit", PAGE)
          .mapToMap()
          .list();
    }
    return handle.createQuery(sql + " limit :limit offset :offset")
        .bind("seller", seller)
        .bind("limit", PAGE)
        .bind("offset", page * PAGE)
        .mapToMap()
        .list();
  }

  /** The key of the last of some rows. */
  int last(List<Map<String, Object>> rows) {
    return key == null || rows.isEmpty() ? 0 : ((Number) rows.get(rows.size() - 1).get(key)).intValue();
  }
}
