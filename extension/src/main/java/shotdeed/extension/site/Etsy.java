package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;

/** Etsy: addresses may begin with a country or a language. A shop's name is its number: no two are the same. */
final class Etsy extends Marketplace {
  private static final String ITEM = "/listing/";
  private static final String SHOP_PATH = "/shop/";

  Etsy() {
    super("etsy", "other", List.of("etsy.com"), List.of("etsystatic.com"));
  }

  @Override
  public String item(String address) {
    String path = Address.path(address).toLowerCase();
    String number = digitsAfter(path, ITEM);
    int end = path.indexOf(ITEM) + ITEM.length() + number.length();
    return end == path.length() || end < path.length() && path.charAt(end) == '/' ? number : "";
  }

  @Override
  public String itemAddress(String link) {
    return Address.origin(link) + ITEM + item(link);
  }

  @Override
  boolean isBarrier(String address) {
    return Address.path(address).endsWith("/signin");
  }

  private static Shape barriers(Shape shape) {
    return shape.barrier(
        "iframe[src*=\"captcha-delivery.com\"], #captcha-container, form[action*=\"captcha\" i]", "Pardon Our Interruption");
  }

  @Override
  Shape itemPage() {
    return barriers(new Shape())
        .text(Shape.TITLE, "[data-buy-box-listing-title]", "#listing-page-cart h1", "h1")
        .text(Shape.SHOP, "[data-buy-box] a[href*=\"/shop/\"]", "#listing-page-cart a[href*=\"/shop/\"]", "a[href*=\"/shop/\"]")
        .attribute(
            "shopLinks",
            "href",
            "[data-buy-box] a[href*=\"/shop/\"], #listing-page-cart a[href*=\"/shop/\"]",
            "a[href*=\"/shop/\"]")
        .text(Shape.PRICE, "[data-buy-box-region=\"price\"]", "[data-selector=\"price-only\"]", "[class*=\"price\" i]")
        .pictures(
            PictureRole.MAIN,
            "[data-carousel-pane-list] img, li[data-carousel-pane] img, img[data-carousel-pane], [data-image-overlay-list] img",
            "#image-carousel img, .image-carousel-container img")
        .pictures(
            PictureRole.DETAIL,
            "[data-product-details-description-text-content] img, [data-id=\"description-text\"] img, #description-text img")
        .pictures(PictureRole.REVIEW, "[data-reviews-container] img, #reviews img");
  }

  @Override
  Shape grid() {
    return barriers(super.grid())
        .card(
            ".v2-listing-card, .js-merch-stash-check-listing, [data-listing-id]:not(a, img), "
                + "[data-palette-listing-id]:not(a, img)",
            "a[href*=\"" + ITEM + "\"]",
            ".v2-listing-card__title, [id^=\"listing-title\"], h3, h2",
            "");
  }

  @Override
  String shopId(Facts facts) {
    for (String link : facts.texts("shopLinks")) {
      String shop = segmentAfter(Address.path(Address.resolve(link, facts.address())), SHOP_PATH);
      if (!shop.isEmpty()) {
        return shop;
      }
    }
    return item(facts.address()).isEmpty() ? segmentAfter(Address.path(facts.address()), SHOP_PATH) : "";
  }

  /** Links to a shop say much else: how it is rated, that one may write to it. */
  @Override
  String shopName(Facts facts) {
    String shop = shopId(facts);
    return shop.isEmpty() ? facts.text(Shape.SHOP) : shop;
  }
}
