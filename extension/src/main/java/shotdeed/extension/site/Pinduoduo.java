package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;

/**
 * Pinduoduo: the mobile pages under yangkeduo.com and pinduoduo.com; a desktop browser is often sent to sign in. Everything
 * stands in the data of the page; pictures that are not in view have no address in the document at all.
 */
final class Pinduoduo extends MainlandPages {
  private static final String DATA = "rawData";
  private static final String GOODS_ID = "goods_id";
  private static final String MALL_ID = "mall_id";

  /** Where the item stands in the data of one generation or another. */
  private static final String[] GOODS = {"store.initDataObj.goods", "store.goods", "goods", "**.goods"};

  /** Marks of the enlarged pictures of 2026, for those who do not see them. */
  private static final String LARGE = "[aria-label*=\"商品大图\"]";

  private static final String VIEW = "[aria-label*=\"查看图片\"]";

  Pinduoduo() {
    super(
        "pinduoduo",
        List.of("yangkeduo.com", "pinduoduo.com"),
        List.of("pddpic.com", "yangkeduo.com", "pinduoduo.com", "kwcdn.com"));
  }

  /** An item's page is {@code goods.html}, {@code goods2.html} and the like. */
  @Override
  public String item(String address) {
    String path = path(address);
    String start = "/goods";
    if (!path.startsWith(start)) {
      return "";
    }
    String rest = path.substring(start.length() + digits(path, start.length()).length());
    return rest.equals(".html") ? number(address, GOODS_ID) : "";
  }

  @Override
  public String itemAddress(String link) {
    return "https://mobile." + (Address.host(link).endsWith("pinduoduo.com") ? "pinduoduo" : "yangkeduo") + ".com/goods.html?"
        + GOODS_ID + "=" + item(link);
  }

  @Override
  boolean isBarrier(String address) {
    String path = path(address);
    return super.isBarrier(address) || path.startsWith("/login") || path.indexOf("verification") >= 0;
  }

  @Override
  Shape itemPage() {
    return barriers(new Shape())
        .text(Shape.TITLE, "[class*=\"goods-name\" i], [class*=\"goodsName\"]", "h1")
        .text(Shape.SHOP, "[class*=\"mall-name\" i], [class*=\"mallName\"]")
        .text(Shape.PRICE, "[class*=\"price\" i]")
        .data("goodsName", DATA, "**.goods.goodsName|goods_name")
        .data("mallName", DATA, "**.mall.mallName|mall_name")
        .data("mallId", DATA, "**.mall.mallId|mallID|mall_id")
        .data("goodsMall", DATA, "**.goods.mallID|mallId|mall_id")
        .data("anyName", "\"goodsName\":", "")
        .data("anyMallName", "\"mallName\":", "")
        .data("anyMall", "\"mallID\":", "")
        .named(PictureRole.MAIN, DATA, goods("topGallery.*.url", "topGallery.*"))
        .named(PictureRole.MAIN, DATA, goods("viewImageData.*", "viewImageData.*.url"))
        .named(PictureRole.SKU, DATA, goods("skus.*.thumbUrl"))
        .named(PictureRole.SKU, DATA, "**.skus.*.thumbUrl")
        .named(PictureRole.DETAIL, DATA, goods("detailGallery.*.url", "detailGallery.*"))
        .named(PictureRole.MAIN, "\"topGallery\":", "*.url", "*") // where the data are no JSON as a whole
        .named(PictureRole.SKU, "\"skus\":", "*.thumbUrl")
        .named(PictureRole.DETAIL, "\"detailGallery\":", "*.url", "*")
        .pictures(PictureRole.MAIN, "img" + LARGE + ", " + LARGE + " img", "img" + VIEW + ", " + VIEW + " img")
        .pictures(PictureRole.DETAIL, "img" + VIEW + ", " + VIEW + " img", "[class*=\"detail\" i] img")
        .pictures(PictureRole.REVIEW, "[class*=\"comment\" i] img, [class*=\"review\" i] img")
        .links();
  }

  private static String[] goods(String... members) {
    String[] paths = new String[GOODS.length * members.length];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = GOODS[i / members.length] + "." + members[i % members.length];
    }
    return paths;
  }

  /** What was searched for stands in the page's data; what a shop offers, too. */
  @Override
  Shape grid() {
    Shape shape = super.grid().data("mallName", DATA, "**.mall.mallName|mall_name");
    for (String id : new String[] {"goodsID", "goodsId", GOODS_ID}) {
      for (String list : new String[] {"stores.store.data.ssrListData.list", "stores.store.**", "**"}) {
        shape.items(
            DATA,
            list + ".*" + id,
            "hdThumbUrl|imgUrl|thumbUrl|imageUrl|image_url|hd_thumb_url|thumb_url|hd_url|img",
            "/goods.html?" + GOODS_ID + "=",
            id,
            "goodsName|goods_name");
      }
    }
    return shape;
  }

  @Override
  String title(Facts facts) {
    return first(facts, "goodsName", Shape.TITLE, "anyName");
  }

  @Override
  String shopName(Facts facts) {
    return first(facts, "mallName", Shape.SHOP, "anyMallName");
  }

  @Override
  String shopId(Facts facts) {
    String said = first(facts, "mallId", "goodsMall", "anyMall");
    return said.isEmpty() ? number(facts.address(), MALL_ID) : said;
  }

  @Override
  public List<String> expected() {
    return List.of(PictureRole.MAIN.text());
  }
}
