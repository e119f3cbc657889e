package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;

/** Shops made with Shopify, under whatever host: known by where their files come from. Every theme has marks of its own. */
final class Shopify extends Marketplace {
  /** Reading of the generic page that tells such a shop. */
  static final String SIGN = "shopify";

  /** What only their pages have. */
  static final String SIGNS =
      "link[href*=\"cdn.shopify.com\"], link[href*=\"/cdn/shop/\"], link[href*=\"myshopify.com\"]";

  private static final String PRODUCTS = "/products/";

  Shopify() {
    super(SIGN, "other", List.of("myshopify.com"), List.of("cdn.shopify.com"));
  }

  /** Whether a page is of such a shop, by what it says. */
  boolean made(Facts facts) {
    return !facts.texts(SIGN).isEmpty();
  }

  @Override
  public String item(String address) {
    return segmentAfter(Address.path(address), PRODUCTS);
  }

  @Override
  public String itemAddress(String link) {
    return Address.origin(link) + PRODUCTS + item(link);
  }

  @Override
  Shape itemPage() {
    return new Shape()
        .product()
        .attribute("ogTitle", "content", "meta[property=\"og:title\"]")
        .attribute(Shape.SHOP, "content", "meta[property=\"og:site_name\"]")
        .text(Shape.TITLE, ".product__title h1", ".product-single__title", ".product-title", "h1")
        .text(Shape.PRICE, ".price-item", "[class*=\"price\" i]")
        .data("shopId", "Shopify.shop", "")
        .attribute("ogImages", "content", "meta[property=\"og:image\"]")
        .pictures(
            PictureRole.MAIN,
            ".product__media img, .product-gallery img, .product-single__media img, .product__photo img",
            "[class*=\"gallery\" i] img, [class*=\"product\" i] [class*=\"media\" i] img, [itemprop=\"image\"]")
        .pictures(PictureRole.SKU, ".swatch img, [class*=\"swatch\" i] img, [class*=\"swatch\" i][style*=\"background\"]")
        .pictures(PictureRole.DETAIL, ".product__description img, .rte img, [class*=\"description\" i] img")
        .pictures(PictureRole.REVIEW, "[class*=\"review\" i] img");
  }

  @Override
  Shape grid() {
    return super.grid()
        .attribute(Shape.SHOP, "content", "meta[property=\"og:site_name\"]")
        .data("shopId", "Shopify.shop", "")
        .card(
            ".card-wrapper, .product-card, .grid__item, [class*=\"product-item\" i]",
            "a[href*=\"/products/\"]",
            ".card__heading, .product-card__title, [class*=\"title\" i]",
            "");
  }

  @Override
  String shopId(Facts facts) {
    return facts.text("shopId");
  }

  @Override
  public List<String> expected() {
    return List.of(); // every theme is another
  }
}
