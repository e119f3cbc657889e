package shotdeed.extension.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Storage;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Turn;
import shotdeed.extension.scan.Library;
import shotdeed.extension.scan.Looked;
import shotdeed.extension.settings.Connection;
import shotdeed.extension.settings.Consent;
import shotdeed.picture.PictureServers;
import shotdeed.extension.wire.WatchJson;
import shotdeed.wire.CoverageReport;
import shotdeed.wire.FailedPictures;
import shotdeed.wire.MarketCoverage;
import shotdeed.wire.SeenListing;

/**
 * Counts what this browser looks at, by day of its own calendar and marketplace: listings, shops and pictures, each once a
 * day. What is kept are marks, short numbers made of addresses, so that nothing is counted twice; what is told are the
 * counts. It is told with the regular refresh, at most once an hour, and never because of a page.
 */
public final class Coverage implements Looked {
  private static final String TOLD = "coverageTold";
  private static final double HOUR_MILLIS = 55 * 60 * 1000.0;

  /** Milliseconds after which a day that could not be told is given up. */
  private static final double OLDEST_MILLIS = 35.0 * 24 * 60 * 60 * 1000;

  /** Marks of a day; what comes after is not counted. */
  private static final int MOST = 50_000;

  private static final String LISTING = "l";
  private static final String SHOP = "s";
  private static final String PICTURE = "p";
  private static final String FAILED = "f:";

  private final Library library;
  private final Turn writing = new Turn();
  /** Marks that are not stored yet. */
  private final Set<String> waiting = new LinkedHashSet<>();

  /** Stored marks of one library's day, and which they are. */
  private Set<String> marks = new HashSet<>();

  private String marksOf = "";
  private Boolean on;

  public Coverage(Library library) {
    this.library = library;
  }

  /** The user turned the counting on or off. */
  public void consentChanged() {
    on = null;
  }

  /**
   * This browser is another one to the server, or none: what the one before counted is told or lost, and counted for the
   * new one it would be told twice. Waits.
   */
  public void connectionChanged() {
    writing.take();
    try {
      forget();
    } finally {
      writing.give();
    }
  }

  private void forget() {
    Database.LOOKED.clear();
    waiting.clear();
    marks = new HashSet<>();
    marksOf = "";
  }

  @Override
  public void at(SeenListing listing, String picture, String failure) {
    if (listing == null || library.home().isEmpty() || Boolean.FALSE.equals(on)) {
      return;
    }
    String of = library.home() + " " + Extension.localDay(Extension.instant()) + " ";
    mark(of, listing.market(), LISTING, listing.site() + " " + listing.listingId());
    if (!listing.shopId().isEmpty() || !listing.shopName().isEmpty()) {
      mark(of, listing.market(), SHOP, listing.site() + " " + listing.shopId() + " " + listing.shopName());
    }
    mark(of, listing.market(), failure.isEmpty() ? PICTURE : FAILED + failure, PictureServers.key(picture));
    if (!waiting.isEmpty()) {
      Tasks.start(this::write);
    }
  }

  private void mark(String of, String market, String kind, String what) {
    String id = of + market + " " + kind + " " + number(what);
    if (!marks.contains(id) && waiting.size() < MOST) {
      waiting.add(id);
    }
  }

  /** Whether a mark is new and has room. What an earlier worker stored of the day counts. Waits. */
  private boolean isNew(String id) {
    String of = id.substring(0, id.indexOf(' ', id.indexOf(' ') + 1) + 1);
    if (!of.equals(marksOf)) {
      marks = new HashSet<>(Database.LOOKED.ids(of));
      marksOf = of;
    }
    return marks.size() < MOST && marks.add(id);
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

  /** Marks are written together; one that is there already stays one. */
  private void write() {
    writing.take();
    try {
      List<String> now = new ArrayList<>(waiting);
      waiting.clear();
      if (now.isEmpty() || !isOn()) {
        return;
      }
      List<Json> objects = new ArrayList<>();
      for (String id : now) {
        if (isNew(id)) {
          objects.add(Json.object().put("id", id));
        }
      }
      if (!objects.isEmpty()) {
        Database.LOOKED.putAll(objects);
      }
    } finally {
      writing.give();
    }
  }

  private boolean isOn() {
    if (on == null) {
      on = Consent.load().coverage();
      if (!on) {
        forget();
      }
    }
    return on;
  }

  /** Tells the server, if the user allows it and the last time is an hour ago. Waits. */
  public void tell(Connection connection) throws Http.Unreachable, Connection.ServerRefused {
    writing.take();
    try {
      if (isOn() && isDue(connection)) {
        for (String day : days(connection.home())) {
          tell(connection, day);
        }
        Storage.set(TOLD, Json.object().put("home", connection.home()).put("at", Extension.instant()));
      }
    } finally {
      writing.give();
    }
  }

  private static boolean isDue(Connection connection) {
    Json told = Storage.get(TOLD);
    return told == null
        || !told.stringOr("home", "").equals(connection.home())
        || told.stringOr("at", "").compareTo(Extension.instantBefore(HOUR_MILLIS)) < 0
        || told.stringOr("at", "").compareTo(Extension.instant()) > 0; // the clock was put back
  }

  /** Today, though nothing was looked at, and days that were not told to the end. What belongs to another library goes. */
  private static List<String> days(String home) {
    List<String> days = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    String oldest = Extension.localDay(Extension.instantBefore(OLDEST_MILLIS));
    for (String id : Database.LOOKED.ids()) {
      Mark mark = Mark.read(id);
      if (mark == null || !mark.home().equals(home) || mark.day().compareTo(oldest) < 0) {
        foreign.add(id);
      } else if (!days.contains(mark.day())) {
        days.add(mark.day());
      }
    }
    Database.LOOKED.removeAll(foreign);
    String today = Extension.localDay(Extension.instant());
    if (!days.contains(today)) {
      days.add(today);
    }
    return days;
  }

  private static void tell(Connection connection, String day) throws Http.Unreachable, Connection.ServerRefused {
    List<String> ids = Database.LOOKED.ids(connection.home() + " " + day + " ");
    try {
      connection.send("PUT", "/api/v1/coverage", WatchJson.write(report(day, ids)));
    } catch (Connection.ServerRefused e) {
      if (!e.isFinal()) {
        throw e;
      }
      Tasks.log("ShotDeed: the server does not take what was looked at: " + e.getMessage());
    }
    if (day.compareTo(Extension.localDay(Extension.instant())) < 0) {
      Database.LOOKED.removeAll(ids);
    }
  }

  private static CoverageReport report(String day, List<String> ids) {
    Map<String, int[]> counts = new TreeMap<>();
    Map<String, Map<String, Integer>> failed = new TreeMap<>();
    for (String id : ids) {
      Mark mark = Mark.read(id);
      if (mark == null) {
        continue;
      }
      int[] count = counts.computeIfAbsent(mark.market(), market -> new int[3]);
      Map<String, Integer> reasons = failed.computeIfAbsent(mark.market(), market -> new TreeMap<>());
      switch (mark.kind()) {
        case LISTING -> count[0]++;
        case SHOP -> count[1]++;
        case PICTURE -> count[2]++;
        default -> {
          if (mark.kind().startsWith(FAILED)) {
            String reason = mark.kind().substring(FAILED.length());
            reasons.put(reason, reasons.getOrDefault(reason, 0) + 1);
          }
        }
      }
    }
    List<MarketCoverage> markets = new ArrayList<>();
    for (Map.Entry<String, int[]> market : counts.entrySet()) {
      List<FailedPictures> reasons = new ArrayList<>();
      for (Map.Entry<String, Integer> reason : failed.get(market.getKey()).entrySet()) {
        reasons.add(new FailedPictures(reason.getKey(), reason.getValue()));
      }
      int[] count = market.getValue();
      markets.add(new MarketCoverage(market.getKey(), count[0], count[1], count[2], reasons));
    }
    return new CoverageReport(day, markets);
  }

  /** The parts of a mark's id. */
  private record Mark(String home, String day, String market, String kind) {
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
