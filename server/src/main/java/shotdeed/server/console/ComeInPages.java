package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import shotdeed.server.account.Passwords;
import shotdeed.server.account.SignInStore;
import shotdeed.server.people.ComeIn;
import shotdeed.server.people.Invitation;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.StrangerBodies;

/** The page behind an invitation's link, and the one where anybody may sign up. Opening a link does not use it up. */
public final class ComeInPages implements RouteGroup {
  private static final String INVITATION = "/invitation";
  private static final String SIGN_UP = "/sign-up";

  private final Desk desk;
  private final ComeIn comeIn;
  private final StrangerBodies strangers;

  public ComeInPages(Desk desk, ComeIn comeIn, StrangerBodies strangers) {
    this.desk = desk;
    this.comeIn = comeIn;
    this.strangers = strangers;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(INVITATION, this::invitation);
    routes.post(INVITATION, this::accept);
    routes.get(SIGN_UP, this::signUp);
    routes.post(SIGN_UP, this::make);
  }

  private void invitation(Context context) {
    String code = context.queryParam("code");
    Invitation invitation = comeIn.look(code, context.ip());
    String shop = invitation.newSeller() ? invitation.name() : "";
    String name = invitation.newSeller() ? "" : invitation.name();
    String email = invitation.email() == null ? "" : invitation.email();
    show(context, desk.guest(context).page(""), invitation, code, new ComeIn.Form(shop, name, email, "", ""));
  }

  /**
   * @param invitation {@code null} where anybody may sign up
   */
  private void show(Context context, Page page, Invitation invitation, String code, ComeIn.Form form) {
    Map<String, Object> model = new HashMap<>();
    model.put("action", invitation == null ? SIGN_UP : INVITATION);
    model.put("invitation", invitation);
    model.put("code", code);
    model.put("form", form);
    model.put("least", Passwords.MIN);
    model.put("maxName", SignInStore.MAX_NAME);
    model.put("maxEmail", SignInStore.MAX_EMAIL);
    desk.show(context, "come-in", page, model);
  }

  private static ComeIn.Form form(Map<String, String> fields) {
    return new ComeIn.Form(
        fields.getOrDefault("shop", ""),
        fields.getOrDefault("name", ""),
        fields.getOrDefault("email", ""),
        fields.get("password"),
        fields.get("repeated"));
  }

  private void accept(Context context) throws IOException {
    Map<String, String> fields = strangers.form(context);
    Visit visit = desk.guestForm(context, fields);
    String code = fields.getOrDefault("code", "");
    Invitation invitation = comeIn.look(code, context.ip());
    try {
      visit.open(comeIn.invited(code, form(fields), context.ip(), context.userAgent()), "/");
    } catch (Refused refused) {
      if (refused.error() == Errors.INVITATION_INVALID) {
        throw refused;
      }
      show(context, visit.page("", "/", refused), invitation, code, form(fields));
    }
  }

  private void signUp(Context context) {
    requireOpen();
    show(context, desk.guest(context).page(""), null, "", new ComeIn.Form("", "", "", "", ""));
  }

  private void make(Context context) throws IOException {
    Map<String, String> fields = strangers.form(context);
    Visit visit = desk.guestForm(context, fields);
    requireOpen();
    try {
      visit.open(comeIn.signUp(form(fields), context.ip(), context.userAgent()), "/");
    } catch (Refused refused) {
      show(context, visit.page("", SIGN_UP, refused), null, "", form(fields));
    }
  }

  private void requireOpen() {
    if (!comeIn.open()) {
      throw new Refused(Errors.SIGN_UP_CLOSED);
    }
  }
}
