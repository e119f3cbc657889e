package shotdeed.server.console;

import io.javalin.http.Context;
import java.util.Map;
import shotdeed.server.account.Sessions;
import shotdeed.server.platform.Csrf;

/** What all pages need: who asks, and a way to answer. */
public final class Desk {
  private final Sessions sessions;
  private final boolean secure;
  private final boolean open;
  private final Views views = new Views();

  /**
   * @param secure whether cookies travel over TLS only
   * @param open whether anybody may sign up
   */
  public Desk(Sessions sessions, boolean secure, boolean open) {
    this.sessions = sessions;
    this.secure = secure;
    this.open = open;
  }

  /** Answers with the page to sign in. */
  void showSignIn(Context context, Page page, String name, String next) {
    show(context, "signed-out", page, Map.of("name", name, "next", next, "open", open));
  }

  /** Somebody who need not be signed in. */
  Visit anybody(Context context) {
    return Visit.anybody(context, sessions, secure);
  }

  /** Somebody who need not be signed in, on a page with a form. */
  Visit guest(Context context) {
    return Visit.anybody(context, sessions, secure).guest();
  }

  /**
   * Somebody who need not be signed in and sent a form of their own browser; refused if the form is another's.
   *
   * @param fields of the form
   */
  Visit guestForm(Context context, Map<String, String> fields) {
    Visit visit = Visit.anybody(context, sessions, secure);
    visit.requireOwnGuestForm(fields.get(Csrf.FIELD));
    return visit.guest();
  }

  /** Somebody who is signed in; refused if nobody is. */
  Visit signedIn(Context context) {
    return Visit.signedIn(context, sessions, secure);
  }

  /** Somebody who sent a form of this session; refused if the form is another's. */
  Visit form(Context context) {
    Visit visit = signedIn(context);
    visit.requireOwnForm(context.formParam(Csrf.FIELD));
    return visit;
  }

  /** Answers with a page that has nothing but its own words. */
  void show(Context context, String template, Page page) {
    show(context, template, page, Map.of());
  }

  /** A page of its own words, for an answer outside the routes. */
  String html(String template, Page page, Map<String, Object> model) {
    return views.html(template, page, model);
  }

  /** Answers with a page. */
  void show(Context context, String template, Page page, Map<String, Object> model) {
    views.show(context, template, page, model);
  }
}
