package shotdeed.extension.rig;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The other people of a server, each in a browser of their own, and what happens between sellers: photographs that two of
 * them certified, claims by number, and what a reviewer of neither side decided.
 */
public final class ConsoleOthers {
  private static final String PASSWORD = "four plain words here";
  private static final Duration COMPARED = Duration.ofSeconds(60);

  private final PlainChromium browser;
  private final Page admin;
  private final String origin;
  private Page reviewer;
  private Page newcomer;

  /**
   * @param admin where an admin, who owns the server's first seller, is signed in and reads English
   */
  public ConsoleOthers(PlainChromium browser, Page admin, String origin) {
    this.browser = browser;
    this.admin = admin;
    this.origin = origin;
  }

  /** Where a reviewer is signed in who belongs to no seller. */
  public Page reviewer() {
    return reviewer;
  }

  /** Where the owner of a shop is signed in who has done nothing yet. */
  public Page newcomer() {
    return newcomer;
  }

  /**
   * Lets them come and certify.
   *
   * @param shared photographs that the first seller has certified; another seller certifies them too
   */
  public void fill(List<String> shared) {
    reviewer = join("/staff", "/staff/invite", "Rowan Judge", "reviewer");
    newcomer = join("/sellers", "/sellers/invite", "新店 New Shop", null);
    Page willow = join("/sellers", "/sellers/invite", "柳记女装 Willow", null);
    Page birch = join("/sellers", "/sellers/invite", "Birch & Sons", null);

    List<String> claimed =
        List.of(Photos.OTHER_JEANS, Photos.OTHER_HOODIE, Photos.OTHER_SHORTS, Photos.OTHER_PINAFORE);
    List<String> willows = upload(willow, claimed, 1000);
    List<String> birches = upload(birch, claimed, 900);
    await(admin, claimed.size());
    say(willow, willows.get(0), "I took it on 8 March in our studio. The camera original is in the folder.");
    prove(willow, willows.get(0));
    decide(admin, 1, "a", true);
    decide(admin, 2, "both", false);
    admin.navigate(origin + "/disputes/2");
    admin.fill("#reason", "The contract came to light only now.");
    admin.locator("form[action$='/reopen'] button").click();
    decide(admin, 3, "neither", false);
    for (int i = 0; i < 2; i++) {
      claim(birch, birches.get(1), willows.get(2 + i));
    }

    upload(birch, shared, 800);
    await(reviewer, shared.size());
    int first = claimed.size() + 1;
    decide(reviewer, first, "neither", false);
    decide(reviewer, first + 1, "both", false);

    press(admin, "/sellers/" + seller(birch), "suspension", "Two claims without any ground within a week");
  }

  /** Comes in by an invitation that the admin hands over. */
  private Page join(String path, String action, String name, String role) {
    admin.navigate(origin + path);
    admin.fill("form[action='" + action + "'] #name", name);
    if (role != null) {
      admin.selectOption("form[action='" + action + "'] #role", role);
    }
    admin.locator("form[action='" + action + "'] button").click();
    String link = admin.inputValue("#link");
    Page page = browser.person("en", null).newPage();
    page.navigate(link);
    if (page.isVisible("#shop")) {
      page.fill("#shop", name);
    }
    page.fill("#name", name);
    page.fill("#password", PASSWORD);
    page.fill("#repeated", PASSWORD);
    page.locator("main form button").click();
    page.waitForURL(origin + "/");
    return page;
  }

  /**
   * @param width of the files in pixels: the same photograph, never the same file
   * @return addresses of the certificates
   */
  private List<String> upload(Page page, List<String> photographs, int width) {
    page.navigate(origin + "/upload");
    page.setInputFiles(
        "#file",
        photographs.stream()
            .map(name -> new FilePayload(name, "image/jpeg", Photos.resized(name, width, 0.9f)))
            .toArray(FilePayload[]::new));
    page.check("input[value=unpublished]");
    page.locator("main form button").click();
    page.waitForSelector(".results .accepted");
    return ((List<?>) page.locator(".results .accepted a").evaluateAll("links => links.map(l => l.getAttribute('href'))"))
        .stream().map(String::valueOf).toList();
  }

  /** Until the server has compared what was uploaded. */
  private void await(Page page, int disputes) {
    Instant last = Instant.now().plus(COMPARED);
    do {
      page.navigate(origin + "/disputes");
      if (page.locator(".cards > li").count() >= disputes) {
        return;
      }
    } while (Instant.now().isBefore(last));
    throw new AssertionError(page.locator(".cards > li").count() + " disputes instead of " + disputes);
  }

  private void decide(Page page, int dispute, String owner, boolean groundless) {
    page.navigate(origin + "/disputes/" + dispute);
    page.check("#owner-" + owner);
    page.fill("#reasons", "One side has the camera original and two other shots of the session. 相机原图的时间早于对方。");
    page.fill("#told", "The proof folders were compared. " + "What decides is who has the camera's own files. ".repeat(3));
    if (groundless) {
      page.check("#groundlessB");
    }
    page.locator("form[action$='/decide'] button").click();
    page.waitForSelector(".notice");
  }

  private void claim(Page page, String own, String against) {
    page.navigate(origin + own + "/claim");
    page.fill("#against", against.substring(against.lastIndexOf('/') + 1));
    page.fill("#reason", "It is the photograph of our spring catalogue. 这是我们春季目录里的照片。");
    page.locator("form[action$='/claim'] button").click();
  }

  private void say(Page page, String certificate, String words) {
    page.navigate(origin + certificate);
    page.fill("#dispute-words", words);
    page.locator("form[action$='/statement'] button").click();
  }

  private void prove(Page page, String certificate) {
    page.navigate(origin + certificate + "/proof");
    page.selectOption("#kind", "series");
    page.setInputFiles(
        "#file", new FilePayload("系列 2.jpg", "image/jpeg", Photos.resized(Photos.OTHER_TIGHTS, 1200, 0.9f)));
    page.locator("form[action='" + certificate + "/proof'] button").click();
  }

  private void press(Page page, String path, String field, String words) {
    page.navigate(origin + path);
    page.fill("#" + field, words);
    page.locator("form:has(#" + field + ") button").click();
  }

  /** The number under which the admin finds a person's seller. */
  private String seller(Page page) {
    page.navigate(origin + "/team");
    String name = page.locator("footer bdi").nth(1).textContent();
    admin.navigate(origin + "/sellers");
    String address =
        admin.locator(".rows .name a", new Page.LocatorOptions().setHasText(name)).first().getAttribute("href");
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
