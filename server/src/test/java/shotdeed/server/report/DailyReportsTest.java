package shotdeed.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.platform.Database;

/** A seller's daily reports over days, stops and clocks. The test's clock starts on 2026-11-21 at 16:00 in Shanghai. */
class DailyReportsTest {
  private static final byte[] COAT = Photos.photo("coat");

  private TestServer server;
  private Client browser;

  @BeforeEach
  void start() {
    server = TestServer.start();
    browser = server.admin();
    server.monitored(browser, COAT);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void seen(String key, String seenAt, String listing, String shop) {
    Checks.ok(Reports.send(browser, Reports.report(key, seenAt, "taobao", listing, shop, "Coat"), COAT));
  }

  /** What is due is made after this, by whoever looked first: the server looks by itself too. */
  private void run() {
    server.server().features().reporting().daily().run();
  }

  /** Every report as {@code day: sightings from..to, findings, new}, the oldest first. */
  private List<String> reports() {
    return database().read(handle -> handle.createQuery(
            "select day || ': ' || from_sighting || '..' || to_sighting || ', ' || findings || ', ' || fresh"
                + " from report where seller_id = 1 order by id")
        .mapTo(String.class)
        .list());
  }

  private Database database() {
    return server.server().features().database();
  }

  private List<ReportLine> lines(int report) {
    return database().read(handle -> ReportStore.lines(handle, report, 0, 100));
  }

  @Test
  void the_first_report_comes_at_the_first_hour_after_something_was_monitored() {
    seen("1", "2026-11-21T07:59:30.000Z", "111", "7");
    run();
    server.pass(Duration.ofMinutes(15 * 60 + 59));
    run();
    assertThat(reports()).as("07:59 in Shanghai").isEmpty();
    server.pass(Duration.ofMinutes(1));
    run();
    run();
    assertThat(reports()).containsExactly("2026-11-22: 0..1, 1, 1");
  }

  @Test
  void what_is_seen_again_is_listed_but_not_new() {
    seen("1", "2026-11-21T07:59:30.000Z", "111", "7");
    server.pass(Duration.ofDays(1));
    run();
    seen("2", "2026-11-22T07:59:30.000Z", "111", "7");
    seen("3", "2026-11-22T07:59:30.000Z", "222", "8");
    server.pass(Duration.ofDays(1));
    run();
    assertThat(reports()).containsExactly("2026-11-22: 0..1, 1, 1", "2026-11-23: 1..3, 2, 1");
    assertThat(lines(2)).extracting(ReportLine::finding).as("new ones first").containsExactly(2, 1);
    assertThat(lines(2)).extracting(ReportLine::fresh).containsExactly(true, false);
  }

  @Test
  void after_a_stop_of_five_days_one_report_covers_them_all() {
    seen("1", "2026-11-21T07:59:30.000Z", "111", "7");
    server.pass(Duration.ofDays(1));
    run();
    seen("2", "2026-11-22T07:59:30.000Z", "222", "7");
    server.stop();
    server.pass(Duration.ofDays(5));
    server.startAgain();
    run();
    run();
    assertThat(reports()).containsExactly("2026-11-22: 0..1, 1, 1", "2026-11-27: 1..2, 1, 1");
  }

  @Test
  void a_sighting_that_is_told_late_is_in_the_next_report_and_one_sent_twice_is_there_once() {
    server.pass(Duration.ofDays(1));
    run();
    seen("1", "2026-11-21T07:59:30.000Z", "111", "7");
    seen("1", "2026-11-21T07:59:30.000Z", "111", "7");
    server.pass(Duration.ofDays(1));
    run();
    assertThat(reports()).containsExactly("2026-11-22: 0..0, 0, 0", "2026-11-23: 0..1, 1, 1");
    assertThat(lines(2)).extracting(ReportLine::times).containsExactly(1);
    assertThat(lines(2)).extracting(line -> line.seenAt().toString()).containsExactly("2026-11-21T07:59:30Z");
  }

  @Test
  void an_hour_that_daylight_saving_repeats_makes_one_report_and_a_moved_hour_loses_nothing() {
    Caller owner = TestAccounts.caller(server.server().features(), 1);
    ChooseReport choose = new ChooseReport(database(), () -> server.now());
    choose.set(owner, new ReportSetting(true, 1, ZoneId.of("America/New_York")));
    server.pass(Duration.between(server.now(), java.time.Instant.parse("2027-11-07T05:00:00Z"))); // 1:00 for the first time
    run();
    seen("1", "2027-11-07T05:10:00.000Z", "111", "7");
    server.pass(Duration.ofHours(1)); // 1:00 once more
    run();
    assertThat(reports()).hasSize(1);
    choose.set(owner, new ReportSetting(true, 22, ZoneId.of("Asia/Shanghai")));
    server.pass(Duration.ofHours(33)); // 23:00 of the next day in Shanghai
    run();
    assertThat(reports()).containsExactly("2027-11-07: 0..0, 0, 0", "2027-11-08: 0..1, 1, 1");
  }

  @Test
  void many_threads_that_look_at_once_make_one_report() throws Exception {
    seen("1", "2026-11-21T07:59:30.000Z", "111", "7");
    server.pass(Duration.ofDays(1));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    CountDownLatch go = new CountDownLatch(1);
    MakeReport make = new MakeReport(database(), (handle, seller, from, to) -> "{}", () -> server.now());
    List<Future<Integer>> made = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      made.add(threads.submit(() -> {
        go.await();
        return make.daily(1);
      }));
    }
    go.countDown();
    for (Future<Integer> one : made) {
      one.get();
    }
    threads.shutdown();
    assertThat(reports()).containsExactly("2026-11-22: 0..1, 1, 1");
  }

  @Test
  void a_report_on_demand_takes_nothing_from_the_daily_one() {
    seen("1", "2026-11-21T07:59:30.000Z", "111", "7");
    Caller owner = TestAccounts.caller(server.server().features(), 1);
    MakeReport make = new MakeReport(database(), (handle, seller, from, to) -> "{}", () -> server.now());
    make.onDemand(owner, 0);
    server.pass(Duration.ofDays(1));
    run();
    assertThat(reports()).containsExactly("2026-11-21: 0..1, 1, 1", "2026-11-22: 0..1, 1, 1");
  }

  @Test
  void excused_copies_are_counted_and_not_listed() {
    for (int i = 1; i <= 4; i++) {
      seen("k-" + i, "2026-11-21T07:59:30.000Z", "l-" + i, "" + i);
    }
    Checks.ok(browser.post("/api/v1/sightings/1/not-a-copy"));
    database().write(handle -> {
      handle.execute("update finding set state = 'new'");
      handle.execute("update finding set state = 'own' where id = 2");
      handle.execute("update finding set state = 'licensed' where id = 3");
      return handle.execute("update finding set state = 'not-a-copy' where id = 4");
    });
    server.pass(Duration.ofDays(1));
    run();
    assertThat(lines(1)).extracting(ReportLine::finding).containsExactly(1);
    TheftReport report = database().read(handle -> ReportStore.ofSeller(handle, 1, 1));
    assertThat(report.counts()).isEqualTo(new TheftReport.Counts(1, 1, 1, 1, 1, 1, 1, 1));
  }

  @Test
  void a_copy_that_was_excused_is_new_to_the_report_when_its_excuse_has_ended() {
    seen("1", "2026-11-21T07:59:30.000Z", "111", "7");
    database().write(handle -> handle.execute("update finding set state = 'own'"));
    server.pass(Duration.ofDays(1));
    run();
    database().write(handle -> handle.execute("update finding set state = 'new'"));
    seen("2", "2026-11-22T07:59:30.000Z", "111", "7");
    server.pass(Duration.ofDays(1));
    run();
    assertThat(reports()).containsExactly("2026-11-22: 0..1, 0, 0", "2026-11-23: 1..2, 1, 1");
  }

  @Test
  void a_clock_that_was_once_years_ahead_does_not_silence_the_reports() {
    server.pass(Duration.ofDays(3650));
    run();
    server.pass(Duration.ofDays(-3649));
    run();
    run();
    seen("1", "2026-11-21T07:59:30.000Z", "111", "7");
    server.pass(Duration.ofDays(1));
    run();
    assertThat(reports()).containsExactly("2036-11-18: 0..0, 0, 0", "2026-11-22: 0..0, 0, 0", "2026-11-23: 0..1, 1, 1");
  }

  @Test
  void reports_on_demand_are_not_made_without_end() {
    Caller owner = TestAccounts.caller(server.server().features(), 1);
    MakeReport make = new MakeReport(database(), (handle, seller, from, to) -> "{}", () -> server.now());
    for (int i = 0; i < MakeReport.MOST_AN_HOUR; i++) {
      make.onDemand(owner, 7);
    }
    assertThatThrownBy(() -> make.onDemand(owner, 7)).hasMessageStartingWith("too-many-reports");
    assertThat(reports()).hasSize(MakeReport.MOST_AN_HOUR);
    server.pass(Duration.ofHours(2));
    assertThat(make.onDemand(owner, 7)).isPositive();
  }
}
