package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.LodgeDesk;
import shotdeed.extension.rig.Person;

/**
 * From prepared to submitted with the real server, on replicas of the forms of Taobao and Amazon: every click and key of the
 * person is counted. The seconds that are printed beside the counts are the model's, not this machine's.
 */
class LodgeJourneyTest {
  private static final Path PHOTOGRAPHS =
      Path.of("..", "server", "src", "main", "resources", "shotdeed", "server", "demo", "certified").toAbsolutePath();

  private final Person person = new Person();
  private LodgeDesk desk;

  @BeforeEach
  void open() {
    desk = new LodgeDesk("en");
    desk.stateComplainant();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static Locator button(Page panel, String name) {
    return panel.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
  }

  private static void waitFor(Page panel, String words) {
    panel.locator("main", new Page.LocatorOptions().setHasText(words)).waitFor();
  }

  private Page openedForm(Page prepared) {
    return desk.opened(() -> person.click(button(prepared, "Open the form")));
  }

  private void record(Page page, Page panel) {
    page.waitForSelector("#number");
    person.mark(page.locator("#number"));
    person.click(button(panel, "Take what is selected on the page"));
    waitFor(panel, "Taken. Please check the number.");
    person.click(button(panel, "Record as submitted"));
    waitFor(panel, "Submitted: " + LodgeDesk.CASE_NUMBER);
  }

  private JsonNode form() {
    return desk.browser().api(desk.watch().origin(), "/api/v1/complaints/1/form?language=en");
  }

  @Test
  void taobao_takes_at_most_fifteen_clicks_and_no_key() {
    Page page = openedForm(desk.prepared("/item"));
    assertThat(page.url()).isEqualTo(LodgeDesk.TAOBAO);
    Page panel = desk.panelBeside(page);
    desk.browser().willGrant("https://jubao.taobao.com/*");
    person.click(button(panel, "Fill this page"));
    person.clickTheBrowsersOwn(); // the first time only: the browser asks whether it may
    waitFor(panel, "Filled in:");
    assertThat(page.locator("#type option:checked").textContent()).isEqualTo("盗用他人图片");
    assertThat(page.inputValue("#link")).isEqualTo(desk.shop().site().origin() + "/item");
    assertThat(page.inputValue("#why")).isNotEmpty();
    assertThat(page.isChecked("#promise")).as("the promise is the person's").isFalse();
    if (page.locator("[name=scene]:checked").count() == 0) {
      person.click(page.locator("[name=scene]").last());
    }
    person.click(page.locator("#main"));
    assertThat(panel.locator(".files a").first().getAttribute("href")).contains("/complaints/1/files");
    person.click(panel.locator(".files a").first());
    person.drag(page.locator("#original"), PHOTOGRAPHS.resolve(photograph(0)));
    person.drag(page.locator("#series"), PHOTOGRAPHS.resolve(photograph(1)), PHOTOGRAPHS.resolve(photograph(2)));
    person.click(page.locator("#promise"));
    person.click(page.locator("#submit"));
    record(page, panel);
    System.out.println("Taobao, prepared to submitted: " + person);
    assertThat(person.clicks()).isLessThanOrEqualTo(15);
    assertThat(person.keys()).isZero();
    assertThat(form().at("/submitted/caseNumber").asText()).isEqualTo(LodgeDesk.CASE_NUMBER);
    assertThat(desk.browser().api(desk.watch().origin(), "/api/v1/complaints/1").at("/complaint/state").asText())
        .isEqualTo("submitted");
  }

  private static String photograph(int index) {
    String[] names = PHOTOGRAPHS.toFile().list((folder, name) -> name.endsWith(".jpg"));
    return names[index];
  }

  @Test
  void amazon_takes_at_most_eleven_clicks_and_a_signature() {
    Page page = openedForm(desk.preparedOnAmazon());
    assertThat(page.url()).isEqualTo(LodgeDesk.AMAZON);
    Page panel = desk.panelBeside(page);
    person.click(button(panel, "Fill this page"));
    waitFor(panel, "Filled in:");
    assertThat(page.isChecked("[value=owner]")).isTrue();
    assertThat(page.inputValue("#concern")).isEqualTo("cr");
    assertThat(page.inputValue("#specific")).isEqualTo("image");
    assertThat(page.inputValue("#asin")).isEqualTo("https://www.amazon.com/dp/B000000001");
    for (String id : List.of("brand", "work", "name", "address", "phone", "email")) {
      assertThat(page.inputValue("#" + id)).as(id).isNotEmpty();
    }
    assertThat(page.isChecked("#faith") || page.isChecked("#perjury")).as("declarations are the person's").isFalse();
    assertThat(page.inputValue("#signature")).isEmpty();
    person.click(page.locator("#image1"));
    person.click(page.locator("#faith"));
    person.click(page.locator("#perjury"));
    person.type(page.locator("#signature"), "Lin Xia");
    person.click(page.locator("#submit"));
    record(page, panel);
    System.out.println("Amazon, prepared to submitted: " + person);
    assertThat(person.clicks()).isLessThanOrEqualTo(11);
    assertThat(person.keys()).isLessThanOrEqualTo(7);
    assertThat(form().at("/submitted/caseNumber").asText()).isEqualTo(LodgeDesk.CASE_NUMBER);
  }
}
