package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;
import shotdeed.wire.SeenListing;

/** Douyin's shop. What is known of its pages is their addresses and picture servers: parts of a page are told by their names. */
final class Douyin extends Marketplace {
  private static final String DATA = "__INITIAL";

  Douyin() {
    super(
        "douyin", "other", List.of("jinritemai.com", "douyin.com"), List.of("ecombdimg.com", "byteimg.com", "douyinpic.com"));
  }

  @Override
  public String item(String address) {
    String path = Address.path(address);
    boolean item = path.indexOf("/trade/detail") >= 0 || path.indexOf("/product/") >= 0 || path.indexOf("/goods/") >= 0;
    String id = Address.query(address, "id");
    id = id.isEmpty() ? Address.query(address, "product_id") : id;
    return item && !id.isEmpty() && digits(id, 0).length() == id.length() ? id : "";
  }

  @Override
  public String itemAddress(String link) {
    return Address.bare(link) + "?id=" + item(link);
  }

  @Override
  boolean isBarrier(String address) {
    return Address.host(address).startsWith("login.") || Address.host(address).startsWith("sso.") || Address.host(address).startsWith("verify.");
  }

  private static Shape barriers(Shape shape) {
    return shape.barrier("#captcha_container, #captcha-verify, .captcha_verify_container", "验证码中间页", "安全验证");
  }

  @Override
  Shape itemPage() {
    return barriers(new Shape())
        .product()
        .text(Shape.TITLE, "[class*=\"product-title\" i], [class*=\"goods-title\" i]", "[class*=\"title__\" i]", "h1")
        .text(Shape.SHOP, "[class*=\"shop-name\" i], [class*=\"shopName\" i]", "[class*=\"shop-info\" i] [class*=\"name\" i]")
        .text(Shape.PRICE, "[class*=\"price\" i]")
        .data("shopId", "\"shop_id\"", "")
        .data("shopName", "\"shop_name\"", "")
        .data("name", "\"product_name\"", "")
        .attribute("shopLinks", "href", "a[href*=\"shop_id=\"], a[href*=\"/shop\"]")
        .named(PictureRole.MAIN, DATA, "**.product_info.img_list.*", "**.product.img_list.*", "**.img_list.*", "**.pics.*")
        .named(PictureRole.SKU, DATA, "**.sku_list.*.img", "**.spec_list.*.spec_items.*.img", "**.skus.*.img_url")
        .named(PictureRole.DETAIL, DATA, "**.detail_imgs.*", "**.description_img.*", "**.detail.imgs.*")
        .pictures(
            PictureRole.MAIN,
            "[class*=\"swiper\" i] img, [class*=\"slider\" i] img, [class*=\"carousel\" i] img, [class*=\"head-figure\" i] img",
            "[class*=\"gallery\" i] img, [class*=\"banner\" i] img")
        .pictures(PictureRole.SKU, "[class*=\"sku\" i] img, [class*=\"spec\" i] img")
        .pictures(PictureRole.REVIEW, "[class*=\"comment\" i] img, [class*=\"evaluat\" i] img, [class*=\"review\" i] img")
        .pictures(PictureRole.DETAIL, "[class*=\"detail\" i] img, [class*=\"desc\" i] img");
  }

  @Override
  Shape grid() {
    return barriers(super.grid()).text(Shape.SHOP, "[class*=\"shop-name\" i], [class*=\"shopName\" i]");
  }

  @Override
  public SeenListing listing(Facts facts) {
    SeenListing seen = super.listing(facts);
    String name = facts.text("name");
    String shop = seen.shopName().isEmpty() ? facts.text("shopName") : seen.shopName();
    return new SeenListing(
        seen.market(), seen.site(), seen.pageUrl(), seen.listingId(), name.isEmpty() ? seen.title() : name, seen.shopId(), shop);
  }

  @Override
  String shopId(Facts facts) {
    String said = facts.text("shopId");
    for (String link : facts.texts("shopLinks")) {
      said = said.isEmpty() ? Address.query(Address.resolve(link, facts.address()), "shop_id") : said;
    }
    return said;
  }

  @Override
  public List<String> expected() {
    return List.of(Shape.TITLE, PictureRole.MAIN.text()); // not every page names its shop
  }
}
