package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;

/** What a seller reads of the theft reports. */
class ReportPagesTest {
  private static final byte[] COAT = Photos.photo("coat");

  private TestServer server;
  private Person person;
  private Client browser;

  @BeforeEach
  void start() {
    server = TestServer.start();
    person = Person.admin(server);
    browser = server.admin();
    server.monitored(browser, COAT);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void seen(String key, String listing, String shop, String title) {
    Checks.ok(Reports.send(browser, Reports.report(key, "2026-11-21T07:59:30.000Z", "taobao", listing, shop, title), COAT));
  }

  @Test
  void a_report_goes_from_shop_to_listing_to_picture_and_on_to_the_complaint() {
    seen("1", "111", "7", "Warm coat");
    seen("2", "222", "8", "Long coat");
    String report = person.submit(person.page("/reports"), "/reports", "days", "0").text();
    assertThat(report).contains(
        "Report 1 is made.",
        "Theft report of 2026-11-21, on demand",
        "New: 2, all: 2, shops: 2",
        "Shop 7",
        "Warm coat",
        "Main picture 1",
        "New since the last report",
        "Prepare a complaint");
    assertThat(report.indexOf("Shop 7")).isLessThan(report.indexOf("Warm coat"));
    assertThat(person.page("/sightings/1")).contains("id=\"complain\"");
    Checks.ok(Reports.complain(browser, Reports.complaint("c-1", "1")));
    assertThat(person.page("/reports/1")).contains("In a complaint", "/complaints/1");
  }

  @Test
  void an_empty_report_says_that_nothing_was_found_on_the_pages_looked_at() {
    String report = person.submit(person.page("/reports"), "/reports", "days", "7").text();
    assertThat(report).contains("No copy was found on the pages looked at.").doesNotContain("no theft", "No theft");
  }

  @Test
  void the_day_and_hour_are_those_of_the_sellers_own_clock() {
    assertThat(person.page("/reports")).contains("The next daily report comes at 2026-11-22 08:00 (Asia/Shanghai).");
    assertThat(person.submit(
            person.page("/reports/settings"), "/reports/settings", "daily", "yes", "hour", "9", "zone", "America/New_York")
        .text())
        .contains("The daily report is set.", "The next daily report comes at 2026-11-21 09:00 (America/New_York).");
    server.pass(Duration.ofHours(8));
    server.server().features().reporting().daily().run();
    assertThat(person.page("/reports")).contains("Daily theft report of 2026-11-21", "2026-11-22 09:00");
  }

  @Test
  void settings_that_cannot_be_are_refused_and_nothing_is_changed() {
    String page = person.page("/reports/settings");
    Client.Reply zone = person.submit(page, "/reports/settings", "daily", "yes", "hour", "8", "zone", "Mars/Olympus");
    assertThat(zone.status()).isEqualTo(400);
    assertThat(zone.text()).contains("State a time zone such as Asia/Shanghai");
    Client.Reply hour = person.submit(page, "/reports/settings", "daily", "yes", "hour", "24", "zone", "Asia/Taipei");
    assertThat(hour.text()).contains("The hour is not right");
    assertThat(person.page("/reports/settings")).contains("value=\"Asia/Shanghai\"");
    assertThat(person.submit(page, "/reports/settings", "hour", "8", "zone", "Asia/Shanghai").text())
        .contains("The daily report is set.");
    assertThat(person.page("/reports")).contains("No daily report is made.");
  }

  @Test
  void words_of_a_hostile_shop_are_words_and_nothing_else() {
    seen("1", "111", "7", "<script>alert(1)</script>");
    String report = person.submit(person.page("/reports"), "/reports", "days", "0").text();
    assertThat(report).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
  }

  @Test
  void a_report_says_what_was_looked_at_what_failed_and_what_nobody_visited() {
    person.submit(
        person.page("/watch-list"), "/watch-list", "address", "https://item.taobao.com/item.htm?id=987654", "note", "");
    String told = "{\"day\":\"2026-11-21\",\"markets\":[{\"market\":\"taobao\",\"listings\":3,\"shops\":2,"
        + "\"pictures\":40,\"failed\":[{\"reason\":\"unreachable\",\"pictures\":2}]}]}";
    byte[] body = told.getBytes(StandardCharsets.UTF_8);
    assertThat(browser.send("PUT", "/api/v1/coverage", "application/json", body).status()).isEqualTo(204);
    String report = person.submit(person.page("/reports"), "/reports", "days", "7").text();
    assertThat(report).contains(
        "No copy was found on the pages looked at.",
        "Shops: 2 · listings: 3 · pictures looked at: 40 · could not be looked at: 2",
        "No answer, or access not granted: 2",
        "On the watch list and not visited: 1 of 1",
        "https://item.taobao.com/item.htm?id=987654");
  }

  @Test
  void the_files_say_what_was_looked_at_what_failed_and_what_nobody_visited() throws Exception {
    person.submit(
        person.page("/watch-list"), "/watch-list", "address", "https://item.taobao.com/item.htm?id=987654", "note", "");
    String told = "{\"day\":\"2026-11-21\",\"markets\":[{\"market\":\"taobao\",\"listings\":3,\"shops\":2,"
        + "\"pictures\":40,\"failed\":[{\"reason\":\"unreachable\",\"pictures\":2}],"
        + "\"changed\":[{\"site\":\"tmall\",\"part\":\"main\",\"listings\":2}]}]}";
    browser.send("PUT", "/api/v1/coverage", "application/json", told.getBytes(StandardCharsets.UTF_8));
    person.submit(person.page("/reports"), "/reports", "days", "7");
    String csv = person.get("/reports/1/report.csv").text();
    String pdf;
    try (PDDocument document = Loader.loadPDF(person.get("/reports/1/report.pdf").bytes())) {
      pdf = new PDFTextStripper().getText(document);
    }
    for (String file : List.of(csv, pdf)) {
      assertThat(file).contains(
          "No copy was found on the pages looked at.",
          "could not be looked at: 2",
          "No answer, or access not granted: 2",
          "Pages that have changed",
          "Tmall: gallery not found · listings: 2 · since 2026-11-21 · browsers: 1",
          "On the watch list and not visited: 1 of 1",
          "https://item.taobao.com/item.htm?id=987654");
    }
    JsonNode examined = person.get("/reports/1/report.json").json().get("examined");
    assertThat(examined.get("markets").get("taobao").toString())
        .isEqualTo("{\"shops\":2,\"listings\":3,\"pictures\":40,\"failed\":2,\"reasons\":{\"unreachable\":2}}");
    assertThat(examined.get("pictures").asInt()).isEqualTo(40);
    assertThat(examined.at("/browsers/told").asInt()).isEqualTo(1);
    assertThat(examined.get("changed").toString())
        .isEqualTo("[{\"site\":\"tmall\",\"part\":\"main\",\"listings\":2,\"since\":\"2026-11-21\",\"browsers\":1}]");
    assertThat(examined.at("/watchList/first/0/url").asText()).isEqualTo("https://item.taobao.com/item.htm?id=987654");
    try (Stream<Path> left = Files.list(server.data().resolve("tmp"))) {
      assertThat(left).as("files on disk while they were sent").isEmpty();
    }
  }

  @Test
  void a_report_is_taken_as_pdf_csv_and_json_in_the_persons_language() throws Exception {
    seen("1", "111", "7", "羊毛大衣");
    person.submit(person.page("/reports"), "/reports", "days", "0");
    Client.Reply pdf = person.speaking("zh-CN").get("/reports/1/report.pdf");
    assertThat(pdf.header("Content-Disposition")).contains("theft-report-2026-11-21-1.pdf");
    try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
      assertThat(new PDFTextStripper().getText(document)).contains("盗图报告", "Shop 7", "羊毛大衣", "My shop");
    }
    assertThat(person.get("/reports/1/report.csv").text()).startsWith("\ufeff").contains("羊毛大衣", "Shop 7");
    JsonNode json = person.get("/reports/1/report.json").json();
    assertThat(json.get("format").asText()).isEqualTo("shotdeed-theft-report/1");
    assertThat(json.toString()).contains("羊毛大衣", "\"Shop 7\"");
  }
}
