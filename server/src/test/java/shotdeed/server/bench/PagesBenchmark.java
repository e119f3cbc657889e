package shotdeed.server.bench;

import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Certifier;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Kernel;
import shotdeed.image.LumaImage;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.certify.Library;
import shotdeed.server.certify.RandomLibrary;
import shotdeed.server.certify.Step;
import shotdeed.server.monitor.library.BulkSteps;
import shotdeed.server.monitor.library.LibraryFilter;
import shotdeed.server.picture.BackgroundResource;
import shotdeed.server.picture.PictureDecoder;

/**
 * The console's pages over a store of 100,000 certificates, and what it takes to compare an upload with those of all other
 * sellers. Prints figures, asserts none: {@code mvn test -pl server -am -Dgroups=benchmark -DexcludedGroups=
 * -Dtest=PagesBenchmark -Dsurefire.failIfNoSpecifiedTests=false -Dpages.certificates=100000}.
 */
@Tag("benchmark")
class PagesBenchmark {
  private static final int CERTIFICATES = Integer.getInteger("pages.certificates", 100_000);
  private static final int SELLERS = 300;

  /** Fingerprints a certificate, as many as a photograph has. */
  private static final int PRINTS = Integer.getInteger("pages.prints", 64);

  private static final int ROUNDS = 7;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final List<String> PAGES = List.of(
      "/",
      "/certificates",
      "/certificates?state=monitored",
      "/certificates?state=monitored&page=1000",
      "/certificates?page=2000",
      "/monitor",
      "/monitor?page=1000",
      "/monitor?show=all&page=1500",
      "/monitor?q=nobody-has-this",
      "/monitor?q=photo",
      "/monitor?q=photo&show=all",
      "/monitor?q=photo&sort=title",
      "/monitor?show=all&sort=title&page=1400",
      "/monitor?q=photo-99&category=women&from=2026-01-01&to=2026-12-31",
      "/monitor?category=women",
      "/views",
      "/sightings",
      "/sightings?state=new",
      "/sightings?page=300",
      "/sightings/1000",
      "/certificates/99990",
      "/complaints",
      "/reviews",
      "/reviews?page=20",
      "/reviews/settings",
      "/disputes",
      "/sellers",
      "/team",
      "/upload",
      "/audit");

  @Test
  void pages_where_one_seller_has_all_of_them() {
    measure("one seller of all", i -> 1);
  }

  @Test
  void pages_where_three_hundred_sellers_share_them() {
    measure(SELLERS + " sellers", i -> 1 + i % SELLERS);
  }

  private static void measure(String what, IntUnaryOperator seller) {
    try (TestServer server = TestServer.start()) {
      server.server().features().database().write(handle -> {
        fill(handle, seller);
        return null;
      });
      server.restart();
      String link = server.server().firstSignIn();
      String session = TestAccounts.session(
          server.server().features(), "Extra", EnumSet.of(Role.OWNER, Role.ADMIN), server.now());
      // The admin of the first seller, whose certificates these are.
      server.server().features().database().write(handle -> handle.execute(
          "update account set seller_id = 1 where id = (select max(id) from account)"));
      Map<String, String> shown = new LinkedHashMap<>();
      for (String page : PAGES) {
        shown.put(page, time(server, session, page));
      }
      System.out.printf("%n%s, %,d certificates (%s): milliseconds a page, first / median / largest of %d%n",
          what, CERTIFICATES, link == null ? "signed in" : "fresh", ROUNDS);
      shown.forEach((page, time) -> System.out.printf("%-42s %s%n", page, time));
    }
  }

  private static String time(TestServer server, String session, String page) {
    double[] millis = new double[ROUNDS];
    int status = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      Client.Reply reply = server.anybody().get(page, "Cookie", "shotdeed=" + session);
      millis[i] = (System.nanoTime() - start) / 1e6;
      status = reply.status();
    }
    double first = millis[0];
    Arrays.sort(millis);
    return String.format("%7.1f %7.1f %7.1f  %d", first, millis[ROUNDS / 2], millis[ROUNDS - 1], status);
  }

  private static void fill(Handle handle, IntUnaryOperator sellerOf) {
    for (int s = 2; s <= SELLERS; s++) {
      handle.execute("insert into seller (name, created_at, library) values (?, '2026-01-01T00:00:00.000Z', ?)",
          "Seller " + s, "library-" + s);
    }
    PreparedBatch certificates = handle.prepareBatch(
        "insert into certificate (id, seller_id, account_id, title, state, grade, basis, sha256, bytes, media_type, width,"
            + " height, created_at) values (?, ?, 1, ?, ?, 'certified-before-publication', 'own', ?, 1000, 'image/jpeg',"
            + " 2000, 2000, ?)");
    PreparedBatch subjects = handle.prepareBatch(
        "insert into certificate_subject (certificate_id, category, person) values (?, ?, 'no')");
    PreparedBatch prints = handle.prepareBatch(
        "insert into fingerprint (certificate_id, place, kernel, region_left, region_top, region_right, region_bottom,"
            + " quality, radius, hash) values (?, ?, ?, 0, 0, 10000, 10000, 100, 40, ?)");
    PreparedBatch features = handle.prepareBatch(
        "insert into feature_set (certificate_id, version, features) values (?, ?, x'00')");
    PreparedBatch series =
        handle.prepareBatch("insert into upload_series (id, seller_id, account_id, last_at, photographs)"
            + " values (?, ?, 1, ?, 30)");
    PreparedBatch queue = handle.prepareBatch(
        "insert into second_review (certificate_id, series_id, entered_at, due_at) values (?, ?, ?, ?)");
    PreparedBatch sightings = handle.prepareBatch(
        "insert into sighting (seller_id, certificate_id, account_id, state, verdict, method, distance, radius, form,"
            + " kernel, claimed_certificate, market, site, page_url, listing_id, title, shop_id, shop_name, picture_url,"
            + " fetched_url, role, position, picture_sha256, picture_bytes, picture_media_type, picture_width,"
            + " picture_height, seen_at, received_at, day, extension, browser, language) values (?, ?, 1, 'new', 'copy',"
            + " 'fingerprint', 4, 40, 'rotate0', 3, 1, 'taobao', 'taobao', 'https://a.example/', ?, 'T', '1', 'S',"
            + " 'https://a.example/1.jpg', 'https://a.example/1.jpg', 'main', 1, ?, 1000, 'image/jpeg', 800, 800, ?, ?,"
            + " '2026-11-21', '1', 'b', 'en')");
    Random random = new Random(1);
    byte[] hash = new byte[32];
    String[] states = {"monitored", "monitored", "monitored", "certified", "paused", "retired", "rejected", "refused"};
    for (int i = 1; i <= CERTIFICATES; i++) {
      String at = String.format("2026-%02d-%02dT08:00:%02d.000Z", 1 + i % 10, 1 + i % 28, i % 60);
      int seller = sellerOf.applyAsInt(i);
      boolean waits = i % 30 == 0; // some 3,000 wait for a second review
      String state = waits ? "first-passed" : states[i % states.length];
      certificates.add(i, seller, title(i), state, String.format("%064x", i), at);
      for (int p = 0; p < PRINTS; p++) {
        random.nextBytes(hash);
        prints.add(i, p, Kernel.VERSION, hash.clone());
      }
      subjects.add(i, i % 2 == 0 ? "women" : "men");
      features.add(i, shotdeed.feature.FeatureKernel.VERSION);
      if (i % 900 == 1) {
        series.add(1 + i / 900, seller, at);
      }
      if (waits) {
        queue.add(i, 1 + (i - 1) / 900, at, "2026-11-2" + i % 9 + "T08:00:00.000Z");
      }
      if (i % 5 == 0) {
        sightings.add(seller, i, "l-" + i, String.format("%064x", 1_000_000 + i), at, at);
      }
      if (i % 5000 == 0) {
        for (PreparedBatch batch : List.of(certificates, subjects, prints, features, series, queue, sightings)) {
          batch.execute();
        }
      }
    }
  }

  /** As long as a title may be, if asked for: the more there is to look through. */
  private static String title(int i) {
    return "photo-" + i + (Boolean.getBoolean("pages.long") ? " 秋季新款 Denim jacket".repeat(9) : "") + ".jpg";
  }

  /** How long a step of all certificates takes, and for how long at most somebody else who writes waits meanwhile. */
  @Test
  void a_step_of_all_certificates_of_a_seller() throws Exception {
    try (TestServer server = TestServer.start()) {
      server.server().features().database().write(handle -> {
        fill(handle, i -> 1);
        return null;
      });
      server.restart();
      server.server().features().database().write(handle ->
          handle.execute("update account set seller_id = 1 where id = (select max(id) from account)"));
      Caller caller = TestAccounts.caller(server.server().features(), 1);
      BulkSteps bulk = server.server().features().monitoring().library().bulk();
      for (String filter : List.of("show=monitored", "show=paused", "show=ready", "show=all")) {
        long start = System.nanoTime();
        int id = bulk.all(
            caller, filter.equals("show=paused") ? Step.RESUME : filter.equals("show=monitored") ? Step.PAUSE : Step.MONITOR,
            LibraryFilter.ofQuery(filter));
        double asked = (System.nanoTime() - start) / 1e6;
        double longest = 0;
        while (!bulk.of(caller, id).ended()) {
          long before = System.nanoTime();
          server.server().features().database().write(handle -> handle.execute("update seller set name = name where id = 2"));
          longest = Math.max(longest, (System.nanoTime() - before) / 1e6);
          Thread.sleep(5);
        }
        System.out.printf("%s: asked in %.0f ms, %,d moved and %,d left in %.1f s; another writer waited %.0f ms at most%n",
            filter, asked, bulk.of(caller, id).moved(), bulk.of(caller, id).leftCount(),
            (System.nanoTime() - start) / 1e9, longest);
      }
    }
  }

  /** One thread: decoding is not part of it. Every seller's certificates have as many fingerprints as real ones. */
  @Test
  void an_upload_is_compared_with_all_other_sellers() throws Exception {
    int each = CERTIFICATES / SELLERS;
    Library library = RandomLibrary.of(SELLERS, each, 64);
    LumaImage luma = large(Photos.photo("coat"));
    double[] millis = new double[ROUNDS];
    int found = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long before = THREADS.getCurrentThreadCpuTime();
      found = library.matchOthers(1, new Kernel().query(luma)).size();
      millis[i] = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
    }
    double first = millis[0];
    Arrays.sort(millis);
    List<Fingerprint> own = new Certifier(BackgroundResource.bank()).certificate(luma);
    System.out.printf(
        "%n%,d certificates of %d sellers, 64 fingerprints each: looking a picture of 2000 x 2000 up at all others takes"
            + " %.0f ms of CPU (first %.0f, with the postings made; its own fingerprints: %d; named: %d)%n",
        CERTIFICATES, SELLERS, millis[ROUNDS / 2], first, own.size(), found);
  }

  private static LumaImage large(byte[] photo) throws Exception {
    BufferedImage image = new PictureDecoder().decode(Photos.recompressed(photo, 5, 0.95f)).image();
    return new PictureDecoder().decode(Photos.png(image)).luma();
  }
}
