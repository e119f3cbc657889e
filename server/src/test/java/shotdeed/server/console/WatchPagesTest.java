package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import shotdeed.model.Unjudged;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.coverage.Coverage;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

/** The watch list in the console, and how what was looked at is shown. */
class WatchPagesTest {
  private TestServer server;
  private Client willow;
  private Person owner;

  @BeforeEach
  void start() {
    server = TestServer.start();
    willow = server.newSeller("Willow");
    owner = Person.signedIn(
        server, TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now()));
    owner.speaking("en");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String add(String address, String note) {
    return owner.submit(owner.page("/watch-list"), "/watch-list", "address", address, "note", note).text();
  }

  @Test
  void an_address_is_added_cleaned_with_its_note_and_opens_in_a_new_tab() {
    String page = add(" https://item.taobao.com/item.htm?spm=a1&id=12345#x ", "Mondays <b>");
    assertThat(page)
        .contains("On the watch list: entry 1.")
        .contains("<a href=\"https://item.taobao.com/item.htm?id=12345\" rel=\"noreferrer noopener\" target=\"_blank\">")
        .contains("Mondays &lt;b&gt;")
        .contains("Not visited yet")
        .contains("On the list: 1 of at most 2000.");
  }

  @ParameterizedTest
  @CsvSource({
    "例子.example/裙子?颜色=红, https://xn--fsqu00a.example/%E8%A3%99%E5%AD%90?%E9%A2%9C%E8%89%B2=%E7%BA%A2",
    "shop.example/coat?utm_source=x, https://shop.example/coat"
  })
  void what_a_person_types_is_read_as_their_browser_would_write_it(String typed, String address) {
    assertThat(add(typed, "")).contains("<a href=\"" + address + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1)", "ftp://shop.example/coat", "coat", "https://user:word@shop.example/", "https://s.taobao.com/?q=1",
    "file:///etc/passwd", "//shop.example/coat", "https://"
  })
  void what_is_no_address_of_a_listing_or_shop_is_said_and_kept_to_be_changed(String typed) {
    Client.Reply reply = owner.submit(owner.page("/watch-list"), "/watch-list", "address", typed, "note", "why");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.text())
        .contains("This address names no listing and no shop")
        .contains("Nothing was added.")
        .contains("value=\"" + typed + "\"")
        .contains("value=\"why\"");
    assertThat(owner.page("/watch-list")).contains("Nothing is on the list.");
  }

  @Test
  void an_address_or_a_note_that_is_too_long_is_not_taken() {
    assertThat(add("https://shop.example/" + "x".repeat(2000), "")).contains("This address names no listing and no shop");
    assertThat(add("https://shop.example/coat", "x".repeat(301))).contains("The note holds 300 characters at most");
  }

  @Test
  void what_is_taken_off_can_be_put_back_at_once() {
    add("https://shop.example/coat", "Mondays");
    String page = owner.submit(owner.page("/watch-list"), "/watch-list/1/remove").text();
    assertThat(page).contains("Taken off the list:").contains("shop.example/coat").contains("Nothing is on the list.");
    page = owner.submit(page, "/watch-list/1/restore").text();
    assertThat(page).contains("Back on the watch list").contains("Mondays").contains("On the list: 1 of at most 2000.");
    assertThat(owner.page("/watch-list?removed=1")).as("an old link").doesNotContain("Taken off the list:");
    assertThat(owner.page("/watch-list?removed=99999999999")).doesNotContain("Taken off the list:");
  }

  @Test
  void the_list_is_searched_and_turned_page_by_page() {
    for (int i = 0; i < 51; i++) {
      add("https://shop.example/coat-" + i, i == 7 ? "100% wool_mix" : "");
    }
    assertThat(owner.page("/watch-list")).contains("Page 1 of 2").contains("coat-49\"").doesNotContain("coat-50\"");
    assertThat(owner.page("/watch-list?page=2")).contains("coat-50\"").doesNotContain("coat-49\"");
    assertThat(owner.page("/watch-list?words=0%25+WOOL_")).contains("Found: 1 of 51").contains("coat-7\"");
    assertThat(owner.page("/watch-list?words=wool%25mix")).contains("Nothing on the list has these words.");
    assertThat(owner.page("/watch-list?words=%3Cscript%3E")).doesNotContain("<script>");
    assertThat(owner.page("/watch-list?words=coat")).contains("/watch-list?words=coat&amp;page=2");
  }

  @Test
  void the_listing_and_the_shop_of_a_copy_found_are_watched_from_its_page() {
    byte[] coat = Photos.photo("coat");
    server.monitored(willow, coat);
    int sighting = Reports.sighting(willow, "k-1", "12345", "77", Photos.recompressed(coat, 0.75, 0.6f));
    String path = "/sightings/" + sighting;
    String page = owner.submit(owner.page(path), path + "/watch-listing").text();
    assertThat(page).contains("The listing is on the watch list.");
    page = owner.submit(page, path + "/watch-shop").text();
    assertThat(page).contains("The shop is on the watch list.");
    assertThat(owner.page("/watch-list"))
        .contains("https://item.taobao.com/item.htm?id=12345").contains("Wool coat")
        .contains("https://shop77.taobao.com/").contains("Shop 77");
  }

  @Test
  void the_last_visit_says_when_by_whom_and_what_came_of_it() {
    add("https://shop.example/coat", "");
    willow.postJson("/api/v1/watch-list/1/visits",
        "{\"clientKey\":\"k\",\"visitedAt\":\"2026-11-21T07:00:00Z\",\"day\":\"2026-11-21\",\"pictures\":20,\"failed\":1,\"copies\":2}");
    assertThat(owner.page("/watch-list"))
        .contains("datetime=\"2026-11-21T07:00:00.000Z\"")
        .contains("<bdi>Willow's person</bdi><br>Pictures looked at: 20 · could not be looked at: 1 · copies found: 2");
  }

  @Test
  void a_form_of_another_site_changes_nothing() {
    assertThat(owner.post("/watch-list", "address", "https://shop.example/coat", "csrf", "x").status()).isEqualTo(403);
    assertThat(owner.page("/watch-list")).contains("Nothing is on the list.");
  }

  @ParameterizedTest
  @EnumSource(Unjudged.class)
  void every_reason_for_no_verdict_has_words_in_a_report(Unjudged reason) {
    for (Language language : Language.values()) {
      assertThat(Texts.in(language).get("coverage.failed." + reason.text())).isNotBlank();
    }
  }

  @Test
  void what_was_looked_at_is_said_with_what_was_not() {
    Coverage.Figures figures = new Coverage.Figures(5, 3, 55, 4, new TreeMap<>(Map.of("unreachable", 3, "lost", 1)));
    Coverage coverage = new Coverage(
        LocalDate.parse("2026-11-21"), LocalDate.parse("2026-11-21"), figures, new TreeMap<>(Map.of("taobao", figures)),
        List.of(new Coverage.Browser(1, "Desk", "Li", Instant.EPOCH)),
        List.of(new Coverage.Browser(2, "<Laptop>", "Wang", null)), 3, 0, List.of(),
        List.of(new Coverage.Changed("amazon", "shop", 12, LocalDate.parse("2026-11-19"), 2)));
    assertThat(html(coverage))
        .contains("Shops: 3 · listings: 5 · pictures looked at: 55 · could not be looked at: 4")
        .contains("No answer, or access not granted: 3").contains("lost: 1")
        .contains("Browsers that did not tell: 1 of 2").contains("&lt;Laptop&gt;")
        .contains("What was opened in two browsers counts twice")
        .contains("<h3>Pages that have changed</h3>")
        .contains("<li>Amazon: shop's name not found · listings: 12 · since 2026-11-19 · browsers: 2</li>")
        .contains("Update the extension in each browser.")
        .doesNotContain("not visited");
    Coverage.Figures none = new Coverage.Figures(0, 0, 0, 0, new TreeMap<>());
    LocalDate day = coverage.from();
    assertThat(html(new Coverage(day, day, none, new TreeMap<>(), List.of(), List.of(), 0, 0, List.of(), null)))
        .contains("No browser told that it looked at anything.")
        .doesNotContain("Pages that have changed");
  }

  private static String html(Coverage coverage) {
    Page page = new Page(Texts.in(Language.ENGLISH), null, "", "", "/", null, null);
    return new Views().html("coverage", page, Map.of("coverage", coverage));
  }
}
