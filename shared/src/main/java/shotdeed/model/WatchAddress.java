package shotdeed.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import shotdeed.wire.SeenListing;

/**
 * What the address of a page names: a listing or a shop. Server and browser read it alike, so that the browser can tell
 * by itself whether an open page is on the team's watch list. Addresses are taken as browsers write them: host in ASCII,
 * other characters percent-encoded.
 *
 * @param shop whether it is a shop; else a listing
 * @param market {@code taobao}, {@code tmall} or {@code other}
 * @param site host name, lower case, without port
 * @param address cleaned: of Taobao and Tmall what names the item or shop and nothing else, of other sites all but the
 *     fragment and what advertisers and statistics add
 * @param key the same for all addresses of the same listing or shop, with {@code www.} before the host or without; Taobao
 *     and Tmall number theirs together
 */
public record WatchAddress(boolean shop, String market, String site, String address, String key) {
  /** Characters of an address. */
  public static final int MAX_LENGTH = 2000;

  private static final int MAX_DIGITS = 20;
  private static final String TAOBAO = "taobao.com";
  private static final String TMALL = "tmall.com";
  private static final String TMALL_HK = "tmall.hk";

  /** Juhuasuan: its items are Taobao's and Tmall's. */
  private static final String CAMPAIGNS = "ju.taobao.com";

  /** Hosts of the marketplace itself, where no shop stands. */
  private static final Set<String> NO_SHOPS =
      Set.of(
          "www", "s", "m", "h5", "list", "search", "login", "cart", "buy", "trade", "item", "detail", "world", "store",
          "shop", "my", "i", "member", "pages", "market", "main", "uland", "chaoshi", "click", "ai", "guang", "err",
          "rate", "shopsearch", "seller", "jubao", "ipp", "huodong", "sale", "favorite", "wangwang", "mai", "ju");

  /** Parameters of queries that name a visitor's way to the page, not the page. */
  private static final Set<String> TRACKING =
      Set.of(
          "spm", "scm", "pvid", "fbclid", "gclid", "dclid", "msclkid", "yclid", "ttclid", "twclid", "igshid", "mc_cid",
          "mc_eid", "_ga", "_gl", "gbraid", "wbraid", "ali_refid", "ali_trackid");

  /** Reads an address; {@code null} if it is none of the web, or one of a marketplace that names no item and no shop. */
  public static WatchAddress of(String url) {
    Parts parts = Parts.of(url);
    if (parts == null) {
      return null;
    }
    if (isAlibaba(parts.host())) {
      return alibaba(parts);
    }
    String query = cleaned(parts.query());
    return query.isEmpty() && parts.path().equals("/")
        ? new WatchAddress(true, "other", parts.host(), parts.origin() + "/", siteKey(parts.host()))
        : page(parts);
  }

  /** The listing of an open page; {@code null} if its address names none. */
  public static WatchAddress listing(SeenListing seen) {
    WatchAddress named = of(seen.pageUrl());
    if (named != null && named.shop() && named.market().equals("other")) {
      named = page(Parts.of(seen.pageUrl())); // somebody sells on the front page of a site
    }
    return named == null || named.shop() ? null : named;
  }

  /** The shop of an open page; {@code null} if the page does not say whose it is. A site that names none is one shop. */
  public static WatchAddress shop(SeenListing seen) {
    Parts parts = Parts.of(seen.pageUrl());
    if (parts == null) {
      return null;
    }
    String id = seen.shopId();
    if (isAlibaba(parts.host())) {
      if (isNumber(id)) {
        return new WatchAddress(
            true, market(parts), parts.host(), "https://shop" + id + "." + TAOBAO + "/", "alibaba/shop/" + id);
      }
      WatchAddress named = of(seen.pageUrl());
      return named != null && named.shop() ? named : null;
    }
    if (id.isEmpty()) {
      return new WatchAddress(true, "other", parts.host(), parts.origin() + "/", siteKey(parts.host()));
    }
    Parts own = Parts.of(id); // schema.org names a seller by an address as a rule
    String address = own != null && own.host().equals(parts.host()) ? page(own).address() : parts.origin() + "/";
    return new WatchAddress(true, "other", parts.host(), address, siteKey(parts.host()) + "/shop/" + id);
  }

  /** Keys of everything that an open page belongs to: the listing, its shop, its site. */
  public static List<String> keys(SeenListing seen) {
    List<String> keys = new ArrayList<>();
    add(keys, listing(seen));
    add(keys, shop(seen));
    add(keys, of(seen.pageUrl()));
    Parts parts = Parts.of(seen.pageUrl());
    if (parts != null && !keys.contains(siteKey(parts.host()))) {
      keys.add(siteKey(parts.host()));
    }
    return keys;
  }

  private static void add(List<String> keys, WatchAddress address) {
    if (address != null && !keys.contains(address.key())) {
      keys.add(address.key());
    }
  }

  private static WatchAddress alibaba(Parts parts) {
    String market = market(parts);
    String id = item(parts);
    if (!id.isEmpty()) {
      String site = market.equals("taobao") ? "item." + TAOBAO : "detail." + (isUnder(parts.host(), TMALL) ? TMALL : TMALL_HK);
      return new WatchAddress(
          false, market, site, "https://" + site + "/item.htm?id=" + id, "alibaba/listing/" + id);
    }
    String domain = market.equals("taobao") ? TAOBAO : isUnder(parts.host(), TMALL) ? TMALL : TMALL_HK;
    String label = parts.host().equals(domain)
        ? "www"
        : parts.host().substring(0, parts.host().length() - domain.length() - 1);
    if (label.endsWith(".m")) {
      label = label.substring(0, label.length() - 2);
    }
    String shop = label.startsWith("shop") ? label.substring(4) : "";
    if (!isNumber(shop)) {
      shop = label.equals("shop") || label.equals("store") ? number(parts, "shop_id") : "";
    }
    if (!shop.isEmpty()) {
      return new WatchAddress(
          true, market, "shop" + shop + "." + domain, "https://shop" + shop + "." + domain + "/", "alibaba/shop/" + shop);
    }
    if (label.indexOf('.') >= 0 || NO_SHOPS.contains(label)) {
      return null;
    }
    String site = label + "." + domain;
    return new WatchAddress(true, market, site, "https://" + site + "/", siteKey(site));
  }

  private static String market(Parts parts) {
    return isUnder(parts.host(), TAOBAO) ? "taobao" : "tmall";
  }

  /** The number of the item that a page of Taobao or Tmall shows; the empty text if it shows none. */
  private static String item(Parts parts) {
    if (isUnder(parts.host(), CAMPAIGNS)) {
      return number(parts, "item_id"); // their id is the campaign's
    }
    String path = Parts.lower(parts.path());
    int slash = path.lastIndexOf('/');
    String last = path.substring(slash + 1);
    if (path.substring(0, slash).endsWith("/item") && last.endsWith(".htm")) {
      String number = last.substring(0, last.length() - 4);
      if (isNumber(number)) {
        return number;
      }
    }
    if (!hasItems(parts.host()) && !(last.indexOf("item") >= 0 && last.indexOf(".htm") >= 0) && path.indexOf("detail") < 0) {
      return ""; // shops and campaigns have numbers of their own
    }
    String id = number(parts, "id");
    return id.isEmpty() ? number(parts, "itemId") : id;
  }

  /** Whether nothing but items stands on a host. */
  private static boolean hasItems(String host) {
    return host.startsWith("item.")
        || host.startsWith("detail.")
        || host.indexOf(".detail.") >= 0
        || host.startsWith("m.")
        || host.startsWith("h5.m.");
  }

  private static WatchAddress page(Parts parts) {
    String query = cleaned(parts.query());
    String rest = parts.path() + (query.isEmpty() ? "" : "?" + query);
    return new WatchAddress(
        false, "other", parts.host(), parts.origin() + rest, "page/" + bare(parts.host()) + parts.port() + rest);
  }

  private static String siteKey(String host) {
    return "site/" + bare(host);
  }

  /** A host without {@code www.}: sites are written with it and without. */
  private static String bare(String host) {
    return host.startsWith("www.") && host.indexOf('.', 4) > 0 ? host.substring(4) : host;
  }

  private static boolean isAlibaba(String host) {
    return isUnder(host, TAOBAO) || isUnder(host, TMALL) || isUnder(host, TMALL_HK);
  }

  private static boolean isUnder(String host, String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_DIGITS;
  }

  private static String number(Parts parts, String name) {
    for (String parameter : parameters(parts.query())) {
      if (parameter.startsWith(name + "=") && isNumber(parameter.substring(name.length() + 1))) {
        return parameter.substring(name.length() + 1);
      }
    }
    return "";
  }

  private static String cleaned(String query) {
    StringBuilder kept = new StringBuilder();
    for (String parameter : parameters(query)) {
      int end = parameter.indexOf('=');
      String name = end < 0 ? parameter : parameter.substring(0, end);
      if (!parameter.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name)) {
        kept.append(kept.length() == 0 ? "" : "&").append(parameter);
      }
    }
    return kept.toString();
  }

  private static List<String> parameters(String query) {
    List<String> all = new ArrayList<>();
    int from = 0;
    while (from <= query.length()) {
      int to = query.indexOf('&', from);
      to = to < 0 ? query.length() : to;
      all.add(query.substring(from, to));
      from = to + 1;
    }
    return all;
  }

  /** @param port with its colon; empty for the scheme's own */
  private record Parts(String scheme, String host, String port, String path, String query) {
    static Parts of(String url) {
      String scheme = starts(url, "https://") ? "https://" : starts(url, "http://") ? "http://" : null;
      if (scheme == null || url.length() > MAX_LENGTH || !isPlain(url)) {
        return null;
      }
      int end = url.indexOf('#');
      String whole = end < 0 ? url : url.substring(0, end);
      int start = scheme.length();
      int slash = start;
      while (slash < whole.length() && whole.charAt(slash) != '/' && whole.charAt(slash) != '?') {
        slash++;
      }
      String authority = lower(whole.substring(start, slash));
      int colon = authority.indexOf(':');
      String host = colon < 0 ? authority : authority.substring(0, colon);
      String port = colon < 0 ? "" : authority.substring(colon);
      if (port.equals(":") || port.equals(scheme.equals("https://") ? ":443" : ":80")) {
        port = "";
      }
      if (!isHost(host) || !port.isEmpty() && (!isNumber(port.substring(1)) || port.length() > 6)) {
        return null;
      }
      int question = whole.indexOf('?', slash);
      String path = question < 0 ? whole.substring(slash) : whole.substring(slash, question);
      return new Parts(
          scheme, host, port, path.isEmpty() ? "/" : path, question < 0 ? "" : whole.substring(question + 1));
    }

    String origin() {
      return scheme + host + port;
    }

    private static boolean starts(String url, String scheme) {
      return url.length() > scheme.length() && lower(url.substring(0, scheme.length())).equals(scheme);
    }

    /** Nothing but what browsers leave in an address. */
    private static boolean isPlain(String url) {
      for (int i = 0; i < url.length(); i++) {
        char c = url.charAt(i);
        if (c <= ' ' || c > '~' || c == '"' || c == '<' || c == '>' || c == '\\') {
          return false;
        }
      }
      return true;
    }

    private static boolean isHost(String host) {
      for (int i = 0; i < host.length(); i++) {
        char c = host.charAt(i);
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '.' && c != '-' && c != '_') {
          return false;
        }
      }
      return !host.isEmpty() && host.charAt(0) != '.' && host.indexOf("..") < 0;
    }

    private static String lower(String text) {
      StringBuilder lower = new StringBuilder(text.length());
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      }
      return lower.toString();
    }
  }
}
