package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  /** With a library's id behind it, the certificates that what was seen was compared with. */
  private static final String COMPARED = "comparedCertificates ";

  /** The same of one library alone, as it was kept before. */
  private static final String COMPARED_ONCE = "comparedCertificates";

  /** How far the comparing is: the worker may die in it, and the next one goes on there. */
  private static final String PROGRESS = "comparingHistory";

  private static final String PRUNED = "historyPruned";
  private static final double DAY_MILLIS = 24 * 60 * 60 * 1000.0;

  /** Pages of certificates that are read for names and times; a copy of an older one is found all the same. */
  private static final int PAGES = 20;

  private final Library library;
  private final Turn loading = new Turn();
  private final Turn comparing = new Turn();
  private final SeenStore seen = new SeenStore();
  private final FoundBefore found = new FoundBefore();
  private HistoryChoice choice;

  public History(Library library) {
    this.library = library;
  }

  /** The user turned the history on or off, or wants it shorter. Waits. */
  public void choiceChanged() {
    load(true);
    if (choice.on()) {
      seen.prune(choice.days());
    }
  }

  /** Forgets, once a day, what is older than the user wants it kept, whether or not there is a server. Waits. */
  public void pruneDaily() {
    Json last = Storage.get(PRUNED);
    String at = last == null ? "" : last.stringOr("at", "");
    if (at.compareTo(Extension.instantBefore(DAY_MILLIS)) > 0 && at.compareTo(Extension.instant()) <= 0) {
      return;
    }
    load();
    if (choice.on()) {
      seen.prune(choice.days());
    }
    Storage.set(PRUNED, Json.object().put("at", Extension.instant()));
  }

  /** On how many pages a new certificate was found in the history that were not seen again since. */
  public int found() {
    return found.open();
  }

  private void load() {
    load(false);
  }

  private void load(boolean again) {
    loading.take();
    try {
      if (again || choice == null) {
        choice = HistoryChoice.load();
        seen.forgetKnown();
        if (!choice.on()) {
          seen.clear();
        }
        found.load();
      }
    } finally {
      loading.give();
    }
  }

  /** Remembers a picture of a page, the first time that it is seen. Waits. */
  void saw(SeenListing listing, String picture, List<Kernel.Query> queries) {
    load();
    if (choice.on() && !queries.isEmpty()) {
      seen.put(listing, picture, queries, choice.days());
    }
  }

  /** A page was gone through: what was found on it before is done. Waits. */
  public void seenAgain(SeenListing listing) {
    found.seenAgain(listing);
  }

  /**
   * Compares certificates that are new in the snapshot with what was seen, beside everything else: it may take a while.
   * What it asks the server is the list of certificates, whatever it found.
   *
   * @param done is told when it is through
   */
  public void compareSoon(Connection connection, Runnable done) {
    Tasks.start(
        () -> {
          try {
            compare(connection);
            done.run();
          } catch (Http.Unreachable | Connection.ServerRefused e) {
            Tasks.log("ShotDeed: what was seen is compared later: " + e.getMessage());
          }
        });
  }

  private void compare(Connection connection) throws Http.Unreachable, Connection.ServerRefused {
    comparing.take();
    try {
      load();
      library.load();
      String version = library.version();
      if (compared(connection.home()).containsAll(library.unreadNumbers())) {
        library.read(version);
        return;
      }
      Snapshot snapshot = library.unread();
      if (snapshot == null) {
        return;
      }
      try {
        compare(connection, snapshot);
      } catch (Json.WrongShape e) {
        Tasks.log("ShotDeed: what was seen could not be compared: " + e.getMessage());
      }
      library.read(version);
    } finally {
      comparing.give();
    }
  }

  private void compare(Connection connection, Snapshot snapshot) throws Http.Unreachable, Connection.ServerRefused {
    Set<Integer> compared = compared(connection.home());
    Matcher fresh = new Matcher();
    StringBuilder names = new StringBuilder(connection.home());
    for (Snapshot.Certificate certificate : snapshot.certificates()) {
      if (compared.add(certificate.number())) {
        fresh.add(certificate.number(), certificate.fingerprints());
        names.append(' ').append(certificate.number());
      }
    }
    if (fresh.certificates() == 0) {
      return;
    }
    if (choice.on()) {
      seen.prune(choice.days());
      Map<Integer, Json> certificates = certificates(connection);
      String who = names.toString();
      for (String at = progress(who); at != null; ) {
        at = compareSome(at, library.since(), fresh, certificates);
        // Each chunk tells the browser that this worker still works, and the next worker where to go on.
        if (at != null) {
          Storage.set(PROGRESS, Json.object().put("who", who).put("at", at));
        }
      }
    }
    // One that is paused and resumed later is no new one: what was compared once stays so.
    Json numbers = Json.array();
    for (int number : compared) {
      numbers.add(number);
    }
    Storage.set(COMPARED + connection.home(), Json.object().put("numbers", numbers));
    Storage.remove(PROGRESS);
  }

  private static Set<Integer> compared(String home) {
    Json stored = Storage.get(COMPARED + home);
    if (stored == null) {
      Json once = Storage.get(COMPARED_ONCE);
      stored = once != null && once.stringOr("home", "").equals(home) ? once : null;
    }
    return stored == null ? new HashSet<>() : new HashSet<>(stored.integers("numbers"));
  }

  /** Where an earlier worker stopped to compare the same certificates; else the beginning. */
  private static String progress(String who) {
    Json stored = Storage.get(PROGRESS);
    return stored != null && stored.stringOr("who", "").equals(who) ? stored.stringOr("at", "") : "";
  }

  /** The newest by number: asked for whatever was found, so that the request tells nothing of it. */
  private static Map<Integer, Json> certificates(Connection connection) throws Http.Unreachable, Connection.ServerRefused {
    Map<Integer, Json> all = new HashMap<>();
    int read = 0;
    for (int page = 1; page <= PAGES; page++) {
      Json answer = connection.getJson("/api/v1/certificates?page=" + page);
      for (Json certificate : answer.list("certificates")) {
        all.put(certificate.integer("id"), certificate);
        read++;
      }
      if (answer.list("certificates").isEmpty() || read >= answer.integer("total")) {
        break;
      }
    }
    return all;
  }

  /** Returns the id that it came to; {@code null} at the end. */
  private String compareSome(String from, String since, Matcher fresh, Map<Integer, Json> certificates) {
    List<Json> some = seen.after(from);
    List<Json> matches = new ArrayList<>();
    List<String> useless = new ArrayList<>();
    String at = null;
    for (Json one : some) {
      at = one.string("id");
      if (!SeenStore.isOfThisVersion(at)) {
        useless.add(at);
        continue;
      }
      try {
        compare(one, since, fresh, certificates, matches);
      } catch (IllegalArgumentException | Json.WrongShape damaged) {
        Tasks.log("ShotDeed: a remembered picture cannot be compared: " + damaged.getMessage());
        useless.add(at);
      }
    }
    seen.removeAll(useless);
    found.add(matches);
    return at;
  }

  /** @param since the certificates are in use here: what was seen later was compared with them when it was seen */
  private static void compare(
      Json one, String since, Matcher fresh, Map<Integer, Json> certificates, List<Json> matches) {
    byte[] prints = one.bytesOrNull("prints");
    if (prints == null) {
      throw new IllegalArgumentException("it has no fingerprints");
    }
    String seenAt = one.string("at");
    if (seenAt.compareTo(since) > 0) {
      return;
    }
    for (Finding finding : fresh.match(SeenPrints.decode(prints))) {
      Json certificate = certificates.getOrDefault(finding.certificate(), Json.object());
      matches.add(
          Json.object()
              .put("certificate", finding.certificate())
              .put("name", certificate.stringOr("title", ""))
              .put("certifiedAt", certificate.stringOr("certifiedAt", ""))
              .put("seenAt", seenAt)
              .put("page", one.string("page"))
              .put("title", one.string("title")));
    }
  }
}
