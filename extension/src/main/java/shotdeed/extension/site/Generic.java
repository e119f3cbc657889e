package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;
import shotdeed.wire.SeenListing;

/** Any page: what it says of itself in schema.org data and Open Graph, and every picture large enough to be of goods. */
final class Generic implements Site {
  /** Pictures that a page gives for others to show beside a link to it. */
  static final String NAMED = "meta[property=\"og:image\"], meta[name=\"og:image\"], meta[itemprop=\"image\"]";

  @Override
  public String name() {
    return "other";
  }

  @Override
  public String market() {
    return "other";
  }

  @Override
  public boolean covers(String host) {
    return true;
  }

  @Override
  public List<String> pages() {
    return List.of();
  }

  @Override
  public List<String> pictures() {
    return List.of();
  }

  @Override
  public String item(String address) {
    return "";
  }

  @Override
  public String itemAddress(String link) {
    return link;
  }

  @Override
  public Shape shape(String address) {
    return new Shape()
        .product()
        .attribute("ogTitle", "content", "meta[property=\"og:title\"]")
        .attribute("ogSite", "content", "meta[property=\"og:site_name\"]")
        .attribute(Shopify.SIGN, "href", Shopify.LINKS)
        .attribute(Shopify.FILES_SIGN, "src", Shopify.FILES)
        .data(Shopify.SHOP_SIGN, "Shopify.shop", "")
        .text(Shape.TITLE, "[itemprop=\"name\"]", "h1")
        .text(Shape.PRICE, "[itemprop=\"price\"]", "[class*=\"price\" i]")
        .attributes(PictureRole.MAIN, "content", NAMED)
        .attributes(PictureRole.MAIN, "href", "link[rel=\"preload\"][as=\"image\"]")
        .pictures(
            PictureRole.MAIN, "[class*=\"gallery\" i] img, [id*=\"gallery\" i] img, [itemprop=\"image\"]")
        .pictures(PictureRole.DETAIL, "[class*=\"detail\" i] img, [class*=\"desc\" i] img")
        .pictures(PictureRole.REVIEW, "[class*=\"review\" i] img")
        .rest(PictureRole.OTHER);
  }

  @Override
  public Shape frame(String address) {
    return new Shape().rest(PictureRole.OTHER);
  }

  @Override
  public SeenListing listing(Facts facts) {
    String address = facts.address();
    String title = facts.product("name");
    if (title.isEmpty()) {
      title = facts.text("ogTitle");
    }
    String id = facts.product("id");
    String shop = facts.product("shop");
    if (shop.isEmpty() && !MarketHosts.holds(Address.host(address))) {
      shop = facts.text("ogSite");
    }
    return new SeenListing(
        market(),
        Address.host(address),
        address,
        id.isEmpty() ? Address.bare(address) : id,
        title.isEmpty() ? facts.pageTitle() : title,
        facts.product("shopId"),
        shop);
  }

  @Override
  public List<String> expected() {
    return List.of();
  }
}
