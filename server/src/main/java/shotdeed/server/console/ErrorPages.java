package shotdeed.server.console;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import shotdeed.server.platform.ErrorPage;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Texts;

/** Shows refusals and failures in the console's own layout; whoever is not signed in learns how to. */
public final class ErrorPages implements ErrorPage {
  private final Desk desk;

  public ErrorPages(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void show(Context context, Refused refused) {
    String here = context.method().name().equals("GET") ? context.path() : "/";
    if (refused.error() == Errors.NOT_SIGNED_IN) {
      desk.showSignIn(context, desk.guest(context).page("", here, refused), "", here);
    } else {
      desk.show(context, "error", desk.anybody(context).page("", here, refused));
    }
  }

  @Override
  public String unreadable(String acceptLanguage) {
    Language first = Language.pick(null, acceptLanguage);
    List<Texts> others =
        Arrays.stream(Language.values()).filter(language -> language != first).map(Texts::in).toList();
    Page page = new Page(Texts.in(first), null, "", "", "/", null, null);
    return desk.html("unreadable", page, Map.of("others", others));
  }
}
