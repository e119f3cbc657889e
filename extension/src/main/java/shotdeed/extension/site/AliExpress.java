package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;
import shotdeed.wire.SeenListing;

/**
 * AliExpress in every language. Pages of 2023 carry everything in {@code runParams}; those of 2026 leave it empty and keep the
 * gallery in {@code DCData}.
 */
final class AliExpress extends Marketplace {
  private static final String RUN = "runParams";
  private static final String DATA = "DCData";

  AliExpress() {
    super(
        "aliexpress",
        "other",
        List.of("aliexpress.com", "aliexpress.us", "aliexpress.ru"),
        List.of("alicdn.com", "aliexpress-media.com"));
  }

  /** {@code /item/1005001.html} and {@code /i/1005001.html}; older ones with the item's name between. */
  @Override
  public String item(String address) {
    String path = Address.path(address);
    int at = path.indexOf("/item/") >= 0 ? path.indexOf("/item/") : path.indexOf("/i/");
    if (at < 0) {
      return "";
    }
    String number = digits(path, path.lastIndexOf('/') + 1);
    return number.length() < 6 ? "" : number;
  }

  @Override
  public String itemAddress(String link) {
    return Address.origin(link) + "/item/" + item(link) + ".html";
  }

  @Override
  boolean isBarrier(String address) {
    return Address.host(address).startsWith("login.") || Address.path(address).indexOf("/punish") >= 0;
  }

  private static Shape barriers(Shape shape) {
    return shape.barrier("#nocaptcha, #nc-verify-form, .captcha-tips", "Captcha Interception", "验证码拦截");
  }

  @Override
  Shape itemPage() {
    return barriers(new Shape())
        .product()
        .text(
            Shape.TITLE, "[class*=\"title--wrap\"] h1", "h1[data-pl=\"product-title\"]", ".product-title-text", "h1")
        .text(
            Shape.SHOP,
            "[class*=\"store-detail--storeName\"]", "[class*=\"store-header--storeName\"]", "[class*=\"storeName--\"]",
            ".shop-name a", ".store-name a", "a[href*=\"/store/\"]")
        .text(Shape.PRICE, "[class*=\"price--current\"]", ".product-price-value", "[class*=\"price\" i]")
        .data("shopName", RUN, "**.storeHeaderResult.storeName")
        .data("shopName2", RUN, "**.sellerInfo.storeName")
        .data("shopId", RUN, "**.sellerInfo.storeNum")
        .attribute("shopLinks", "href", "a[href*=\"/store/\"]")
        .named(
            PictureRole.MAIN,
            RUN,
            "**.HEADER_IMAGE_PC.imagePathList.*", "**.imageModule.imagePathList.*", "**.imageComponent.imagePathList.*")
        .named(PictureRole.MAIN, DATA, "imagePathList.*")
        .named(PictureRole.SKU, RUN, "**.productSKUPropertyList.*.skuPropertyValues.*.skuPropertyImagePath")
        .pictures(
            PictureRole.SKU, "[class*=\"sku-item\"] img", "[class*=\"sku--\"] img, .sku-property-image img")
        .pictures(PictureRole.REVIEW, "[class*=\"review\"] img, [class*=\"feedback\"] img, .feedback-list img")
        .pictures(
            PictureRole.MAIN,
            "[class*=\"slider--img--\"] img, img[class*=\"magnifier--image\"], [class*=\"magnifier--\"] img",
            ".images-view-list img, .image-view-magnifier-wrap img")
        .pictures(
            PictureRole.DETAIL,
            "#product-description img", ".product-description img, [class*=\"description--\"] img, .detailmodule_image img");
  }

  @Override
  Shape grid() {
    return barriers(super.grid())
        .text(Shape.SHOP, "[class*=\"store-header\" i] [class*=\"name\" i]", ".shop-name")
        .card(
            ".search-item-card-wrapper-gallery, .list-item, [class*=\"search-card-item\"], [class*=\"gallery-card\"]",
            "a[href*=\"/item/\"]",
            "h1, h3, [class*=\"title\"]",
            "[class*=\"store\"] a, [class*=\"storeLink\"]");
  }

  @Override
  public SeenListing listing(Facts facts) {
    SeenListing seen = super.listing(facts);
    String name = facts.text("shopName");
    name = name.isEmpty() ? facts.text("shopName2") : name;
    return name.isEmpty()
        ? seen
        : new SeenListing(
            seen.market(), seen.site(), seen.pageUrl(), seen.listingId(), seen.title(), seen.shopId(), name);
  }

  @Override
  String shopId(Facts facts) {
    String said = facts.text("shopId");
    for (String link : facts.texts("shopLinks")) {
      said = said.isEmpty() ? digitsAfter(link, "/store/") : said;
    }
    return said.isEmpty() ? digitsAfter(Address.path(facts.address()), "/store/") : said;
  }
}
