package shotdeed.server.monitor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import shotdeed.fingerprint.Region;
import shotdeed.model.SightingState;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Findings, and which sightings are of one. */
public final class FindingStore {
  /** Two parts of a photograph are one if they share so much of what they cover together, in hundredths. */
  private static final long SAME_PART = 80;

  private FindingStore() {}

  /** Complaints that are over: a copy that is there after that is a new finding. */
  private static final String ENDED = "('upheld', 'dismissed', 'final', 'withdrawn')";

  /** A copy that is there again after the shop had taken it down is a new finding. */
  private static final String TAKEN_DOWN =
      """
       and not (state = 'rectify-requested' and exists (
        select 1 from rectify_finding y join rectify_letter l on l.id = y.letter_id
        where y.finding_id = f.id and l.closed_as = 'taken-down'))""";

  /**
   * The finding that a sighting is one more of, or {@code null}: one that showed the same picture; else one that shows the
   * same part, but no other picture on the same day: two pictures that stand on a page together are two findings. What a
   * person called no copy says nothing about another picture, and a copy that is there after a complaint ended, or after
   * it was gone, is new.
   *
   * @param shown SHA-256 of the pictures that show the copy; not empty
   */
  static Finding sameAs(Handle handle, Sighting s, List<String> shown) {
    List<Finding> candidates = handle.createQuery(
            """
            select * from finding f
            where seller_id = :seller and site = :site and listing_id = :listing and certificate_id = :certificate
              and state <> :dismissed and not (state = 'complained' and exists (
                select 1 from sighting o join complaint_sighting x on x.sighting_id = o.id
                  join complaint c on c.id = x.complaint_id
                where o.finding_id = f.id and x.released = 0 and c.state in\s"""
                + ENDED
                + "))"
                + TAKEN_DOWN
                + """
                 and exists (select 1 from sighting l where l.id = f.last_sighting_id and l.seen_at > :gone)
                order by id""")
        .bind("seller", s.seller())
        .bind("site", s.listing().site())
        .bind("listing", s.listing().listingId())
        .bind("certificate", s.found().certificate())
        .bind("dismissed", SightingState.NOT_A_COPY.text())
        .bind("gone", GoneCopies.before(handle, s).since())
        .map((rs, ctx) -> read(rs))
        .list();
    for (Finding finding : candidates) {
      if (showed(handle, finding, shown)) {
        return finding;
      }
    }
    List<Finding> alike = candidates.stream()
        .filter(one -> one.form().equals(s.form()) && samePart(one.original(), s.found().original()))
        .filter(one -> count(handle, one, "day = :value", s.day()) == 0)
        .toList();
    String place = s.picture().role() + " " + s.picture().position();
    return alike.stream()
        .filter(one -> count(handle, one, "role || ' ' || position = :value", place) > 0)
        .findFirst()
        .orElse(alike.isEmpty() ? null : alike.get(0));
  }

  private static int count(Handle handle, Finding finding, String where, String value) {
    return handle.createQuery("select count(*) from sighting where finding_id = :finding and " + where)
        .bind("finding", finding.id())
        .bind("value", value)
        .mapTo(int.class)
        .one();
  }

  private static boolean showed(Handle handle, Finding finding, List<String> shown) {
    return handle.createQuery(
                """
                select count(*) from sighting s where s.finding_id = :finding
                  and (s.picture_sha256 in (<shown>) or exists (
                    select 1 from sighting_slice l
                    where l.sighting_id = s.id and l.shows = 1 and l.sha256 in (<shown>)))""")
            .bind("finding", finding.id())
            .bindList("shown", shown)
            .mapTo(int.class)
            .one()
        > 0;
  }

  static boolean samePart(Region a, Region b) {
    long width = Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
    long height = Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top());
    if (width <= 0 || height <= 0) {
      return false;
    }
    long shared = width * height;
    return 100 * shared >= SAME_PART * (area(a) + area(b) - shared);
  }

  private static long area(Region r) {
    return (long) (r.right() - r.left()) * (r.bottom() - r.top());
  }

  /** A copy that was not seen there before; {@code sighting} is stored already. Returns its number. */
  static int insert(Handle handle, Sighting s, int sighting, int licence) {
    int id = handle.createQuery(
            """
            insert into finding (seller_id, certificate_id, market, site, listing_id, shop_key, shop_group, shop_id, form,
              original_left, original_top, original_right, original_bottom, state, revision, first_sighting_id,
              last_sighting_id, sightings, licence_id)
            values (:seller, :certificate, :market, :site, :listing, :shopKey, :group, :shop, :form,
              :original.left, :original.top, :original.right, :original.bottom, :state, 1, :sighting, :sighting, 1,
              :licence)
            returning id""")
        .bind("seller", s.seller())
        .bind("certificate", s.found().certificate())
        .bind("market", s.listing().market())
        .bind("site", s.listing().site())
        .bind("listing", s.listing().listingId())
        .bind("shopKey", ShopKey.of(s.listing()))
        .bind("group", OwnShop.group(s.listing()))
        .bind("shop", s.listing().shopId())
        .bind("form", s.form())
        .bindMethods("original", s.found().original())
        .bind("state", s.state().text())
        .bind("sighting", sighting)
        .bind("licence", licence == 0 ? null : (Integer) licence)
        .mapTo(int.class)
        .one();
    handle.execute("update sighting set finding_id = ? where id = ?", id, sighting);
    return id;
  }

  /**
   * The same copy once more; it is stored already under {@code id}, in the state that the finding has from now on. A page
   * that names its shop is believed over one that did not, or that named another.
   */
  static void seenAgain(Handle handle, Finding finding, Sighting s, int id, int licence) {
    handle.createUpdate(
            """
            update finding set sightings = sightings + 1,
              last_sighting_id = case when last_sighting_id > :sighting then last_sighting_id else :sighting end
            where id = :finding""")
        .bind("sighting", id)
        .bind("finding", finding.id())
        .execute();
    if (!s.listing().shopId().isEmpty()) {
      handle.execute(
          "update finding set shop_key = ?, shop_group = ?, shop_id = ? where id = ?",
          ShopKey.of(s.listing()),
          OwnShop.group(s.listing()),
          s.listing().shopId(),
          finding.id());
    }
    handle.execute("update sighting set finding_id = ? where id = ?", finding.id(), id);
    if (finding.state() != s.state() || finding.licence() != licence) {
      setState(handle, finding.id(), s.state(), null, licence);
    }
  }

  /** The last day on which a finding was seen. */
  static String lastDay(Handle handle, Finding finding) {
    return handle.createQuery("select max(day) from sighting where finding_id = :finding")
        .bind("finding", finding.id())
        .mapTo(String.class)
        .one();
  }

  /**
   * Says what stands about a finding and all of its sightings.
   *
   * @param later until when it is put off, or {@code null}
   * @param licence number of the licence that it stands under, or 0
   */
  public static void setState(Handle handle, int finding, SightingState state, Instant later, int licence) {
    handle.execute(
        "update finding set state = ?, later_until = ?, licence_id = ?, revision = revision + 1 where id = ?",
        state.text(),
        later == null ? null : Times.text(later),
        licence == 0 ? null : (Integer) licence,
        finding);
    handle.execute(
        "update sighting set state = ? where finding_id = ? and state <> ?", state.text(), finding, state.text());
  }

  /** The finding of a sighting that is part of a complaint from now on. */
  public static void complained(Handle handle, Sighting sighting) {
    setState(handle, ofSighting(handle, sighting.seller(), sighting.id()).id(), SightingState.COMPLAINED, null, 0);
  }

  /** The last complaint that holds any sighting of the finding that a sighting is of; 0 if there is none. */
  public static int complaintOf(Handle handle, Sighting sighting) {
    return handle.createQuery(
            """
            select coalesce(max(x.complaint_id), 0) from sighting s join sighting o on o.finding_id = s.finding_id
            join complaint_sighting x on x.sighting_id = o.id where s.id = :sighting""")
        .bind("sighting", sighting.id())
        .mapTo(int.class)
        .one();
  }

  /**
   * A seller's own finding.
   *
   * @throws Refused as if it did not exist if it is another seller's
   */
  public static Finding ofSeller(Handle handle, int seller, int id) {
    return one(handle, seller, "select * from finding where id = :id and seller_id = :seller", id);
  }

  /**
   * The finding that one of a seller's own sightings is of.
   *
   * @throws Refused as if it did not exist if it is another seller's
   */
  public static Finding ofSighting(Handle handle, int seller, int sighting) {
    return one(
        handle,
        seller,
        "select f.* from sighting s join finding f on f.id = s.finding_id where s.id = :id and s.seller_id = :seller",
        sighting);
  }

  private static Finding one(Handle handle, int seller, String sql, int id) {
    return handle.createQuery(sql)
        .bind("id", id)
        .bind("seller", seller)
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }

  /**
   * A page of a seller's findings, what was seen last first: how often each was seen, by the number of its last sighting.
   *
   * @param state {@code null} for all
   */
  static Map<Integer, Integer> page(Handle handle, int seller, SightingState state, int limit, int offset) {
    Map<Integer, Integer> times = new LinkedHashMap<>();
    handle.createQuery(
            "select f.last_sighting_id, f.sightings from finding f where f.seller_id = :seller and " + clause(state)
                + " order by f.last_sighting_id desc limit :limit offset :offset")
        .bind("seller", seller)
        .bind("state", state == null ? "" : state.text())
        .bind("limit", limit)
        .bind("offset", offset)
        .map((rs, ctx) -> times.put(rs.getInt(1), rs.getInt(2)))
        .list();
    return times;
  }

  static int count(Handle handle, int seller, SightingState state) {
    return handle.createQuery("select count(*) from finding f where f.seller_id = :seller and " + clause(state))
        .bind("seller", seller)
        .bind("state", state == null ? "" : state.text())
        .mapTo(int.class)
        .one();
  }

  /** Either way an index has them in their order. */
  private static String clause(SightingState state) {
    return state == null ? ":state = ''" : "f.state = :state";
  }

  private static Finding read(ResultSet rs) throws SQLException {
    return new Finding(
        rs.getInt("id"),
        rs.getInt("seller_id"),
        rs.getInt("certificate_id"),
        rs.getString("shop_key"),
        rs.getString("form"),
        new Region(
            rs.getInt("original_left"),
            rs.getInt("original_top"),
            rs.getInt("original_right"),
            rs.getInt("original_bottom")),
        SightingState.of(rs.getString("state")),
        rs.getInt("revision"),
        Times.of(rs.getString("later_until")),
        rs.getInt("first_sighting_id"),
        rs.getInt("last_sighting_id"),
        rs.getInt("sightings"),
        rs.getInt("licence_id"));
  }
}
