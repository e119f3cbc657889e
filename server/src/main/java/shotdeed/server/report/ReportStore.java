package shotdeed.server.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.account.SellerZone;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;
import shotdeed.wire.ReadMark;
import shotdeed.wire.SeenListing;

/** Theft reports, their lines, and when they are made. */
final class ReportStore {
  private static final String SELECT =
      "select r.*, a.name as made_by from report r left join account a on a.id = r.account_id ";

  private static final int BATCH = 1000;

  private ReportStore() {}

  /** What a report covers: sightings with numbers after {@code from}, up to {@code to}. */
  record Span(int from, int to, Instant fromAt, Instant toAt) {}

  /** The last daily report of a seller, as far as the next one has to know it. */
  record Last(LocalDate day, int toSighting, Instant to) {}

  /** Whether a seller had something in the monitor library before a time. */
  static boolean monitoredBefore(Handle handle, int seller, Instant time) {
    return handle.createQuery("select count(*) from certificate where seller_id = :seller and monitored_at < :time")
            .bind("seller", seller)
            .bind("time", Times.text(time))
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** Whether a seller has the daily report of a day. */
  static boolean hasDaily(Handle handle, int seller, LocalDate day) {
    return handle.createQuery(
                "select count(*) from report where seller_id = :seller and kind = 'daily' and day = :day")
            .bind("seller", seller)
            .bind("day", day.toString())
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** Number of a seller's last sighting, or 0. */
  static int lastSighting(Handle handle, int seller) {
    return handle.createQuery("select coalesce(max(id), 0) from sighting where seller_id = :seller")
        .bind("seller", seller)
        .mapTo(int.class)
        .one();
  }

  /** Number of a seller's last sighting that was told before a time, or 0. */
  static int lastBefore(Handle handle, int seller, Instant time) {
    return handle.createQuery(
            """
            select id from sighting where seller_id = :seller and received_at < :time
            order by received_at desc, id desc limit 1""")
        .bind("seller", seller)
        .bind("time", Times.text(time))
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  /** The one that was made last; {@code null} if there is none. */
  static Last lastDaily(Handle handle, int seller) {
    return handle.createQuery(
            "select day, to_sighting, to_at from report where seller_id = :seller and kind = 'daily'"
                + " order by id desc limit 1")
        .bind("seller", seller)
        .map((rs, ctx) -> new Last(LocalDate.parse(rs.getString(1)), rs.getInt(2), Times.of(rs.getString(3))))
        .findOne()
        .orElse(null);
  }

  /** How many reports a seller asked for since a time. */
  static int demandedSince(Handle handle, int seller, Instant time) {
    return handle.createQuery(
            "select count(*) from report where seller_id = :seller and kind = 'demand' and made_at > :time")
        .bind("seller", seller)
        .bind("time", Times.text(time))
        .mapTo(int.class)
        .one();
  }

  /** Forgets the reports that a seller asked for, but for the last ones. */
  static void forgetDemanded(Handle handle, int seller, int kept) {
    String old = "select id from report where seller_id = ? and kind = 'demand' and id not in"
        + " (select id from report where seller_id = ? and kind = 'demand' order by id desc limit ?)";
    handle.execute("delete from report_line where report_id in (" + old + ")", seller, seller, kept);
    handle.execute("delete from report where id in (" + old + ")", seller, seller, kept);
  }

  /**
   * Stores a report; returns its number.
   *
   * @param by who asked for it; {@code null} for a daily one
   */
  static int insert(
      Handle handle, int seller, Caller by, LocalDate day, ZoneId zone, Span span, ReportScan scan, String coverage, Instant now) {
    TheftReport.Counts counts = scan.counts();
    int id = handle.createQuery(
            """
            insert into report (seller_id, kind, day, zone, from_at, to_at, from_sighting, to_sighting,
              account_id, made_at, shops, listings, findings, fresh, sightings, licensed, own, dismissed, coverage, handed_at)
            values (:seller, :kind, :day, :zone, :fromAt, :toAt, :from, :to,
              :account, :now, :c.shops, :c.listings, :c.findings, :c.fresh, :c.sightings, :c.licensed, :c.own,
              :c.dismissed, :coverage, :handed)
            returning id""")
        .bind("seller", seller)
        .bind("kind", by == null ? "daily" : "demand")
        .bind("day", day.toString())
        .bind("zone", zone.getId())
        .bind("fromAt", Times.text(span.fromAt()))
        .bind("toAt", Times.text(span.toAt()))
        .bind("from", span.from())
        .bind("to", span.to())
        .bind("account", by == null ? null : (Integer) by.account())
        .bind("now", Times.text(now))
        .bindMethods("c", counts)
        .bind("coverage", coverage)
        .bind("handed", by == null ? null : Times.text(now))
        .mapTo(int.class)
        .one();
    insertLines(handle, id, scan.lines());
    return id;
  }

  private static void insertLines(Handle handle, int report, List<ReportScan.Seen> lines) {
    PreparedBatch batch = handle.prepareBatch(
        "insert into report_line (report_id, place, finding_id, sighting_id, fresh, times, state, places)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)");
    for (int i = 0; i < lines.size(); i++) {
      ReportScan.Seen line = lines.get(i);
      String places = String.join(",", line.places);
      batch.add(report, i, line.finding, line.last, line.fresh ? 1 : 0, line.times, line.state.text(), places);
      if (batch.size() == BATCH) {
        batch.execute();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /**
   * A seller's own.
   *
   * @throws Refused if there is none of this number
   */
  static TheftReport ofSeller(Handle handle, int seller, int id) {
    return handle.createQuery(SELECT + "where r.seller_id = :seller and r.id = :id")
        .bind("seller", seller)
        .bind("id", id)
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }

  /** A seller's reports, the newest first. */
  static List<TheftReport> page(Handle handle, int seller, int limit, int offset) {
    return handle.createQuery(SELECT + "where r.seller_id = :seller order by r.id desc limit :limit offset :offset")
        .bind("seller", seller)
        .bind("limit", limit)
        .bind("offset", offset)
        .map((rs, ctx) -> read(rs))
        .list();
  }

  static int count(Handle handle, int seller) {
    return handle.createQuery("select count(*) from report where seller_id = :seller")
        .bind("seller", seller)
        .mapTo(int.class)
        .one();
  }

  /** Daily reports that were not handed over yet, the oldest first. */
  static List<TheftReport> toHandOver(Handle handle) {
    return handle.createQuery(SELECT + "where r.handed_at is null order by r.id")
        .map((rs, ctx) -> read(rs))
        .list();
  }

  static void handed(Handle handle, int id, Instant now) {
    handle.execute("update report set handed_at = ? where id = ?", Times.text(now), id);
  }

  /** Lines of a report in their order; {@code from} is the place of the first. */
  static List<ReportLine> lines(Handle handle, int report, int from, int most) {
    return handle.createQuery(
            """
            select l.place, l.finding_id, l.sighting_id, l.fresh, l.times, l.state as then_state, l.places, f.shop_key,
              f.state as now_state, c.title as certificate_title, g.copy_share, m.number as mark_number, m.confidence,
              t.seen_at as first_seen_at, a.name as seen_by, s.certificate_id, s.market, s.site, s.page_url, s.listing_id,
              s.title, s.shop_id, s.shop_name, s.verdict, s.method, s.distance, s.radius, s.picture_url, s.picture_sha256,
              s.seen_at,
              (select max(cs.complaint_id) from sighting o join complaint_sighting cs
                on cs.sighting_id = o.id and cs.released = 0
                where o.finding_id = f.id and f.state = 'complained') as complaint,
              (select complaint_id from came_back where finding_id = f.id) as returned_after
            from report_line l
            join finding f on f.id = l.finding_id
            join sighting s on s.id = l.sighting_id
            join sighting t on t.id = f.first_sighting_id
            join certificate c on c.id = s.certificate_id
            join account a on a.id = s.account_id
            left join sighting_geometry g on g.sighting_id = s.id
            left join sighting_mark m on m.sighting_id = s.id
            where l.report_id = :report and l.place >= :from order by l.place limit :most""")
        .bind("report", report)
        .bind("from", from)
        .bind("most", most)
        .map((rs, ctx) -> line(rs))
        .list();
  }

  private static ReportLine line(ResultSet rs) throws SQLException {
    String mark = rs.getString("mark_number");
    return new ReportLine(
        rs.getInt("place"),
        rs.getInt("finding_id"),
        rs.getInt("sighting_id"),
        rs.getInt("fresh") == 1,
        rs.getInt("times"),
        SightingState.of(rs.getString("then_state")),
        SightingState.of(rs.getString("now_state")),
        Arrays.stream(rs.getString("places").split(",")).map(ReportLine.Place::of).toList(),
        rs.getString("shop_key"),
        new SeenListing(
            rs.getString("market"),
            rs.getString("site"),
            rs.getString("page_url"),
            rs.getString("listing_id"),
            rs.getString("title"),
            rs.getString("shop_id"),
            rs.getString("shop_name")),
        rs.getInt("certificate_id"),
        rs.getString("certificate_title"),
        rs.getString("verdict"),
        rs.getString("method"),
        rs.getInt("distance"),
        rs.getInt("radius"),
        rs.getInt("copy_share"),
        rs.getString("picture_url"),
        rs.getString("picture_sha256"),
        mark == null ? null : new ReadMark(mark, rs.getInt("confidence")),
        Times.of(rs.getString("first_seen_at")),
        Times.of(rs.getString("seen_at")),
        rs.getString("seen_by"),
        rs.getInt("complaint"),
        rs.getInt("returned_after"));
  }

  private static TheftReport read(ResultSet rs) throws SQLException {
    return new TheftReport(
        rs.getInt("id"),
        rs.getInt("seller_id"),
        rs.getString("kind").equals("daily"),
        LocalDate.parse(rs.getString("day")),
        ZoneId.of(rs.getString("zone")),
        Times.of(rs.getString("from_at")),
        Times.of(rs.getString("to_at")),
        Times.of(rs.getString("made_at")),
        rs.getString("made_by"),
        new TheftReport.Counts(
            rs.getInt("shops"),
            rs.getInt("listings"),
            rs.getInt("findings"),
            rs.getInt("fresh"),
            rs.getInt("sightings"),
            rs.getInt("licensed"),
            rs.getInt("own"),
            rs.getInt("dismissed")),
        rs.getString("coverage"),
        Times.of(rs.getString("handed_at")));
  }

  static ReportSetting setting(Handle handle, int seller) {
    ZoneId zone = SellerZone.of(handle, seller);
    return handle.createQuery("select daily, hour from report_setting where seller_id = :seller")
        .bind("seller", seller)
        .map((rs, ctx) -> new ReportSetting(rs.getInt(1) == 1, rs.getInt(2), zone))
        .findOne()
        .orElse(new ReportSetting(true, ReportSetting.DEFAULT_HOUR, zone));
  }

  static void set(Handle handle, int seller, ReportSetting setting) {
    SellerZone.set(handle, seller, setting.zone());
    handle.execute(
        """
        insert into report_setting (seller_id, daily, hour) values (?, ?, ?)
        on conflict (seller_id) do update set daily = excluded.daily, hour = excluded.hour""",
        seller,
        setting.daily() ? 1 : 0,
        setting.hour());
  }

  /** Sellers that somebody works for and that have photographs in the monitor library, or had. */
  static List<Integer> sellers(Handle handle) {
    return handle.createQuery(
            """
            select l.id from seller l
            where not exists (select 1 from seller_standing x where x.seller_id = l.id and x.closed_at is not null)
              and exists (select 1 from account a where a.seller_id = l.id
                and not exists (select 1 from account_end e where e.account_id = a.id))
              and (exists (select 1 from certificate c where c.seller_id = l.id and c.state = 'monitored')
                or exists (select 1 from finding f where f.seller_id = l.id))
            order by l.id""")
        .mapTo(Integer.class)
        .list();
  }
}
