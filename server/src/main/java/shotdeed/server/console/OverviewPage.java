package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import shotdeed.model.CertificateState;
import shotdeed.model.ComplaintState;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Devices;
import shotdeed.server.account.Role;
import shotdeed.server.certify.ListCertificates;
import shotdeed.server.certify.Refingerprint;
import shotdeed.server.certify.second.ReviewQueue;
import shotdeed.server.complain.ListComplaints;
import shotdeed.server.complain.outcome.DueList;
import shotdeed.server.dispute.ReadDisputes;
import shotdeed.server.ledger.outside.OutsideStatus;
import shotdeed.server.monitor.ListSightings;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.triage.Licences;

/** The first page: the way from photograph to complaint, how far the seller is on it, and what waits. */
public final class OverviewPage implements RouteGroup {
  /** Named to the admin one by one; should there be more, something befell the whole store. */
  private static final int MAX_FAILURES = 50;

  private final Desk desk;
  private final ListCertificates certificates;
  private final Devices devices;
  private final ListSightings sightings;
  private final ListComplaints complaints;
  private final Refingerprint refingerprint;
  private final ReviewQueue queue;
  private final ReadDisputes disputes;
  private final ToIntFunction<Caller> lostWebhooks;
  private final Licences licences;
  private final Supplier<OutsideStatus> outside;
  private final ToIntFunction<Caller> accused;
  private final ToIntFunction<Caller> dueLetters;
  private final DueList due;

  public OverviewPage(
      Desk desk,
      ListCertificates certificates,
      Devices devices,
      ListSightings sightings,
      ListComplaints complaints,
      Refingerprint refingerprint,
      ReviewQueue queue,
      ReadDisputes disputes,
      ToIntFunction<Caller> lostWebhooks,
      Licences licences,
      Supplier<OutsideStatus> outside,
      ToIntFunction<Caller> accused,
      ToIntFunction<Caller> dueLetters,
      DueList due) {
    this.desk = desk;
    this.certificates = certificates;
    this.devices = devices;
    this.sightings = sightings;
    this.complaints = complaints;
    this.refingerprint = refingerprint;
    this.queue = queue;
    this.disputes = disputes;
    this.lostWebhooks = lostWebhooks;
    this.licences = licences;
    this.outside = outside;
    this.accused = accused;
    this.dueLetters = dueLetters;
    this.due = due;
  }

  /**
   * How much there is of each.
   *
   * @param certificates uploaded and not refused
   * @param reviews waiting for the caller's own decision
   * @param overdue of those, the ones that are late
   * @param disputes waiting for the caller's own decision
   * @param contested the seller's own that somebody else claims
   * @param firstPassed the seller's own that wait for somebody's decision
   * @param certified not yet monitored
   * @param browsers paired
   * @param findings nobody has decided about
   * @param prepared complaints without a case number
   * @param complaints of any state
   */
  public record Counts(
      int certificates,
      int reviews,
      int overdue,
      int disputes,
      int contested,
      int firstPassed,
      int certified,
      int monitored,
      int browsers,
      int findings,
      int prepared,
      int complaints) {
    /** Whether nothing waits for anybody. */
    public boolean quiet() {
      return reviews + disputes + contested + certified + findings + prepared == 0;
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/", this::show);
  }

  private void show(Context context) {
    Visit visit = desk.signedIn(context);
    Caller caller = visit.caller();
    boolean admin = caller.roles().contains(Role.ADMIN);
    Map<String, Object> model = new HashMap<>(Map.of(
        "counts", counts(caller),
        "sells", Menu.sells(caller),
        "fingerprints", refingerprint.progress(caller.seller()),
        "features", refingerprint.featureProgress(caller.seller()),
        "lostWebhooks", Menu.sells(caller) ? lostWebhooks.applyAsInt(caller) : 0,
        "ending", Menu.sells(caller) ? licences.ending(caller).size() : 0,
        "failures", admin ? refingerprint.failures(MAX_FAILURES) : List.of()));
    model.put("accused", Menu.sells(caller) ? accused.applyAsInt(caller) : 0);
    model.put("dueLetters", Menu.sells(caller) ? dueLetters.applyAsInt(caller) : 0);
    model.put("due", Menu.sells(caller) ? due.counts(caller) : new DueList.Counts(0, 0));
    model.put("outside", admin ? outside.get() : null);
    desk.show(context, "overview", visit.page("overview"), model);
  }

  private Counts counts(Caller caller) {
    int browsers = (int) devices.list(caller).stream().filter(device -> device.revokedAt() == null).count();
    Map<CertificateState, Integer> own = certificates.counts(caller);
    ReviewQueue.Load load = caller.reviews() ? queue.load(caller) : new ReviewQueue.Load(0, 0);
    return new Counts(
        own.values().stream().mapToInt(Integer::intValue).sum() - own.getOrDefault(CertificateState.REFUSED, 0),
        load.waiting(),
        load.overdue(),
        caller.reviews() ? disputes.open(caller) : 0,
        own.getOrDefault(CertificateState.CONTESTED, 0),
        own.getOrDefault(CertificateState.FIRST_PASSED, 0),
        ListCertificates.UNMONITORED.stream().mapToInt(state -> own.getOrDefault(state, 0)).sum(),
        own.getOrDefault(CertificateState.MONITORED, 0),
        browsers,
        sightings.count(caller, SightingState.NEW),
        complaints.count(caller, ComplaintState.PREPARED),
        complaints.count(caller, null));
  }
}
