package shotdeed.server;

import java.time.InstantSource;
import java.util.List;
import shotdeed.server.account.ChangePassword;
import shotdeed.server.account.PasswordSignIn;
import shotdeed.server.account.Sessions;
import shotdeed.server.account.Standing;
import shotdeed.server.audit.ReadAudit;
import shotdeed.server.console.AccountPages;
import shotdeed.server.console.AddressPages;
import shotdeed.server.console.AuditPages;
import shotdeed.server.console.ComeInPages;
import shotdeed.server.console.Desk;
import shotdeed.server.console.LessonPages;
import shotdeed.server.console.MailPages;
import shotdeed.server.console.SellerPages;
import shotdeed.server.console.SignInPages;
import shotdeed.server.console.TeamPages;
import shotdeed.server.learn.Exam;
import shotdeed.server.learn.Questions;
import shotdeed.server.mail.Post;
import shotdeed.server.people.ComeIn;
import shotdeed.server.people.ConfirmAddress;
import shotdeed.server.people.ForgotPassword;
import shotdeed.server.people.Invite;
import shotdeed.server.people.ListStaff;
import shotdeed.server.people.Sellers;
import shotdeed.server.people.Team;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.PeopleSettings;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.StrangerBodies;

/** The use cases and pages around people, over one store. */
public final class PeopleFeature implements AutoCloseable {
  private final Database database;
  private final Sessions sessions;
  private final StrangerBodies strangers;
  private final InstantSource clock;
  private final Post post;
  private final PasswordSignIn signIn;
  private final ChangePassword change;
  private final Invite invite;
  private final ComeIn comeIn;
  private final Team team;
  private final ForgotPassword forgot;
  private final ConfirmAddress confirm;
  private final Sellers sellers;
  private final Exam exam;

  PeopleFeature(
      PeopleSettings settings,
      Database database,
      Sessions sessions,
      StrangerBodies strangers,
      Origin origin,
      InstantSource clock) {
    this.database = database;
    this.sessions = sessions;
    this.strangers = strangers;
    this.clock = clock;
    post = new Post(settings.mail(), database, clock);
    signIn = new PasswordSignIn(database, sessions, clock);
    change = new ChangePassword(database, sessions, clock);
    invite = new Invite(database, post, origin, settings.signUp(), clock);
    comeIn = new ComeIn(database, sessions, settings.signUp(), clock);
    team = new Team(database, origin, clock);
    forgot = new ForgotPassword(database, post, origin, clock);
    confirm = new ConfirmAddress(database, post, origin, clock);
    sellers = new Sellers(database, clock);
    exam = new Exam(database, Questions.bundled(), settings.examRequired(), clock);
  }

  List<RouteGroup> pages(Desk desk) {
    return List.of(
        new SignInPages(desk, signIn, change, forgot, strangers),
        new ComeInPages(desk, comeIn, strangers),
        new AccountPages(desk, change, sessions, confirm),
        new AddressPages(desk, confirm, strangers),
        new MailPages(desk, post),
        new TeamPages(desk, team, invite, seller -> database.read(handle -> Standing.of(handle, seller))),
        new SellerPages(desk, sellers, team, invite, new ListStaff(database, team)),
        new LessonPages(desk, exam),
        new AuditPages(desk, new ReadAudit(database, clock)));
  }

  /** Whether anybody may sign up. */
  boolean open() {
    return comeIn.open();
  }

  /** Mail, for other features too. */
  public Post post() {
    return post;
  }

  public Invite invite() {
    return invite;
  }

  public ComeIn comeIn() {
    return comeIn;
  }

  public Team team() {
    return team;
  }

  public Sellers sellers() {
    return sellers;
  }

  public Exam exam() {
    return exam;
  }

  public PasswordSignIn signIn() {
    return signIn;
  }

  public ChangePassword change() {
    return change;
  }

  /** Goes on with mail that an earlier run left. */
  void start() {
    post.start();
  }

  @Override
  public void close() {
    post.close();
  }
}
