package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;

/**
 * eBay, in every country. Each picture stands twice in the carousel; the description is a page of its own in a frame, and its
 * pictures are the item's details. A seller's shop, login and display name all differ: what its link names is taken.
 */
final class Ebay extends Marketplace {
  /** Where the frames with descriptions come from. */
  private static final String DESCRIPTIONS = "ebaydesc.com";

  private static final String ITEM = "/itm/";
  private static final String[] SELLERS = {"/str/", "/usr/"};

  private static final String CARD = ".x-sellercard-atf__info__about-seller";
  private static final String LINKS = "a[href*=\"/str/\"], a[href*=\"/usr/\"]";

  Ebay() {
    super(
        "ebay",
        "other",
        List.of(
            "ebay.com", "ebay.co.uk", "ebay.de", "ebay.fr", "ebay.it", "ebay.es", "ebay.at", "ebay.ch", "ebay.be", "ebay.nl",
            "ebay.ie", "ebay.pl", "ebay.ca", "ebay.com.au", "ebay.com.hk", "ebay.com.my", "ebay.com.sg", "ebay.ph", "ebay.cn",
            DESCRIPTIONS),
        List.of("ebayimg.com", "ebaystatic.com"));
  }

  /** The number behind a title, which may be one itself, or in the query of older addresses. */
  @Override
  public String item(String address) {
    if (Sites.isUnder(Address.host(address), DESCRIPTIONS)) {
      return "";
    }
    String path = Address.path(address).toLowerCase();
    if (path.indexOf("/ebayisapi.dll") >= 0) {
      return whole(Address.query(address, "item"));
    }
    if (path.startsWith("/p/")) {
      return whole(Address.query(address, "iid")); // a product's page, with one seller's item on it
    }
    int at = path.indexOf(ITEM);
    String found = "";
    for (int from = at < 0 ? path.length() : at + ITEM.length(); from < path.length(); ) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      String number = whole(path.substring(from, to));
      found = number.isEmpty() ? found : number;
      from = to + 1;
    }
    return found;
  }

  /** A text of digits only; else the empty text. */
  private static String whole(String text) {
    return digits(text, 0).length() == text.length() ? text : "";
  }

  @Override
  public String itemAddress(String link) {
    return Address.origin(link) + ITEM + item(link);
  }

  @Override
  boolean isBarrier(String address) {
    return Address.host(address).startsWith("signin.") || Address.path(address).startsWith("/splashui/");
  }

  private static Shape barriers(Shape shape) {
    return shape.barrier(
        "#captcha_form, form[action*=\"captcha\" i], #distilCaptchaForm, #signin-form",
        "Pardon Our Interruption", "Security Measure", "Checking your browser");
  }

  @Override
  Shape itemPage() {
    return barriers(new Shape())
        .text(Shape.TITLE, ".x-item-title__mainTitle", "[data-testid=\"x-item-title\"] h1", "#itemTitle", "h1")
        .text(
            Shape.SHOP,
            CARD + " a[href*=\"/str/\"], " + CARD + " a[href*=\"/usr/\"]",
            CARD + " a",
            ".ux-seller-section__item--seller a",
            "[class*=\"x-sellercard\"] :is(" + LINKS + ")",
            "#RightSummaryPanel .mbg-nw, .mbg-nw")
        .attribute(
            "sellerLinks",
            "href",
            CARD + " a",
            ".ux-seller-section__item--seller a",
            "[class*=\"x-sellercard\"] :is(" + LINKS + ")",
            "#RightSummaryPanel a[href*=\"/usr/\"], .mbg a, #mbgLink",
            LINKS)
        .text(Shape.PRICE, ".x-price-primary", "#prcIsum", "[itemprop=\"price\"]")
        .pictures(
            PictureRole.MAIN,
            ".ux-image-carousel-item img, .ux-image-grid-item img, .ux-image-filmstrip-carousel-item img",
            "#icImg, #vi_main_img_fs img, #mainImgHldr img")
        .pictures(PictureRole.DETAIL, "#desc_div img, #ds_div img");
  }

  @Override
  Shape grid() {
    return barriers(super.grid())
        .card(
            ".s-item, .s-card, .brwrvr__item-card, .str-item-card, [data-testid=\"item-card\"], li[data-listingid]",
            "a[href*=\"" + ITEM + "\"]",
            ".s-item__title, .s-card__title, .bsig__title, .str-item-card__property-title, [role=\"heading\"], h3",
            "");
  }

  /** Descriptions come in a frame; others are advertisements. */
  @Override
  public Shape frame(String address) {
    boolean description = Sites.isUnder(Address.host(address), DESCRIPTIONS);
    return new Shape().rest(description ? PictureRole.DETAIL : PictureRole.OTHER);
  }

  @Override
  String shopId(Facts facts) {
    for (String link : facts.texts("sellerLinks")) {
      String seller = seller(Address.path(Address.resolve(link, facts.address())));
      if (!seller.isEmpty()) {
        return seller;
      }
    }
    if (item(facts.address()).isEmpty()) {
      String here = seller(Address.path(facts.address()));
      return here.isEmpty() ? Address.query(facts.address(), "_ssn") : here; // what one seller offers
    }
    return "";
  }

  /** Names of sellers may hold dots. */
  private static String seller(String path) {
    for (String before : SELLERS) {
      int at = path.indexOf(before);
      if (at >= 0) {
        int slash = path.indexOf('/', at + before.length());
        return path.substring(at + before.length(), slash < 0 ? path.length() : slash);
      }
    }
    return "";
  }
}
