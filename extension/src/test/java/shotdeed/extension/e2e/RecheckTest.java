package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.ServerWatch;
import shotdeed.extension.rig.WatchedShop;

/** A listing is looked at again in the seller's own browser: what was seen is offered, a person confirms it. */
class RecheckTest {
  private static final String DUE = "/api/v1/rechecks";

  private static WatchedShop shop;
  private static int rechecks;

  @BeforeAll
  static void open() {
    shop = new WatchedShop(List.of(Photos.JACKET), "--lang=en");
    shop.site()
        .bytes("/copy.jpg", "image/jpeg", Photos.mirrored(Photos.JACKET))
        .bytes("/other.jpg", "image/jpeg", Photos.file(Photos.OTHER_JEANS))
        .bytes("/broken.jpg", "image/jpeg", new byte[2000]);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  /** The server has one listing to look at again; returns its number. */
  private static int due(String path, int certificate) {
    int id = ++rechecks;
    shop.watch().answer(DUE, request ->
        """
        {"rechecks": [{"id": %d, "complaint": 7, "certificate": %d, "dueOn": "2026-11-22", "pictures": [],
          "listing": {"market": "taobao", "site": "127.0.0.1", "pageUrl": "%s", "listingId": "", "title": "Denim jacket",
                      "shopId": "", "shopName": "Copycat Corner"}}]}
        """
            .formatted(id, certificate, shop.site().origin() + path));
    shop.watch().answer(DUE + "/" + id, request -> "{}");
    synchronize("");
    return id;
  }

  private static void synchronize(String trouble) {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      Chromium.eventually(
          asking,
          "async trouble => (await chrome.runtime.sendMessage({type: 'synchronize', tab: -1})).trouble === trouble",
          trouble);
    }
  }

  /** A worker that has just begun answers before it is through. */
  private static void awaitAnswers(int recheck, int count) {
    for (long end = System.nanoTime() + 20_000_000_000L; answers(recheck).size() < count && System.nanoTime() < end; ) {
      synchronize("");
    }
  }

  private static List<JsonNode> answers(int recheck) {
    List<JsonNode> bodies = new ArrayList<>();
    for (ServerWatch.Request request : shop.watch().requests()) {
      if (request.toString().equals("POST " + DUE + "/" + recheck)) {
        try {
          bodies.add(new ObjectMapper().readTree(request.body()));
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    }
    return bodies;
  }

  private static Page panel(Page listing) {
    Page panel = shop.panel(listing.url().substring(shop.site().origin().length()));
    panel.waitForSelector(".recheck .notice");
    return panel;
  }

  private static void said(Page panel, String words) {
    panel.locator(".recheck .notice", new Page.LocatorOptions().setHasText(words)).waitFor();
  }

  private static void press(Page panel, String button) {
    panel.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    panel.locator(".notice", new Page.LocatorOptions().setHasText("Kept; your server gets it once.")).waitFor();
  }

  @Test
  void what_is_due_is_listed_with_its_listing_and_opened_beside_the_panel() {
    due("/listed", 1);
    shop.site().page("/listed", "<h1>Denim jacket</h1><img width=400 src=/other.jpg>");
    Page panel = shop.browser().extensionPage("panel.html");
    Page listing = shop.browser().context().waitForPage(() -> panel.locator(".rechecks button").click());
    assertThat(listing.url()).isEqualTo(shop.site().origin() + "/listed");
    assertThat(panel.locator(".rechecks").textContent()).isEqualTo("Denim jacketComplaint 7 · due 2026-11-22");
    panel.close();
    listing.close();
  }

  @Test
  void a_page_whose_pictures_were_all_checked_and_hold_no_copy_is_confirmed_by_a_click() {
    int recheck = due("/changed", 1);
    Page panel = panel(shop.visit("/changed", "/other.jpg"));
    said(panel, "No copy of certificate 1 is among the 1 pictures of this page; all were checked.");
    assertThat(answers(recheck)).as("nothing is told before the click").isEmpty();
    press(panel, "Confirm: it is gone");
    awaitAnswers(recheck, 1);
    synchronize("");
    assertThat(answers(recheck)).hasSize(1);
    assertThat(answers(recheck).get(0).get("result").asText()).isEqualTo("picture-gone");
    assertThat(answers(recheck).get(0).get("clientKey").asText()).hasSize(36);
    panel.close();
  }

  @Test
  void a_copy_that_is_still_there_is_said() {
    int recheck = due("/same", 1);
    Page panel = panel(shop.visit("/same", "/copy.jpg"));
    said(panel, "A copy of certificate 1 is still here.");
    press(panel, "Confirm: it is still there");
    awaitAnswers(recheck, 1);
    assertThat(answers(recheck)).extracting(a -> a.get("result").asText()).containsExactly("still-there");
    panel.close();
  }

  @Test
  void nothing_is_concluded_from_pictures_that_could_not_be_checked_or_a_certificate_that_is_not_monitored() {
    due("/failing", 1);
    Page panel = panel(shop.visit("/failing", "/other.jpg", "/broken.jpg"));
    said(panel, "nothing is concluded from that");
    assertThat(panel.locator(".recheck button").allTextContents())
        .containsExactly("The listing is gone", "I still see the picture", "I could not see it now");
    panel.close();
    due("/unmonitored", 99);
    Page other = panel(shop.visit("/unmonitored", "/other.jpg"));
    said(other, "nothing is concluded from that");
    other.close();
  }

  @Test
  void a_page_that_answers_404_is_offered_as_gone() {
    int recheck = due("/gone", 1);
    shop.site().on("/gone", exchange -> {
      byte[] words = "<!doctype html><title>Gone</title><h1>Nothing here</h1>".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      exchange.sendResponseHeaders(404, words.length);
      exchange.getResponseBody().write(words);
    });
    Page listing = shop.browser().newPage();
    listing.navigate(shop.site().origin() + "/gone");
    Page panel = panel(listing);
    said(panel, "This page says that the listing is gone.");
    press(panel, "Confirm: it is gone");
    awaitAnswers(recheck, 1);
    assertThat(answers(recheck)).extracting(a -> a.get("result").asText()).containsExactly("listing-gone");
    panel.close();
  }

  /** Makes the refused answer one of another library; returns which it was of. */
  private static final String MOVE_REFUSED =
      """
      async home => {
        const open = indexedDB.open('shotdeed');
        await new Promise(done => open.onsuccess = done);
        const store = open.result.transaction('rechecks', 'readwrite').objectStore('rechecks');
        const all = store.getAll();
        await new Promise(done => all.onsuccess = done);
        const refused = all.result.find(each => each.problem);
        const before = refused.home;
        refused.home = home;
        const put = store.put(refused);
        await new Promise(done => put.onsuccess = done);
        open.result.close();
        return before;
      }
      """;

  @Test
  void an_answer_that_the_server_does_not_take_is_said_with_its_reason_and_can_be_sent_again() {
    int recheck = due("/refused", 1);
    Page panel = panel(shop.visit("/refused", "/other.jpg"));
    said(panel, "No copy of certificate 1");
    shop.watch().refuse(DUE + "/" + recheck, 409, "wrong-state", "The complaint was withdrawn.");
    press(panel, "Confirm: it is gone");
    panel.waitForSelector(".refused");
    assertThat(panel.locator(".refused .notice").textContent()).isEqualTo(
        "What you saw at “Denim jacket” was not recorded: The complaint was withdrawn. If the listing is still in the list"
            + " below, look at it again; or send your answer once more.");
    Object home = panel.evaluate(MOVE_REFUSED, "another library");
    panel.reload();
    said(panel, "No copy of certificate 1");
    assertThat(panel.locator(".refused").count()).as("it is another library's").isZero();
    panel.evaluate(MOVE_REFUSED, home);
    panel.reload();
    panel.waitForSelector(".refused");
    shop.watch().answer(DUE + "/" + recheck, request -> "{}");
    panel.locator(".refused button").first().click();
    awaitAnswers(recheck, 2);
    panel.locator(".refused").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    assertThat(answers(recheck).get(0)).isEqualTo(answers(recheck).get(1));
    panel.close();
  }

  @Test
  void without_the_server_the_answer_is_kept_and_sent_once() {
    int recheck = due("/offline", 1);
    Page panel = panel(shop.visit("/offline", "/other.jpg"));
    said(panel, "No copy of certificate 1");
    shop.watch().refuse(DUE + "/" + recheck, 503, "", "starting");
    press(panel, "Confirm: it is gone");
    synchronize("refused");
    panel.close();
    shop.browser().stopWorker();
    int before = answers(recheck).size();
    assertThat(before).isPositive();
    shop.watch().answer(DUE + "/" + recheck, request -> "{}");
    awaitAnswers(recheck, before + 1);
    synchronize("");
    assertThat(answers(recheck)).hasSize(before + 1);
    assertThat(answers(recheck).stream().map(a -> a.get("clientKey").asText()).distinct()).hasSize(1);
  }
}
