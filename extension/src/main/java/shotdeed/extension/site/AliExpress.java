package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;

/**
 * AliExpress under all its hosts. Pages name their pictures in data of several shapes, whose members keep their names:
 * {@code runParams} up to 2025, {@code DCData} in 2026, when {@code runParams} is empty.
 */
final class AliExpress extends Marketplace {
  private static final String ITEM = "/item/";
  private static final String STORE = "/store/";
  private static final String PRODUCT = "/store/product/";

  /** In a card, the link to its item, its title, and its shop. */
  private static final String ITEMS = "a[href*=\"/item/\"], a[href*=\"/store/product/\"]";

  private static final String TITLES = "[class*=\"title\" i], h1, h3";
  private static final String STORES = "[class*=\"store\" i]";

  /** Marks of a video among the pictures of the slider. */
  private static final String NO_VIDEO =
      ":not(:has(video, [class*=\"video\" i], i[class*=\"play\" i])):not([class*=\"video\" i])";

  AliExpress() {
    super(
        "aliexpress", "other", List.of("aliexpress.com", "aliexpress.us", "aliexpress.ru"),
        List.of("alicdn.com", "aliexpress-media.com"));
  }

  @Override
  public String item(String address) {
    String path = Address.path(address).toLowerCase();
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (path.indexOf(PRODUCT) >= 0) {
      return number(last.substring(last.indexOf('_') + 1)); // the shop's number stands before it
    }
    return path.indexOf(ITEM) >= 0 || path.startsWith("/i/") ? number(last) : "";
  }

  /** The number in the name of a page, with its ending or without; empty if something else stands there. */
  private static String number(String name) {
    String number = digits(name, 0);
    String rest = name.substring(number.length());
    return rest.isEmpty() || rest.equals(".html") || rest.equals(".htm") ? number : "";
  }

  @Override
  public String itemAddress(String link) {
    return "https://www.aliexpress.com" + ITEM + item(link) + ".html";
  }

  @Override
  boolean isShop(String address) {
    return Address.path(address).indexOf(STORE) >= 0;
  }

  @Override
  boolean isBarrier(String address) {
    return Address.host(address).startsWith("login.")
        || Address.query(address, "action").equals("deny")
        || Address.path(address).indexOf("/punish") >= 0;
  }

  private static Shape barriers(Shape shape) {
    return shape.barrier(
        "#nocaptcha, #nc-verify-form, .captcha-tips", "Captcha Interception", "验证码拦截", "访问被拒绝");
  }

  @Override
  Shape itemPage() {
    return pictures(named(seller(barriers(new Shape()))))
        .text(
            Shape.TITLE,
            "[data-pl=\"product-title\"]", "[class*=\"title--wrap\"] h1",
            ".product-title-text, .product-title", ".product-name", "h1")
        .text(Shape.PRICE, "[class*=\"price--current\"]", ".product-price-value", "[class*=\"price\" i]")
        .data("subject", "\"subject\"", "")
        .links();
  }

  /** What pages of an item and of a shop say of the shop. */
  private static Shape seller(Shape shape) {
    for (String part : new String[] {"storeHeaderResult", "sellerInfo", "storeModule"}) {
      shape
          .data(part + "Name", "\"" + part + "\"", "storeName")
          .data(part + "Num", "\"" + part + "\"", "storeNum")
          .data(part + "Url", "\"" + part + "\"", "storeURL");
    }
    return shape
        .data("storeName", "\"storeName\"", "")
        .data("storeNum", "\"storeNum\"", "")
        .data("storeUrl", "\"storeURL\"", "")
        .text(
            Shape.SHOP,
            "[class*=\"storeName\"], [data-pl=\"store-name\"], [class*=\"store-name\" i]", ".shop-name a, .shop-name",
            "a[href*=\"/store/\"]")
        .attribute(
            "shopLinks",
            "href",
            "a[class*=\"storeName\"][href*=\"/store/\"], a[data-pl=\"store-name\"], a[class*=\"store\" i][href*=\"/store/\"], "
                + "[class*=\"store\" i] a[href*=\"/store/\"], .shop-name a[href*=\"/store/\"]",
            "a[href*=\"/store/\"]");
  }

  private static Shape named(Shape shape) {
    shape
        .named(PictureRole.MAIN, "DCData", "imagePathList.*")
        .named(PictureRole.MAIN, "\"imageModule\"", "imagePathList.*");
    for (String list : new String[] {"\"imagePathList\"", "imagePathList:", "imageBigViewURL"}) {
      shape.named(PictureRole.MAIN, list, "*");
    }
    for (String list : new String[] {"\"productSKUPropertyList\"", "\"skuProperties\"", "\"skuPropertyList\""}) {
      shape.named(PictureRole.SKU, list, "*.skuPropertyValues.*.skuPropertyImagePath|skuPropertyImageSummPath");
    }
    return shape;
  }

  /** What is of SKUs and of reviews comes before the gallery, whose names it shares; a video's cover comes last. */
  private static Shape pictures(Shape shape) {
    return shape
        .pictures(
            PictureRole.REVIEW,
            "[class*=\"review\" i] img, [class*=\"feedback\" i] img, [class*=\"evaluation\" i] img, [data-pl*=\"review\"] img, "
                + "[id*=\"review\" i] img")
        .pictures(PictureRole.SKU, "[class*=\"sku-item\"] img, [class*=\"skuItem\" i] img", ".sku-property-image img")
        .pictures(
            PictureRole.MAIN,
            "[class*=\"slider--img--\"]" + NO_VIDEO + " img, img[class*=\"slider--img--\"]",
            ".images-view-list li" + NO_VIDEO + " img",
            "#j-image-thumb-list img, .image-thumb-list img")
        .pictures(
            PictureRole.MAIN,
            "img[class*=\"magnifier--image\"], [class*=\"magnifier--image\"] img",
            ".magnifier-image, .image-view-magnifier-wrap img, #magnifier img")
        .pictures(
            PictureRole.DETAIL,
            "#product-description img, .detailmodule_image img, .detailmodule_html img, [class*=\"detail-desc\"] img",
            ".product-overview img, [class*=\"description\" i] img")
        .pictures(PictureRole.MAIN, "[class*=\"slider--img--\"] img, .images-view-list img");
  }

  @Override
  Shape grid() {
    return barriers(super.grid())
        .card("[class*=\"search-item-card\"], [class*=\"card-out-wrapper\"], [class*=\"list-item\"]", ITEMS, TITLES, STORES)
        .card("[class*=\"card\" i], [class*=\"product\" i], [class*=\"gallery-offer\"], .item", ITEMS, TITLES, STORES);
  }

  @Override
  Shape shopPage() {
    return seller(grid());
  }

  @Override
  String title(Facts facts) {
    return facts.first(Shape.TITLE, "subject");
  }

  @Override
  String shopName(Facts facts) {
    return facts.first("storeHeaderResultName", "sellerInfoName", "storeModuleName", "storeName", Shape.SHOP);
  }

  @Override
  String shopId(Facts facts) {
    String said = digits(facts.first("sellerInfoNum", "storeHeaderResultNum", "storeModuleNum", "storeNum"), 0);
    if (said.isEmpty()) {
      said = storeAt(facts.first("sellerInfoUrl", "storeHeaderResultUrl", "storeModuleUrl", "storeUrl"));
    }
    for (String link : facts.texts("shopLinks")) {
      said = said.isEmpty() ? storeAt(link) : said;
    }
    return said.isEmpty() ? storeAt(facts.address()) : said;
  }

  private static String storeAt(String address) {
    return address.indexOf(PRODUCT) >= 0
        ? digits(address, address.lastIndexOf('/') + 1)
        : digitsAfter(address, STORE);
  }
}
