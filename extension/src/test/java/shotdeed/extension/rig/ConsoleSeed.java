package shotdeed.extension.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Fills a new server, so that each of the console's lists has an entry in each state that a person can bring about, with
 * names as long and as foreign as the server takes them.
 */
public final class ConsoleSeed {
  private static final String LONG = "A-name-without-a-single-blank-as-cameras-and-exports-like-to-write-them-".repeat(2);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Page page;
  private final String origin;

  /** So far: each has a picture of its own, since what is said of one picture holds wherever it is. */
  private int listings;

  /**
   * @param page where an admin, who is owner as well, is signed in and reads English
   */
  public ConsoleSeed(Page page, String origin) {
    this.page = page;
    this.origin = origin;
  }

  /** Certificates in all states, people, browsers, sightings and complaints. */
  public void fill() {
    upload();
    for (int certificate : List.of(1, 2, 3, 4)) {
      press("/certificates/" + certificate, "/certificates/" + certificate + "/approve");
    }
    page.navigate(origin + "/certificates/5");
    page.locator("details.folded summary").click();
    page.fill("#reason", "The studio's watermark covers the goods. " + "Ask for the file without it. ".repeat(8));
    page.locator("form[action$='/reject'] button").click();
    for (int certificate : List.of(1, 2, 3)) {
      press("/certificates/" + certificate, "/certificates/" + certificate + "/monitor");
    }
    press("/certificates/2", "/certificates/2/pause");
    press("/certificates/3", "/certificates/3/retire");

    library();
    proofs();
    people();
    String token = pair("店里的电脑 · the browser in the shop, with a name as long as a name may be: 80 of 80");
    pair("Old laptop");
    press("/browsers", "/browsers/2/revoke");

    // The first is another file: what is said of a picture holds for every listing that shows it.
    sighting(token, "1001", "main", "", "");
    sighting(token, "1002", "sku", "潮流搬运铺", "复古牛仔外套女春秋宽松显瘦百搭短款上衣 Denim jacket " + LONG);
    sighting(token, "1003", "detail", LONG, "牛仔外套");
    sighting(token, "1004", "review", "Shop & <b>Sons</b>", "Jacket");
    press("/sightings/1", "/sightings/1/not-a-copy");
    for (int sighting : List.of(2, 3)) {
      page.navigate(origin + "/sightings/" + sighting);
      page.check("input[name=owned]");
      page.locator("form[action$='/complaint'] button").click();
    }
    decided(token);
    page.navigate(origin + "/complaints/1");
    for (String number : List.of("TB-2026-0001", "TB-2026-0000000000000000000000000000000000000000000000000002")) {
      page.evaluate("() => document.querySelectorAll('main details').forEach(details => details.open = true)");
      page.fill("#caseNumber", number);
      page.locator("form[action$='/submitted'] button").click();
    }
  }

  /** Findings that wait, one put off, licences of all kinds, and a report of it all. */
  private void decided(String token) {
    sighting(token, "1005", "main", "长安街正品女装", "2026 autumn");
    sighting(token, "1006", "detail", "长安街正品女装", LONG);
    sighting(token, "1007", "main", "Licensed partner", "Jacket");
    page.navigate(origin + "/triage/7");
    page.evaluate("() => document.querySelectorAll('main details').forEach(details => details.open = true)");
    page.fill("#note", "Contract of 2026-03");
    page.locator("button[value=licensed]").click();
    page.navigate(origin + "/triage/6");
    page.locator("button[value=later]").click();
    page.navigate(origin + "/licences");
    page.fill("#shopId", "s2001");
    page.fill("#name", LONG);
    page.fill("#numbers", "1, 2");
    page.locator("form[action='/licences'] button").click();
    press("/licences", "/licences/2/end");
    press("/reports", "/reports");
  }

  /** A photograph in the monitor library, and copies of it on three listings of two shops, about which nobody decided. */
  public void inbox() {
    page.navigate(origin + "/upload");
    page.setInputFiles("#file", jpeg("jacket.jpg", Photos.JACKET));
    page.check("input[value=unpublished]");
    page.locator("main form button").click();
    page.waitForSelector(".results .accepted");
    press("/certificates/1", "/certificates/1/approve");
    press("/certificates/1", "/certificates/1/monitor");
    String token = pair("Laptop");
    sighting(token, "1001", "main", "Warm wear", "Jacket");
    sighting(token, "1002", "main", "Warm wear", "Long jacket");
    sighting(token, "1003", "detail", "Other wear", "Short jacket");
  }

  /** A view of the monitor library, and a step of many that some could not take; what leaked is voided. */
  private void library() {
    page.navigate(origin + "/monitor?show=all&q=jacket");
    page.evaluate("() => document.querySelectorAll('main details').forEach(details => details.open = true)");
    page.fill("#viewName", "所有牛仔外套 · every jacket of the autumn series, long as names are");
    page.check("#shared");
    page.locator("form[action='/views'] button").click();
    page.navigate(origin + "/monitor?show=all&tick=page");
    page.locator("form[action='/bulk-steps'] button[value=monitor]").click();
  }

  /** A proof folder with what counts, what does not, what was taken out again, and a first publication stated twice. */
  private void proofs() {
    String folder = "/certificates/1/proof";
    for (String kind : List.of("camera-original", "series", "contract")) {
      page.navigate(origin + folder);
      page.selectOption("#kind", kind);
      byte[] file = Photos.resized(Photos.JACKET, 700 + listings++, 0.8f); // a folder takes the same file once
      page.setInputFiles("#file", new FilePayload(kind + " " + LONG + ".jpg", "image/jpeg", file));
      page.locator("form[action='" + folder + "'] button").click();
    }
    press(folder, folder + "/3/remove");
    page.navigate(origin + folder);
    page.evaluate("() => document.querySelectorAll('main details').forEach(details => details.open = true)");
    page.fill("#firstPublished", "淘宝 https://item.taobao.com/item.htm?id=1000");
    page.fill("#publishedOn", "2026-03-01");
    page.locator("form[action$='/publication'] button").click();
  }

  /** People of the team and of the server, invitations, a suspended seller, and an exam that was taken. */
  private void people() {
    invite("/team", "/team/invite", "李娜 Li Na " + "x".repeat(60));
    invite("/sellers", "/sellers/invite", "Green Willow");
    invite("/staff", "/staff/invite", "Judge");
    page.navigate(origin + "/sellers/1");
    page.fill("#suspension", "For the picture of the page");
    page.locator("form[action$='/suspend'] button").click();
    press("/sellers/1", "/sellers/1/lift");
    press("/lesson", "/exam/start");
    for (int question = 0; question < 10; question++) {
      page.navigate(origin + "/exam");
      page.locator("input[name=answer]").first().check();
      page.locator("main form button").click();
    }
  }

  private void invite(String path, String action, String name) {
    page.navigate(origin + path);
    page.fill("form[action='" + action + "'] #name", name);
    page.fill("form[action='" + action + "'] #email", "somebody@example.org");
    page.locator("form[action='" + action + "'] button").click();
  }

  private void upload() {
    page.navigate(origin + "/upload");
    page.setInputFiles(
        "#file",
        new FilePayload[] {
          jpeg("外套 正面.jpg", Photos.JACKET),
          jpeg(LONG + ".jpg", Photos.SKIRT),
          jpeg("shirt.jpg", Photos.SHIRT),
          jpeg("dress.jpg", Photos.DRESS),
          jpeg("שמלה ארוכה.jpg", Photos.SHOES),
          jpeg("slippers.jpg", Photos.SLIPPERS),
          jpeg("blouse.jpg", Photos.OTHER_BLOUSE),
          jpeg("tights.jpg", Photos.OTHER_TIGHTS),
          jpeg("once more.jpg", Photos.JACKET),
          new FilePayload("notes.jpg", "image/jpeg", "no picture".getBytes(StandardCharsets.UTF_8))
        });
    page.check("input[value=published]");
    page.fill("#firstPublished", "https://item.taobao.com/item.htm?id=1001");
    page.fill("#publishedOn", "2026-03-08");
    page.locator("main form button").click();
    page.waitForSelector(".results .accepted");
  }

  private static FilePayload jpeg(String name, String photograph) {
    return new FilePayload(name, "image/jpeg", Photos.file(photograph));
  }

  /** Sends the form of an action that a page shows, wherever it is folded away. */
  private void press(String path, String action) {
    page.navigate(origin + path);
    page.evaluate("() => document.querySelectorAll('main details').forEach(details => details.open = true)");
    page.locator("form[action='" + action + "'] button").first().click();
  }

  private String pair(String name) {
    page.navigate(origin + "/browsers");
    page.locator("form[action='/browsers/link'] button").click();
    String link = page.inputValue("#link");
    String code = link.substring(link.indexOf('#') + 1);
    String body = "{\"code\":\"" + code + "\",\"device\":\"" + name + "\"}";
    return post("/api/v1/pair", "application/json", body.getBytes(StandardCharsets.UTF_8), null)
        .get("token")
        .asText();
  }

  private void sighting(String token, String listing, String role, String shop, String title) {
    String report =
        """
        {"clientKey":"seed-%s","seenAt":"2026-11-21T07:59:30.000Z","certificate":1,
         "listing":{"market":"taobao","site":"item.taobao.com","pageUrl":"https://item.taobao.com/item.htm?id=%s",
           "listingId":"%s","title":"%s","shopId":"%s","shopName":"%s"},
         "picture":{"url":"https://img.alicdn.com/bao/uploaded/i4/O1CN01aBcDeFgHiJkLmNoPqRsTuVwXyZ_!!%s.jpg_400x400.jpg",
           "fetchedUrl":"https://img.alicdn.com/a.jpg","role":"%s","position":1},
         "client":{"extension":"0.1.0","browser":"Chromium","language":"zh-CN"}}"""
            .formatted(listing, listing, listing, title, shop.isEmpty() ? "" : "s" + listing, shop, listing, role);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "form-data; name=\"report\"", report.getBytes(StandardCharsets.UTF_8));
    part(body, "form-data; name=\"picture\"; filename=\"a.jpg\"", Photos.resized(Photos.JACKET, 640 + listings++, 0.6f));
    body.writeBytes("--seed--\r\n".getBytes(StandardCharsets.UTF_8));
    post("/api/v1/sightings", "multipart/form-data; boundary=seed", body.toByteArray(), token);
  }

  private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
    String head = "--seed\r\nContent-Disposition: " + disposition + "\r\nContent-Type: application/octet-stream\r\n\r\n";
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode post(String path, String type, byte[] body, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
      }
      return new ObjectMapper().readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
