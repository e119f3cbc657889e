package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.ChangePassword;
import shotdeed.server.account.PasswordSignIn;
import shotdeed.server.account.Passwords;
import shotdeed.server.people.ForgotPassword;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.StrangerBodies;

/** Signing in with a password, and a new one for whoever forgot theirs. */
public final class SignInPages implements RouteGroup {
  private static final String FORGOT = "/forgot-password";
  private static final String FRESH = "/new-password";
  private static final List<Errors> MENDED_HERE = List.of(
      Errors.SIGN_IN_WRONG,
      Errors.TOO_MANY_ATTEMPTS,
      Errors.PASSWORDS_DIFFER,
      Errors.PASSWORD_GUESSED,
      Errors.PASSWORD_TOO_LONG,
      Errors.PASSWORD_TOO_SHORT);

  private final Desk desk;
  private final PasswordSignIn signIn;
  private final ChangePassword change;
  private final ForgotPassword forgot;
  private final StrangerBodies strangers;

  public SignInPages(
      Desk desk, PasswordSignIn signIn, ChangePassword change, ForgotPassword forgot, StrangerBodies strangers) {
    this.desk = desk;
    this.signIn = signIn;
    this.change = change;
    this.forgot = forgot;
    this.strangers = strangers;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/sign-in/password", this::signIn);
    routes.get(FORGOT, this::forgot);
    routes.post(FORGOT, this::mail);
    routes.get(FRESH, this::fresh);
    routes.post(FRESH, this::set);
  }

  private void signIn(Context context) throws IOException {
    Map<String, String> form = strangers.form(context);
    Visit visit = desk.guestForm(context, form);
    String name = form.getOrDefault("name", "").trim();
    String next = form.getOrDefault("next", "/");
    try {
      visit.open(signIn.run(name, form.get("password"), context.ip(), context.userAgent()), next);
    } catch (Refused refused) {
      rethrowUnlessMended(refused);
      desk.showSignIn(context, visit.page("", "/sign-in", refused), name, next);
    }
  }

  private void forgot(Context context) {
    showForgot(context, desk.guest(context).page(""), false);
  }

  private void showForgot(Context context, Page page, boolean sent) {
    desk.show(
        context,
        "forgot-password",
        page,
        Map.of("works", forgot.works(), "sent", sent, "minutes", ForgotPassword.LIFE.toMinutes()));
  }

  private void mail(Context context) throws IOException {
    Map<String, String> form = strangers.form(context);
    Visit visit = desk.guestForm(context, form);
    try {
      forgot.run(form.getOrDefault("name", "").trim(), context.ip(), visit.texts());
      showForgot(context, visit.page(""), true);
    } catch (Refused refused) {
      rethrowUnlessMended(refused);
      showForgot(context, visit.page("", FORGOT, refused), false);
    }
  }

  private void fresh(Context context) {
    String code = context.queryParam("code");
    showFresh(context, desk.guest(context).page(""), code);
  }

  private void showFresh(Context context, Page page, String code) {
    String name = change.nameOf(code);
    if (name == null) {
      throw new Refused(Errors.LINK_INVALID);
    }
    desk.show(context, "new-password", page, Map.of("code", code, "name", name, "least", Passwords.MIN));
  }

  private void set(Context context) throws IOException {
    Map<String, String> form = strangers.form(context);
    Visit visit = desk.guestForm(context, form);
    String code = form.getOrDefault("code", "");
    try {
      change.withLink(code, form.get("password"), form.get("repeated"), context.ip());
      visit.done("password", 0, "/sign-in");
    } catch (Refused refused) {
      rethrowUnlessMended(refused);
      showFresh(context, visit.page("", "/", refused), code);
    }
  }

  private static void rethrowUnlessMended(Refused refused) {
    if (!MENDED_HERE.contains(refused.error())) {
      throw refused;
    }
  }
}
