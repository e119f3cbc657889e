package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;

/**
 * JD: item.jd.com and the mobile page, its import shop under jd.hk, shops and search. Pages up to 2025 have a list of thumbnails;
 * those of 2026 name their pictures in {@code pageConfig} only, without a server. Its members are read one by one: it is no JSON.
 */
final class Jd extends MainlandPages {
  private static final String SERVER = "//img14.360buyimg.com/n1/";
  private static final String PRODUCT = "/product/";
  private static final String SHOP_PAGE = "/index-";

  Jd() {
    super("jd", List.of("jd.com", "jd.hk"), List.of("360buyimg.com"));
  }

  @Override
  public String item(String address) {
    String host = Address.host(address);
    String path = path(address);
    if (path.startsWith(PRODUCT)) {
      return lastNumber(path, PRODUCT.length());
    }
    if (path.startsWith("/ware/view.action")) {
      return number(address, "wareId");
    }
    String number = host.indexOf("item.") >= 0 && path.length() > 1 ? lastNumber(path, 1) : "";
    return number.isEmpty() || path.length() > number.length() + 1 ? number : "";
  }

  @Override
  public String itemAddress(String link) {
    return "https://item.jd." + (Address.host(link).endsWith(".hk") ? "hk/" : "com/") + item(link) + ".html";
  }

  @Override
  boolean isBarrier(String address) {
    return super.isBarrier(address) || Address.host(address).startsWith("cfe.");
  }

  @Override
  Shape barriers(Shape shape) {
    return super.barriers(shape).barrier(CAPTCHAS, "京东验证", "欢迎登录");
  }

  @Override
  Shape itemPage() {
    return pictures(named(said(barriers(new Shape())))).links();
  }

  private static Shape said(Shape shape) {
    return shape
        .text(Shape.TITLE, ".sku-name, [class*=\"sku-title\" i]", "#name h1", "h1")
        .text(
            Shape.SHOP,
            "a[href*=\"mall.jd.com/index-\"][title]", ".J-hove-wrap .name a, .popbox-inner .mt h3 a, #popbox h3 a",
            "a[href*=\"mall.jd.com/index-\"]", "[class*=\"shop-name\" i], [class*=\"shopName\"]")
        .text(Shape.PRICE, ".p-price .price", "[class*=\"price\" i]")
        .data("shopId", "shopId:", "")
        .data("shopIdJson", "\"shopId\":", "")
        .data("venderId", "venderId:", "")
        .data("venderIdJson", "\"venderId\":", "")
        .data("shopName", "shopName:", "")
        .data("shopNameJson", "\"shopName\":", "")
        .attribute("shopLinks", "href", "a[href*=\"mall.jd.com/index-\"], a[href*=\"mall.jd.hk/index-\"]");
  }

  private static Shape named(Shape shape) {
    for (String list : new String[] {"imageList:", "\"imageList\":"}) {
      shape.files(PictureRole.MAIN, SERVER, list, "*");
    }
    for (String list : new String[] {"imageAndVideoJson:", "\"imageAndVideoJson\":"}) {
      shape.files(PictureRole.MAIN, SERVER, list, "*type=1.img"); // type 2 is a video, and 2026 it holds numbers of videos only
    }
    for (String list : new String[] {"colorSize:", "\"colorSize\":"}) {
      shape.files(PictureRole.SKU, SERVER, list, "*.image|img|imagePath|imageUrl|imgUrl");
    }
    return shape;
  }

  private static Shape pictures(Shape shape) {
    return shape
        .pictures(
            PictureRole.MAIN,
            "#spec-list .lh img, #spec-n1 img", "#spec-list img, #spec-img",
            "#preview img, [class*=\"preview\" i] img, [class*=\"gallery\" i] img")
        .pictures(PictureRole.SKU, "div[id^=\"choose-attr-\"] .dd .item img", "div[id^=\"choose-attr-\"] img")
        .pictures(
            PictureRole.DETAIL,
            "#J-detail-content img, .ssd-module-wrap, .ssd-module-wrap div, .ssd-module-wrap img",
            "#detail img, [class*=\"detail-content\" i] img")
        .pictures(PictureRole.REVIEW, "[class*=\"comment\" i] img");
  }

  @Override
  Shape grid() {
    return super.grid()
        .text(Shape.SHOP, ".jLogo a, [class*=\"shop-name\" i], [class*=\"shopName\"]")
        .data("shopId", "shopId:", "")
        .card(
            ".gl-item, .jItem, .jSubObject, [class*=\"goodsCard\" i]",
            "a[href*=\"item.jd.\"], a[href*=\"item.m.jd.\"]",
            ".p-name em, .jDesc, .p-name, [class*=\"title\" i]",
            ".p-shop a, .p-shop, [class*=\"shop\" i]");
  }

  @Override
  String shopName(Facts facts) {
    return first(facts, Shape.SHOP, "shopName", "shopNameJson");
  }

  @Override
  String shopId(Facts facts) {
    String said = first(facts, "shopId", "shopIdJson", "venderId", "venderIdJson");
    for (String link : facts.texts("shopLinks")) {
      said = said.isEmpty() ? digitsAfter(link, SHOP_PAGE) : said;
    }
    boolean shop = Address.host(facts.address()).startsWith("mall.");
    return said.isEmpty() && shop ? digitsAfter(facts.address(), SHOP_PAGE) : said;
  }
}
