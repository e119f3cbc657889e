package shotdeed.extension.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Storage;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Turn;
import shotdeed.extension.settings.Connection;
import shotdeed.extension.settings.HistoryChoice;
import shotdeed.fingerprint.Kernel;
import shotdeed.match.Finding;
import shotdeed.match.Matcher;
import shotdeed.wire.SeenListing;
import shotdeed.wire.Snapshot;

/**
 * Which pictures this browser saw where, as fingerprints, so that a certificate added today finds last week's copies. It
 * stays in this browser: no request carries anything of it, nor depends on what is in it.
 */
public final class History {
  /** Pictures that are kept; with a tenth more the oldest go. */
  private static final int KEPT = 3000;

  /** Milliseconds of 180 days. */
  private static final double OLDEST = 180.0 * 24 * 60 * 60 * 1000;

  /** What was found is kept so many times. */
  private static final int FOUND_KEPT = 100;

  private static final int MAX_TEXT = 300;
  private static final String FOUND = "seenBefore";
  private static final String COMPARED = "comparedCertificates";

  /** Pages of certificates that are read to learn since when the new ones are certified. */
  private static final int PAGES = 20;

  private final Library library;
  private final Turn loading = new Turn();

  /** Addresses that are kept; {@code null} until they were read. */
  private Set<String> known;

  private boolean on;
  private int found;

  public History(Library library) {
    this.library = library;
  }

  /** The user turned the history on or off. Waits. */
  public void choiceChanged() {
    known = null;
    load();
  }

  /** How often a new certificate was found in the history, since that was last cleared. */
  public int found() {
    return found;
  }

  private void load() {
    loading.take();
    try {
      if (known == null) {
        on = HistoryChoice.load();
        found = stored().size();
        if (!on) {
          Database.SEEN.clear();
        }
        known = new HashSet<>(Database.SEEN.ids());
      }
    } finally {
      loading.give();
    }
  }

  private static List<Json> stored() {
    Json all = Storage.get(FOUND);
    return all == null ? List.of() : all.list("found");
  }

  /** Remembers a picture of a page, the first time that it is seen. Waits. */
  void saw(SeenListing listing, String picture, List<Kernel.Query> queries) {
    load();
    String id = Kernel.VERSION + " " + picture;
    if (!on || queries.isEmpty() || picture.length() > 2000 || !known.add(id)) {
      return;
    }
    Database.SEEN.put(
        Json.object()
            .put("id", id)
            .put("at", Extension.instant())
            .put("page", cut(listing.pageUrl()))
            .put("title", cut(listing.title()))
            .putBytes("prints", SeenPrints.encode(queries)));
    if (known.size() > KEPT + KEPT / 10) {
      prune();
    }
  }

  private static String cut(String text) {
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
  }

  private void prune() {
    List<Json> all = Database.SEEN.all();
    all.sort((a, b) -> a.string("at").compareTo(b.string("at")));
    String oldest = Extension.instantBefore(OLDEST);
    int over = all.size() - KEPT;
    for (int i = 0; i < all.size(); i++) {
      Json seen = all.get(i);
      if (i < over || seen.string("at").compareTo(oldest) < 0 || !seen.string("id").startsWith(Kernel.VERSION + " ")) {
        Database.SEEN.remove(seen.string("id"));
        known.remove(seen.string("id"));
      }
    }
  }

  /**
   * Compares certificates that are new in the snapshot with what was seen. Waits. What it asks the server is the list of
   * certificates, whatever it found.
   */
  public void compare(Connection connection) throws Http.Unreachable, Connection.ServerRefused {
    load();
    Snapshot snapshot = library.unread();
    if (snapshot == null) {
      return;
    }
    try {
      compare(connection, snapshot);
    } catch (Json.WrongShape e) {
      Tasks.log("ShotDeed: what was seen could not be compared: " + e.getMessage());
    }
    library.read(snapshot);
  }

  private void compare(Connection connection, Snapshot snapshot) throws Http.Unreachable, Connection.ServerRefused {
    Set<Integer> compared = compared(connection.home());
    Matcher fresh = new Matcher();
    Json numbers = Json.array();
    for (Snapshot.Certificate certificate : snapshot.certificates()) {
      numbers.add(certificate.number());
      if (!compared.contains(certificate.number())) {
        fresh.add(certificate.number(), certificate.fingerprints());
      }
    }
    if (fresh.certificates() == 0) {
      return;
    }
    if (on) {
      prune();
      List<Json> certificates = certificates(connection);
      for (Json seen : Database.SEEN.all()) {
        compare(seen, fresh, certificates);
      }
    }
    Storage.set(COMPARED, Json.object().put("home", connection.home()).put("numbers", numbers));
  }

  private static Set<Integer> compared(String home) {
    Json stored = Storage.get(COMPARED);
    return stored == null || !stored.string("home").equals(home)
        ? new HashSet<>()
        : new HashSet<>(stored.integers("numbers"));
  }

  /** Newest first. */
  private static List<Json> certificates(Connection connection) throws Http.Unreachable, Connection.ServerRefused {
    Json all = Json.array();
    int read = 0;
    for (int page = 1; page <= PAGES; page++) {
      Json answer = connection.getJson("/api/v1/certificates?page=" + page);
      for (Json certificate : answer.list("certificates")) {
        all.add(certificate);
        read++;
      }
      if (answer.list("certificates").isEmpty() || read >= answer.integer("total")) {
        break;
      }
    }
    return all.elements();
  }

  private void compare(Json seen, Matcher fresh, List<Json> certificates) {
    byte[] prints = seen.bytesOrNull("prints");
    if (prints == null) {
      return;
    }
    try {
      for (Finding finding : fresh.match(SeenPrints.decode(prints))) {
        Json certificate = named(certificates, finding.certificate());
        if (certificate != null && seen.string("at").compareTo(certificate.stringOr("certifiedAt", "")) < 0) {
          add(seen, certificate);
        }
      }
    } catch (IllegalArgumentException damaged) {
      Tasks.log("ShotDeed: a remembered picture cannot be compared: " + damaged.getMessage());
    }
  }

  private static Json named(List<Json> certificates, int number) {
    for (Json certificate : certificates) {
      if (certificate.integer("id") == number) {
        return certificate;
      }
    }
    return null;
  }

  private void add(Json seen, Json certificate) {
    Json all = Json.array();
    List<Json> before = stored();
    for (int i = Math.max(0, before.size() - FOUND_KEPT + 1); i < before.size(); i++) {
      all.add(before.get(i));
    }
    all.add(
        Json.object()
            .put("certificate", certificate.integer("id"))
            .put("name", certificate.string("title"))
            .put("certifiedAt", certificate.string("certifiedAt"))
            .put("seenAt", seen.string("at"))
            .put("page", seen.string("page"))
            .put("title", seen.string("title")));
    Storage.set(FOUND, Json.object().put("found", all));
    found = all.elements().size();
  }
}
