package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;

/** Suning: product.suning.com and the mobile site, shops and search. An item's address names its shop first. */
final class Suning extends MainlandPages {
  private static final String MOBILE = "/product/";

  Suning() {
    super("suning", List.of("suning.com"), List.of("suning.cn"));
  }

  @Override
  public String item(String address) {
    int from = shopFrom(address);
    String path = path(address);
    String shop = from < 0 ? "" : digits(path, from);
    int to = from + shop.length();
    return shop.isEmpty() || to + 1 >= path.length() || path.charAt(to) != '/' ? "" : lastNumber(path, to + 1);
  }

  /** Where the shop's number stands in the path; -1 if this is no item's address. */
  private static int shopFrom(String address) {
    if (path(address).startsWith(MOBILE)) {
      return MOBILE.length();
    }
    return Address.host(address).startsWith("product.") ? 1 : -1;
  }

  @Override
  String shopIn(String address) {
    return item(address).isEmpty() ? "" : digits(path(address), shopFrom(address));
  }

  @Override
  public String itemAddress(String link) {
    return "https://product.suning.com/" + shopIn(link) + "/" + item(link) + ".html";
  }

  @Override
  Shape itemPage() {
    return barriers(new Shape())
        .text(Shape.TITLE, "#itemDisplayName", "h1")
        .text(Shape.SHOP, "#shopName, .header-shop-name, #chead_indexUrl, .header-shop-inline a", "[class*=\"shop-name\" i], [class*=\"shopName\"]")
        .text(Shape.PRICE, ".mainprice", "[class*=\"price\" i]")
        .data("shopName", "shopName:", "")
        .data("shopNameJson", "\"shopName\":", "")
        .pictures(PictureRole.MAIN, ".imgzoom-thumb img", "[class*=\"imgzoom\" i] img")
        .pictures(PictureRole.SKU, "#colorItemList img", "#colorItemList [style*=\"background\"]")
        .pictures(PictureRole.DETAIL, "#productDetail img")
        .pictures(PictureRole.REVIEW, "[class*=\"review\" i] img, [class*=\"comment\" i] img")
        .links();
  }

  @Override
  Shape grid() {
    return super.grid()
        .card(
            ".product-box, .item-wrap",
            "a[href*=\"product.suning.com\"], a[href*=\"m.suning.com/product\"]",
            ".title-selling-point, [class*=\"title\" i]",
            ".store-stock, [class*=\"store\" i]");
  }

  @Override
  String shopName(Facts facts) {
    return first(facts, Shape.SHOP, "shopName", "shopNameJson");
  }

  @Override
  String shopId(Facts facts) {
    return shopIn(facts.address());
  }
}
