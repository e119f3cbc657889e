package shotdeed.extension.rig;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A browser without a server, with a complaint's form on hand as the server would have given it, and pages of literals under
 * the real name of a marketplace's host, by HTTPS.
 */
public final class FormDesk implements AutoCloseable {
  /** Where the pages stand. */
  public static final String HOST = "www.amazon.com";

  private static final String LIBRARY = "library";

  private final Site site = Site.secure();
  private final Chromium browser;

  /** In a language, with access to the host already given or not. */
  public FormDesk(String language, boolean access) {
    browser =
        new Chromium(
            "--lang=" + language,
            "--ignore-certificate-errors",
            "--window-size=1300,900",
            Toolbar.SWITCH,
            "--host-resolver-rules=MAP *.amazon.com:443 127.0.0.1:" + site.port()
                + ",MAP evil.example:443 127.0.0.1:" + site.port());
    if (access) {
      allow();
    }
  }

  /** The person says yes to access. */
  public void allow() {
    browser.willGrant("https://" + HOST + "/*");
    try (Page page = browser.extensionPage("options.html")) {
      page.evaluate("host => chrome.permissions.request({origins: ['https://' + host + '/*']})", HOST);
    }
  }

  public Site site() {
    return site;
  }

  public Chromium browser() {
    return browser;
  }

  /** Opens a page of the host. */
  public Page page(String html) {
    return page(HOST, html);
  }

  /** Opens a page of any host. */
  public Page page(String host, String html) {
    site.page("/form", "<meta charset=utf-8><title>Form</title>" + html);
    Page page = browser.newPage();
    page.navigate("https://" + host + "/form");
    return page;
  }

  /**
   * Puts a complaint's form on hand.
   *
   * @param fields JSON objects, as {@link #field} writes them
   */
  public void form(int complaint, String... fields) {
    String json =
        """
        {"complaint": %d, "form": "amazon", "formName": "Amazon", "entry": "https://%s/form", "hosts": ["%s"],
         "lodger": "", "lodgerMayBeOther": false, "language": "en", "part": 1, "parts": 1, "perLinks": 50,
         "fields": [%s], "files": [], "warnings": [], "mail": null, "submitted": null}
        """
            .formatted(complaint, HOST, HOST, String.join(",", fields));
    try (Page asking = browser.extensionPage("options.html")) {
      asking.evaluate(
          """
          async ([library, complaint, form]) => {
            await new Promise((done, fail) => {
              const open = indexedDB.open('shotdeed');
              open.onerror = () => fail(open.error);
              open.onsuccess = () => {
                const t = open.result.transaction('lodgings', 'readwrite');
                t.objectStore('lodgings').put({id: library + ' ' + complaint + ' 1', home: library, complaint, form: JSON.parse(form),
                    results: {}, copied: {}, filled: false, caseNumber: '', confirmation: '',
                    openedAt: new Date().toISOString()});
                t.oncomplete = () => { open.result.close(); done(); };
                t.onabort = () => fail(t.error);
              };
            });
          }
          """,
          List.of(LIBRARY, complaint, json));
    }
  }

  /** A field with words to find it by. */
  public static String field(String id, String kind, String value, String... find) {
    List<String> words = new ArrayList<>();
    for (String word : find) {
      words.add("\"" + word + "\"");
    }
    return """
        {"id": "%s", "label": "%s", "value": "%s", "kind": "%s", "required": true, "max": null, "over": 0,
         "missing": false, "hint": "", "find": [%s]}
        """
        .formatted(id, id, value.replace("\n", "\\n"), kind, String.join(",", words));
  }

  /** The panel beside a page, in a tab, with the form of a complaint. */
  public Page panel(Page beside, int complaint) {
    Page panel = browser.extensionPage("options.html");
    int tab = tab(panel, beside);
    panel.evaluate(
        "([tab, id]) => chrome.storage.session.set({['form-tab ' + tab]: {lodging: id}})",
        List.of(tab, LIBRARY + " " + complaint + " 1"));
    panel.navigate(browser.origin() + "/panel.html?tab=" + tab);
    panel.waitForSelector(".fields");
    return panel;
  }

  /** The browser's number of a tab, which need not tell its address. */
  public static int tab(Page asking, Page of) {
    of.bringToFront();
    return (Integer) asking.evaluate("async () => (await chrome.tabs.query({active: true}))[0].id");
  }

  /** Presses the button that fills the page in, and waits for what came of it. */
  @SuppressWarnings("unchecked")
  public Map<String, String> fill(Page panel) {
    panel.bringToFront();
    panel.locator(".actions button").first().click();
    panel.locator(".actions .notice").first().waitFor();
    return (Map<String, String>)
        panel.evaluate(
            """
            () => Object.fromEntries([...document.querySelectorAll('li.field')].map(li =>
                [li.querySelector('strong').textContent, li.querySelector('span.state').textContent]))
            """);
  }

  @Override
  public void close() {
    browser.close();
    site.close();
  }
}
