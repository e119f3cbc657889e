package shotdeed.server.complain.outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.account.SellerZone;
import shotdeed.server.account.Standing;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Which listings are to be looked at again after a complaint was upheld, and what was found there. */
public final class LookAgain {
  /** Listings a page. */
  public static final int PAGE = 50;

  /** So far a browser's clock may be ahead. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private static final Set<String> RESULTS = Set.of("listing-gone", "picture-gone", "still-there", "not-seen");

  private final Database database;
  private final SetDeadlines deadlines;
  private final InstantSource clock;

  LookAgain(Database database, SetDeadlines deadlines, InstantSource clock) {
    this.database = database;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /** A page of those that are due; {@code total} counts all pages. */
  public record Due(int page, int total, List<Recheck> rechecks) {}

  /** The caller's that are due by the seller's own clock, the oldest first. */
  public Due due(Caller caller, int page) {
    caller.requireTeam();
    return database.read(handle -> {
      LocalDate today = today(handle, caller.seller());
      return new Due(
          page,
          RecheckStore.countDue(handle, caller.seller(), today),
          RecheckStore.due(handle, caller.seller(), today, PAGE, (page - 1) * PAGE));
    });
  }

  private LocalDate today(Handle handle, int seller) {
    return LocalDate.ofInstant(clock.instant(), SellerZone.of(handle, seller));
  }

  /**
   * Records what was found.
   *
   * @param clientKey of the browser's message, which changes nothing when it comes again; {@code null} by hand
   * @param lookedAt {@code null} for now
   * @return what is recorded
   */
  public Recheck run(Caller caller, int id, String clientKey, String lookedAt, String result) {
    caller.requireTeam();
    String key = clientKey == null ? null : Fields.key("clientKey", clientKey);
    if (result == null || !RESULTS.contains(result)) {
      throw Fields.invalid("result", "listing-gone, picture-gone, still-there or not-seen");
    }
    Instant now = clock.instant();
    Instant at = lookedAt == null ? now : Times.stated("lookedAt", lookedAt);
    if (at.isAfter(now.plus(AHEAD))) {
      throw Fields.invalid("lookedAt", "a time that is past");
    }
    return database.write(handle -> store(handle, caller, id, key, at.isAfter(now) ? now : at, result));
  }

  private Recheck store(Handle handle, Caller caller, int id, String key, Instant at, String result) {
    int seller = caller.seller();
    Recheck recheck =
        RecheckStore.ofSeller(handle, seller, id).orElseThrow(() -> new Refused(Errors.NOT_FOUND));
    Recheck known = key == null ? null : RecheckStore.ofKey(handle, seller, key).orElse(null);
    if (known != null) {
      if (known.id() != id || !known.result().equals(result)) {
        throw new Refused(Errors.CLIENT_KEY_REUSED).with("complaint", known.complaint());
      }
      return known;
    }
    Standing.requireActive(handle, seller);
    if (recheck.result() != null) {
      if (recheck.result().equals(result)) {
        return recheck; // two people saw the same
      }
      throw new Refused(Errors.RECHECK_DONE, recheck.result()).with("result", recheck.result());
    }
    RecheckStore.looked(handle, caller, id, key, at, result);
    Audit.did(handle, clock.instant(), caller, "complaint.look", "complaint", recheck.complaint(), result);
    StepStore.Subject subject = StepStore.subject(handle, seller, recheck.complaint());
    ZoneId zone = SellerZone.of(handle, seller);
    if (result.endsWith("-gone")) {
      RecheckStore.gone(handle, seller, recheck, at);
    } else {
      Procedure.Term term =
          result.equals("still-there") ? Procedure.Term.RECHECK_AGAIN : Procedure.Term.RETRY;
      LocalDate due = deadlines.again(subject, term, LocalDate.ofInstant(clock.instant(), zone));
      RecheckStore.again(handle, recheck, seller, due);
    }
    return RecheckStore.ofSeller(handle, seller, id).orElseThrow();
  }
}
