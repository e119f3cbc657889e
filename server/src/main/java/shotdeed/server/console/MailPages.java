package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import shotdeed.server.account.Caller;
import shotdeed.server.mail.Post;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** Mail that could not be delivered, and why; for admins. */
public final class MailPages implements RouteGroup {
  private static final String ADDRESS = "/mail";
  private static final int MOST = 100;

  private final Desk desk;
  private final Post post;

  public MailPages(Desk desk, Post post) {
    this.desk = desk;
    this.post = post;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, this::show);
    routes.post("/mail/again", this::again);
  }

  private void show(Context context) {
    Visit visit = desk.signedIn(context);
    requireAdmin(visit.caller());
    post.looked(visit.caller());
    desk.show(
        context,
        "mail",
        visit.page("mail"),
        Map.of("works", post.works(), "waiting", post.waiting(MOST), "givenUp", post.givenUp(MOST)));
  }

  private void again(Context context) {
    Visit visit = desk.form(context);
    requireAdmin(visit.caller());
    visit.done("mail-again", post.hurry(visit.caller()), ADDRESS);
  }

  private static void requireAdmin(Caller caller) {
    if (!caller.administers()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
  }
}
