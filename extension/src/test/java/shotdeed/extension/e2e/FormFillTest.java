package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static shotdeed.extension.rig.FormDesk.field;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.FormDesk;

/** Filling a marketplace's form: what goes where, what is left to the person, and pages that would have more than is theirs. */
class FormFillTest {
  private static final String FILLED = "Filled in";
  private static final String COPY = "Not found on the page: please copy";
  private static final String AWAY = "This form sends elsewhere, or unencrypted: not filled in";
  private static final String[] CONTACT = {
    field("name", "text", "Lin Xia", "your name", "full name"),
    field("address", "text", "12 Canal Street, Hangzhou", "address", "street address")
  };

  private static FormDesk desk;
  private static int complaints;

  @BeforeAll
  static void open() {
    desk = new FormDesk("en", true);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static Map<String, String> filled(Page page, String... fields) {
    desk.form(++complaints, fields);
    try (Page panel = desk.panel(page, complaints)) {
      return desk.fill(panel);
    }
  }

  private static String value(Page page, String selector) {
    return page.locator(selector).inputValue();
  }

  @Test
  void fields_are_known_by_label_name_id_placeholder_and_aria_words() {
    Page page = desk.page(
        """
        <form><label for=a>Your name *</label><input id=a>
        <p><label>Company <input name=x1></label></p>
        <p><input name=contact_email></p>
        <p><input id=phone-number type=tel></p>
        <p><textarea placeholder='Description of the work'></textarea></p>
        <p><input aria-label='Registration number'></p>
        <table><tr><th>Postal code</th><td><input class=zip></td></tr></table></form>
        """);
    Map<String, String> states = filled(
        page,
        field("name", "text", "Lin Xia", "your name"),
        field("company", "text", "Sunny Shop", "company"),
        field("email", "text", "lin@shop.example", "contact_email"),
        field("phone", "text", "+86 571 1234", "phone-number"),
        field("work", "long", "A photograph of a jacket", "description of the work"),
        field("registration", "text", "VA 2-123", "registration number"),
        field("zip", "text", "310000", "postal code"));
    assertThat(states.values()).hasSize(7).allMatch(FILLED::equals);
    assertThat(value(page, "#a")).isEqualTo("Lin Xia");
    assertThat(value(page, "[name=x1]")).isEqualTo("Sunny Shop");
    assertThat(value(page, "[name=contact_email]")).isEqualTo("lin@shop.example");
    assertThat(value(page, "#phone-number")).isEqualTo("+86 571 1234");
    assertThat(value(page, "textarea")).isEqualTo("A photograph of a jacket");
    assertThat(value(page, "[aria-label]")).isEqualTo("VA 2-123");
    assertThat(value(page, ".zip")).isEqualTo("310000");
    page.close();
  }

  @Test
  void choices_links_and_dates_are_set_and_chinese_labels_are_understood() {
    Page page = desk.page(
        """
        <form><label>投诉类型：<select id=type><option value=''>请选择<option value=1>商标<option value=2>盗用他人图片</select></label>
        <fieldset><legend>您是</legend><label><input type=radio name=who value=o>权利人</label>
        <label><input type=radio name=who value=a>代理人</label></fieldset>
        <label>侵权商品链接（每行一个）<textarea id=links></textarea></label>
        <label>发现日期<input type=date id=day></label></form>
        """);
    Map<String, String> states = filled(
        page,
        field("type", "choice", "盗用他人图片", "投诉类型"),
        field("who", "choice", "权利人", "您是"),
        field("links", "links", "https://item.taobao.com/item.htm?id=1\nhttps://item.taobao.com/item.htm?id=2", "侵权商品链接"),
        field("day", "date", "2026-11-20", "发现日期"));
    assertThat(states.values()).hasSize(4).allMatch(FILLED::equals);
    assertThat(value(page, "#type")).isEqualTo("2");
    assertThat(page.isChecked("[value=o]")).isTrue();
    assertThat(value(page, "#links").lines()).hasSize(2);
    assertThat(value(page, "#day")).isEqualTo("2026-11-20");
    page.close();
  }

  @Test
  void a_page_that_controls_its_fields_keeps_what_was_filled_in() {
    Page page = desk.page(
        """
        <form><label>Your name <input id=a></label><p id=state></p></form>
        <script>
          const field = document.getElementById('a'), own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
          let known = '', held = '';
          Object.defineProperty(field, 'value', {get() { return own.get.call(this); },
            set(v) { known = v; own.set.call(this, v); }, configurable: true});
          field.addEventListener('input', () => { const now = own.get.call(field);
            if (now !== known) { known = now; held = now; document.getElementById('state').textContent = held; }
            setTimeout(() => own.set.call(field, held), 0); });
        </script>
        """);
    assertThat(filled(page, field("name", "text", "Lin Xia", "your name"))).containsEntry("name", FILLED);
    assertThat(page.textContent("#state")).isEqualTo("Lin Xia");
    assertThat(value(page, "#a")).isEqualTo("Lin Xia");
    page.close();
  }

  @Test
  void what_a_page_takes_back_is_said_to_be_copied() {
    Page page = desk.page(
        "<form><label>Your name <input id=a oninput=\"setTimeout(() => this.value = '', 50)\"></label></form>");
    assertThat(filled(page, field("name", "text", "Lin Xia", "your name")))
        .containsEntry("name", "The page did not take it: please copy");
    page.close();
  }

  @Test
  void declarations_and_signatures_are_left_to_the_person_whatever_a_template_says_and_nothing_is_sent() {
    Page page = desk.page(
        """
        <form onsubmit="document.title = 'sent'; return false"><label><input type=checkbox id=main> Main picture</label>
        <label><input type=checkbox id=faith> I have a good faith belief that this use is not authorized</label>
        <label><input type=checkbox id=perjury> Under penalty of perjury, this is so</label>
        <label><input type=checkbox id=cn> 本人承诺以上内容属实</label>
        <fieldset><legend>I declare under penalty of perjury that this is so</legend>
        <label><input type=radio name=oath value=yes> Yes</label><label><input type=radio name=oath value=no> No</label></fieldset>
        <label>Do you accept our terms? <select id=terms><option value=''>Choose one<option>I agree<option>I refuse</select></label>
        <label>Digital signature <input id=sign></label><button>Submit</button></form>
        """);
    Map<String, String> states = filled(
        page,
        field("main", "tick", "yes", "main picture"),
        field("faith", "tick", "yes", "i have a good faith belief that this use is not authorized"),
        field("perjury", "tick", "yes", "under penalty of perjury, this is so"),
        field("cn", "tick", "yes", "本人承诺以上内容属实"),
        field("oath", "choice", "Yes", "i declare"),
        field("terms", "choice", "I agree", "terms"),
        field("sign", "text", "Lin Xia", "digital signature"));
    assertThat(states).containsEntry("main", FILLED);
    for (String id : new String[] {"faith", "perjury", "cn", "oath", "terms", "sign"}) {
      assertThat(states).containsEntry(id, "For you to do yourself");
    }
    assertThat(page.isChecked("#main")).isTrue();
    for (String id : new String[] {"#faith", "#perjury", "#cn"}) {
      assertThat(page.isChecked(id)).as(id).isFalse();
    }
    assertThat(page.locator("[name=oath]:checked").count()).isZero();
    assertThat(value(page, "#terms")).isEmpty();
    assertThat(value(page, "#sign")).isEmpty();
    assertThat(page.title()).isEqualTo("Form");
    page.close();
  }

  @Test
  void what_the_person_typed_stays_until_they_ask_for_it_to_be_replaced() {
    Page page = desk.page("<form><label>Your name <input id=a></label><label>Address <input id=b></label></form>");
    page.fill("#a", "Xia Lin");
    desk.form(++complaints, CONTACT);
    Page panel = desk.panel(page, complaints);
    assertThat(desk.fill(panel)).containsEntry("name", "You have put something else there").containsEntry("address", FILLED);
    assertThat(panel.locator(".unseen[role=status]").textContent())
        .isEqualTo("name: You have put something else there\naddress: Filled in");
    assertThat(value(page, "#a")).isEqualTo("Xia Lin");
    panel.locator("button", new Page.LocatorOptions().setHasText("Replace what stands there")).click();
    page.waitForFunction("document.getElementById('a').value === 'Lin Xia'");
    panel.close();
    page.close();
  }

  @Test
  void a_field_that_nobody_can_see_does_not_collect_an_address() {
    String field = "<label for=%1$s>Address</label><input id=%1$s style='%2$s'>";
    String[] ways = {
      "display:none", "visibility:hidden", "opacity:0", "opacity:.02", "width:1px;height:1px", "position:absolute;left:-4000px",
      "position:absolute;top:-900px", "clip-path:inset(50%)", "transform:scale(0)", "pointer-events:none"
    };
    for (String way : ways) {
      Page page = desk.page(
          "<form><label>Your name <input id=a></label><p>" + field.formatted("trap", way) + "</p></form>");
      Map<String, String> states = filled(page, CONTACT);
      assertThat(value(page, "#trap")).as(way).isEmpty();
      assertThat(states).as(way).containsEntry("name", FILLED);
      assertThat(states.get("address")).as(way).isNotEqualTo(FILLED);
      page.close();
    }
  }

  @Test
  void a_field_under_something_else_or_in_a_faint_box_or_cut_away_is_not_filled() {
    for (String around : new String[] {
      "<div style='opacity:.1'>%s</div>",
      "<div style='height:0;overflow:hidden'>%s</div>",
      "<div style='position:relative'>%s<div style='position:absolute;inset:0;background:#fff'></div></div>",
      "<div aria-hidden=true>%s</div>"
    }) {
      Page page = desk.page(
          "<form><label>Your name <input id=a></label>"
              + around.formatted("<label>Address <input id=trap></label>") + "</form>");
      Map<String, String> states = filled(page, CONTACT);
      assertThat(value(page, "#trap")).as(around).isEmpty();
      assertThat(states.get("address")).as(around).isNotEqualTo(FILLED);
      page.close();
    }
  }

  @Test
  void only_one_form_is_filled_and_none_that_sends_to_another_host() {
    Page page = desk.page(
        """
        <form role=search><input id=search name=address placeholder=address></form>
        <form id=real><label>Your name <input id=a></label></form>
        <form id=newsletter><label>Address <input id=trap></label></form>
        """);
    assertThat(filled(page, CONTACT)).containsEntry("name", FILLED).containsEntry("address", COPY);
    assertThat(value(page, "#trap")).isEmpty();
    assertThat(value(page, "#search")).isEmpty();
    page.close();
  }

  @Test
  void a_form_that_sends_to_another_host_or_port_or_unencrypted_is_named_and_not_filled() {
    for (String way : new String[] {
      "action='https://evil.example/x'",
      "action='http://www.amazon.com/x'",
      "action='https://www.amazon.com:8443/x'",
      "action='http:x'>%s<input name=getAttribute type=hidden",
      "><button formaction='https://evil.example/x'>Send</button",
      "><input type=submit formaction='http://www.amazon.com/x'",
      "id=f></form><button form=f formaction='https://evil.example/x'>Send</button><form"
    }) {
      String fields = "<label>Your name <input id=a form=%1$s></label><label>Address <input id=b form=%1$s></label>"
          .formatted(way.startsWith("id=f") ? "f" : "''").replace("form=''", "");
      Page away = desk.page("<form " + way.formatted("") + ">" + fields + "</form>");
      assertThat(filled(away, CONTACT).values()).as(way).allMatch(AWAY::equals);
      assertThat(value(away, "#a") + value(away, "#b")).as(way).isEmpty();
      away.close();
    }
  }

  @Test
  void a_form_whose_fields_hide_its_own_members_is_filled_all_the_same() {
    Page page = desk.page(
        """
        <img name=querySelectorAll><img name=getElementById><img name=elementFromPoint>
        <fieldset form=f name=firstChild><form id=f><input type=hidden name=parentElement><input type=hidden name=parentNode>
        <input type=hidden name=tagName><input type=hidden name=nodeType><input type=hidden name=nextSibling>
        <input type=hidden name=previousSibling><input type=hidden name=getAttribute><input type=hidden name=matches>
        <input type=hidden name=closest><label>Your name <input id=a></label><p><b>Address</b> <input id=b></p></form></fieldset>
        """);
    assertThat(filled(page, CONTACT)).containsEntry("name", FILLED).containsEntry("address", FILLED);
    assertThat(value(page, "#a") + ", " + value(page, "#b")).isEqualTo("Lin Xia, 12 Canal Street, Hangzhou");
    page.close();
  }

  @Test
  void a_faint_form_is_not_filled_though_a_field_hides_what_it_stands_in() {
    Page page = desk.page(
        "<div style='opacity:.1'><form><input type=hidden name=parentElement><input type=hidden name=nodeType>"
            + "<label>Your name <input id=a></label></form></div>");
    assertThat(filled(page, CONTACT)).containsEntry("name", COPY);
    assertThat(value(page, "#a")).isEmpty();
    page.close();
  }

  @Test
  void what_the_page_chose_beforehand_is_replaced_and_what_the_person_chose_stays() {
    Page page = desk.page(
        """
        <form><label>Kind <select id=kind><option>Sound<option selected>Text<option>Picture</select></label>
        <label>Place <select id=place><option>Picture<option selected>Text</select></label>
        <fieldset><legend>Device</legend><label><input type=radio name=device value=m checked> Phone</label>
        <label><input type=radio name=device value=pc> Computer</label></fieldset></form>
        """);
    page.selectOption("#place", "Picture");
    Map<String, String> states = filled(
        page,
        field("kind", "choice", "Picture", "kind"),
        field("place", "choice", "Text", "place"),
        field("device", "choice", "Computer", "device"));
    assertThat(states).containsEntry("kind", FILLED).containsEntry("place", "You have put something else there")
        .containsEntry("device", FILLED);
    assertThat(value(page, "#kind") + ", " + value(page, "#place")).isEqualTo("Picture, Picture");
    assertThat(page.isChecked("[value=pc]")).isTrue();
    page.close();
  }

  @Test
  void two_fields_of_the_same_words_are_filled_by_nobody() {
    Page page = desk.page(
        "<form><label>Your name <input id=a></label><label>Address <input id=b></label><label>Address <input id=c></label></form>");
    assertThat(filled(page, CONTACT)).containsEntry("address", "Several fields look like it: please copy");
    assertThat(value(page, "#b") + value(page, "#c")).isEmpty();
    page.close();
  }

  @Test
  void ten_thousand_fields_are_no_form() {
    Page page = desk.page(
        "<form><label>Your name <input id=a></label></form><script>document.forms[0].insertAdjacentHTML('beforeend',"
            + " '<input name=address>'.repeat(10000))</script>");
    desk.form(++complaints, CONTACT);
    Page panel = desk.panel(page, complaints);
    desk.fill(panel);
    assertThat(panel.locator(".actions .notice").last().textContent())
        .isEqualTo("This page has too many fields to be the form. Nothing was filled in.");
    assertThat(value(page, "#a")).isEmpty();
    panel.close();
    page.close();
  }

  /** What the panel's button does with a tab. */
  private static final String FILL_SCRIPT =
      """
      async ([tab, order]) => {
        const target = {tabId: tab};
        await chrome.scripting.executeScript({target, files: ['fill.js']});
        const [answer] = await chrome.scripting.executeScript({target, args: [order],
            func: text => { globalThis.shotdeedFill([text]); return globalThis.shotdeedFilled; }});
        return answer.result.trouble;
      }
      """;

  @Test
  void another_host_is_not_filled_though_the_browser_would_allow_it() {
    desk.browser().willGrant("https://evil.example/*");
    try (Page asking = desk.browser().extensionPage("options.html")) {
      asking.evaluate("() => chrome.permissions.request({origins: ['https://evil.example/*']})");
    }
    Page page = desk.page("evil.example", "<form><label>Your name <input id=a></label><label>Address <input id=b></label></form>");
    desk.form(++complaints, CONTACT);
    Page panel = desk.panel(page, complaints);
    assertThat(panel.locator(".actions button").allTextContents()).containsExactly("Open the form");
    assertThat(value(page, "#b")).isEmpty();
    String order =
        """
        {"places": ["https://www.amazon.com"], "reading": false, "fields":
         [{"id": "address", "kind": "text", "value": "12 Canal Street", "find": ["address"], "overwrite": false}]}
        """;
    // The page may have gone elsewhere by the time the button is pressed: the script that fills looks for itself.
    assertThat(panel.evaluate(FILL_SCRIPT, List.of(FormDesk.tab(panel, page), order))).isEqualTo("elsewhere");
    assertThat(value(page, "#a") + value(page, "#b")).isEmpty();
    panel.close();
    page.close();
  }

  @Test
  void after_the_browser_was_started_anew_the_panel_knows_the_form_by_the_host_of_its_page() {
    Page page = desk.page("<form><label>Your name <input id=a></label></form>");
    desk.form(++complaints, CONTACT);
    Page panel = desk.browser().extensionPage("options.html");
    int tab = FormDesk.tab(panel, page);
    panel.evaluate("chrome.storage.session.clear()");
    panel.navigate(desk.browser().origin() + "/panel.html?tab=" + tab);
    panel.waitForSelector(".fields");
    assertThat(panel.locator(".shop").textContent()).isEqualTo("Complaint " + complaints);
    assertThat(desk.fill(panel)).containsEntry("name", FILLED);
    panel.close();
    page.close();
  }

  @Test
  void nothing_of_ours_stays_in_the_page() {
    Page page = desk.page("<form><label>Your name <input id=a></label><label>Address <input id=b></label></form>");
    String before = page.content();
    Object globals = page.evaluate("Object.keys(window).sort().join()");
    assertThat(filled(page, CONTACT).values()).allMatch(FILLED::equals);
    assertThat(page.content()).isEqualTo(before);
    assertThat(page.evaluate("Object.keys(window).sort().join()")).isEqualTo(globals);
    assertThat(desk.browser().inContentScript(page, "typeof shotdeedFill + ' ' + typeof shotdeedFilled"))
        .isEqualTo("undefined undefined");
    page.close();
  }
}
