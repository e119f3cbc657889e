package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;

/**
 * 1688: offers on detail.1688.com and on the mobile site, shops, search. Pages of 2025 and 2026, which name their pictures in
 * the page's data; of 2022 to 2024; and the old ones, whose originals stand in an attribute only.
 */
final class Wholesale1688 extends MainlandPages {
  /** Data of 2025 and 2026. */
  private static final String CONTEXT = "window.context";

  /** Data of 2022 to 2024. */
  private static final String INIT = "__INIT_DATA";

  /** Data of the old pages. */
  private static final String CONFIG = "iDetailConfig";

  private static final String SERVER = "//cbu01.alicdn.com/";
  private static final String OFFER = "/offer/";
  private static final String MEMBER = "memberId";

  /** What stands before a member's number in some places, and not in others. */
  private static final String PREFIX = "b2b-";

  Wholesale1688() {
    super("1688", List.of("1688.com"), List.of("alicdn.com"));
  }

  @Override
  public String item(String address) {
    String path = path(address);
    if (path.startsWith(OFFER)) {
      return lastNumber(path, OFFER.length());
    }
    return Address.host(address).startsWith("detail.") ? number(address, "offerId") : "";
  }

  @Override
  public String itemAddress(String link) {
    return "https://detail.1688.com" + OFFER + item(link) + ".html";
  }

  @Override
  boolean isBarrier(String address) {
    return super.isBarrier(address) || path(address).indexOf("_____tmd_____/punish") >= 0;
  }

  @Override
  Shape itemPage() {
    return pictures(named(said(barriers(new Shape())))).links();
  }

  private static Shape said(Shape shape) {
    return shape
        .text(
            Shape.TITLE,
            ".title-content h1, [class*=\"od-title\"] h1", ".title-text", ".d-title, #mod-detail-title h1", "h1")
        .text(
            Shape.SHOP,
            "[class*=\"company-name\"] a, [class*=\"companyName\"] a", "[class*=\"company-name\"], [class*=\"companyName\"]",
            "a[href*=\"memberId=\"], a[href*=\"winport/\"]")
        .text(Shape.PRICE, "[class*=\"price\" i]")
        .data("contextTitle", CONTEXT, "**.tempModel.offerTitle")
        .data("initTitle", INIT, "**.tempModel.offerTitle")
        .data("contextShop", CONTEXT, "**.companyName")
        .data("initShop", INIT, "**.companyName")
        .data("contextMember", CONTEXT, "**.sellerMemberId")
        .data("initMember", INIT, "**.sellerMemberId")
        .data("configMember", CONFIG, "**.sellerMemberId|memberid|memberId|member_id")
        .data("oldMember", "'memberid':", "")
        .data("contextWinport", CONTEXT, "**.sellerWinportUrl")
        .data("initWinport", INIT, "**.sellerWinportUrl")
        .data("configUser", CONFIG, "**.userId|userid|uid")
        .attribute("shopLinks", "href", "a[href*=\"memberId=\"]", "a[href*=\"winport/\"]", "[class*=\"company-name\"] a");
  }

  private static Shape named(Shape shape) {
    return shape
        .named(PictureRole.MAIN, CONTEXT, "**.gallery.fields.offerImgList.*", "**.offerImgList.*", "**.offerImgList.*.*")
        .named(PictureRole.MAIN, CONTEXT, "**.gallery.fields.mainImage.*", "**.gallery.fields.mainImage", "**.mainImage.*")
        .named(PictureRole.MAIN, "\"offerImgList\"", "*")
        .files(
            PictureRole.MAIN,
            SERVER,
            INIT,
            "globalData.images.*.fullPathImageURI|imageURI", "**.images.*.fullPathImageURI|imageURI")
        .named(PictureRole.SKU, CONTEXT, "**.skuModel.skuProps.*.value.*.imageUrl")
        .named(PictureRole.SKU, INIT, "**.skuModel.skuProps.*.value.*.imageUrl")
        .named(PictureRole.SKU, "\"skuProps\"", "*.value.*.imageUrl")
        .html(PictureRole.DETAIL, CONTEXT, "**.description.fields.detailUrl")
        .html(PictureRole.DETAIL, CONTEXT, "**.description.fields.content|html|description|detail")
        .html(PictureRole.DETAIL, "offer_details", "content");
  }

  /** The first cover in the gallery of 2026 may be a video's: it comes last, so that the pictures are counted without it. */
  private static Shape pictures(Shape shape) {
    String cover = ".od-picture-gallery-list li.v-image-cover";
    return shape
        .pictures(
            PictureRole.MAIN,
            cover + ":not(:has(video, i[class*=\"play\" i], [class*=\"video\" i])), " + cover
                + ":not(:has(video, i[class*=\"play\" i], [class*=\"video\" i])) > [style*=\"background\"], .od-picture-gallery-list img",
            ".pic-list-for-plugin span, .pic-list-for-plugin img",
            ".detail-gallery-turn-outter-wrapper img.detail-gallery-img, img.detail-gallery-img",
            "#dt-tab [data-imgs], .mod-detail-gallery [data-imgs], li.tab-trigger[data-imgs]",
            "#dt-tab img, .mod-detail-gallery img")
        .pictures(PictureRole.MAIN, cover)
        .pictures(
            PictureRole.SKU,
            ".expand-view-item .item-image-icon img, .expand-view-item img",
            ".pc-sku-wrapper .sku-item-wrapper, .pc-sku-wrapper .sku-item-wrapper *, "
                + ".prop-item-inner-wrapper, .prop-item-inner-wrapper *",
            ".unit-detail-spec-operator[data-imgs], .obj-sku [data-imgs]",
            ".unit-detail-spec-operator img, .obj-sku img")
        .pictures(
            PictureRole.DETAIL,
            "#detailContentContainer .content-detail img, .desc-img-loaded, .desc-img-no-load",
            "#detailContentContainer img, .content-detail img, .html-description img",
            "#mod-detail-description img, .desc-lazyload-container img")
        .pictures(PictureRole.MAIN, "li[data-imgs]")
        .pictures(PictureRole.REVIEW, "[class*=\"evaluat\" i] img, [class*=\"comment\" i] img");
  }

  @Override
  Shape grid() {
    return super.grid()
        .text(Shape.SHOP, "[class*=\"company-name\"] a, [class*=\"company-name\"]")
        .attribute("shopLinks", "href", "[class*=\"company-name\"] a[href*=\"memberId=\"]")
        .card(
            "[class*=\"offer-item\" i], [class*=\"offer-card\" i], [class*=\"offercard\" i], .sm-offer-item",
            "a[href*=\"/offer/\"], a[href*=\"offerId=\"]",
            "[class*=\"title\" i]",
            "[class*=\"company\" i]");
  }

  @Override
  String title(Facts facts) {
    return first(facts, "contextTitle", "initTitle", Shape.TITLE);
  }

  @Override
  String shopName(Facts facts) {
    return first(facts, "contextShop", "initShop", Shape.SHOP);
  }

  @Override
  String shopId(Facts facts) {
    String member = first(facts, "contextMember", "initMember", "configMember", "oldMember");
    if (member.isEmpty()) {
      member = Address.query(facts.address(), MEMBER); // a shop's page on the mobile site
    }
    for (String link : facts.texts("shopLinks")) {
      member = member.isEmpty() ? memberIn(Address.resolve(link, facts.address())) : member;
    }
    if (member.isEmpty()) {
      member = memberIn(first(facts, "contextWinport", "initWinport"));
    }
    if (member.isEmpty()) {
      member = first(facts, "configUser");
    }
    return member.startsWith(PREFIX) ? member.substring(PREFIX.length()) : member;
  }

  private static String memberIn(String link) {
    String member = Address.query(link, MEMBER);
    return member.isEmpty() ? segmentAfter(Address.path(link), "winport/") : member;
  }
}
