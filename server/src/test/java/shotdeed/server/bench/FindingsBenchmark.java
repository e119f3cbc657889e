package shotdeed.server.bench;

import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.server.Client;
import shotdeed.server.TestServer;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.platform.Csrf;

/**
 * Inbox, lists, reports and figures of one seller with 100,000 certificates and 1,000,000 sightings: the pages, the way from a
 * decision to the next finding, and how long reports take. Prints figures, asserts none: {@code mvn test -pl server -am
 * -Dgroups=benchmark -DexcludedGroups= -Dtest=FindingsBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("benchmark")
class FindingsBenchmark {
  private static final int CERTIFICATES = Integer.getInteger("findings.certificates", 100_000);
  private static final int SIGHTINGS = Integer.getInteger("findings.sightings", 1_000_000);

  /** Times that each copy was seen. */
  private static final int TIMES = 5;

  private static final int SHOPS = 5_000;

  /** Sightings that are younger than the last daily report. */
  private static final int RECENT = 10_000;

  /** Complaints, half of them decided. */
  private static final int COMPLAINTS = 20_000;

  private static final int ROUNDS = 9;

  private static final List<String> PAGES = List.of(
      "/",
      "/dashboard",
      "/triage",
      "/triage/100000",
      "/sightings",
      "/sightings?state=new",
      "/sightings?state=confirmed",
      "/sightings?page=3000",
      "/sightings/500000",
      "/reports",
      "/reports/2",
      "/reports/2?page=50",
      "/reports/settings",
      "/licences",
      "/monitor",
      "/complaints",
      "/complaints/1",
      "/complaints/1/outcome",
      "/complaints/due",
      "/complaints/statistics",
      "/complaints?waiting=lodge",
      "/rechecks",
      "/shops",
      "/shops?only=complained",
      "/shops?q=Shop+4999",
      "/shops/2500",
      "/batch?shop=number+alibaba+2500",
      "/letters",
      "/accused");

  @Test
  void pages_decisions_and_reports() {
    try (TestServer server = TestServer.start()) {
      server.server().features().database().write(handle -> {
        fill(handle);
        return null;
      });
      String session = TestAccounts.sessionOf(server.server().features(), "Admin", server.now());
      System.out.printf("%n%,d certificates, %,d sightings of %,d findings in %,d shops: milliseconds,"
              + " first / median / largest of %d%n",
          CERTIFICATES, SIGHTINGS, SIGHTINGS / TIMES, SHOPS, ROUNDS);
      reports(server, session);
      for (String page : PAGES) {
        print(page, times(() -> server.anybody().get(page, "Cookie", "shotdeed=" + session).status()));
      }
      decisions(server, session);
    }
  }

  private interface Work {
    int run();
  }

  private static double[] times(Work work) {
    double[] millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      int status = work.run();
      millis[i] = (System.nanoTime() - start) / 1e6;
      if (status != 200) {
        System.out.println("status " + status);
      }
    }
    return millis;
  }

  private static void print(String what, double[] millis) {
    double first = millis[0];
    Arrays.sort(millis);
    System.out.printf("%-52s %7.1f %7.1f %7.1f%n", what, first, millis[millis.length / 2], millis[millis.length - 1]);
  }

  /** From the key to the next finding: the form, the redirect, the page. */
  private static void decisions(TestServer server, String session) {
    for (String decision : List.of("copy", "not-a-copy", "later", "own")) {
      print("triage: " + decision + " and on to the next", times(() -> {
        int finding = finding(server);
        Client.Reply done = post(server, session, "/triage/" + finding, "decision=" + decision + "&revision=1");
        return server.anybody().get(done.header("Location"), "Cookie", "shotdeed=" + session).status();
      }));
    }
  }

  private static int finding(TestServer server) {
    return server.server().features().database().read(handle ->
        handle.createQuery("select id from finding where state = 'new' and later_until is null limit 1")
            .mapTo(int.class)
            .one());
  }

  private static Client.Reply post(TestServer server, String session, String path, String form) {
    byte[] body = (form + "&csrf=" + Csrf.token(session)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return server.anybody().postBody(
        path, "application/x-www-form-urlencoded", body, "Cookie", "shotdeed=" + session);
  }

  private static void reports(TestServer server, String session) {
    print("report on demand, " + RECENT + " sightings", times(() ->
        post(server, session, "/reports", "days=0").status() == 303 ? 200 : 0));
    print("report on demand, all of 90 days", Arrays.copyOf(times(() ->
        post(server, session, "/reports", "days=90").status() == 303 ? 200 : 0), 1));
  }

  private static void fill(Handle handle) {
    PreparedBatch certificates = handle.prepareBatch(
        "insert into certificate (id, seller_id, account_id, title, state, grade, basis, sha256, bytes, media_type, width,"
            + " height, created_at, monitored_at) values (?, 1, 1, ?, 'monitored', 'certified-before-publication', 'own', ?,"
            + " 1000, 'image/jpeg', 2000, 2000, ?, ?)");
    for (int i = 1; i <= CERTIFICATES; i++) {
      String at = "2026-08-01T08:00:00.000Z";
      certificates.add(i, "photo-" + i + ".jpg", String.format("%064x", i), at, at);
      if (i % 5000 == 0) {
        certificates.execute();
      }
    }
    PreparedBatch sightings = handle.prepareBatch(
        "insert into sighting (id, seller_id, certificate_id, account_id, state, verdict, method, distance, radius, form,"
            + " kernel, claimed_certificate, market, site, page_url, listing_id, title, shop_id, shop_name, picture_url,"
            + " fetched_url, role, position, picture_sha256, picture_bytes, picture_media_type, picture_width,"
            + " picture_height, seen_at, received_at, day, extension, browser, language) values (?, 1, ?, 1, 'new', 'copy',"
            + " 'fingerprint', 4, 40, 'rotate0', 3, 1, ?, 'item.taobao.com', 'https://item.taobao.com/item.htm?id=1', ?,"
            + " 'Long coat', ?, ?, 'https://img.example/1.jpg', 'https://img.example/1.jpg', 'main', 1, ?, 1000,"
            + " 'image/jpeg', 800, 800, ?, ?, ?, '1', 'b', 'en')");
    PreparedBatch findings = handle.prepareBatch(
        "insert into finding (id, seller_id, certificate_id, market, site, listing_id, shop_key, shop_group, shop_id, form,"
            + " original_left, original_top, original_right, original_bottom, state, revision, first_sighting_id,"
            + " last_sighting_id, sightings) values (?, 1, ?, ?, 'item.taobao.com', ?, ?, 'alibaba', ?, 'rotate0', 0, 0,"
            + " 10000, 10000, 'new', 1, ?, ?, " + TIMES + ")");
    int copies = SIGHTINGS / TIMES;
    for (int i = 1; i <= SIGHTINGS; i++) {
      int copy = 1 + (i - 1) % copies; // seen in turn, so that the recent ones are of many shops
      int shop = copy % SHOPS;
      long day = 80L * i / SIGHTINGS;
      String at = java.time.LocalDate.parse("2026-09-02").plusDays(day) + "T08:00:00.000Z";
      String market = copy % 3 == 0 ? "tmall" : "taobao";
      int certificate = 1 + copy % CERTIFICATES;
      sightings.add(i, certificate, market, "l-" + copy, "" + shop, "Shop " + shop, String.format("%064x", copy), at, at,
          at.substring(0, 10));
      if (i <= copies) {
        findings.add(i, certificate, market, "l-" + copy, "number alibaba " + shop, "" + shop, i, i + (TIMES - 1) * copies);
      }
      if (i % 5000 == 0) {
        sightings.execute();
      }
    }
    findings.execute();
    handle.execute("update sighting set finding_id = 1 + (id - 1) % " + copies);
    complaints(handle);
    handle.execute("insert into seen_on_day (seller_id, day, place, sightings, findings)"
        + " select 1, day, market, count(*), 0 from sighting group by day, market");
    handle.execute(
        "insert into report (seller_id, kind, day, zone, from_at, to_at, from_sighting, to_sighting, made_at,"
            + " shops, listings, findings, fresh, sightings, licensed, own, dismissed, coverage, handed_at) values (1,"
            + " 'daily', '2026-11-21', 'Asia/Shanghai', '2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z', 0, ?,"
            + " '2026-11-21T00:00:00.000Z', 0, 0, 0, 0, 0, 0, 0, 0, '{}', '2026-11-21T00:00:00.000Z')",
        SIGHTINGS - RECENT);
  }

  private static void complaints(Handle handle) {
    handle.execute(
        """
        insert into shop (seller_id, shop_key, market, site, shop_id, name, last_seen)
        select 1, shop_key, min(market), min(site), shop_id, 'Shop ' || shop_id, '2026-11-20T08:00:00.000Z' from finding
        group by shop_key, shop_id""");
    handle.execute(
        """
        insert into complaint (id, seller_id, account_id, client_key, state, market, site, shop_key, shop_id, shop_name,
          prepared_at, stated_prepared_at, ownership_statement, manifest_sha256, submitted_at)
        select id, 1, 1, 'c-' || id, case when id % 2 = 0 then 'upheld' else 'submitted' end, market, site, shop_key, shop_id,
          'Shop ' || shop_id, '2026-10-01T08:00:00.000Z', '2026-10-01T08:00:00.000Z', '', '', '2026-10-02T08:00:00.000Z'
        from finding where id <= ?""",
        COMPLAINTS);
    handle.execute(
        "insert into complaint_sighting (complaint_id, sighting_id, place) select id, id, 1 from complaint");
    handle.execute("update finding set state = 'complained' where id <= ?", COMPLAINTS);
    handle.execute("update sighting set state = 'complained' where id <= ?", COMPLAINTS);
    handle.execute(
        """
        insert into complaint_step (complaint_id, account_id, kind, from_state, to_state, happened_on, recorded_at, detail)
        select id, 1, 'submitted', 'prepared', 'submitted', '2026-10-02', '2026-10-02T08:00:00.000Z',
          '{"stated":{"revision":0,"happenedOn":"2026-10-02"}}' from complaint""");
    handle.execute(
        """
        insert into complaint_outcome (complaint_id, result, decided_on, ledger, points, reason, note, account_id, recorded_at)
        select id, 'upheld', '2026-10-10', 'A', 2, '', '', 1, '2026-10-10T08:00:00.000Z' from complaint
        where state = 'upheld'""");
    handle.execute(
        """
        insert into complaint_deadline (complaint_id, seller_id, kind, due_on, first_on, last_on, unsure, source, recorded_at)
        select id, 1, 'decision', '2026-11-20', '2026-11-20', '2026-11-20', 0, '', '2026-10-02T08:00:00.000Z' from complaint
        where state = 'submitted'""");
    handle.execute(
        """
        insert into recheck (seller_id, complaint_id, sighting_id, step_id, due_on)
        select 1, complaint_id, complaint_id, min(id), '2026-11-01' from complaint_step where complaint_id % 2 = 0
        group by complaint_id""");
  }
}
