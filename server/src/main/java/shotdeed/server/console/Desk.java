package shotdeed.server.console;

import io.javalin.http.Context;
import java.util.Map;
import shotdeed.server.account.Sessions;
import shotdeed.server.platform.Csrf;

/** What all pages need: who asks, and a way to answer. */
public final class Desk {
  private final Sessions sessions;
  private final boolean secure;
  private final Views views = new Views();

  /**
   * @param secure whether cookies travel over TLS only
   */
  public Desk(Sessions sessions, boolean secure) {
    this.sessions = sessions;
    this.secure = secure;
  }

  /** Somebody who need not be signed in. */
  Visit anybody(Context context) {
    return Visit.anybody(context, sessions, secure);
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
