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
 * person is counted. The seconds of the person's time are the model's, not this machine's.
 */
class LodgeJourneyTest {
  private static final Path PHOTOGRAPHS =
      Path.of("..", "server", "src", "main", "resources", "shotdeed", "server", "demo", "certified").toAbsolutePath();

  /** Of a person's time, from prepared to submitted. */
  private static final double MOST_SECONDS = 60;

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
  void taobao_takes_at_most_sixty_seconds_of_seventeen_clicks_and_no_key() {
    Page page = openedForm(desk.prepared("/item"));
    assertThat(page.url()).isEqualTo(LodgeDesk.TAOBAO);
    Page panel = desk.panelBeside(page);
    desk.browser().willGrant("https://jubao.taobao.com/*");
    person.click(button(panel, "Fill this page"));
    person.clickTheBrowsersOwn(); // the first time only: the browser asks whether it may
    waitFor(panel, "Filled in:");
    assertThat(page.locator("#type option:checked").textContent()).isEqualTo("盗用他人图片");
    assertThat(page.inputValue("#link")).isEqualTo(desk.shop().site().origin() + "/item");
    assertThat(page.inputValue("#why")).isEqualTo(
        """
        所列商品使用了我方的实拍图，我方未授权该店铺使用：
        图片 1：与我方实拍图（证书 1）吻合。
        我方服务器保存了浏览器从商品页收到的图片，并逐张与我方原图比对，可提供对比图。""");
    assertThat(page.inputValue("#own")).isEmpty();
    assertThat(page.isChecked("#promise")).as("the promise is the person's").isFalse();
    if (page.locator("[name=scene]:checked").count() == 0) {
      person.click(page.locator("[name=scene]").last());
    }
    person.click(page.locator("#main"));
    assertThat(panel.locator(".files a").first().getAttribute("href")).contains("/complaints/1/files");
    person.click(panel.locator(".files a").first());
    releaseTheOriginal();
    person.drag(page.locator("#original"), PHOTOGRAPHS.resolve(photograph(0)));
    person.drag(page.locator("#series"), PHOTOGRAPHS.resolve(photograph(1)), PHOTOGRAPHS.resolve(photograph(2)));
    person.click(page.locator("#promise"));
    person.click(page.locator("#submit"));
    record(page, panel);
    System.out.println("Taobao, prepared to submitted: " + person);
    assertThat(person.clicks()).isLessThanOrEqualTo(17);
    assertThat(person.seconds()).isLessThanOrEqualTo(MOST_SECONDS);
    assertThat(person.keys()).isZero();
    assertThat(form().at("/submitted/caseNumber").asText()).isEqualTo(LodgeDesk.CASE_NUMBER);
    assertThat(desk.browser().api(desk.watch().origin(), "/api/v1/complaints/1").at("/complaint/state").asText())
        .isEqualTo("submitted");
  }

  /** The original is handed out only once the person has ticked that it goes to the marketplace alone. */
  private void releaseTheOriginal() {
    Page files = desk.shop().console().open("/complaints/1/files?form=taobao&page=1");
    assertThat(files.locator("a[download^='01-original']").count()).isZero();
    Locator slot = files.locator("section[aria-labelledby='slot-original']");
    person.click(slot.locator("input[type=checkbox]"));
    person.click(slot.locator("form button"));
    files.locator("a[download^='01-original']").waitFor();
  }

  private static String photograph(int index) {
    String[] names = PHOTOGRAPHS.toFile().list((folder, name) -> name.endsWith(".jpg"));
    return names[index];
  }

  @Test
  void amazon_takes_at_most_sixty_seconds_of_eleven_clicks_and_a_signature() {
    Page page = openedForm(desk.preparedOnAmazon());
    assertThat(page.url()).isEqualTo(LodgeDesk.AMAZON);
    Page panel = desk.panelBeside(page);
    person.click(button(panel, "Fill this page"));
    waitFor(panel, "Filled in:");
    assertThat(page.isChecked("[value=owner]")).isTrue();
    assertThat(page.inputValue("#concern")).isEqualTo("cr");
    assertThat(page.inputValue("#specific")).isEqualTo("image");
    assertThat(page.inputValue("#asin")).isEqualTo("https://www.amazon.com/dp/B000000001");
    assertThat(List.of("brand", "work", "name", "company", "address", "phone", "email"))
        .extracting(id -> page.inputValue("#" + id))
        .containsExactly(
            "Sunny",
            "Our photograph “original-023bed9192e1.jpg”, certificate 1, 400 × 533 pixels",
            "Lin Xia",
            "",
            "12 Canal Street, Hangzhou",
            "+86 571 1234567",
            "lin@sunny.example");
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
    assertThat(person.seconds()).isLessThanOrEqualTo(MOST_SECONDS);
    assertThat(form().at("/submitted/caseNumber").asText()).isEqualTo(LodgeDesk.CASE_NUMBER);
  }
}
