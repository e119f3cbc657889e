package shotdeed.server.demo;

import java.util.List;

/** The marketplace's home page and the page about it, and what all its pages share. */
final class MarketPages {
  private final Catalogue catalogue;
  private final Answers answers;

  MarketPages(Catalogue catalogue, Answers answers) {
    this.catalogue = catalogue;
    this.answers = answers;
  }

  /** Path of a listing's page. */
  static String path(Catalogue.Listing listing) {
    return "/item/" + listing.id();
  }

  /** A whole page. */
  static String page(String title, String head, String body) {
    return """
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <link rel="stylesheet" href="/market.css">
        <link rel="icon" href="data:,">
        %s</head>
        <body>
        <header><a class="brand" href="/">小集市 <span lang="en">Little Market</span></a>
        <nav><a href="/">%s</a> <a href="/about">%s</a></nav></header>
        <p class="notice">%s</p>
        <main>
        %s</main>
        <footer><p>%s</p></footer>
        <script src="/market.js"></script>
        </body>
        </html>
        """
        .formatted(
            Html.text(title),
            head,
            Html.both("首页", "Home"),
            Html.both("关于本演示", "About this demo"),
            Html.both(
                "这是影契的演示：店铺和商品都是虚构的。",
                "This is a demonstration of ShotDeed: the shops and the goods are invented."),
            body,
            Html.both("处罚预估按淘宝的规则计算。", "Forecasts are made by Taobao's rule book."));
  }

  /** The home page: shop by shop, what it sells. */
  String home() {
    StringBuilder body = new StringBuilder();
    for (Catalogue.Shop shop : catalogue.shops()) {
      body.append("<section class=\"shop\" id=\"").append(Html.text(shop.id())).append("\">\n<h2>")
          .append(Html.both(shop.name())).append("</h2>\n<p class=\"where\">").append(where(shop))
          .append("</p>\n<div class=\"grid\">\n");
      for (Catalogue.Listing listing : catalogue.listings()) {
        if (listing.shop().equals(shop.id())) {
          card(body, listing);
        }
      }
      body.append("</div>\n</section>\n");
    }
    return page("小集市 Little Market", "", body.toString());
  }

  /** Since when and from where a shop sells. */
  static String where(Catalogue.Shop shop) {
    return Html.both(
        shop.place().zh() + " · " + shop.opened() + " 年开店", shop.place().en() + ", since " + shop.opened());
  }

  private static void card(StringBuilder body, Catalogue.Listing listing) {
    body.append("<a class=\"card\" href=\"").append(path(listing)).append("\"><img src=\"")
        .append(MarketPictures.gallery(listing, 0)).append("\" width=\"240\" height=\"320\" alt=\"")
        .append(Html.text(listing.title().zh())).append("\"><span class=\"name\">")
        .append(Html.both(listing.title())).append("</span><span class=\"price\">¥").append(Html.text(listing.price()))
        .append("</span></a>\n");
  }

  /** Which listings show copies. */
  String about() {
    StringBuilder body = new StringBuilder("<article class=\"about\">\n<h1>")
        .append(Html.both("关于本演示", "About this demo")).append("</h1>\n<p>")
        .append(Html.both(
            "演示卖家认证了 " + catalogue.certified().size()
                + " 张照片。下面的图片是它们的同图，其余图片都不是。",
            "The demo seller has certified " + catalogue.certified().size()
                + " photographs. The pictures below are copies of them; no other picture here is."))
        .append("</p>\n<table><thead><tr><th>").append(Html.both("商品", "Listing")).append("</th><th>")
        .append(Html.both("图片", "Picture")).append("</th><th>").append(Html.both("改动", "Change"))
        .append("</th><th>").append(Html.both("证书", "Certificate")).append("</th></tr></thead>\n<tbody>\n");
    for (Answers.Stolen stolen : answers.stolen()) {
      body.append("<tr><td>").append(link(stolen.url())).append("</td><td>").append(link(stolen.picture()))
          .append("</td><td>").append(change(Alteration.of(stolen.how()))).append("</td><td>")
          .append(stolen.certificate()).append("</td></tr>\n");
    }
    body.append("</tbody></table>\n<p>").append(Html.both("没有同图的商品：", "Listings without a copy:"));
    for (String url : answers.honest()) {
      body.append(' ').append(link(url));
    }
    body.append("</p>\n<p><a href=\"/demo.json\">demo.json</a></p>\n<p>")
        .append(Html.both(
            "照片来自 GitHub 上的 alexeygrigorev/clothing-dataset，CC0 1.0。",
            "Photographs: alexeygrigorev/clothing-dataset on GitHub, CC0 1.0."))
        .append("</p>\n</article>\n");
    return page("关于本演示 About this demo", "", body.toString());
  }

  private static String link(String url) {
    return "<a href=\"" + Html.text(url) + "\">" + Html.text(url.substring(url.lastIndexOf('/') + 1)) + "</a>";
  }

  private static String change(Alteration alteration) {
    return switch (alteration) {
      case SAME_FILE -> Html.both("同一文件", "The same file");
      case RECOMPRESSED -> Html.both("缩小并压缩", "Smaller, compressed again");
      case MIRRORED -> Html.both("左右翻转", "Mirrored");
      case BRIGHTENED -> Html.both("调亮", "Brightened");
      case CLOSE_UP -> Html.both("局部放大", "Close-up");
      case CROPPED -> Html.both("裁剪", "Cropped");
      case COLLAGE -> Html.both("拼图", "Collage");
      case SCREENSHOT -> Html.both("店铺截图", "Screenshot of a shop");
    };
  }

  /** The page for addresses that lead nowhere. */
  static String missing() {
    return page("404", "", "<h1>" + Html.both("没有这个页面", "There is no such page") + "</h1>\n");
  }

  /** Paragraphs, a line each. */
  static List<String> paragraphs(String text) {
    return List.of(text.split("\n"));
  }
}
