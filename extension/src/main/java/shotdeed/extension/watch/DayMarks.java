package shotdeed.extension.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shotdeed.wire.ChangedPages;
import shotdeed.wire.CoverageReport;
import shotdeed.wire.FailedPictures;
import shotdeed.wire.MarketCoverage;
import shotdeed.wire.SeenListing;

/**
 * The marks that a day's counts are made of: a mark's id is library, day, marketplace, kind and a short number made of what
 * was looked at, divided by blanks. The same thing looked at twice has the same id.
 */
final class DayMarks {
  static final String LISTING = "l";
  static final String SHOP = "s";
  static final String PICTURE = "p";

  /** Before the reason why a picture could not be looked at. */
  static final String FAILED = "f:";

  /** Before the site and, behind another colon, the part that a listing's page did not show. */
  private static final String CHANGED = "c:";

  private DayMarks() {}

  /** The kind of a listing whose page did not show a part. */
  static String changed(String site, String part) {
    return CHANGED + site + ":" + part;
  }

  /** What a listing is told apart by. */
  static String name(SeenListing listing) {
    return listing.site() + " " + listing.listingId();
  }

  /**
   * @param home of the library
   * @param kind one of the constants, or made by {@link #changed}
   * @param what is told apart; only its {@link #number} is kept
   */
  static String id(String home, String day, String market, String kind, String what) {
    return home + " " + day + " " + market + " " + kind + " " + number(what);
  }

  /** 64 bits of a text, in letters and digits. */
  static String number(String text) {
    int a = 0x811c9dc5;
    int b = 17;
    for (int i = 0; i < text.length(); i++) {
      a = (a ^ text.charAt(i)) * 0x01000193;
      b = 31 * b + text.charAt(i);
    }
    return Integer.toHexString(a) + Integer.toHexString(b ^ (b >>> 15));
  }

  /** What the marks of a day add up to; an id that is none of a mark counts for nothing. */
  static CoverageReport report(String day, List<String> ids) {
    Map<String, Counts> counts = new TreeMap<>();
    for (String id : ids) {
      Mark mark = Mark.read(id);
      if (mark != null) {
        counts.computeIfAbsent(mark.market(), market -> new Counts()).add(mark.kind());
      }
    }
    List<MarketCoverage> markets = new ArrayList<>();
    for (Map.Entry<String, Counts> market : counts.entrySet()) {
      markets.add(market.getValue().of(market.getKey()));
    }
    return new CoverageReport(day, markets);
  }

  /** The same report as an older version told it. */
  static CoverageReport withoutChanged(CoverageReport report) {
    List<MarketCoverage> markets = new ArrayList<>();
    for (MarketCoverage market : report.markets()) {
      markets.add(
          new MarketCoverage(
              market.market(), market.listings(), market.shops(), market.pictures(), market.failed(), List.of()));
    }
    return new CoverageReport(report.day(), markets);
  }

  /** What is counted of a marketplace. */
  private static final class Counts {
    private final Map<String, Integer> kinds = new TreeMap<>();

    void add(String kind) {
      kinds.put(kind, count(kind) + 1);
    }

    private int count(String kind) {
      Integer count = kinds.get(kind);
      return count == null ? 0 : count;
    }

    MarketCoverage of(String market) {
      List<FailedPictures> failed = new ArrayList<>();
      List<ChangedPages> changed = new ArrayList<>();
      for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
        String name = kind.getKey();
        if (name.startsWith(FAILED)) {
          failed.add(new FailedPictures(name.substring(FAILED.length()), kind.getValue()));
        } else if (name.startsWith(CHANGED)) {
          int end = name.indexOf(':', CHANGED.length());
          String site = end < 0 ? "" : name.substring(CHANGED.length(), end);
          String part = name.substring(end + 1);
          if (ChangedPages.isKnown(site, part)) {
            changed.add(new ChangedPages(site, part, kind.getValue()));
          }
        }
      }
      return new MarketCoverage(market, count(LISTING), count(SHOP), count(PICTURE), failed, changed);
    }
  }

  /** The parts of a mark's id. */
  record Mark(String home, String day, String market, String kind) {
    /** {@code null} if the id is none of a mark. */
    static Mark read(String id) {
      int a = id.indexOf(' ');
      int b = id.indexOf(' ', a + 1);
      int c = id.indexOf(' ', b + 1);
      int d = id.indexOf(' ', c + 1);
      return a < 0 || b < 0 || c < 0 || d < 0
          ? null
          : new Mark(id.substring(0, a), id.substring(a + 1, b), id.substring(b + 1, c), id.substring(c + 1, d));
    }
  }
}
