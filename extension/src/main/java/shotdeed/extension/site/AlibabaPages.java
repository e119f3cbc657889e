package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;
import shotdeed.model.WatchAddress;

/** What the pages of Taobao and Tmall have in common. Class names end in a hash that changes: match the prefix. */
abstract class AlibabaPages extends Marketplace {
  /** Since 2026 everything stands in the page's data, under this name. */
  private static final String CONTEXT = "__ICE_APP_CONTEXT__";

  /** The same data where the name stands before something else as well. */
  private static final String LOADED = "\"loaderData\"";

  /** Links to items: numbers of shops and visitors stand in parameters that end in {@code id} as well. */
  static final String ITEMS =
      "a[href*=\"?id=\"], a[href*=\"&id=\"], a[href*=\"itemId=\"], a[href*=\"item_id=\"], a[href*=\"/item/\"]";

  /** How scripts of the old pages write a member of their configuration. */
  private static final String[] WRITTEN = {"g_config.%", "\"%\"", "%:", "% "};

  private static final String SHOP_KEY = "alibaba/shop/";

  AlibabaPages(String name, String market, List<String> domains) {
    super(name, market, domains, List.of("alicdn.com", "taobaocdn.com"));
  }

  @Override
  public String item(String address) {
    WatchAddress named = WatchAddress.of(address);
    if (named == null || named.shop()) {
      return "";
    }
    return named.address().substring(named.address().indexOf("id=") + 3);
  }

  @Override
  public String itemAddress(String link) {
    WatchAddress named = WatchAddress.of(link);
    return named == null ? super.itemAddress(link) : named.address();
  }

  @Override
  boolean isShop(String address) {
    WatchAddress named = WatchAddress.of(address);
    return named != null && named.shop();
  }

  @Override
  boolean isBarrier(String address) {
    return Address.host(address).startsWith("login.")
        || Address.query(address, "action").equals("deny")
        || Address.path(address).indexOf("/punish") >= 0;
  }

  private static Shape barriers(Shape shape) {
    return shape.barrier(
        "#nocaptcha, #nc-verify-form, .captcha-tips, #login-form", "验证码拦截", "Captcha Interception", "访问被拒绝");
  }

  @Override
  Shape itemPage() {
    return pictures(named(seller(barriers(new Shape()))))
        .text(
            Shape.TITLE,
            "[class*=\"mainTitle--\"]", "[class*=\"ItemHeader--mainTitle\"]", ".tb-main-title", ".tb-detail-hd h1")
        .text(
            Shape.PRICE,
            "[class*=\"highlightPrice--\"]", "[class*=\"priceText--\"]", "[class*=\"Price--priceText\"]", ".tb-rmb-num",
            ".tm-price")
        .data("itemTitle", CONTEXT, "**.item.title")
        .data("loadedTitle", LOADED, "**.item.title")
        .links();
  }

  /** What pages of an item and of a shop say of the shop. */
  private static Shape seller(Shape shape) {
    shape
        .text(
            Shape.SHOP,
            "[class*=\"shopName--\"][title]", "[class*=\"shopName--\"]", "[class*=\"shopHeader--\"] a",
            "[class*=\"ShopHeader--title\"]", ".slogo-shopname", ".tb-shop-name a", ".shop-name-link, .shop-name a", ".shop-name")
        .attribute("meta", "content", "meta[name=\"microscope-data\"]")
        .attribute(
            "shopLinks",
            "href",
            "[class*=\"shopHeader--\"] a[href*=\"//shop\"], [class*=\"ShopHeader--\"] a[href*=\"//shop\"], "
                + ".tb-shop-name a[href*=\"//shop\"]",
            "a[href*=\"//shop\"], a[href*=\"shop_id=\"]");
    for (String after : new String[] {CONTEXT, LOADED}) {
      shape
          .data(after + "shopId", after, "**.seller.shopId")
          .data(after + "shopName", after, "**.seller.shopName")
          .data(after + "shopUrl", after, "**.seller.pcShopUrl");
    }
    for (String member : new String[] {"shopId", "shopName"}) {
      for (String written : WRITTEN) {
        String after = written.replace("%", member);
        shape.data(after, after, "");
      }
    }
    return shape;
  }

  /** What a script of the old pages says; empty if none does. */
  private static String written(Facts facts, String member) {
    String text = "";
    for (String written : WRITTEN) {
      text = text.isEmpty() ? facts.text(written.replace("%", member)) : text;
    }
    return text;
  }

  private static Shape named(Shape shape) {
    return shape
        .named(PictureRole.MAIN, CONTEXT, "loaderData.home.data.res.item.images.*", "**.item.images.*")
        .named(PictureRole.MAIN, LOADED, "home.data.res.item.images.*", "**.item.images.*")
        .named(PictureRole.SKU, CONTEXT, "**.skuBase.props.*.values.*.image")
        .named(PictureRole.SKU, LOADED, "**.skuBase.props.*.values.*.image");
  }

  /** The large picture comes after the thumbnails: it shows any of them, and where they stand is the place of all. */
  private static Shape pictures(Shape shape) {
    return shape
        .pictures(
            PictureRole.MAIN,
            "[class*=\"thumbnails--\"] img, img[class*=\"thumbnailPic--\"]",
            "[class*=\"PicGallery--thumbnail\"] img",
            "#J_UlThumb li img")
        .pictures(
            PictureRole.MAIN,
            "[class*=\"picGallery--\"] img, #picGalleryEle img",
            "img[class*=\"PicGallery--mainPic\"]",
            "#J_ImgBooth")
        .pictures(
            PictureRole.SKU,
            "[class*=\"valueItem--\"] img[class*=\"valueItemImg--\"]",
            "img.skuIcon, [class*=\"SkuContent\"] img",
            ".J_TSaleProp li a, .J_TSaleProp li img, .tb-prop .tb-img li a")
        .pictures(
            PictureRole.DETAIL,
            ".descV8-container img, img.descV8-singleImage-image, .desc-root img, #imageTextInfo-content img",
            "#description img, #J_DivItemDesc img")
        .pictures(PictureRole.REVIEW, "[class*=\"Comment--\"] img", ".tb-rev img");
  }

  @Override
  Shape grid() {
    return barriers(super.grid())
        .card(
            "[class*=\"doubleCard--\"], [class*=\"doubleCardWrapper\"], [class*=\"Card--doubleCard\"], "
                + "[class*=\"cardContainer--\"], [id^=\"item_id_\"]",
            ITEMS,
            "[class*=\"title--\"], [class*=\"Title--title\"]",
            "[class*=\"shopNameText--\"], [class*=\"ShopInfo--shopName\"], [class*=\"shopName--\"]")
        .card(
            ".J_MouserOnverReq, .item[data-id], .item, .product",
            ITEMS,
            ".item-name, .productTitle, .title",
            ".shopname, .productShop-name, .productShop");
  }

  @Override
  Shape shopPage() {
    return seller(grid());
  }

  @Override
  String title(Facts facts) {
    return facts.first(Shape.TITLE, "itemTitle", "loadedTitle");
  }

  @Override
  String shopName(Facts facts) {
    String name = facts.first(CONTEXT + "shopName", LOADED + "shopName", Shape.SHOP);
    return name.isEmpty() ? ScriptText.plain(written(facts, "shopName")) : name;
  }

  /** Old pages carry the number in a meta element or a script, new ones in their data or in the link to the shop. */
  @Override
  String shopId(Facts facts) {
    String said = digitsAfter(facts.text("meta"), "shopId=");
    if (said.isEmpty()) {
      said = digits(facts.first(CONTEXT + "shopId", LOADED + "shopId"), 0);
    }
    if (said.isEmpty()) {
      said = digits(written(facts, "shopId"), 0);
    }
    if (said.isEmpty()) {
      said = shopAt(facts.first(CONTEXT + "shopUrl", LOADED + "shopUrl"), facts);
    }
    for (String link : facts.texts("shopLinks")) {
      said = said.isEmpty() ? shopAt(link, facts) : said;
    }
    return said.isEmpty() ? shopAt(facts.address(), facts) : said;
  }

  /** The number of the shop that an address leads to; empty if it leads to none, or to one that goes by a name. */
  private static String shopAt(String link, Facts facts) {
    WatchAddress named = link.isEmpty() ? null : WatchAddress.of(Address.resolve(link, facts.address()));
    return named != null && named.shop() ? digitsAfter(named.key(), SHOP_KEY) : "";
  }
}
