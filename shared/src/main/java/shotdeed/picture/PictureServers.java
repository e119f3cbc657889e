package shotdeed.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * One picture in five sizes is one picture. Source of the rules: addresses in saved pages of the marketplaces (2016 to 2026)
 * and the public userscript collection maxurl; that an address of another size answers is never certain.
 *
 * <p>Addresses are hostile text: whatever they hold, nothing is thrown, the scheme stays, and no host is named but the
 * address's own or one of the table.
 */
public final class PictureServers {
  private static final int MOST = 4;

  /** Longer addresses are taken as they are. */
  private static final int MAX_LENGTH = 4_000;

  private static final String ALI = "ali";
  private static final String PLATFORM = "6000000";

  private static final List<Family> FAMILIES =
      List.of(
          new Family(
              ALI,
              List.of("alicdn.com", "taobaocdn.com", "aliexpress-media.com", "slatic.net"),
              new Rules.BehindName(false)),
          new Family("jd", List.of("360buyimg.com"), new Rules.BehindFolder()),
          new Family("pdd", List.of("pddpic.com", "yangkeduo.com", "kwcdn.com"), new Rules.Query()),
          new Family(
              "amazon",
              List.of("media-amazon.com", "ssl-images-amazon.com", "images-amazon.com"),
              new Rules.BetweenDots()),
          new Family(
              "ebay", List.of("ebayimg.com", "ebaystatic.com"), new Rules.FolderIsPicture("i.ebayimg.com", "s-l1600.jpg")),
          new Family("etsy", List.of("etsystatic.com"), new Rules.BeforeName("il_", "il_fullxfull")),
          new Family("shopify", List.of("cdn.shopify.com", "/cdn/shop/"), new Rules.WordsBeforeEnding()),
          new Family("douyin", List.of("ecombdimg.com", "byteimg.com"), new Rules.BehindMark(true, "~")),
          new Family(
              "shopee",
              List.of("susercontent.com", "cf.shopee.sg", "cf.shopee.tw", "cf.shopee.com.my", "cf.shopee.ph", "cf.shopee.vn",
                  "cf.shopee.co.th", "cf.shopee.co.id", "cf.shopee.com.br", "cf.shopee.com"),
              new Rules.BehindMark(false, "@", "_tn")),
          new Family("suning", List.of("suning.cn"), new Rules.LargestKnown("_800x800")));

  private PictureServers() {}

  /**
   * The same for one picture in all sizes and formats in which its server has it, with the server's family before it; the
   * address itself, without fragment, where no rule is known.
   */
  public static String key(String url) {
    PictureUrl parts = parts(url);
    Family family = parts == null ? null : family(parts);
    String key = family == null ? "" : family.rule().key(parts);
    if (!key.isEmpty()) {
      return family.name() + ":" + key;
    }
    int fragment = url.indexOf('#');
    return fragment < 0 ? url : url.substring(0, fragment);
  }

  /** Addresses to try for the largest file, the best first, at most {@value #MOST}; the last is the page's own. */
  public static List<String> candidates(String url) {
    List<String> list = new ArrayList<>();
    PictureUrl parts = parts(url);
    Family family = parts == null ? null : family(parts);
    if (family != null) {
      for (String larger : family.rule().larger(parts)) {
        if (list.size() < MOST - 1 && !larger.equals(url) && !list.contains(larger)) {
          list.add(larger);
        }
      }
    }
    list.add(url);
    return list;
  }

  /**
   * The account number that the name of a file on Alibaba's servers carries, as in {@code …/i2/2200112233/O1CN…_!!2200112233.jpg}:
   * a lead to who uploaded it, no proof. Empty if there is none, and for what the platform itself put there.
   */
  public static String uploader(String url) {
    PictureUrl parts = parts(url);
    Family family = parts == null ? null : family(parts);
    if (family == null || !family.name().equals(ALI)) {
      return "";
    }
    int mark = parts.name().indexOf("_!!");
    String named = mark < 0 ? "" : parts.name().substring(mark + 3, mark + 3 + FileNames.digits(parts.name(), mark + 3));
    if (named.length() < 2) {
      named = account(parts.path());
    }
    return named.startsWith(PLATFORM) ? "" : named;
  }

  /** The number that stands behind the folder {@code i1} to {@code i8}. */
  private static String account(String path) {
    for (int at = path.indexOf("/i"); at >= 0; at = path.indexOf("/i", at + 1)) {
      if (at + 3 < path.length() && path.charAt(at + 2) >= '1' && path.charAt(at + 2) <= '8' && path.charAt(at + 3) == '/') {
        int digits = FileNames.digits(path, at + 4);
        boolean whole = at + 4 + digits < path.length() && path.charAt(at + 4 + digits) == '/';
        if (digits > 4 && whole) {
          return path.substring(at + 4, at + 4 + digits);
        }
      }
    }
    return "";
  }

  private static PictureUrl parts(String url) {
    return url.length() > MAX_LENGTH ? null : PictureUrl.of(url);
  }

  private static Family family(PictureUrl url) {
    for (Family family : FAMILIES) {
      if (family.holds(url)) {
        return family;
      }
    }
    return null;
  }
}
