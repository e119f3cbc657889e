package shotdeed.server.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import shotdeed.server.platform.Json;

/** A listing's page, with what real ones have: gallery, variants, lazy detail pictures, data for search engines. */
final class ListingPage {
  /** Shown until a lazy picture is needed. */
  private static final String PLACEHOLDER =
      "data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==";

  private final Catalogue.Listing listing;
  private final Catalogue.Shop shop;
  private final String origin;

  ListingPage(Catalogue.Listing listing, Catalogue.Shop shop, String origin) {
    this.listing = listing;
    this.shop = shop;
    this.origin = origin;
  }

  String html() {
    StringBuilder body = new StringBuilder("<div class=\"item\">\n");
    gallery(body);
    buying(body);
    body.append("</div>\n");
    description(body);
    return MarketPages.page(listing.title().zh() + " - " + shop.name().zh(), head(), body.toString());
  }

  private String head() {
    return "<meta property=\"og:type\" content=\"product\">\n<meta property=\"og:title\" content=\""
        + Html.text(listing.title().zh()) + "\">\n<meta property=\"og:site_name\" content=\"小集市 Little Market\">\n"
        + "<script type=\"application/ld+json\">" + product() + "</script>\n";
  }

  /** JSON inside a script must not contain anything that ends it. */
  private String product() {
    Map<String, Object> seller = Map.of(
        "@type", "Organization",
        "@id", origin + "/#" + shop.id(),
        "name", shop.name().zh() + " " + shop.name().en());
    Map<String, Object> offer = Map.of(
        "@type", "Offer",
        "price", listing.price(),
        "priceCurrency", "CNY",
        "availability", "https://schema.org/InStock",
        "seller", seller);
    Map<String, Object> product = Map.of(
        "@context", "https://schema.org",
        "@type", "Product",
        "sku", listing.id(),
        "name", listing.title().zh(),
        "alternateName", listing.title().en(),
        "image", origin + MarketPictures.gallery(listing, 0),
        "offers", offer);
    return new String(Json.write(product), StandardCharsets.UTF_8).replace("<", "\\u003c");
  }

  private void gallery(StringBuilder body) {
    body.append("<div class=\"gallery\">\n<img class=\"main\" id=\"main\" src=\"")
        .append(MarketPictures.gallery(listing, 0)).append("\" width=\"420\" height=\"560\" alt=\"")
        .append(Html.text(listing.title().zh())).append("\">\n<div class=\"thumbnails\">\n");
    for (int i = 0; i < listing.gallery().size(); i++) {
      body.append("<button type=\"button\"").append(i == 0 ? " class=\"chosen\"" : "").append("><img src=\"")
          .append(MarketPictures.gallery(listing, i, MarketPictures.THUMBNAIL)).append("\" data-zoom-src=\"")
          .append(MarketPictures.gallery(listing, i)).append("\" width=\"72\" height=\"96\" alt=\"")
          .append(i + 1).append("\"></button>\n");
    }
    body.append("</div>\n</div>\n");
  }

  private void buying(StringBuilder body) {
    body.append("<div class=\"buying\">\n<h1>").append(Html.text(listing.title().zh()))
        .append("</h1>\n<p class=\"english\" lang=\"en\">").append(Html.text(listing.title().en()))
        .append("</p>\n<p class=\"prices\"><span class=\"price\">¥").append(Html.text(listing.price()))
        .append("</span> <s>¥").append(Html.text(listing.before())).append("</s> <span class=\"sold\">")
        .append(Html.both("已售 " + listing.sold(), "sold")).append("</span></p>\n");
    body.append("<p class=\"seller\"><a href=\"/#").append(Html.text(shop.id())).append("\">")
        .append(Html.both(shop.name())).append("</a><br><small>").append(MarketPages.where(shop))
        .append("</small></p>\n<h2>").append(Html.both("颜色", "Colour")).append("</h2>\n<div class=\"swatches\">\n");
    for (int i = 0; i < listing.colours().size(); i++) {
      body.append("<button type=\"button\"").append(i == 0 ? " class=\"chosen\"" : "").append('>');
      if (i == 0) {
        body.append("<img src=\"").append(MarketPictures.gallery(listing, 0, MarketPictures.THUMBNAIL))
            .append("\" width=\"36\" height=\"48\" alt=\"\">");
      }
      body.append("<span>").append(Html.both(listing.colours().get(i))).append("</span></button>\n");
    }
    body.append("</div>\n<h2>").append(Html.both("尺码", "Size")).append("</h2>\n<div class=\"swatches\">\n");
    for (String size : listing.sizes()) {
      body.append("<button type=\"button\">").append(Html.text(size)).append("</button>\n");
    }
    body.append("</div>\n<p class=\"order\"><span>").append(Html.both("演示，不能购买", "A demo, not for sale"))
        .append("</span></p>\n</div>\n");
  }

  /** The first detail picture offers two widths, the others wait until they are scrolled to. */
  private void description(StringBuilder body) {
    body.append("<section class=\"detail\">\n<h2>").append(Html.both("商品详情", "Details")).append("</h2>\n");
    for (String paragraph : MarketPages.paragraphs(listing.text().zh())) {
      body.append("<p>").append(Html.text(paragraph)).append("</p>\n");
    }
    for (String paragraph : MarketPages.paragraphs(listing.text().en())) {
      body.append("<p class=\"english\" lang=\"en\">").append(Html.text(paragraph)).append("</p>\n");
    }
    for (int i = 0; i < listing.detail().size(); i++) {
      String full = MarketPictures.detail(listing, i);
      if (i == 0) {
        String narrow = MarketPictures.detail(listing, i, MarketPictures.NARROW);
        body.append("<img src=\"").append(narrow).append("\" srcset=\"").append(narrow).append(" 300w, ").append(full)
            .append(" 400w\" sizes=\"(max-width: 480px) 300px, 600px\"");
      } else {
        body.append("<img class=\"lazy\" src=\"").append(PLACEHOLDER).append("\" data-src=\"").append(full).append('"');
      }
      body.append(" width=\"600\" height=\"800\" alt=\"\">\n");
    }
    body.append("</section>\n");
  }
}
