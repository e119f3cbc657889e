package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.extension.rig.BadgeReader;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Fetched;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.Site;
import shotdeed.extension.rig.Workshop;

/** Pages that load as they are scrolled, go from item to item, are made of parts, and lie in tabs that nobody looks at. */
class LifeOfAPageTest {
  private static Workshop shop;
  private static Site site;
  private static Fetched fetched;

  @BeforeAll
  static void open() {
    shop = new Workshop(List.of(Photos.JACKET), "--lang=en");
    site = shop.site();
    fetched = new Fetched(site);
    site.bytes("/copy.jpg", "image/jpeg", Photos.resized(Photos.JACKET, 300, 0.6f));
    site.bytes("/honest.jpg", "image/jpeg", Photos.resized(Photos.OTHER_JEANS, 300, 0.6f));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void what_is_loaded_while_a_page_is_scrolled_is_checked_as_it_comes() {
    site.page(
        "/endless",
        "<title>Endless</title><div id=list style='height:3000px'><img width=300 src=/honest.jpg></div><script>"
            + "addEventListener('scroll', () => document.body.insertAdjacentHTML('beforeend',"
            + " '<img width=300 data-src=/copy.jpg src=data:image/gif;base64,R0lGODlhAQABAAAAACw=>'), {once: true});</script>");
    try (Page page = visit("/endless")) {
      shop.browser().waitUntilChecked(site.origin() + "/endless");
      page.mouse().wheel(0, 2500);
      page.locator("[data-src]").waitFor();
      page.locator("[data-src]").scrollIntoViewIfNeeded();
      assertThat(BadgeReader.waitFor(page, 1)).containsExactly(site.origin() + "/copy.jpg");
    }
  }

  @Test
  void pictures_in_shadow_roots_open_and_closed_wear_their_badges() {
    site.page(
        "/shadow",
        "<title>Shadow</title><shop-card></shop-card><div id=host></div><script>"
            + "customElements.define('shop-card', class extends HTMLElement { constructor() { super();"
            + " this.attachShadow({mode: 'closed'}).innerHTML = '<img width=200 src=/copy.jpg?closed>'; } });"
            + "document.getElementById('host').attachShadow({mode: 'open'}).innerHTML = '<img width=200 src=/copy.jpg?open>';</script>");
    try (Page page = visit("/shadow")) {
      assertThat(copies("/shadow")).hasSize(2);
      assertThat(eventually(page, 2)).hasSize(2);
    }
  }

  @Test
  void a_root_that_comes_later_is_found_and_what_changes_in_it_is_checked() {
    site.page("/late", "<title>Late</title><img width=300 src=/honest.jpg?late><div id=host></div>");
    try (Page page = visit("/late")) {
      shop.browser().waitUntilChecked(site.origin() + "/late");
      page.evaluate(
          "() => { const root = document.getElementById('host').attachShadow({mode: 'open'});"
              + " root.innerHTML = '<img width=200 src=/honest.jpg?root>'; document.body.append(document.createElement('p')); }");
      Chromium.eventually(page, "() => document.getElementById('host').shadowRoot.querySelector('img').complete", null);
      eventuallyFound("/late", 2);
      page.evaluate("() => { document.getElementById('host').shadowRoot.querySelector('img').src = '/copy.jpg?root'; }");
      assertThat(eventually(page, 1)).hasSize(1);
    }
  }

  @Test
  void a_picture_in_a_frame_is_the_page_s_and_wears_its_badge_there() {
    site.page("/frame", "<title>Frame</title><img width=300 src=/copy.jpg?frame>");
    site.page(
        "/framed",
        "<title>Framed</title><h1>Framed</h1><img width=300 src=/honest.jpg?framed><iframe src=/frame width=500 height=600></iframe>"
            + "<iframe srcdoc='<img width=300 src=/copy.jpg?srcdoc>' width=500 height=600></iframe>");
    try (Page page = visit("/framed")) {
      eventuallyFound("/framed", 3);
      assertThat(copies("/framed")).hasSize(2);
      assertThat(eventually(page, 2)).hasSize(2);
      assertThat(shop.browser().sightingOf(shop.server(), "/framed").at("/listing/title").asText()).isEqualTo("Framed");
    }
  }

  @Test
  void what_is_in_view_goes_first() {
    StringBuilder html = new StringBuilder("<title>Tall</title><div style='padding-top:9000px'>");
    for (int i = 0; i < 40; i++) {
      fetched.serve("/far/" + i + ".jpg", Photos.resized(Photos.OTHER_TIGHTS, 200 + i, 0.6f));
      html.append("<img width=200 height=200 loading=lazy src=/far/").append(i).append(".jpg>");
    }
    fetched.serve("/near.jpg", Photos.resized(Photos.OTHER_HOODIE, 300, 0.6f));
    site.page("/tall", html + "</div><img style='position:absolute;top:10px;left:10px' width=300 src=/near.jpg>");
    try (Page page = visit("/tall")) {
      eventuallyFound("/tall", 41);
      assertThat(fetched.paths().stream().filter(path -> path.startsWith("/far/") || path.equals("/near.jpg")).toList())
          .satisfies(order -> assertThat(order.indexOf("/near.jpg")).as("of four at a time").isBetween(0, 3));
    }
  }

  @Test
  void a_tab_that_nobody_looks_at_waits_and_goes_on_where_it_was() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    StringBuilder html = new StringBuilder("<title>Behind</title>");
    for (int i = 0; i < 12; i++) {
      byte[] picture = Photos.resized(Photos.OTHER_BLOUSE, 200 + i, 0.6f);
      site.on(
          "/behind/" + i + ".jpg",
          exchange -> {
            if (!"image".equals(exchange.getRequestHeaders().getFirst("Sec-Fetch-Dest"))) {
              try {
                gate.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }
            exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
          });
      html.append("<img width=100 height=100 src=/behind/").append(i).append(".jpg>");
    }
    site.page("/behind", html.toString());
    try (Page page = visit("/behind"); Page asking = shop.browser().extensionPage("options.html")) {
      Chromium.eventually(asking, STATUS + " && page.found === 12 && !page.hidden; }", site.origin() + "/behind");
      see(page, "hidden");
      Chromium.eventually(asking, STATUS + " && page.hidden; }", site.origin() + "/behind");
      gate.countDown();
      Chromium.eventually(asking, STATUS + " && page.checked === 4; }", site.origin() + "/behind");
      assertThat(asking.evaluate("async address => { " + FIND + " return page.checked; }", site.origin() + "/behind")).isEqualTo(4);
      see(page, "visible");
      Chromium.eventually(asking, STATUS + " && page.checked === 12; }", site.origin() + "/behind");
    } finally {
      gate.countDown();
    }
  }

  @Test
  void another_variant_of_the_same_item_exchanges_the_picture_and_its_badge() {
    site.page(
        "/item.htm",
        "<title>Variants</title><div class=gallery><img id=main width=300 src=/copy.jpg?red></div>"
            + "<script>function blue() { history.replaceState(null, '', '?sku=2'); main.src = '/honest.jpg?blue'; }"
            + " function red() { history.replaceState(null, '', '?sku=1'); main.src = '/copy.jpg?red'; }</script>");
    try (Page page = visit("/item.htm")) {
      assertThat(eventually(page, 1)).hasSize(1);
      page.evaluate("blue()");
      assertThat(eventually(page, 0)).isEmpty();
      page.evaluate("red()");
      assertThat(eventually(page, 1)).hasSize(1);
    }
  }

  @Test
  void built_in_functions_that_a_page_replaces_change_nothing() {
    site.page(
        "/replaced",
        "<title>Replaced</title><script>for (const name of ['querySelectorAll', 'createElement', 'getElementById'])"
            + " Document.prototype[name] = () => { throw 1; }; Array.prototype.push = () => { throw 2; };"
            + " Element.prototype.attachShadow = () => { throw 3; }; JSON.parse = JSON.stringify = () => { throw 4; };"
            + " window.IntersectionObserver = window.MutationObserver = window.URL = null;</script><img width=300 src=/copy.jpg?replaced>");
    try (Page page = visit("/replaced")) {
      assertThat(copies("/replaced")).hasSize(1);
      page.close();
    }
  }

  @Test
  void badges_that_a_page_takes_away_come_back_and_the_panel_says_what_it_does() {
    site.page(
        "/jealous",
        "<title>Jealous</title><style>shotdeed-overlay {display: none !important; opacity: 0 !important}</style>"
            + "<img width=300 src=/copy.jpg?jealous><script>new MutationObserver(list => list.forEach(m => m.addedNodes.forEach(n => {"
            + " if (n.localName === 'shotdeed-overlay' && window.left > 0) { window.left--; n.style.display = 'none'; setTimeout(() => n.remove()); } })))"
            + ".observe(document.documentElement, {childList: true}); window.left = 3;</script>");
    try (Page page = visit("/jealous"); Page asking = shop.browser().extensionPage("options.html")) {
      assertThat(eventually(page, 1)).hasSize(1);
      Chromium.eventually(asking, STATUS + " && page.badgesRemoved; }", site.origin() + "/jealous");
      assertThat(page.evaluate("window.left")).isEqualTo(0);
      panel(asking, "/jealous").getByText("This page takes the badges away.").waitFor();
      assertThat(asking.locator(".hit").count()).isEqualTo(1);
    }
  }

  @Test
  void a_badge_is_seen_and_clicked_although_the_page_lays_something_over_all_it_shows() {
    site.page(
        "/covering",
        "<title>Covering</title><img width=300 height=300 src=/copy.jpg?covering><script>setInterval(() => { const d = document.createElement('div');"
            + " d.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fffe'; document.querySelectorAll('div').forEach(o => o.remove());"
            + " document.documentElement.append(d); }, 50)</script>");
    try (Page page = visit("/covering")) {
      assertThat(eventually(page, 1)).hasSize(1);
      Chromium.eventually(
          page,
          """
          () => {
            const box = document.images[0].getBoundingClientRect();
            for (let x = 2; x < 300; x += 6) for (let y = 2; y < 300; y += 6) {
              const at = document.elementFromPoint(box.left + x, box.top + y);
              if (at && at.localName === 'shotdeed-overlay') return true;
            }
          }
          """,
          null);
    }
  }

  @Test
  void a_page_that_takes_the_badges_away_for_ever_is_not_fought_for_ever() {
    site.page(
        "/stubborn",
        "<title>Stubborn</title><img width=300 src=/copy.jpg?stubborn><script>window.times = 0;"
            + "new MutationObserver(() => { const o = document.querySelector('shotdeed-overlay'); if (o) { window.times++; o.remove(); } })"
            + ".observe(document.documentElement, {childList: true});</script>");
    try (Page page = visit("/stubborn"); Page asking = shop.browser().extensionPage("options.html")) {
      Chromium.eventually(page, "() => window.times === 21", null);
      Chromium.eventually(asking, STATUS + " && page.badgesRemoved && page.copies.length === 1; }", site.origin() + "/stubborn");
      assertThat(page.evaluate("window.times")).isEqualTo(21);
    }
  }

  @Test
  void pictures_without_an_address_are_counted_and_explained_and_trackers_and_drawings_are_left_alone() {
    site.bytes("/drawing.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='300'/>".getBytes(StandardCharsets.UTF_8));
    site.page(
        "/built-in",
        "<title>Built in</title><img width=300 src=/honest.jpg?built><img src=/tracker.gif width=1 height=1>"
            + "<img width=300 height=300 src=/drawing.svg><script>const c = document.createElement('canvas'); c.width = c.height = 300;"
            + " c.getContext('2d').fillRect(0, 0, 200, 100); const a = new Image(); a.src = c.toDataURL(); document.body.append(a);"
            + " c.toBlob(b => { const i = new Image(); i.src = URL.createObjectURL(b); document.body.append(i); });</script>");
    site.bytes("/tracker.gif", "image/gif", new byte[] {'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 0, 0x3b});
    try (Page page = visit("/built-in"); Page asking = shop.browser().extensionPage("options.html")) {
      Chromium.eventually(asking, STATUS + " && page.embedded === 2 && page.checked === page.found; }", site.origin() + "/built-in");
      assertThat(page.locator("img").count()).isEqualTo(5);
      panel(asking, "/built-in").getByText("without an address of their own: 2.").waitFor();
    }
  }

  @Test
  void ten_megabytes_of_text_and_of_scripts_are_read_past() {
    String words = "window.noise = 'image images colorImages {[ ';".repeat(100);
    site.page(
        "/long",
        "<title>Long</title><script>" + words.repeat(500) + "</script><p>" + "denim jacket ".repeat(800_000)
            + "</p><img style='position:absolute;top:0' width=300 src=/copy.jpg?long>");
    try (Page page = visit("/long")) {
      assertThat(eventually(page, 1)).hasSize(1);
    }
  }

  @Test
  void a_picture_that_is_redirected_without_end_is_unreachable_and_the_others_are_checked() {
    site.on(
        "/round.jpg",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/round.jpg?" + System.nanoTime());
          exchange.sendResponseHeaders(302, -1);
        });
    site.page("/redirected", "<title>Redirected</title><img width=300 height=300 src=/round.jpg><img width=300 src=/copy.jpg?redirected>");
    try (Page page = visit("/redirected"); Page asking = shop.browser().extensionPage("options.html")) {
      Chromium.eventually(
          asking,
          STATUS + " && page.checked === 2 && page.troubles.UNREACHABLE === 1 && page.copies.length === 1; }",
          site.origin() + "/redirected");
      assertThat(page.title()).isEqualTo("Redirected");
    }
  }

  @Test
  void a_server_that_answers_only_pages_is_told_which_page_asks_and_no_other_server_is() {
    List<String> told = new CopyOnWriteArrayList<>();
    byte[] copy = Photos.resized(Photos.JACKET, 280, 0.6f);
    for (String path : List.of("/guarded.jpg", "/unguarded.jpg")) {
      site.on(
          path,
          exchange -> {
            boolean own = !"image".equals(exchange.getRequestHeaders().getFirst("Sec-Fetch-Dest"));
            String referer = exchange.getRequestHeaders().getFirst("Referer");
            if (own) {
              told.add(path + " " + referer);
            }
            boolean refused = path.startsWith("/guarded") && referer == null;
            exchange.getResponseHeaders().set("Content-Type", refused ? "text/plain" : "image/jpeg");
            exchange.sendResponseHeaders(refused ? 403 : 200, refused ? -1 : copy.length);
            if (!refused) {
              exchange.getResponseBody().write(copy);
            }
          });
    }
    site.page("/guard", "<title>Guard</title><img width=300 src=/guarded.jpg><img width=300 src=/unguarded.jpg>");
    try (Page page = visit("/guard")) {
      assertThat(copies("/guard")).hasSize(2);
      assertThat(page.title()).isEqualTo("Guard");
    }
    assertThat(told)
        .containsExactlyInAnyOrder("/guarded.jpg null", "/guarded.jpg " + site.origin() + "/", "/unguarded.jpg null");
    try (Page asking = shop.browser().extensionPage("options.html")) {
      assertThat(asking.evaluate("async () => (await chrome.declarativeNetRequest.getSessionRules()).length")).isEqualTo(0);
    }
  }

  private static final String FIND =
      "const tab = (await chrome.tabs.query({})).find(t => t.url === address);"
          + " const {page} = tab ? await chrome.runtime.sendMessage({type: 'status', tab: tab.id}) : {};";

  private static final String STATUS = "async address => { " + FIND + " return page";

  private static Page visit(String path) {
    Page page = shop.browser().newPage();
    page.navigate(site.origin() + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
    return page;
  }

  private static Page panel(Page asking, String path) {
    Integer tab =
        (Integer) asking.evaluate("async url => (await chrome.tabs.query({})).find(t => t.url === url).id", site.origin() + path);
    asking.navigate(shop.browser().origin() + "/panel.html?tab=" + tab);
    return asking;
  }

  private static List<?> copies(String path) {
    return (List<?>) shop.browser().waitUntilChecked(site.origin() + path).get("copies");
  }

  private static void eventuallyFound(String path, int pictures) {
    try (Page asking = shop.browser().extensionPage("options.html")) {
      Chromium.eventually(
          asking, STATUS + " && page.found === " + pictures + " && page.checked === page.found; }", site.origin() + path);
    }
  }

  /** The badges of a page once there are so many. */
  private static List<BadgeReader.Badge> eventually(Page page, int count) {
    List<BadgeReader.Badge> badges = BadgeReader.on(page);
    for (long end = System.nanoTime() + 20_000_000_000L; badges.size() != count && System.nanoTime() < end; ) {
      page.waitForTimeout(100);
      badges = BadgeReader.on(page);
    }
    return badges;
  }

  /** As if its tab went behind another, or came back: a browser without a screen shows all of them. */
  private static void see(Page page, String state) {
    shop.browser()
        .inContentScript(
            page,
            "(Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => '" + state + "'}),"
                + " document.dispatchEvent(new Event('visibilitychange')), '')");
  }
}
