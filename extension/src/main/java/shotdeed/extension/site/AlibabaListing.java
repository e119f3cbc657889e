package shotdeed.extension.site;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.site.Site.Named;
import shotdeed.extension.site.Site.PagePicture;
import shotdeed.model.PictureRole;
import shotdeed.wire.SeenListing;

/** What the item pages of Taobao and Tmall have in common. Class names end in a hash that changes: match the prefix. */
final class AlibabaListing {
  private AlibabaListing() {}

  static SeenListing read(String market, String address, String pageTitle) {
    String id = Address.query(address, "id");
    if (id.isEmpty()) {
      id = Address.query(address, "itemId");
    }
    Element shop = shop();
    String shopName = "";
    if (shop != null) {
      String title = shop.getAttribute("title");
      shopName = title == null || title.isEmpty() ? shop.getTextContent().trim() : title;
    }
    Element heading = heading();
    String title = heading == null ? pageTitle : heading.getTextContent().trim();
    return new SeenListing(
        market,
        Address.host(address),
        address,
        id.isEmpty() ? Address.bare(address) : id,
        title,
        shopId(),
        shopName);
  }

  static List<Named> named() {
    List<Named> named = new ArrayList<>();
    Named.add(named, Named.TITLE, heading());
    Named.add(named, Named.SHOP, shop());
    Named.add(
        named,
        Named.PRICE,
        firstOf("[class*=\"highlightPrice--\"]", "[class*=\"priceText--\"]", "[class*=\"Price--priceText\"]", ".tb-rmb-num",
            ".tm-price"));
    return named;
  }

  private static Element shop() {
    return firstOf(
        "[class*=\"shopName--\"][title]", "[class*=\"shopHeader--\"] a", ".slogo-shopname", ".tb-shop-name a");
  }

  private static Element heading() {
    return firstOf(
        "[class*=\"mainTitle--\"]", "[class*=\"ItemHeader--mainTitle\"]", ".tb-main-title", ".tb-detail-hd h1");
  }

  static List<PagePicture> pictures() {
    Collector found = new Collector();
    found.first(
        PictureRole.MAIN,
        "[class*=\"thumbnails--\"] img, img[class*=\"thumbnailPic--\"], [class*=\"picGallery--\"] img, #picGalleryEle img",
        "[class*=\"PicGallery--thumbnail\"] img, img[class*=\"PicGallery--mainPic\"]",
        "#J_UlThumb li img, #J_ImgBooth");
    found.first(
        PictureRole.SKU,
        "[class*=\"valueItem--\"] img[class*=\"valueItemImg--\"]",
        "img.skuIcon, [class*=\"SkuContent\"] img",
        ".J_TSaleProp li a, .tb-prop .tb-img li a");
    found.first(
        PictureRole.DETAIL,
        ".descV8-container img, .desc-root img, #imageTextInfo-content img",
        "#description img, #J_DivItemDesc img");
    found.add(PictureRole.REVIEW, "[class*=\"Comment--\"] img, .tb-rev img");
    return found.pictures();
  }

  /** A page of the same host that asks to sign in or to slide a puzzle. */
  static boolean isBarrier() {
    String host = Address.host(Document.address());
    return host.startsWith("login.")
        || "deny".equals(Address.query(Document.address(), "action"))
        || Document.first("#nocaptcha, #nc-verify-form, .captcha-tips") != null
        || Document.title().indexOf("验证码拦截") >= 0
        || Document.title().indexOf("Captcha Interception") >= 0;
  }

  /** Old pages carry the number in a meta element, new ones in the address of the link to the shop. */
  private static String shopId() {
    Element meta = Document.first("meta[name=\"microscope-data\"]");
    if (meta != null) {
      String content = meta.getAttribute("content");
      int at = content == null ? -1 : content.indexOf("shopId=");
      if (at >= 0) {
        return digits(content, at + 7);
      }
    }
    for (Element link : Document.all("a[href*=\"//shop\"]", 20)) {
      String host = Address.host(Address.resolve(link.getAttribute("href"), Document.address()));
      String number = host.startsWith("shop") ? digits(host, 4) : "";
      if (!number.isEmpty()) {
        return number;
      }
    }
    return "";
  }

  private static String digits(String text, int from) {
    int to = from;
    while (to < text.length() && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
      to++;
    }
    return text.substring(from, to);
  }

  private static Element firstOf(String... selectors) {
    for (String selector : selectors) {
      Element found = Document.first(selector);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
