package shotdeed.extension.site;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Json;
import shotdeed.model.PictureRole;
import shotdeed.wire.SeenListing;

/** Any page: what it says of itself in schema.org data and Open Graph, and every picture large enough to be of goods. */
final class Generic implements Site {
  private static final int LARGEST_DATA = 200_000;

  /** Pieces of text that are looked at for a title or a name. */
  private static final int TEXTS = 5_000;

  @Override
  public boolean covers(String host) {
    return true;
  }

  @Override
  public SeenListing listing(String address, String pageTitle) {
    String title = meta("og:title");
    String id = "";
    String shop = MarketHosts.holds(Address.host(address)) ? "" : meta("og:site_name");
    String shopId = "";
    Json product = product();
    if (product != null) {
      title = product.stringOr("name", title);
      id = product.stringOr("sku", product.stringOr("productID", ""));
      Json seller = seller(product);
      if (seller != null) {
        shop = seller.stringOr("name", shop);
        shopId = seller.stringOr("@id", seller.stringOr("url", ""));
      }
    }
    return new SeenListing(
        "other",
        Address.host(address),
        address,
        id.isEmpty() ? Address.bare(address) : id,
        title.isEmpty() ? pageTitle : title,
        shopId,
        shop);
  }

  /** Titles and names stand on such a page as its data say them, in whatever element. */
  @Override
  public List<Named> named(SeenListing listing) {
    List<Named> named = new ArrayList<>();
    Element title = listing.title().isEmpty() ? null : Document.holding(listing.title(), TEXTS);
    Named.add(named, Named.TITLE, title == null ? Document.first("h1") : title);
    if (!listing.shopName().isEmpty()) {
      Named.add(named, Named.SHOP, Document.holding(listing.shopName(), TEXTS));
    }
    Named.add(named, Named.PRICE, Document.first("[itemprop=\"price\"], [class*=\"price\" i]"));
    return named;
  }

  @Override
  public List<PagePicture> pictures() {
    Collector found = new Collector();
    String gallery = "[class*=\"gallery\" i] img, [id*=\"gallery\" i] img, [itemprop=\"image\"]";
    int main = found.add(PictureRole.MAIN, gallery);
    int detail = found.add(PictureRole.DETAIL, "[class*=\"detail\" i] img, [class*=\"desc\" i] img");
    found.addRest(main == 0 && detail == 0 ? PictureRole.MAIN : PictureRole.OTHER, "img");
    found.addRest(PictureRole.OTHER, "[style*=\"background-image\"], [style*=\"background:\"]");
    return found.pictures();
  }

  private static String meta(String property) {
    Element element = Document.first("meta[property=\"" + property + "\"]");
    String content = element == null ? null : element.getAttribute("content");
    return content == null ? "" : content;
  }

  /** The page's schema.org Product, or {@code null}. */
  private static Json product() {
    for (Element script : Document.all("script[type=\"application/ld+json\"]", 20)) {
      String text = script.getTextContent();
      if (text.length() > LARGEST_DATA) {
        continue;
      }
      try {
        Json data = Json.parse(text);
        if ("Product".equals(data.stringOr("@type", ""))) {
          return data;
        }
      } catch (Json.WrongShape broken) {
        continue; // a page's broken data is no reason to read nothing
      }
    }
    return null;
  }

  private static Json seller(Json product) {
    Json offer = product.memberOrNull("offers");
    return offer == null ? null : offer.memberOrNull("seller");
  }
}
