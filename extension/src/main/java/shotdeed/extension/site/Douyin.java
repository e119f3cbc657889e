package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;

/**
 * Shops on Douyin: items on haohuo.jinritemai.com. Nothing is known of how their pages mark a gallery or name their data: data
 * are found by the names of their members, and all pictures of a page are read. Picture addresses are signed: taken as they are.
 */
final class Douyin extends Marketplace {
  private static final String ITEM = "https://haohuo.jinritemai.com/ecommerce/trade/detail/index.html?id=";

  /** Members that hold pictures, each a list of addresses or of objects with one. */
  private static final String[] MAIN = {
    "img_list", "imgList", "main_images", "mainImages", "product_imgs", "productImgs", "imgs", "pics", "images"
  };

  private static final String[] SKU = {
    "spec_pics", "sku_pics", "skuPics", "sku_images", "skuImages", "skus", "sku_list", "skuList"
  };

  private static final String[] DETAIL = {
    "detail_imgs", "detailImgs", "detail_images", "detailImages", "detail_pics", "desc_imgs"
  };

  /** What the whole of a page's data goes by where scripts of that kind are used: looked into before anything else. */
  private static final String[] DATA = {"_SSR_DATA", "_ROUTER_DATA", "__INITIAL_STATE__"};

  private static final String[] ADDRESSES = {"*.url_list.0", "*.urlList.0", "*.url|uri|src|img|image|pic|thumb", "*"};

  Douyin() {
    super("douyin", "other", List.of("jinritemai.com"), List.of("ecombdimg.com", "byteimg.com"));
  }

  @Override
  public String item(String address) {
    String path = Address.path(address).toLowerCase();
    if (path.indexOf("/trade/detail") < 0 && path.indexOf("/product/") < 0) {
      return "";
    }
    String id = Address.query(address, "id");
    id = id.isEmpty() ? Address.query(address, "product_id") : id;
    return digits(id, 0).equals(id) ? id : "";
  }

  @Override
  public String itemAddress(String link) {
    return ITEM + item(link);
  }

  @Override
  boolean isShop(String address) {
    return Address.path(address).indexOf("/shop") >= 0;
  }

  @Override
  boolean isBarrier(String address) {
    String host = Address.host(address);
    return host.startsWith("login.")
        || host.startsWith("sso.")
        || host.startsWith("passport.")
        || Address.query(address, "action").equals("deny");
  }

  private static Shape barriers(Shape shape) {
    return shape.barrier(
        "#nocaptcha, #nc-verify-form, .captcha-tips, #captcha_container, .captcha_verify_container",
        "验证码", "Captcha Interception", "访问被拒绝");
  }

  @Override
  Shape itemPage() {
    Shape shape =
        seller(barriers(new Shape()))
            .text(
                Shape.TITLE,
                "[class*=\"product-title\" i], [class*=\"productTitle\" i], [class*=\"goods-title\" i]",
                "[class*=\"product-name\" i], [class*=\"productName\" i]", "h1", "[class*=\"title\" i]")
            .text(Shape.PRICE, "[class*=\"price\" i]")
            .links();
    for (String member : new String[] {"product_name", "productName", "product_title", "productTitle"}) {
      shape.data(member, quoted(member), "");
    }
    for (String data : DATA) {
      for (String member : MAIN) {
        shape.named(PictureRole.MAIN, data, below(member));
      }
    }
    for (String member : MAIN) {
      shape.named(PictureRole.MAIN, quoted(member), ADDRESSES);
    }
    for (String member : SKU) {
      shape.named(PictureRole.SKU, quoted(member), ADDRESSES);
    }
    for (String member : DETAIL) {
      shape.named(PictureRole.DETAIL, quoted(member), ADDRESSES);
    }
    return shape
        .pictures(PictureRole.SKU, "[class*=\"sku\" i] img, [class*=\"spec\" i] img")
        .pictures(PictureRole.REVIEW, "[class*=\"comment\" i] img, [class*=\"review\" i] img, [class*=\"evaluat\" i] img")
        .pictures(
            PictureRole.MAIN,
            "[class*=\"head-figure\" i] img, [class*=\"main-pic\" i] img, [class*=\"mainPic\" i] img",
            "[class*=\"gallery\" i] img",
            "[class*=\"swiper\" i] img, [class*=\"slider\" i] img, [class*=\"slick\" i] img, [class*=\"carousel\" i] img, "
                + "[class*=\"banner\" i] img")
        .pictures(
            PictureRole.DETAIL,
            "[class*=\"product-detail\" i] img, [class*=\"goods-detail\" i] img, [class*=\"desc\" i] img",
            "[class*=\"detail\" i] img, [id*=\"detail\" i] img")
        .rest(PictureRole.OTHER);
  }

  /** What pages of an item and of a shop say of the shop. */
  private static Shape seller(Shape shape) {
    return shape
        .text(
            Shape.SHOP,
            "[class*=\"shop-name\" i], [class*=\"shopName\" i], [class*=\"store-name\" i]",
            "[class*=\"shop\" i] [class*=\"name\" i]")
        .data("shop_name", quoted("shop_name"), "")
        .data("shopName", quoted("shopName"), "")
        .data("shop_id", quoted("shop_id"), "")
        .data("shopId", quoted("shopId"), "")
        .attribute("shopLinks", "href", "a[href*=\"shop_id=\"], a[href*=\"shopId=\"], a[href*=\"/shop\"]");
  }

  /** The member wherever it stands. */
  private static String[] below(String member) {
    String[] paths = ADDRESSES.clone();
    for (int i = 0; i < paths.length; i++) {
      paths[i] = "**." + member + "." + paths[i];
    }
    return paths;
  }

  private static String quoted(String member) {
    return "\"" + member + "\"";
  }

  @Override
  Shape grid() {
    return barriers(super.grid())
        .card(
            "[class*=\"product-card\" i], [class*=\"goods-card\" i], [class*=\"card\" i], [class*=\"goods-item\" i], li",
            "a[href*=\"/trade/detail\"], a[href*=\"/product/\"]",
            "[class*=\"title\" i], [class*=\"name\" i]",
            "[class*=\"shop\" i]");
  }

  @Override
  Shape shopPage() {
    return seller(grid());
  }

  @Override
  String title(Facts facts) {
    return facts.first("product_name", "productName", "product_title", "productTitle", Shape.TITLE);
  }

  @Override
  String shopName(Facts facts) {
    return facts.first("shop_name", "shopName", Shape.SHOP);
  }

  @Override
  String shopId(Facts facts) {
    String said = facts.first("shop_id", "shopId");
    for (String link : facts.texts("shopLinks")) {
      said = said.isEmpty() ? shopAt(Address.resolve(link, facts.address())) : said;
    }
    return said.isEmpty() ? shopAt(facts.address()) : said;
  }

  private String shopAt(String address) {
    String id = Address.query(address, "shop_id");
    id = id.isEmpty() ? Address.query(address, "shopId") : id;
    return id.isEmpty() && isShop(address) ? Address.query(address, "id") : id;
  }

  @Override
  public List<String> expected() {
    return List.of(); // no page of theirs is known well enough
  }
}
