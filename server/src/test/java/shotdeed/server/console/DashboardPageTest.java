package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.dashboard.Weeks;

/** A seller's figures by week and marketplace. The test's clock starts on Saturday 2026-11-21. */
class DashboardPageTest {
  private static final byte[] COAT = Photos.photo("coat");

  private static void seen(Client browser, String key, String day, String market, String listing) {
    String report = Reports.report(key, day + "T02:00:00.000Z", market, listing, "7", "Coat");
    Checks.ok(Reports.send(browser, report, COAT));
  }

  private static String words(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void each_copy_is_counted_in_the_week_it_was_seen_in_and_new_only_the_first_time() {
    try (TestServer server = TestServer.start()) {
      Person person = Person.admin(server);
      Client browser = server.admin();
      server.monitored(browser, COAT);
      seen(browser, "1", "2026-11-12", "taobao", "111");
      seen(browser, "2", "2026-11-20", "taobao", "111");
      seen(browser, "3", "2026-11-20", "tmall", "222");
      Checks.ok(Reports.complain(browser, Reports.complaint("c-1", "3")));
      String page = words(person.page("/dashboard"));
      assertThat(page).contains(
          "Photographs monitored 1",
          "Seen this week 2",
          "New this week 1",
          "Complaints open 1",
          "Taobao : 2",
          "2026-11-09 1 0 1", // week, Taobao, Tmall, all
          "2026-11-16 1 1 2",
          "Prepared : 1");
      server.pass(Duration.ofDays(7 * 12));
      Person again = Person.signedIn(
          server, TestAccounts.sessionOf(server.server().features(), "Admin", server.now())).speaking("en");
      assertThat(words(again.page("/dashboard")))
          .as("twelve weeks later").contains("Seen this week 0", "Nothing in these weeks.");
    }
  }

  @Test
  void a_week_with_one_copy_beside_a_week_with_a_thousand_still_has_a_bar() {
    List<LocalDate> mondays = List.of(LocalDate.parse("2026-11-09"), LocalDate.parse("2026-11-16"));
    Chart chart = Chart.of(new Weeks(mondays, List.of(
        new Weeks.Row("taobao", List.of(1, 900)), new Weeks.Row("tmall", List.of(0, 100)))));
    assertThat(chart.bars()).containsExactly(
        new Chart.Bar(0, 4, 159, 292, 1), new Chart.Bar(0, 304, 34, 292, 126), new Chart.Bar(1, 304, 20, 292, 14));
    assertThat(chart.totals()).containsExactly(
        new Chart.Total(150, 155, 1, "11-09"), new Chart.Total(450, 16, 1000, "11-16"));
  }
}
