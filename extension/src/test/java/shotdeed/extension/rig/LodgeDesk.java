package shotdeed.extension.rig;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A prepared complaint, and replicas of complaint forms under the real names of their hosts, by HTTPS. */
public final class LodgeDesk implements AutoCloseable {
  public static final String AMAZON = "https://www.amazon.com/report/infringement";
  public static final String TAOBAO = "https://jubao.taobao.com/";

  /** What the replicas say once a form was sent. */
  public static final String CASE_NUMBER = "16829301234";

  private final Site forms = Site.secure();
  private final WatchedShop shop;

  public LodgeDesk(String language) {
    forms.page("/report/infringement", replica("amazon.html"));
    forms.page("/", replica("taobao.html"));
    for (String received : List.of("/report/infringement/received", "/received")) {
      forms.page(received, "<meta charset=utf-8><title>Received</title><h1>Your report was received</h1><p>Complaint ID: <b id=number>"
          + CASE_NUMBER + "</b> (2026-11-22)</p>");
    }
    shop = new WatchedShop(
        List.of(Photos.JACKET),
        "--lang=" + language,
        "--ignore-certificate-errors",
        "--window-size=1400,1000",
        Toolbar.SWITCH,
        "--host-resolver-rules=MAP www.amazon.com:443 127.0.0.1:" + forms.port()
            + ",MAP jubao.taobao.com:443 127.0.0.1:" + forms.port());
    shop.site().bytes("/copy.jpg", "image/jpeg", Photos.mirrored(Photos.JACKET));
  }

  private static String replica(String name) {
    try (InputStream in = LodgeDesk.class.getResourceAsStream("/forms/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  public ServerWatch watch() {
    return shop.watch();
  }

  public Chromium browser() {
    return shop.browser();
  }

  public WatchedShop shop() {
    return shop;
  }

  /** The marketplaces' site, whose requests show what was sent. */
  public Site forms() {
    return forms;
  }

  /** Of something else. */
  public byte[] otherPicture() {
    return Photos.file(Photos.OTHER_JEANS);
  }

  /** Prepares a complaint about a new listing of Taobao, without a screenshot; the panel that says so, in a tab. */
  public Page prepared(String path) {
    return prepared(shop.visit(path, "/copy.jpg"));
  }

  /** The same of a listing on Amazon's own host, which is watched as well: access to it is given. */
  public Page preparedOnAmazon() {
    forms
        .bytes("/copy.jpg", "image/jpeg", Photos.mirrored(Photos.JACKET))
        .page("/dp/B000000001", "<title>Jacket</title><h1>Jacket</h1><img width=400 src=/copy.jpg>");
    browser().willGrant("https://www.amazon.com/*");
    browser().watch("https://www.amazon.com", "other");
    Page listing = browser().newPage();
    listing.navigate("https://www.amazon.com/dp/B000000001");
    browser().waitUntilChecked(listing.url());
    return prepared(listing);
  }

  private Page prepared(Page listing) {
    Page panel = browser().extensionPage("options.html");
    Object address =
        Chromium.eventually(
            panel,
            """
            async address => {
              const tab = (await chrome.tabs.query({})).find(t => t.url === address);
              const {page} = await chrome.runtime.sendMessage({type: 'status', tab: tab.id});
              return page && page.copies.length && 'panel.html?tab=' + tab.id + '&hit=' + encodeURIComponent(page.copies[0]);
            }
            """,
            listing.url());
    panel.navigate(browser().origin() + "/" + address);
    panel.check("#owned");
    panel.locator(".complaint button.primary").click();
    panel.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Prepare without a screenshot")).click();
    panel.waitForSelector(".complaint .notice.good");
    return panel;
  }

  /** What the seller states once, for all complaints. */
  public void stateComplainant() {
    Page page = shop.console().open("/complainant");
    page.selectOption("#capacity", "owner");
    page.selectOption("#copyright", "unregistered");
    String[][] values = {
      {"holder", "Hangzhou Sunny Studio"}, {"contact", "Lin Xia"}, {"company", "Hangzhou Sunny Studio"},
      {"address", "12 Canal Street, Hangzhou"}, {"phone", "+86 571 1234567"}, {"email", "lin@sunny.example"}, {"brand", "Sunny"}
    };
    for (String[] value : values) {
      page.fill("#" + value[0], value[1]);
    }
    page.locator("main form button").click();
    page.waitForLoadState();
  }

  /** The page that an action opens in a tab of its own. */
  public Page opened(Runnable action) {
    return browser().context().waitForPage(action);
  }

  /** The panel that stands beside a page that was just opened, in a tab of its own: the panel itself cannot be driven. */
  public Page panelBeside(Page page) {
    Page panel = browser().extensionPage("options.html");
    int tab = FormDesk.tab(panel, page);
    String address = browser().origin() + "/panel.html?tab=" + tab;
    for (long end = System.nanoTime() + 20_000_000_000L; !browser().targets().contains(address); ) {
      if (System.nanoTime() > end) {
        throw new AssertionError("no side panel beside " + page.url() + " but " + browser().targets());
      }
    }
    panel.navigate(address);
    panel.waitForSelector(".fields");
    return panel;
  }

  @Override
  public void close() {
    shop.close();
    forms.close();
  }
}
