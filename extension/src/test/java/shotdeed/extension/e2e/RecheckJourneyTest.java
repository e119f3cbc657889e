package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.LodgeDesk;

/** From a complaint that was upheld to the look at its listing, and to the copy that came back, with the real server. */
class RecheckJourneyTest {
  private LodgeDesk desk;

  @BeforeEach
  void open() {
    desk = new LodgeDesk("en");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Page console(String path) {
    return desk.shop().console().open(path);
  }

  private void upheld() {
    desk.prepared("/item").close();
    Page form = console("/complaints/1/form");
    form.fill("#caseNumber", "TB-77");
    press(form, "Record as submitted");
    Page outcome = console("/complaints/1/outcome");
    outcome.check("[name=result][value=upheld]");
    outcome.locator("form:has([name=result]) button").click();
    outcome.waitForLoadState();
    assertThat(outcome.locator("main .head .state").textContent()).isEqualTo("Upheld");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
    page.waitForLoadState();
  }

  private void synchronize() {
    try (Page asking = desk.browser().extensionPage("options.html")) {
      Chromium.eventually(
          asking, "async () => (await chrome.runtime.sendMessage({type: 'synchronize', tab: -1})).trouble === ''", null);
    }
  }

  /** What the server's page of the complaint says of the looks. */
  private String looks() {
    return console("/complaints/1/outcome").locator("section[aria-labelledby=looks] li").textContent();
  }

  @Test
  void a_listing_is_looked_at_when_it_is_due_found_empty_and_a_copy_that_comes_back_is_told_as_such() {
    upheld();
    assertThat(looks()).contains("Look at it from");
    desk.shop().server().letPass("update recheck set due_on = '2026-01-02'");
    synchronize();

    Page due = desk.browser().extensionPage("panel.html");
    due.waitForSelector(".rechecks");
    assertThat(due.locator(".rechecks").textContent()).isEqualTo("JacketComplaint 1 · due 2026-01-02");
    due.close();

    desk.shop().site().bytes("/other.jpg", "image/jpeg", desk.otherPicture());
    desk.browser().context().pages().stream().filter(tab -> tab.url().endsWith("/item")).forEach(Page::close);
    Page listing = desk.shop().visit("/item", "/other.jpg");
    Page panel = desk.shop().panel("/item");
    panel.locator(".recheck .notice", new Page.LocatorOptions().setHasText("No copy of certificate 1")).waitFor();
    press(panel, "Confirm: it is gone");
    panel.locator(".notice", new Page.LocatorOptions().setHasText("Kept; your server gets it once.")).waitFor();
    synchronize();
    assertThat(looks()).contains("Picture gone");
    assertThat(panel.locator(".rechecks").count()).isZero();
    panel.close();
    listing.close();

    desk.shop().visit("/item", "/copy.jpg");
    Chromium.eventually(
        console("/shops"), "async () => (await (await fetch('/shops')).text()).includes('Came back: 1')", null);
  }
}
