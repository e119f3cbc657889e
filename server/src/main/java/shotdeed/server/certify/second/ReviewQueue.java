package shotdeed.server.certify.second;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.SecondReview;
import shotdeed.server.certify.first.Remark;
import shotdeed.server.certify.first.RemarkStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** What waits for a second review, series by series, the first due first. */
public final class ReviewQueue {
  /** Series a page; each has 60 photographs at most. */
  public static final int PAGE = 5;

  private final Database database;
  private final InstantSource clock;

  public ReviewQueue(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A page of the queue.
   *
   * @param page 1 for the first
   * @param total series on all pages
   * @param waiting photographs of all of them
   * @param overdue of those, the ones that are late
   */
  public record Page(int page, int total, int waiting, int overdue, List<Series> series) {}

  /**
   * Photographs that one person uploaded one shortly after the other, as far as they still wait.
   *
   * @param dueAt when the first of them is due
   */
  public record Series(int number, Instant enteredAt, Instant dueAt, boolean overdue, List<Item> items) {}

  /**
   * A photograph that waits.
   *
   * @param yours whether the one who asks may decide about it; their own seller's are somebody else's
   * @param drawn whether it was drawn for a person's look among what the machine approves
   * @param remarks what the first review was not sure of
   */
  public record Item(
      Certificate certificate,
      Instant dueAt,
      boolean overdue,
      boolean yours,
      boolean drawn,
      List<Remark> remarks) {}

  /** A page for a reviewer. */
  public Page page(Caller caller, int page) {
    requireReviewer(caller);
    Instant now = clock.instant();
    return database.read(handle -> {
      List<Series> series = new ArrayList<>();
      for (QueueStore.Waiting each : QueueStore.series(handle, PAGE, (page - 1) * PAGE)) {
        series.add(series(handle, caller, each, now));
      }
      return new Page(
          page,
          QueueStore.countSeries(handle),
          QueueStore.countWaiting(handle),
          QueueStore.countOverdue(handle, now),
          series);
    });
  }

  private static Series series(Handle handle, Caller caller, QueueStore.Waiting series, Instant now) {
    List<Item> items = new ArrayList<>();
    boolean others = SecondReview.othersCouldReview(handle, caller);
    Instant entered = now;
    // Both in the order of their numbers. Another review may have ended meanwhile, but no certificate goes.
    List<QueueStore.Place> places = QueueStore.waiting(handle, series.series());
    List<Integer> ids = places.stream().map(QueueStore.Place::certificate).toList();
    List<Certificate> certificates = ids.isEmpty() ? List.of() : CertificateStore.all(handle, ids);
    Map<Integer, List<Remark>> remarks = ids.isEmpty() ? Map.of() : RemarkStore.ofAll(handle, ids);
    for (int i = 0; i < places.size(); i++) {
      QueueStore.Place place = places.get(i);
      Certificate certificate = certificates.get(i);
      boolean yours = certificate.seller() != caller.seller() || !others;
      entered = place.enteredAt().isBefore(entered) ? place.enteredAt() : entered;
      items.add(
          new Item(
              certificate,
              place.dueAt(),
              late(place.dueAt(), now),
              yours,
              "person".equals(place.draw()),
              remarks.getOrDefault(certificate.id(), List.of())));
    }
    return new Series(series.series(), entered, series.dueAt(), late(series.dueAt(), now), items);
  }

  /** Whether a reviewer may decide about a photograph that waits: about their own seller's only if nobody else could. */
  public boolean mayDecide(Caller caller, Certificate certificate) {
    return certificate.seller() != caller.seller()
        || !database.read(handle -> SecondReview.othersCouldReview(handle, caller));
  }

  private static boolean late(Instant due, Instant now) {
    return !due.isAfter(now);
  }

  /** How many wait, and how many of them are late; for the first page. */
  public record Load(int waiting, int overdue) {}

  /** For a reviewer. */
  public Load load(Caller caller) {
    requireReviewer(caller);
    return database.read(handle ->
        new Load(QueueStore.countWaiting(handle), QueueStore.countOverdue(handle, clock.instant())));
  }

  /** How a certificate went through the queue, for its own page; {@code null} if it never was in it. */
  public record Way(Instant dueAt, boolean overdue, String draw, int oneIn) {
    /** Whether the machine approved it because it was not drawn. */
    public boolean byMachine() {
      return "machine".equals(draw);
    }
  }

  /** Of a certificate that the caller was given. */
  public Way way(Certificate certificate) {
    QueueStore.Place place = database.read(handle -> QueueStore.of(handle, certificate.id()));
    return place == null
        ? null
        : new Way(place.dueAt(), late(place.dueAt(), clock.instant()), place.draw(), place.oneIn());
  }

  static void requireReviewer(Caller caller) {
    if (!caller.reviews()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
  }
}
