package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;
import shotdeed.model.WatchAddress;

/** What the pages of Taobao and Tmall have in common. Class names end in a hash that changes: match the prefix. */
abstract class AlibabaPages extends Marketplace {
  /** Since 2026 everything stands in the page's data. */
  private static final String CONTEXT = "__ICE_APP_CONTEXT__";

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
  boolean isBarrier(String address) {
    return Address.host(address).startsWith("login.") || Address.query(address, "action").equals("deny");
  }

  private static Shape barriers(Shape shape) {
    return shape.barrier(
        "#nocaptcha, #nc-verify-form, .captcha-tips, #login-form", "验证码拦截", "Captcha Interception", "访问被拒绝");
  }

  @Override
  Shape itemPage() {
    return barriers(new Shape())
        .text(
            Shape.TITLE,
            "[class*=\"mainTitle--\"]", "[class*=\"ItemHeader--mainTitle\"]", ".tb-main-title", ".tb-detail-hd h1")
        .text(
            Shape.SHOP,
            "[class*=\"shopName--\"][title]", "[class*=\"shopName--\"]", "[class*=\"shopHeader--\"] a",
            "[class*=\"ShopHeader--title\"]", ".slogo-shopname", ".tb-shop-name a")
        .text(
            Shape.PRICE,
            "[class*=\"highlightPrice--\"]", "[class*=\"priceText--\"]", "[class*=\"Price--priceText\"]", ".tb-rmb-num",
            ".tm-price")
        .attribute("meta", "content", "meta[name=\"microscope-data\"]")
        .data("shopId", CONTEXT, "**.seller.shopId")
        .data("shopName", CONTEXT, "**.seller.shopName")
        .attribute("shopLinks", "href", "a[href*=\"//shop\"]")
        .named(PictureRole.MAIN, CONTEXT, "**.item.images.*")
        .named(PictureRole.SKU, CONTEXT, "**.skuBase.props.*.values.*.image")
        .pictures(
            PictureRole.MAIN,
            "[class*=\"thumbnails--\"] img, img[class*=\"thumbnailPic--\"], [class*=\"picGallery--\"] img, #picGalleryEle img",
            "[class*=\"PicGallery--thumbnail\"] img, img[class*=\"PicGallery--mainPic\"]",
            "#J_UlThumb li img, #J_ImgBooth")
        .pictures(
            PictureRole.SKU,
            "[class*=\"valueItem--\"] img[class*=\"valueItemImg--\"]",
            "img.skuIcon, [class*=\"SkuContent\"] img",
            ".J_TSaleProp li a, .tb-prop .tb-img li a")
        .pictures(
            PictureRole.DETAIL,
            ".descV8-container img, .desc-root img, #imageTextInfo-content img",
            "#description img, #J_DivItemDesc img")
        .pictures(PictureRole.REVIEW, "[class*=\"Comment--\"] img", ".tb-rev img");
  }

  @Override
  Shape grid() {
    return barriers(super.grid())
        .text(Shape.SHOP, "[class*=\"shopName--\"]", ".shop-name", ".slogo-shopname")
        .card(
            "[class*=\"doubleCard--\"], [class*=\"Card--doubleCard\"], [class*=\"cardContainer--\"], .item[data-id], .J_MouserOnverReq",
            "a[href*=\"id=\"]",
            "[class*=\"title--\"], [class*=\"Title--title\"], .item-name, .title",
            "[class*=\"shopNameText--\"], [class*=\"ShopInfo--shopName\"], .shopname");
  }

  /** Old pages carry the number in a meta element, new ones in their data or in the address of the link to the shop. */
  @Override
  String shopId(Facts facts) {
    String said = digitsAfter(facts.text("meta"), "shopId=");
    if (said.isEmpty()) {
      said = facts.text("shopId");
    }
    if (!said.isEmpty()) {
      return said;
    }
    for (String link : facts.texts("shopLinks")) {
      String host = Address.host(Address.resolve(link, facts.address()));
      String number = host.startsWith("shop") ? digits(host, 4) : "";
      if (!number.isEmpty()) {
        return number;
      }
    }
    WatchAddress here = WatchAddress.of(facts.address());
    return here != null && here.shop() ? digitsAfter(here.key(), "alibaba/shop/") : "";
  }
}
