package shotdeed.server;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import shotdeed.server.certify.AfterFirstReview;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.Derived;
import shotdeed.server.certify.Library;
import shotdeed.server.certify.SecondReview;
import shotdeed.server.certify.second.DecideMany;
import shotdeed.server.certify.second.EnterQueue;
import shotdeed.server.certify.second.MachineReview;
import shotdeed.server.certify.second.NoticeBoard;
import shotdeed.server.certify.second.OverdueMail;
import shotdeed.server.certify.second.OverdueWatch;
import shotdeed.server.certify.second.ReviewQueue;
import shotdeed.server.certify.second.SetUpReviews;
import shotdeed.server.certify.second.UndoReview;
import shotdeed.server.certify.second.WorkingCalendar;
import shotdeed.server.console.Desk;
import shotdeed.server.console.DisputePages;
import shotdeed.server.console.OwnDisputePages;
import shotdeed.server.console.ReviewPages;
import shotdeed.server.console.ReviewSettingPages;
import shotdeed.server.dispute.CheckClaims;
import shotdeed.server.dispute.Claims;
import shotdeed.server.dispute.DecideDispute;
import shotdeed.server.dispute.OwnDispute;
import shotdeed.server.dispute.ReadDisputes;
import shotdeed.server.dispute.ReopenDispute;
import shotdeed.server.lookup.JudgeOthers;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errand;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.Turnstile;
import shotdeed.server.proof.DisputedFolders;

/** Second reviews and disputes, put together. */
public final class Reviews implements AutoCloseable {
  private final Database database;
  private final InstantSource clock;
  private final SetUpReviews setUp;
  private final EnterQueue enter;
  private final ReviewQueue queue;
  private final DecideMany decide;
  private final UndoReview undo;
  private final NoticeBoard notices;
  private final OverdueWatch watch;
  private final CheckClaims check;
  private final Claims claims;
  private final ReadDisputes disputes;
  private final DecideDispute decideDispute;
  private final ReopenDispute reopen;
  private final OwnDispute own;
  private final Errand after;

  Reviews(
      Database database,
      Library library,
      SecondReview review,
      FileStore files,
      Turnstile turnstile,
      PictureDecoder decoder,
      Derived derived,
      JudgeOthers judge,
      Runnable complete,
      OverdueMail overdueMail,
      InstantSource clock) {
    this.database = database;
    this.clock = clock;
    setUp = new SetUpReviews(database, clock);
    enter = new EnterQueue(database, setUp, clock);
    queue = new ReviewQueue(database, clock);
    decide = new DecideMany(review);
    undo = new UndoReview(database, review, enter, clock);
    notices = new NoticeBoard(database, clock);
    watch = new OverdueWatch(database, List.of(notices, overdueMail), clock);
    check = new CheckClaims(database, files, turnstile, decoder, judge, clock);
    claims = new Claims(database, clock);
    disputes = new ReadDisputes(database, derived, new DisputedFolders(database, files), clock);
    decideDispute = new DecideDispute(database, library, enter, clock);
    reopen = new ReopenDispute(database, library, complete, clock);
    own = new OwnDispute(database, clock);
    MachineReview machine = new MachineReview(database, review, clock);
    // In this order: what is claimed by two is not approved by the machine first.
    after = new Errand("after-first-review", () -> {
      check.run();
      machine.run();
    });
  }

  /** What happens to a photograph after its first review. */
  List<AfterFirstReview> afterFirstReview() {
    AfterFirstReview wake = new AfterFirstReview() {
      @Override
      public void stored(Handle handle, Certificate certificate) {
        // What is to be done stands in the store by now.
      }

      @Override
      public void committed() {
        after.wake();
      }
    };
    return List.of(enter, check, wake);
  }

  /** Goes on with what an earlier run left, and watches deadlines. */
  void start() {
    enter.complete();
    after.wake();
    watch.start();
  }

  /** Done when everything uploaded so far was compared with others' and, where lots are drawn, drawn for. */
  public Future<?> settled() {
    return after.settled();
  }

  /** Which days are working days, by the calendar that holds when it is asked. */
  public Supplier<WorkingCalendar> calendar() {
    return setUp::calendar;
  }

  public SetUpReviews setUp() {
    return setUp;
  }

  public ReviewQueue queue() {
    return queue;
  }

  public OverdueWatch watch() {
    return watch;
  }

  public ReadDisputes disputes() {
    return disputes;
  }

  public DecideDispute decideDispute() {
    return decideDispute;
  }

  public ReopenDispute reopen() {
    return reopen;
  }

  public CheckClaims check() {
    return check;
  }

  public Claims claims() {
    return claims;
  }

  public OwnDispute ownDispute() {
    return own;
  }

  List<RouteGroup> pages(Desk desk) {
    return List.of(
        new ReviewPages(desk, queue, decide, undo, notices, setUp),
        new ReviewSettingPages(desk, setUp, database, check, after::wake, clock),
        new DisputePages(desk, disputes, decideDispute, reopen, claims),
        new OwnDisputePages(desk, own, claims));
  }

  @Override
  public void close() {
    watch.close();
    after.close();
  }
}
