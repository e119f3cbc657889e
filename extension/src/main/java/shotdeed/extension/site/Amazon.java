package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;

/**
 * Amazon, in every country. The gallery stands in a script; its thumbnails show only some of it. Many pages name no seller by a
 * link: then a line about who sells, or the brand, stands in.
 */
final class Amazon extends Marketplace {
  private static final int ASIN = 10;

  /** What stands before the item's number in the forms of its address, in lower case. */
  private static final String[] ITEMS = {"/dp/", "/gp/product/", "/gp/aw/d/", "/gp/aw/ol/", "/obidos/asin/", "/o/asin/"};

  /** Addresses that count a click and then lead to an item. */
  private static final String[] CLICKS = {"/sspa/click", "/slredirect/"};

  private static final String SELLER_LINKS =
      "#sellerProfileTriggerId, #merchant-info a[href*=\"seller=\"], #merchantInfoFeature_feature_div a[href*=\"seller=\"], "
          + "#tabular-buybox a[href*=\"seller=\"], #bylineInfo[href*=\"seller=\"]";

  Amazon() {
    super(
        "amazon",
        "other",
        List.of(
            "amazon.com", "amazon.ca", "amazon.com.mx", "amazon.com.br", "amazon.co.uk", "amazon.de", "amazon.fr", "amazon.it",
            "amazon.es", "amazon.nl", "amazon.se", "amazon.pl", "amazon.com.be", "amazon.ie", "amazon.com.tr", "amazon.ae",
            "amazon.sa", "amazon.eg", "amazon.co.za", "amazon.in", "amazon.co.jp", "amazon.sg", "amazon.com.au", "amazon.cn"),
        List.of("media-amazon.com", "ssl-images-amazon.com", "images-amazon.com"));
  }

  @Override
  public String item(String address) {
    String path = Address.path(address).toLowerCase();
    for (String click : CLICKS) {
      String target = path.indexOf(click) >= 0 ? Address.query(address, "url") : "";
      if (!target.isEmpty()) {
        path = Address.path(Address.resolve(target, Address.origin(address))).toLowerCase();
      }
    }
    for (String before : ITEMS) {
      int at = path.indexOf(before);
      String asin = at < 0 ? "" : asin(path, at + before.length());
      if (!asin.isEmpty()) {
        return asin;
      }
    }
    return "";
  }

  private static String asin(String path, int from) {
    int to = from;
    while (to < path.length() && isSign(path.charAt(to))) {
      to++;
    }
    boolean ends = to == path.length() || path.charAt(to) == '/';
    return to - from == ASIN && ends ? path.substring(from, to).toUpperCase() : "";
  }

  private static boolean isSign(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
  }

  @Override
  public String itemAddress(String link) {
    return Address.origin(link) + "/dp/" + item(link);
  }

  @Override
  boolean isBarrier(String address) {
    String path = Address.path(address);
    return path.indexOf("/errors/validateCaptcha") >= 0 || path.startsWith("/ap/signin") || path.startsWith("/ap/cvf");
  }

  private static Shape barriers(Shape shape) {
    return shape.barrier(
        "form[action*=\"validateCaptcha\"], #captchacharacters, form[name=\"signIn\"], #auth-captcha-image",
        "Robot Check", "Bot Check");
  }

  @Override
  Shape itemPage() {
    return barriers(new Shape())
        .text(Shape.TITLE, "#productTitle", "#title", "#item_name")
        .text(Shape.SHOP, SELLER_LINKS)
        .text("sold", "#merchantInfoFeature_feature_div .offer-display-feature-text-message", "#merchant-info")
        .text("brand", "#bylineInfo", "#brand", "a[id=\"brand\"]")
        .attribute("sellerLinks", "href", SELLER_LINKS)
        .text(
            Shape.PRICE,
            "#corePriceDisplay_desktop_feature_div .a-price", "#corePrice_feature_div .a-price", "#priceblock_ourprice",
            "#price_inside_buybox", ".a-price")
        .named(PictureRole.MAIN, "'initial':", "*.hiRes|large|thumb")
        .named(PictureRole.MAIN, "'initial' :", "*.hiRes|large|thumb")
        .named(PictureRole.MAIN, "\"colorImages\":", "initial.*.hiRes|large|thumb")
        .named(PictureRole.MAIN, "\"initial\":", "*.hiRes|large|thumb")
        .named(PictureRole.SKU, "\"colorImages\":", "*.*.hiRes|large|thumb")
        .pictures(
            PictureRole.MAIN,
            "#landingImage, #imgTagWrapperId img, #altImages li.item:not(.videoThumbnail) img, "
                + "#altImages li:not(.videoThumbnail):not(.item) img, #main-image-container li.image img, "
                + "#imgBlkFront, #ebooksImgBlkFront, #main-image",
            "img[data-old-hires], img[data-a-dynamic-image]")
        .pictures(
            PictureRole.SKU,
            "[id*=\"inline-twister\"] img, #variation_color_name li img, [id^=\"variation_\"] li img, img.swatch-image, "
                + "#twister img")
        .pictures(
            PictureRole.DETAIL,
            "#aplus img, #aplus_feature_div img, #aplusBrandStory_feature_div img, .aplus-v2 img, #productDescription img")
        .pictures(
            PictureRole.REVIEW,
            ".review-image-tile, .review-image-tile img, [data-hook=\"review-image-tile\"], "
                + "[data-hook=\"review-image-tile\"] img, [data-hook=\"review-image\"] img, #cm_cr_carousel_images_section img, #reviewsMedley img[data-src]");
  }

  @Override
  Shape grid() {
    return barriers(super.grid())
        .card(
            "[data-asin]:not([data-asin=\"\"]), .s-result-item, .octopus-pc-item, .p13n-sc-uncoverable-faceout, .a-carousel-card",
            "a[href*=\"/dp/\"], a[href*=\"/gp/product/\"], a[href*=\"/sspa/click\"], a[href*=\"/slredirect/\"]",
            "h2, [data-cy=\"title-recipe\"], [class*=\"line-clamp\"]",
            "");
  }

  @Override
  String shopId(Facts facts) {
    for (String link : facts.texts("sellerLinks")) {
      String seller = Address.query(Address.resolve(link, facts.address()), "seller");
      if (!seller.isEmpty()) {
        return seller;
      }
    }
    if (!item(facts.address()).isEmpty()) {
      return ""; // there "m" names what the visitor chose, whoever sells on the page that came
    }
    for (String name : new String[] {"seller", "me", "merchant"}) {
      String seller = Address.query(facts.address(), name);
      if (!seller.isEmpty()) {
        return seller;
      }
    }
    return "";
  }

  @Override
  String shopName(Facts facts) {
    String seller = facts.text(Shape.SHOP);
    if (seller.isEmpty()) {
      seller = AmazonWords.seller(facts.text("sold"));
    }
    return seller.isEmpty() ? AmazonWords.brand(facts.text("brand")) : seller;
  }

  @Override
  public List<String> expected() {
    return List.of(Shape.TITLE, PictureRole.MAIN.text()); // the seller is often not named
  }
}
