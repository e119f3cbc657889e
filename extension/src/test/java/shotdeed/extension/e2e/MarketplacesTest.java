package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.extension.rig.Chromium;
import shotdeed.extension.rig.Console;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.ShotDeedServer;
import shotdeed.extension.rig.Site;

/** Listing pages of the marketplaces, in two generations each, under their real host names. */
class MarketplacesTest {
  private static ShotDeedServer server;
  private static Site site;
  private static Chromium browser;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = new ShotDeedServer();
    site = new Site();
    listing("/item.htm", "taobao-2025.html");
    listing("/old/item.htm", "taobao-2022.html");
    listing("/tmall/item.htm", "tmall-2025.html");
    listing("/tmall-old/item.htm", "tmall-2023.html");
    listing("/captcha/item.htm", "captcha.html");
    sizes("/imgextra/i1/2200/O1CN_a1.jpg", Photos.JACKET, "_400x400q90.jpg_.webp", "_q50.jpg_.webp");
    sizes("/imgextra/i1/2200/O1CN_a2.jpg", Photos.OTHER_JEANS, "_q50.jpg_.webp");
    sizes("/imgextra/i1/2200/O1CN_s1.jpg", Photos.SKIRT, "_60x60q50.jpg");
    sizes("/imgextra/i1/2200/O1CN_d1.jpg", Photos.OTHER_HOODIE);
    sizes("/imgextra/i1/2200/O1CN_d2.jpg", Photos.DRESS);
    sizes("/imgextra/i2/3300/TB_b1.jpg", Photos.OTHER_PINAFORE, "_50x50.jpg");
    sizes("/imgextra/i2/3300/TB_b2.jpg", Photos.JACKET, "_50x50.jpg");
    sizes("/imgextra/i2/3300/TB_bs.jpg", Photos.SHOES, "_30x30.jpg");
    sizes("/imgextra/i2/3300/TB_bd.jpg", Photos.SHIRT);
    sizes("/imgextra/i3/4400/O1CN_c1.jpg", Photos.SKIRT, "_q50.jpg_.webp");
    sizes("/imgextra/i3/4400/O1CN_cd.jpg", Photos.OTHER_BLOUSE);
    sizes("/imgextra/i4/5500/O1CN_e1.jpg", Photos.SHIRT, "_110x10000Q75.jpg_.webp");
    sizes("/imgextra/i4/5500/O1CN_es.jpg", Photos.SLIPPERS, "_60x60.jpg");
    String here = "127.0.0.1:" + site.port();
    browser =
        new Chromium(
            "--lang=en",
            "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
            "--host-resolver-rules=MAP *.taobao.com " + here + ",MAP *.tmall.com " + here + ",MAP *.alicdn.com " + here);
    Console console = new Console(browser, server);
    List<Path> photographs = new ArrayList<>();
    for (String name :
        List.of(Photos.JACKET, Photos.SKIRT, Photos.SHIRT, Photos.DRESS, Photos.SHOES, Photos.SLIPPERS)) {
      photographs.add(Files.write(folder.resolve(name), Photos.file(name)));
    }
    console.certifyAndMonitor(photographs);
    browser.willGrant(
        "http://127.0.0.1/*",
        "*://*.taobao.com/*",
        "*://*.tmall.com/*",
        "*://*.tmall.hk/*",
        "*://*.alicdn.com/*",
        "*://*.taobaocdn.com/*");
    browser.pair(console.pairingLink());
    try (Page options = browser.extensionPage("options.html")) {
      options.locator("#sites li", new Page.LocatorOptions().setHasText("Taobao")).locator("button").click();
      options.locator("#sites .notice.good").waitFor();
      options.locator("#sites li", new Page.LocatorOptions().setHasText("Tmall")).locator("button").click();
      options.locator("#sites li", new Page.LocatorOptions().setHasText("Tmall")).locator("button.primary").waitFor(
          new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
  }

  @AfterAll
  static void close() {
    browser.close();
    site.close();
    server.close();
  }

  @Test
  void taobao_of_2025_names_shop_item_and_place_and_takes_the_full_picture_behind_a_thumbnail() {
    assertThat(sightingsOn("http://item.taobao.com/item.htm?id=612345&skuId=9"))
        .containsExactlyInAnyOrder(
            copy("taobao", "612345", "碎花连衣裙女夏2025新款", "587654321", "晴天小铺", "main", 1, "O1CN_a1.jpg"),
            copy("taobao", "612345", "碎花连衣裙女夏2025新款", "587654321", "晴天小铺", "sku", 1, "O1CN_s1.jpg"),
            copy("taobao", "612345", "碎花连衣裙女夏2025新款", "587654321", "晴天小铺", "detail", 2, "O1CN_d2.jpg"));
  }

  @Test
  void taobao_of_2022_keeps_its_pictures_in_lazy_attributes_and_backgrounds() {
    assertThat(sightingsOn("http://item.taobao.com/old/item.htm?id=712345"))
        .containsExactlyInAnyOrder(
            copy("taobao", "712345", "牛仔外套 宽松", "70112233", "老街牛仔", "main", 2, "TB_b2.jpg"),
            copy("taobao", "712345", "牛仔外套 宽松", "70112233", "老街牛仔", "sku", 1, "TB_bs.jpg"),
            copy("taobao", "712345", "牛仔外套 宽松", "70112233", "老街牛仔", "detail", 1, "TB_bd.jpg"));
  }

  @Test
  void tmall_of_2025_is_tmall_with_its_own_rule_book() {
    assertThat(sightingsOn("http://detail.tmall.com/tmall/item.htm?id=812345"))
        .containsExactly(
            copy("tmall", "812345", "薄荷绿半身裙", "113456", "某某旗舰店", "main", 1, "O1CN_c1.jpg"));
  }

  @Test
  void tmall_of_2023_has_its_own_gallery_and_swatches() {
    assertThat(sightingsOn("http://detail.tmall.com/tmall-old/item.htm?id=912345"))
        .containsExactlyInAnyOrder(
            copy("tmall", "912345", "女童两件套", "", "花花童装旗舰店", "main", 1, "O1CN_e1.jpg"),
            copy("tmall", "912345", "女童两件套", "", "花花童装旗舰店", "sku", 1, "O1CN_es.jpg"));
  }

  @Test
  void a_captcha_page_is_left_alone() {
    int before = site.requests().size();
    try (Page page = browser.newPage()) {
      page.navigate("http://item.taobao.com/captcha/item.htm?id=1");
      page.waitForTimeout(1500);
    }
    assertThat(site.requests().subList(before, site.requests().size()).stream().filter(r -> r.contains("O1CN_a1")))
        .as("the page's own request only")
        .hasSizeLessThanOrEqualTo(1);
    assertThat(browser.api(server, "/api/v1/sightings").get("sightings"))
        .noneMatch(s -> s.at("/listing/pageUrl").asText().contains("captcha"));
  }

  private static List<Tuple> sightingsOn(String address) {
    try (Page page = browser.newPage()) {
      page.navigate(address);
      Map<String, Object> status = browser.waitUntilChecked(address);
      assertThat(status.get("unreachable")).as("picture servers without an answer").isEqualTo(List.of());
    }
    List<Tuple> found = new ArrayList<>();
    for (JsonNode sighting : browser.api(server, "/api/v1/sightings").get("sightings")) {
      if (sighting.at("/listing/pageUrl").asText().equals(address)) {
        String fetched = sighting.at("/picture/fetchedUrl").asText();
        found.add(
            tuple(
                sighting.at("/listing/market").asText(),
                sighting.at("/listing/listingId").asText(),
                sighting.at("/listing/title").asText(),
                sighting.at("/listing/shopId").asText(),
                sighting.at("/listing/shopName").asText(),
                sighting.at("/picture/role").asText(),
                sighting.at("/picture/position").asInt(),
                fetched.substring(fetched.lastIndexOf('/') + 1)));
      }
    }
    return found;
  }

  private static Tuple copy(Object... members) {
    return tuple(members);
  }

  private static void listing(String path, String file) throws IOException {
    site.bytes(path, "text/html; charset=utf-8", resource("/pages/" + file));
  }

  /** The full picture at its path, and a small one for each suffix that the picture server would add. */
  private static void sizes(String path, String photograph, String... suffixes) {
    site.bytes(path, "image/jpeg", Photos.resized(photograph, 380, 0.7f));
    for (String suffix : suffixes) {
      site.bytes(path + suffix, "image/jpeg", Photos.resized(photograph, 50, 0.5f));
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = MarketplacesTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
