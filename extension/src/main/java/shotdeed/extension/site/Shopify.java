package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;

/**
 * Shops made with Shopify, under whatever host: known by where their files come from. Every theme has marks of its own, so all
 * that is large enough is read; what stands in a link to another item is that item's.
 */
final class Shopify extends Marketplace {
  /** Readings of the generic page that tell such a shop. */
  static final String SIGN = "shopify";

  static final String FILES_SIGN = "shopifyFiles";
  static final String SHOP_SIGN = "shopifyShop";

  /** What only their pages link to. */
  static final String LINKS =
      "link[href*=\"cdn.shopify.com\"], link[href*=\"/cdn/shop/\"], link[href*=\"/cdn/shopifycloud/\"], "
          + "link[href*=\"myshopify.com\"]";

  /** The same of what they load. */
  static final String FILES =
      "script[src*=\"cdn.shopify.com/s/\"], script[src*=\"/cdn/shop/\"], script[src*=\"/cdn/shopifycloud/\"], "
          + "img[src*=\"cdn.shopify.com/s/files/\"], img[src*=\"/cdn/shop/\"]";

  private static final String PRODUCTS = "/products/";

  Shopify() {
    super(SIGN, "other", List.of("myshopify.com"), List.of("cdn.shopify.com"));
  }

  /** Whether a page is of such a shop, by what it says. */
  boolean made(Facts facts) {
    return !facts.texts(SIGN).isEmpty() || !facts.texts(FILES_SIGN).isEmpty() || !facts.texts(SHOP_SIGN).isEmpty();
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
        .text(Shape.TITLE, ".product__title h1, h1.product__title", ".product-single__title", ".product-title", "h1")
        .text(Shape.PRICE, ".price-item", "[class*=\"price\" i]")
        .data("shopId", "Shopify.shop", "")
        .attributes(PictureRole.MAIN, "content", Generic.NAMED)
        .named(PictureRole.SKU, "\"variants\":", "*.featured_image.src")
        .pictures(
            PictureRole.MAIN,
            ".product__media img, .product__media-item img, .product-gallery img, product-gallery img, media-gallery img, "
                + ".product-single__media img, .product-single__photo img, .product__photo img, .product__main-photos img",
            "[class*=\"gallery\" i] img, [class*=\"product\" i] [class*=\"media\" i] img, [itemprop=\"image\"]")
        .pictures(
            PictureRole.SKU,
            ".swatch img, [class*=\"swatch\" i] img, [class*=\"swatch\" i][style*=\"background\"], "
                + "[class*=\"variant\" i] label img")
        .pictures(PictureRole.DETAIL, ".product__description img, .rte img, [class*=\"description\" i] img")
        .pictures(PictureRole.REVIEW, "[class*=\"review\" i] img")
        .links()
        .rest(PictureRole.OTHER);
  }

  @Override
  Shape grid() {
    return super.grid()
        .attribute(Shape.SHOP, "content", "meta[property=\"og:site_name\"]")
        .data("shopId", "Shopify.shop", "")
        .card(
            ".card-wrapper, .product-card-wrapper, .product-card, product-card, .grid__item, .grid-product, .grid-view-item, "
                + ".productitem, [class*=\"product-item\" i], [class*=\"product-block\" i]",
            "a[href*=\"/products/\"]",
            ".card__heading, .product-card__title, .grid-product__title, [class*=\"title\" i], h2, h3",
            "");
  }

  @Override
  boolean isShopAHost() {
    return true;
  }

  @Override
  String shopId(Facts facts) {
    String shop = facts.text("shopId");
    String host = Address.host(facts.address());
    return shop.isEmpty() && covers(host) ? host : shop;
  }

  @Override
  String title(Facts facts) {
    String title = facts.text(Shape.TITLE);
    if (title.isEmpty()) {
      title = facts.product("name");
    }
    return title.isEmpty() ? facts.text("ogTitle") : title;
  }

  @Override
  String shopName(Facts facts) {
    String shop = facts.text(Shape.SHOP);
    return shop.isEmpty() ? facts.product("shop") : shop;
  }

  @Override
  public List<String> expected() {
    return List.of(); // every theme is another
  }
}
