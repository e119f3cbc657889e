package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static shotdeed.extension.rig.FormDesk.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.LodgeDesk;
import shotdeed.extension.rig.ServerWatch;

/** From a prepared complaint to the case number, whatever goes away on the way; the server's form is a literal here. */
class LodgeTest {
  private static final String FORM = "/api/v1/complaints/1/form";
  private static final String SUBMITTED = "/api/v1/complaints/1/submitted";
  private static final String[] FIELDS = {
    field("name", "text", "Lin Xia", "your name"),
    field("links", "links", "https://www.amazon.com/dp/B000000001", "asin or product urls (one per line, up to 50)"),
    field("faith", "tick", "", "good faith belief")
  };

  private LodgeDesk desk;

  @BeforeEach
  void open() {
    desk = new LodgeDesk("en");
    desk.watch().answer(FORM, request -> form(1, 1, 1, FIELDS));
    desk.watch().answer(SUBMITTED, request -> "{}");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static String form(int complaint, int part, int parts, String... fields) {
    return """
        {"complaint": %d, "form": "amazon", "formName": "Amazon", "entry": "%s", "hosts": ["www.amazon.com"],
         "lodger": "The rights owner or an agent, signed in", "lodgerMayBeOther": false, "language": "en", "part": %d, "parts": %d,
         "perLinks": 50, "fields": [%s], "files": [], "warnings": [], "mail": null, "submitted": null}
        """
        .formatted(complaint, LodgeDesk.AMAZON, part, parts, String.join(",", fields));
  }

  private Page formOpenedBy(Page panel) {
    return desk.opened(() -> press(panel, "Open the form"));
  }

  private static void press(Page panel, String button) {
    panel.bringToFront();
    panel.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
  }

  private List<JsonNode> submissions() {
    List<JsonNode> bodies = new ArrayList<>();
    for (ServerWatch.Request request : desk.watch().requests()) {
      if (request.path().equals(SUBMITTED)) {
        try {
          bodies.add(new ObjectMapper().readTree(request.body()));
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    }
    return bodies;
  }

  private static void waitFor(Page panel, String words) {
    panel.locator("main", new Page.LocatorOptions().setHasText(words)).waitFor();
  }

  @Test
  void the_form_opens_with_the_panel_beside_it_asks_for_access_in_one_sentence_and_is_filled_on_the_click() {
    Page page = formOpenedBy(desk.prepared("/item"));
    assertThat(page.url()).isEqualTo(LodgeDesk.AMAZON);
    Page panel = desk.panelBeside(page);
    assertThat(panel.locator("h1").textContent()).isEqualTo("Amazon");
    assertThat(panel.locator(".actions p.small").first().textContent())
        .isEqualTo("To fill this page, ShotDeed needs access to www.amazon.com: it fills the form when you click, and reads and"
            + " changes nothing else there.");
    desk.browser().willGrant("https://www.amazon.com/*");
    press(panel, "Fill this page");
    waitFor(panel, "Filled in: 2. Not filled in: 0");
    assertThat(page.inputValue("#name")).isEqualTo("Lin Xia");
    assertThat(page.isChecked("#faith")).isFalse();
    assertThat(desk.forms().requests()).as("nothing was sent").noneMatch(request -> request.startsWith("POST"));
  }

  @Test
  void the_panel_finds_its_form_again_after_it_was_closed_the_worker_died_and_the_form_went_on() {
    Page first = formOpenedBy(desk.prepared("/item"));
    desk.panelBeside(first).close();
    desk.watch().answer("/api/v1/complaints/2/form", request -> form(2, 1, 1, field("name", "text", "Second", "your name")));
    Page second = formOpenedBy(desk.prepared("/other"));
    Page panel = desk.panelBeside(second);
    assertThat(panel.locator(".value").first().textContent()).isEqualTo("Second");
    panel.fill("#caseNumber", "TYPED-1");
    Chromium.eventually(panel, STORED, "TYPED-1");
    panel.close();
    desk.browser().stopWorker();
    first.navigate("https://www.amazon.com/report/infringement/received");
    Page again = desk.panelBeside(second);
    assertThat(again.inputValue("#caseNumber")).isEqualTo("TYPED-1");
    assertThat(again.locator(".shop").textContent()).isEqualTo("Complaint 2");
    assertThat(desk.panelBeside(first).locator(".shop").textContent()).isEqualTo("Complaint 1");
  }

  @Test
  void what_is_typed_while_the_server_answers_with_a_changed_form_stays_in_the_field_and_is_kept() throws InterruptedException {
    Page page = formOpenedBy(desk.prepared("/item"));
    CountDownLatch typed = new CountDownLatch(1);
    desk.watch().answer(FORM, request -> {
      typed.await();
      return form(1, 1, 1, field("name", "text", "Changed meanwhile", "your name"));
    });
    Page panel = desk.panelBeside(page);
    assertThat(panel.locator(".value").first().textContent()).isEqualTo("Lin Xia");
    panel.fill("#caseNumber", "TYPED-2");
    typed.countDown();
    waitFor(panel, "Changed meanwhile");
    assertThat(panel.inputValue("#caseNumber")).isEqualTo("TYPED-2");
    Chromium.eventually(panel, STORED, "TYPED-2");
    Chromium.eventually(panel, STORED, "Changed meanwhile");
  }

  @Test
  void a_field_is_copied_by_its_button_by_its_number_and_one_after_the_other() {
    Page panel = desk.panelBeside(formOpenedBy(desk.prepared("/item")));
    desk.browser().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    panel.bringToFront();
    panel.locator("li.field button").first().click();
    waitFor(panel, "Copied: name");
    assertThat(panel.evaluate("navigator.clipboard.readText()")).isEqualTo("Lin Xia");
    panel.locator("h1").click();
    panel.keyboard().press("2");
    waitFor(panel, "Copied: links");
    assertThat(panel.evaluate("navigator.clipboard.readText()")).isEqualTo("https://www.amazon.com/dp/B000000001");
    panel.keyboard().press("1");
    waitFor(panel, "Copied: name");
    panel.keyboard().press("c");
    waitFor(panel, "Copied: links");
    panel.keyboard().press("c");
    waitFor(panel, "There is no such field to copy.");
  }

  @Test
  void limits_are_said_before_and_what_is_too_long_is_not_filled_in() {
    desk.watch().answer(FORM, request -> form(1, 1, 1,
        field("name", "text", "Lin Xia", "your name").replace("\"max\": null, \"over\": 0", "\"max\": 5, \"over\": 2"),
        field("brand", "text", "", "brand name").replace("\"missing\": false", "\"missing\": true")));
    desk.browser().willGrant("https://www.amazon.com/*");
    Page page = formOpenedBy(desk.prepared("/item"));
    Page panel = desk.panelBeside(page);
    waitFor(panel, "To be mended before you submit: 2");
    assertThat(panel.locator("main > ul li").allTextContents())
        .containsExactly("name: 2 characters too many (limit 5)", "brand: required, but still empty");
    press(panel, "Fill this page");
    panel.waitForSelector(".actions .notice");
    assertThat(page.inputValue("#name")).isEmpty();
  }

  @Test
  void the_number_is_taken_from_what_is_selected_and_what_stood_in_the_fields_is_sent_with_it() {
    desk.browser().willGrant("https://www.amazon.com/*");
    Page page = formOpenedBy(desk.prepared("/item"));
    Page panel = desk.panelBeside(page);
    press(panel, "Fill this page");
    waitFor(panel, "Filled in: 2");
    page.check("#faith");
    page.check("#perjury");
    page.fill("#signature", "Lin Xia");
    page.fill("#name", "Lin Xia, owner");
    panel.bringToFront(); // the side panel is always in front; this tab that stands in for it is not
    Chromium.eventually(panel, STORED, "Lin Xia, owner");
    page.bringToFront();
    page.click("#submit");
    page.dblclick("#number");
    press(panel, "Take what is selected on the page");
    waitFor(panel, "Taken. Please check the number.");
    assertThat(panel.inputValue("#caseNumber")).isEqualTo(LodgeDesk.CASE_NUMBER);
    press(panel, "Record as submitted");
    waitFor(panel, "Submitted: " + LodgeDesk.CASE_NUMBER);
    assertThat(submissions()).hasSize(1);
    JsonNode body = submissions().get(0);
    assertThat(body.get("caseNumber").asText()).isEqualTo(LodgeDesk.CASE_NUMBER);
    assertThat(body.get("part").asInt()).isEqualTo(1);
    assertThat(body.get("correct").asBoolean()).isFalse();
    assertThat(body.get("sent").toString())
        .isEqualTo("[{\"id\":\"name\",\"value\":\"Lin Xia, owner\"},"
            + "{\"id\":\"links\",\"value\":\"https://www.amazon.com/dp/B000000001\"},"
            + "{\"id\":\"faith\",\"value\":\"yes\"}]");
  }

  private static final String STORED =
      """
      async value => {
        const open = indexedDB.open('shotdeed');
        await new Promise(done => open.onsuccess = done);
        const all = open.result.transaction('lodgings').objectStore('lodgings').getAll();
        await new Promise(done => all.onsuccess = done);
        open.result.close();
        return JSON.stringify(all.result).includes(value);
      }
      """;

  @Test
  void without_the_server_the_number_is_kept_said_and_sent_once_when_it_is_back() {
    Page panel = desk.panelBeside(formOpenedBy(desk.prepared("/item")));
    desk.watch().refuse(SUBMITTED, 503, "", "starting");
    panel.fill("#caseNumber", "A-1");
    press(panel, "Record as submitted");
    waitFor(panel, "A-1 is kept here and sent to your server once; if that does not answer, it is sent by itself later.");
    Chromium.eventually(panel, SYNCHRONIZED, "refused");
    panel.close();
    desk.browser().stopWorker();
    int before = submissions().size();
    desk.watch().answer(SUBMITTED, request -> "{}");
    Page again = desk.browser().extensionPage("panel.html");
    for (long end = System.nanoTime() + 20_000_000_000L; submissions().size() == before && System.nanoTime() < end; ) {
      Chromium.eventually(again, SYNCHRONIZED, ""); // a worker that has just begun answers before it is through
    }
    Chromium.eventually(again, SYNCHRONIZED, "");
    assertThat(submissions().subList(before, submissions().size()))
        .extracting(b -> b.get("caseNumber").asText())
        .containsExactly("A-1");
  }

  private static final String SYNCHRONIZED =
      "async trouble => (await chrome.runtime.sendMessage({type: 'synchronize', tab: -1})).trouble === trouble";

  @Test
  void somebody_else_was_quicker_and_a_number_of_another_complaint_are_said_and_can_be_settled() {
    Page panel = desk.panelBeside(formOpenedBy(desk.prepared("/item")));
    desk.watch().refuse(SUBMITTED, 409, "case-number-differs", "This complaint already has the case number B-2.");
    panel.fill("#caseNumber", "A-1");
    press(panel, "Record as submitted");
    waitFor(panel, "Your server did not record it: This complaint already has the case number B-2.");
    desk.watch().refuse(SUBMITTED, 409, "case-number-elsewhere", "Complaint 7 has this case number.");
    press(panel, "Correct it to my number");
    waitFor(panel, "Complaint 7 has this case number.");
    desk.watch().answer(SUBMITTED, request -> "{}");
    press(panel, "It is the same number: record it");
    waitFor(panel, "Submitted: A-1");
    assertThat(submissions()).extracting(b -> b.get("correct") + " " + b.get("again"))
        .containsExactly("false false", "true false", "true true");
  }

  @Test
  void parts_are_lodged_one_after_the_other_each_with_its_number() {
    desk.watch().answer(FORM, request -> form(1, request.path().endsWith("part=2") ? 2 : 1, 2,
        field("links", "links", request.path().endsWith("part=2") ? "https://b.example/2" : "https://a.example/1", "asin")));
    Page panel = desk.panelBeside(formOpenedBy(desk.prepared("/item")));
    waitFor(panel, "Part 1 of 2");
    panel.fill("#caseNumber", "P-1");
    press(panel, "Record as submitted");
    waitFor(panel, "Submitted: P-1 (part 1 of 2)");
    press(panel, "Next part");
    waitFor(panel, "Part 2 of 2");
    assertThat(panel.locator(".value").textContent()).isEqualTo("https://b.example/2");
    assertThat(panel.inputValue("#caseNumber")).isEmpty();
    panel.fill("#caseNumber", "P-2");
    press(panel, "Record as submitted");
    waitFor(panel, "Submitted: P-2 (part 2 of 2)");
    assertThat(submissions()).extracting(b -> b.get("part") + " " + b.get("caseNumber").asText()).containsExactly("1 P-1", "2 P-2");
  }

  private void inTwoParts() {
    desk.watch().answer(FORM, request -> form(1, request.path().endsWith("part=2") ? 2 : 1, 2,
        field("links", "links", request.path().endsWith("part=2") ? "https://b.example/2" : "https://a.example/1", "asin")));
  }

  @Test
  void two_parts_in_two_tabs_keep_what_was_typed_for_each() {
    inTwoParts();
    Page first = formOpenedBy(desk.prepared("/item"));
    Page one = desk.panelBeside(first);
    one.fill("#caseNumber", "P-1");
    Page list = desk.shop().panel("/item");
    list.locator(".prepared button").last().click();
    waitFor(list, "Part 2 of 2");
    Page second = formOpenedBy(list);
    Page two = desk.panelBeside(second);
    waitFor(two, "Part 2 of 2");
    two.fill("#caseNumber", "P-2");
    Chromium.eventually(two, STORED, "P-2");
    one.close();
    two.close();
    assertThat(desk.panelBeside(first).inputValue("#caseNumber")).isEqualTo("P-1");
    assertThat(desk.panelBeside(second).inputValue("#caseNumber")).isEqualTo("P-2");
  }

  @Test
  void the_list_holds_each_part_until_it_is_submitted() {
    inTwoParts();
    Page page = formOpenedBy(desk.prepared("/item"));
    Page list = desk.shop().panel("/item");
    list.waitForSelector(".prepared button");
    assertThat(list.locator(".prepared strong").allTextContents())
        .containsExactly("Complaint 1, part 1 of 2", "Complaint 1, part 2 of 2");
    list.close();
    Page panel = desk.panelBeside(page);
    panel.fill("#caseNumber", "P-1");
    press(panel, "Record as submitted");
    waitFor(panel, "Submitted: P-1 (part 1 of 2)");
    desk.watch().answer("/api/v1/complaints", request -> complaints(1, 1, 1, "submitted"));
    Page again = desk.shop().panel("/item");
    again.waitForSelector(".prepared button");
    assertThat(again.locator(".prepared strong").allTextContents()).containsExactly("Complaint 1, part 2 of 2");
  }

  /** A page of the server's list, of complaints numbered from one on. */
  private static String complaints(int from, int count, int total, String state) {
    StringBuilder list = new StringBuilder();
    for (int id = from; id < from + count; id++) {
      list.append(list.length() == 0 ? "" : ",").append(
          """
          {"id": %d, "clientKey": "k-%d", "state": "%s", "market": "taobao", "shopName": "Copycat", "preparedAt":
           "2026-11-21T08:20:00Z", "caseNumber": null, "sightings": [1], "consoleUrl": "http://127.0.0.1/complaints/1"}
          """
              .formatted(id, id, state));
    }
    return "{\"page\": 1, \"pageSize\": 50, \"total\": " + total + ", \"complaints\": [" + list + "]}";
  }

  @Test
  void complaints_beyond_the_first_page_of_the_list_are_found_and_shown_on_request() {
    desk.prepared("/item").close();
    desk.watch().answer("/api/v1/complaints", request -> request.path().endsWith("page=2")
        ? complaints(101, 13, 63, "prepared")
        : complaints(151, 50, 63, "upheld"));
    Page panel = desk.shop().panel("/item");
    waitFor(panel, "Prepared, not yet submitted (13)");
    assertThat(panel.locator(".prepared button").count()).isEqualTo(12);
    press(panel, "Show more");
    waitFor(panel, "Complaint 113");
    assertThat(panel.locator(".prepared button").count()).isEqualTo(13);
    assertThat(panel.locator("button.more").count()).isZero();
  }

  private static final String NOTHING_STORED =
      """
      async names => {
        const open = indexedDB.open('shotdeed');
        await new Promise(done => open.onsuccess = done);
        let count = 0;
        for (const name of names.split(' ')) {
          const all = open.result.transaction(name).objectStore(name).getAll();
          await new Promise(done => all.onsuccess = done);
          count += all.result.length;
        }
        open.result.close();
        return count === 0;
      }
      """;

  @Test
  void what_the_server_has_recorded_does_not_stay_and_nothing_does_once_the_browser_is_paired_no_more() {
    Page panel = desk.panelBeside(formOpenedBy(desk.prepared("/item")));
    panel.fill("#caseNumber", "A-1");
    press(panel, "Record as submitted");
    waitFor(panel, "Submitted: A-1");
    Chromium.eventually(panel, NOTHING_STORED, "submissions");
    Chromium.eventually(panel, STORED, "A-1");
    panel.evaluate("chrome.storage.local.remove('server')");
    Chromium.eventually(panel, NOTHING_STORED, "submissions lodgings");
  }

  private static final String PUT =
      """
      async ([name, entry]) => {
        const open = indexedDB.open('shotdeed');
        await new Promise(done => open.onsuccess = done);
        const put = open.result.transaction(name, 'readwrite').objectStore(name).put(entry);
        await new Promise(done => put.onsuccess = done);
        open.result.close();
      }
      """;

  @Test
  void a_number_that_no_server_has_recorded_survives_unpairing() {
    Page panel = desk.panelBeside(formOpenedBy(desk.prepared("/item")));
    desk.watch().refuse(SUBMITTED, 409, "case-number-elsewhere", "Complaint 3 has it.");
    panel.fill("#caseNumber", "A-9");
    press(panel, "Record as submitted");
    waitFor(panel, "Complaint 3 has it.");
    panel.evaluate(PUT, List.of("lodgings", Map.of("id", "unreadable")));
    panel.evaluate("chrome.storage.local.remove('server')");
    Chromium.eventually(panel, GONE, "unreadable");
    assertThat(panel.evaluate(STORED, "A-9")).isEqualTo(true);
    assertThat(panel.evaluate(NOTHING_STORED, "submissions")).isEqualTo(false);
  }

  private static final String GONE =
      """
      async id => {
        const open = indexedDB.open('shotdeed');
        await new Promise(done => open.onsuccess = done);
        const one = open.result.transaction('lodgings').objectStore('lodgings').get(id);
        await new Promise(done => one.onsuccess = done);
        open.result.close();
        return one.result === undefined;
      }
      """;

  @Test
  void who_may_not_lodge_hands_over_to_the_main_account_from_the_panel() {
    desk.watch().answer(FORM, request ->
        form(1, 1, 1, FIELDS).replace("\"lodgerMayBeOther\": false", "\"lodgerMayBeOther\": true"));
    String handOver = "/api/v1/complaints/1/hand-over";
    desk.watch().refuse(handOver, 409, "wrong-state", "It was submitted meanwhile.");
    Page panel = desk.panelBeside(formOpenedBy(desk.prepared("/item")));
    press(panel, "Hand over to the main account");
    waitFor(panel, "It was submitted meanwhile.");
    desk.watch().answer(handOver, request -> "{}");
    press(panel, "Hand over to the main account");
    waitFor(panel, "Handed over: it waits in the main account's queue.");
    assertThat(desk.watch().requests()).filteredOn(request -> request.toString().equals("POST " + handOver)).hasSize(2);
  }

  @Test
  void the_list_of_prepared_complaints_leads_to_the_form() {
    desk.prepared("/item").close();
    Page panel = desk.shop().panel("/item");
    panel.locator(".prepared button").click();
    panel.waitForSelector(".fields");
    assertThat(panel.locator(".shop").textContent()).isEqualTo("Complaint 1");
    Page page = formOpenedBy(panel);
    assertThat(desk.panelBeside(page).locator("h1").textContent()).isEqualTo("Amazon");
  }

  /** The panel is drawn again with every picture that was checked; what was rebuilt under the pointer lost its click. */
  @Test
  void a_button_of_the_panel_stays_in_place_while_something_else_in_the_panel_changes() {
    desk.prepared("/item").close();
    Page panel = desk.shop().panel("/item");
    panel.waitForSelector(".prepared button");
    panel.evaluate("() => { window.before = [...document.querySelectorAll('.prepared button, .hits button')]; }");
    press(panel, "Watch this listing");
    waitFor(panel, "On the watch list of your team.");
    assertThat(panel.evaluate("() => before.map(button => button.isConnected)")).isEqualTo(List.of(true, true));
    panel.locator(".hits button").click();
    panel.waitForSelector(".hit-view, .compare, .back");
  }
}
