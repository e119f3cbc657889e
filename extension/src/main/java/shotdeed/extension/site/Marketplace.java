package shotdeed.extension.site;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.model.PictureRole;
import shotdeed.wire.SeenListing;

/** What marketplaces have in common. */
abstract class Marketplace implements Site {
  private final String name;
  private final String market;
  private final List<String> domains;
  private final List<String> servers;

  /**
   * @param market whose rules hold
   * @param domains under which its pages stand
   * @param servers domains under which its pictures, and the frames in its pages, stand
   */
  Marketplace(String name, String market, List<String> domains, List<String> servers) {
    this.name = name;
    this.market = market;
    this.domains = domains;
    this.servers = servers;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String market() {
    return market;
  }

  @Override
  public boolean covers(String host) {
    for (String domain : domains) {
      if (Sites.isUnder(host, domain)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<String> pages() {
    return patterns(domains);
  }

  @Override
  public List<String> pictures() {
    return patterns(servers);
  }

  private static List<String> patterns(List<String> domains) {
    List<String> patterns = new ArrayList<>();
    for (String domain : domains) {
      patterns.add("*://*." + domain + "/*");
    }
    return patterns;
  }

  @Override
  public String itemAddress(String link) {
    return Address.bare(link);
  }

  @Override
  public Shape shape(String address) {
    Shape shape = !item(address).isEmpty() ? itemPage() : isShop(address) ? shopPage() : grid();
    return isBarrier(address) ? shape.barred() : shape;
  }

  /** An item's page. */
  abstract Shape itemPage();

  /** A page of many items: what was searched for, what a shop offers. */
  Shape grid() {
    return new Shape().links().rest(PictureRole.OTHER);
  }

  /** Whether an address that leads to no item leads to one shop. */
  boolean isShop(String address) {
    return false;
  }

  /** The number of the shop that the address of an item names; empty where addresses name none. */
  String shopIn(String address) {
    return "";
  }

  /** Whether all that stands under one host is of one shop. */
  boolean isShopAHost() {
    return false;
  }

  /** A page of many items of one shop: only there what the page says of a shop holds for all of it. */
  Shape shopPage() {
    return grid();
  }

  /** Whether the address alone tells a page that asks to sign in or to prove to be human. */
  boolean isBarrier(String address) {
    return false;
  }

  @Override
  public Shape frame(String address) {
    return new Shape().rest(PictureRole.DETAIL);
  }

  @Override
  public SeenListing listing(Facts facts) {
    String address = facts.address();
    String id = item(address);
    String title = title(facts);
    return new SeenListing(
        market,
        Address.host(address),
        address,
        id.isEmpty() ? Address.bare(address) : id,
        title.isEmpty() ? facts.pageTitle() : title,
        shopId(facts),
        shopName(facts));
  }

  /** What the page calls its item; the tab's title stands in for an empty text. */
  String title(Facts facts) {
    return facts.text(Shape.TITLE);
  }

  /** What the page calls the shop; empty if it does not. */
  String shopName(Facts facts) {
    return facts.text(Shape.SHOP);
  }

  /** The marketplace's number or name of the shop; empty if the page does not say it. */
  abstract String shopId(Facts facts);

  @Override
  public List<String> expected() {
    return List.of(Shape.TITLE, Shape.SHOP, PictureRole.MAIN.text());
  }

  /** The digits that stand behind a part of a text; empty if none do. */
  static String digitsAfter(String text, String part) {
    int at = text.indexOf(part);
    return at < 0 ? "" : digits(text, at + part.length());
  }

  /** The digits that stand at a place of a text. */
  static String digits(String text, int from) {
    int to = from;
    while (to < text.length() && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
      to++;
    }
    return text.substring(from, to);
  }

  /** What stands behind a part of a path, up to the next slash or dot; empty if the part is not there. */
  static String segmentAfter(String path, String part) {
    int at = path.indexOf(part);
    if (at < 0) {
      return "";
    }
    int from = at + part.length();
    int to = from;
    while (to < path.length() && path.charAt(to) != '/' && path.charAt(to) != '.' && path.charAt(to) != '?') {
      to++;
    }
    return path.substring(from, to);
  }
}
