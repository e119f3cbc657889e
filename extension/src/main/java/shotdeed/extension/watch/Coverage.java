package shotdeed.extension.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
import shotdeed.extension.wire.WatchJson;
import shotdeed.picture.PictureServers;
import shotdeed.wire.ChangedPages;
import shotdeed.wire.CoverageReport;
import shotdeed.wire.SeenListing;

/**
 * Counts what this browser looks at, by day of its own calendar and marketplace: listings, shops and pictures, each once a
 * day, and listings whose page did not show a part, each once a day and part. What is kept are marks, short numbers made of
 * addresses, so that nothing is counted twice; what is told are the counts. It is told with the regular refresh, at most
 * once an hour, and never because of a page.
 */
public final class Coverage implements Looked {
  private static final String TOLD = "coverageTold";
  private static final double HOUR_MILLIS = 55 * 60 * 1000.0;

  /** Milliseconds after which a day that could not be told is given up. */
  private static final double OLDEST_MILLIS = 35.0 * 24 * 60 * 60 * 1000;

  /** Marks of a day; what comes after is not counted. */
  private static final int MOST = 50_000;

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
    if (!counts(listing)) {
      return;
    }
    mark(listing, DayMarks.LISTING, DayMarks.name(listing));
    if (!listing.shopId().isEmpty() || !listing.shopName().isEmpty()) {
      mark(listing, DayMarks.SHOP, listing.site() + " " + listing.shopId() + " " + listing.shopName());
    }
    mark(listing, failure.isEmpty() ? DayMarks.PICTURE : DayMarks.FAILED + failure, PictureServers.key(picture));
    writeSoon();
  }

  @Override
  public void changed(SeenListing listing, String site, List<String> parts) {
    if (!counts(listing)) {
      return;
    }
    for (String part : parts) {
      if (ChangedPages.isKnown(site, part)) {
        mark(listing, DayMarks.changed(site, part), DayMarks.name(listing));
      }
    }
    writeSoon();
  }

  private boolean counts(SeenListing listing) {
    return listing != null && !library.home().isEmpty() && !Boolean.FALSE.equals(on);
  }

  private void mark(SeenListing listing, String kind, String what) {
    String id = DayMarks.id(library.home(), Extension.localDay(Extension.instant()), listing.market(), kind, what);
    if (!marks.contains(id) && waiting.size() < MOST) {
      waiting.add(id);
    }
  }

  private void writeSoon() {
    if (!waiting.isEmpty()) {
      Tasks.start(this::write);
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
      DayMarks.Mark mark = DayMarks.Mark.read(id);
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
    CoverageReport report = DayMarks.report(day, ids);
    CoverageReport plain = DayMarks.withoutChanged(report);
    if (!isTaken(connection, report) && !plain.equals(report)) {
      isTaken(connection, plain); // a server that takes no changed pages may take the rest
    }
    if (day.compareTo(Extension.localDay(Extension.instant())) < 0) {
      Database.LOOKED.removeAll(ids);
    }
  }

  /** Whether the server took it; what it refuses for good is logged. */
  private static boolean isTaken(Connection connection, CoverageReport report)
      throws Http.Unreachable, Connection.ServerRefused {
    try {
      connection.send("PUT", "/api/v1/coverage", WatchJson.write(report));
      return true;
    } catch (Connection.ServerRefused e) {
      if (!e.isFinal()) {
        throw e;
      }
      Tasks.log("ShotDeed: the server does not take what was looked at: " + e.getMessage());
      return false;
    }
  }
}
