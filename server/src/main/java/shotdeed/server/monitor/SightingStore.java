package shotdeed.server.monitor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import shotdeed.fingerprint.Region;
import shotdeed.model.Method;
import shotdeed.model.SightingState;
import shotdeed.model.Verdict;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;
import shotdeed.wire.CaptureClient;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;

/** Sightings and the reports they came from. */
public final class SightingStore {
  private static final String SELECT =
      """
      select s.*, a.name as seen_by, coalesce(cs.complaint_id, (
          select max(o.complaint_id) from sighting t join complaint_sighting o on o.sighting_id = t.id
          where t.finding_id = s.finding_id and s.state = 'complained' and o.released = 0), 0) as complaint,
        (select count(*) from sighting_report r where r.sighting_id = s.id) as reports
      from sighting s
      join account a on a.id = s.account_id
      left join complaint_sighting cs on cs.sighting_id = s.id and cs.released = 0
      """;

  private SightingStore() {}

  /**
   * Stores a sighting ({@code id}, {@code reports} and {@code complaint} are ignored); returns its number.
   *
   * @param strip names the strip that its picture is a slice of; empty for a picture alone
   */
  static int insert(Handle handle, Caller caller, Sighting s, String strip) {
    return handle.createQuery(
            """
            insert into sighting (seller_id, certificate_id, account_id, device_id, state, verdict, method, distance,
              radius, region_left, region_top, region_right, region_bottom,
              original_left, original_top, original_right, original_bottom, form, kernel, claimed_certificate,
              market, site, page_url, listing_id, title, shop_id, shop_name,
              picture_url, fetched_url, role, position, picture_sha256, picture_bytes, picture_media_type,
              picture_width, picture_height, raster_sha256, seen_at, received_at, day, strip, again, extension, browser,
              language, uploader)
            values (:seller, :certificate, :account, :device, :state, :verdict, :method, :distance,
              :radius, :region.left, :region.top, :region.right, :region.bottom,
              :original.left, :original.top, :original.right, :original.bottom, :form, :kernel, :claimed,
              :market, :site, :pageUrl, :listingId, :title, :shopId, :shopName,
              :pictureUrl, :fetchedUrl, :role, :position, :sha256, :bytes, :mediaType,
              :width, :height, :raster, :seenAt, :receivedAt, :day, :strip, :again, :extension, :browser, :language,
              :uploader)
            returning id""")
        .bind("seller", caller.seller())
        .bind("certificate", s.found().certificate())
        .bind("account", caller.account())
        .bind("device", caller.device())
        .bind("state", s.state().text())
        .bind("verdict", s.found().verdict().text())
        .bind("method", s.found().method().text())
        .bind("distance", s.found().distance())
        .bind("radius", s.found().radius())
        .bindMethods("region", s.found().region())
        .bindMethods("original", s.found().original())
        .bind("form", s.form())
        .bind("kernel", s.kernel())
        .bind("claimed", s.claimedCertificate())
        .bind("market", s.listing().market())
        .bind("site", s.listing().site())
        .bind("pageUrl", s.listing().pageUrl())
        .bind("listingId", s.listing().listingId())
        .bind("title", s.listing().title())
        .bind("shopId", s.listing().shopId())
        .bind("shopName", s.listing().shopName())
        .bind("pictureUrl", s.picture().url())
        .bind("fetchedUrl", s.picture().fetchedUrl())
        .bind("role", s.picture().role())
        .bind("position", s.picture().position())
        .bind("sha256", s.file().sha256())
        .bind("bytes", s.file().bytes())
        .bind("mediaType", s.file().mediaType())
        .bind("width", s.file().width())
        .bind("height", s.file().height())
        .bind("raster", s.file().raster())
        .bind("seenAt", Times.text(s.seenAt()))
        .bind("receivedAt", Times.text(s.receivedAt()))
        .bind("day", s.day())
        .bind("strip", strip)
        .bind("again", GoneCopies.before(handle, s).times())
        .bind("extension", s.client().extension())
        .bind("browser", s.client().browser())
        .bind("language", s.client().language())
        .bind("uploader", s.picture().uploader())
        .mapTo(int.class)
        .one();
  }

  static void insertReport(Handle handle, int seller, String clientKey, int sighting, String receivedAt) {
    handle.execute(
        "insert into sighting_report (seller_id, client_key, sighting_id, received_at) values (?, ?, ?, ?)",
        seller,
        clientKey,
        sighting,
        receivedAt);
  }

  /** Number of the sighting that a report led to, or 0. */
  static int ofReport(Handle handle, int seller, String clientKey) {
    return handle.createQuery(
            "select sighting_id from sighting_report where seller_id = :seller and client_key = :key")
        .bind("seller", seller)
        .bind("key", clientKey)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  /**
   * Number of the sighting of this picture, or of this strip, on this listing on this day, or 0. A copy that is found
   * in a picture alone once and in a strip with it another time, or in two strips that share slices, is one sighting; but
   * what a person called no copy of one photograph says nothing about another, and what was gone since is seen anew.
   *
   * @param shown SHA-256 of the pictures that show the copy; not empty
   */
  static int ofDay(Handle handle, Sighting s, String strip, List<String> shown) {
    return handle.createQuery(
            """
            select id from sighting
            where seller_id = :seller and site = :site and listing_id = :listing and day = :day
              and seen_at > :gone
              and (picture_sha256 = :sha256 and strip = :strip
                  and (certificate_id = :certificate or state <> :dismissed)
                or certificate_id = :certificate and (picture_sha256 in (<shown>) or exists (
                  select 1 from sighting_slice l
                  where l.sighting_id = sighting.id and l.shows = 1 and l.sha256 in (<shown>))))
            order by id limit 1""")
        .bind("seller", s.seller())
        .bind("site", s.listing().site())
        .bind("listing", s.listing().listingId())
        .bind("day", s.day())
        .bind("gone", GoneCopies.before(handle, s).since())
        .bind("sha256", s.file().sha256())
        .bind("strip", strip)
        .bind("dismissed", SightingState.NOT_A_COPY.text())
        .bind("certificate", s.found().certificate())
        .bindList("shown", shown)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  /**
   * A seller's own sighting.
   *
   * @throws Refused as if it did not exist if it is another seller's
   */
  public static Sighting ofSeller(Handle handle, int seller, int id) {
    return handle.createQuery(SELECT + " where s.id = :id and s.seller_id = :seller")
        .bind("id", id)
        .bind("seller", seller)
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }

  /** A seller's sightings with these numbers, the newest first. */
  static List<Sighting> numbered(Handle handle, int seller, List<Integer> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    return handle.createQuery(SELECT + " where s.seller_id = :seller and s.id in (<numbers>) order by s.id desc")
        .bind("seller", seller)
        .bindList("numbers", numbers)
        .map((rs, ctx) -> read(rs))
        .list();
  }

  static List<Sighting> page(Handle handle, int seller, SightingState state, int limit, int offset) {
    return handle.createQuery(
            SELECT + " where s.seller_id = :seller and " + stateClause(state)
                + " order by s.id desc limit :limit offset :offset")
        .bind("seller", seller)
        .bind("state", state == null ? "" : state.text())
        .bind("limit", limit)
        .bind("offset", offset)
        .map((rs, ctx) -> read(rs))
        .list();
  }

  static int count(Handle handle, int seller, SightingState state) {
    return handle.createQuery(
            "select count(*) from sighting s where s.seller_id = :seller and " + stateClause(state))
        .bind("seller", seller)
        .bind("state", state == null ? "" : state.text())
        .mapTo(int.class)
        .one();
  }

  /** Either way an index has them in their order. */
  private static String stateClause(SightingState state) {
    return state == null ? ":state = ''" : "s.state = :state";
  }

  /** Names the files of all sightings: the pictures, their slices, and the rasters that browsers made of some. */
  public static void files(Handle handle, Consumer<String> files) {
    handle.createQuery(
            "select picture_sha256 from sighting"
                + " union all select raster_sha256 from sighting where raster_sha256 is not null"
                + " union all select sha256 from sighting_slice"
                + " union all select raster_sha256 from sighting_slice where raster_sha256 is not null")
        .mapTo(String.class)
        .forEach(files);
  }

  /**
   * Certificates that a person said this picture, or this strip, is no copy of.
   *
   * @param sha256 of the picture's bytes; not looked at for a strip
   * @param strip names the strip; empty for a picture alone
   */
  static Set<Integer> notCopiesOf(Handle handle, int seller, String sha256, String strip) {
    return handle.createQuery(
            """
            select distinct certificate_id from sighting
            where seller_id = :seller and state = :state and strip = :strip
              and (:strip <> '' or picture_sha256 = :sha256)""")
        .bind("seller", seller)
        .bind("state", SightingState.NOT_A_COPY.text())
        .bind("strip", strip)
        .bind("sha256", sha256)
        .mapTo(int.class)
        .set();
  }

  private static Region region(ResultSet rs, String name) throws SQLException {
    return new Region(
        rs.getInt(name + "_left"), rs.getInt(name + "_top"), rs.getInt(name + "_right"), rs.getInt(name + "_bottom"));
  }

  private static Sighting read(ResultSet rs) throws SQLException {
    return new Sighting(
        rs.getInt("id"),
        rs.getInt("seller_id"),
        SightingState.of(rs.getString("state")),
        new Sighting.Found(
            rs.getInt("certificate_id"),
            Verdict.of(rs.getString("verdict")),
            Method.of(rs.getString("method")),
            rs.getInt("distance"),
            rs.getInt("radius"),
            region(rs, "region"),
            region(rs, "original")),
        rs.getString("form"),
        rs.getInt("kernel"),
        rs.getInt("claimed_certificate"),
        new SeenListing(
            rs.getString("market"),
            rs.getString("site"),
            rs.getString("page_url"),
            rs.getString("listing_id"),
            rs.getString("title"),
            rs.getString("shop_id"),
            rs.getString("shop_name")),
        new SeenPicture(
            rs.getString("picture_url"), rs.getString("fetched_url"), rs.getString("role"), rs.getInt("position")),
        new Sighting.Captured(
            rs.getString("picture_sha256"),
            rs.getInt("picture_bytes"),
            rs.getString("picture_media_type"),
            rs.getInt("picture_width"),
            rs.getInt("picture_height"),
            rs.getString("raster_sha256")),
        Times.of(rs.getString("seen_at")),
        Times.of(rs.getString("received_at")),
        rs.getString("day"),
        new CaptureClient(rs.getString("extension"), rs.getString("browser"), rs.getString("language")),
        rs.getString("seen_by"),
        rs.getInt("reports"),
        rs.getInt("complaint"));
  }
}
