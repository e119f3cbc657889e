package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.StrangerBodies;

/** The way in: sign-in links, the page that a pairing link shows, and the choice of language. */
public final class EntryPages implements RouteGroup {
  private static final int MAX_CODE = 200;

  private final Desk desk;
  private final StrangerBodies strangers;

  public EntryPages(Desk desk, StrangerBodies strangers) {
    this.desk = desk;
    this.strangers = strangers;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/sign-in", this::signIn);
    routes.get("/pair", this::pair);
    routes.post("/language", this::language);
  }

  /** Only shows a button: a chat program that looks at a link before its reader does must not use it up. */
  private void signIn(Context context) {
    Visit visit = desk.guest(context);
    String code = context.queryParam("code");
    if (code == null || code.isEmpty() || code.length() > MAX_CODE) {
      desk.showSignIn(context, visit.page(""), "", "/");
    } else {
      desk.show(context, "sign-in", visit.page(""), Map.of("code", code));
    }
  }

  /** The code stands behind # and never gets here; the extension's options page takes the link. */
  private void pair(Context context) {
    desk.show(context, "pair", desk.anybody(context).page(""));
  }

  private void language(Context context) throws IOException {
    Visit visit = desk.anybody(context);
    Map<String, String> form = strangers.form(context);
    Language language = Language.of(form.get("language"));
    if (language == null) {
      throw new Refused(Errors.NOT_FOUND);
    }
    visit.speak(language, form.get("back"));
  }
}
