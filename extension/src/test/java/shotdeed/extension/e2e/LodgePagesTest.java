package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static shotdeed.extension.rig.FormDesk.field;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.extension.rig.FormDesk;
import shotdeed.extension.rig.PanelLooker;

/** The panel beside a marketplace's form, in each language, light and dark, narrow and wide. */
class LodgePagesTest {
  @ParameterizedTest
  @CsvSource({"en, Fill this page, Filled in: 2. Not filled in: 2", "zh-CN, 填入此页, 已填入 2 项", "zh-TW, 填入這一頁, 已填入 2 項"})
  void the_form_beside_its_page_is_readable_and_usable(String language, String button, String filled) throws IOException {
    PanelLooker looker = new PanelLooker();
    try (FormDesk desk = new FormDesk(language, true)) {
      Page page = desk.page(
          """
          <form><label>Your name <input id=a></label><label>Address <input id=b></label><label>Brand <input id=c></label>
          <label>Work <textarea></textarea></label><label><input type=checkbox> I declare that this is so</label></form>
          """);
      page.fill("#b", "elsewhere");
      desk.form(
          12,
          labelled(
              language,
              field("name", "text", "Lin Xia", "your name"),
              field("address", "text", "12 Canal Street, Hangzhou", "address"),
              field("brand", "text", "", "brand").replace("\"missing\": false", "\"missing\": true"),
              field("work", "long", "A photograph of a denim jacket\nhttps://item.taobao.com/item.htm?id=612345", "work")
                  .replace("\"max\": null", "\"max\": 1000"),
              field("registration", "text", "VA 2-123-456", "registration number"),
              field("statement", "long", "x ".repeat(90), "additional information")
                  .replace("\"max\": null, \"over\": 0", "\"max\": 100, \"over\": 80"),
              field("declaration", "tick", "I declare that this is so", "i declare that this is so")));
      Page panel = desk.panel(page, 12);
      assertThat(panel.locator(".actions button").allTextContents()).containsExactly(button);
      looker.look(panel, "form-open", language);
      desk.fill(panel);
      panel.locator(".actions", new Page.LocatorOptions().setHasText(filled)).waitFor();
      looker.look(panel, "form-filled", language);
    }
    assertThat(looker.faults()).isEmpty();
  }

  /** The server gives labels in the language that is asked for. */
  private static String[] labelled(String language, String... fields) {
    String label = language.equals("en") ? "Field" : language.equals("zh-CN") ? "填写项" : "填寫項";
    for (int i = 0; i < fields.length; i++) {
      fields[i] = fields[i].replaceFirst("\"label\": \"[a-z]+\"", "\"label\": \"" + label + "\"");
    }
    return fields;
  }
}
