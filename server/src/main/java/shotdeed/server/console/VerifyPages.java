package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import shotdeed.ledger.verify.BundleVerifier;
import shotdeed.ledger.verify.Verification;
import shotdeed.server.platform.AttachmentName;
import shotdeed.server.platform.Csrf;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.Multipart;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.StrangerBodies;
import shotdeed.server.verify.CheckBundle;
import shotdeed.server.verify.OfflinePage;
import shotdeed.server.verify.ResultText;
import shotdeed.server.verify.SpokenWords;
import shotdeed.server.verify.StateAt;

/** For everybody, signed in or not: checks a bundle, and shows the state of a certificate at a time. */
public final class VerifyPages implements RouteGroup {
  private static final String PAGE = "/verify";
  private static final String STATE = "/verify/certificate";
  private static final int MAX_NAME = 100;

  private final Desk desk;
  private final CheckBundle check;
  private final StateAt states;
  private final Incoming incoming;
  private final StrangerBodies strangers;
  private final InstantSource clock;

  public VerifyPages(
      Desk desk,
      CheckBundle check,
      StateAt states,
      Incoming incoming,
      StrangerBodies strangers,
      InstantSource clock) {
    this.desk = desk;
    this.check = check;
    this.states = states;
    this.incoming = incoming;
    this.strangers = strangers;
    this.clock = clock;
  }

  /**
   * What the form about a certificate says.
   *
   * @param time in UTC, as a browser's field writes it
   */
  public record Asked(String certificate, String sha256, String time) {
    static final Asked NOTHING = new Asked("", "", "");

    private static final int MAX = 100;

    static Asked of(Map<String, String> form) {
      return new Asked(field(form, "certificate"), field(form, "sha256"), field(form, "time"));
    }

    private static String field(Map<String, String> form, String name) {
      String value = form.getOrDefault(name, "").trim();
      return value.substring(0, Math.min(value.length(), MAX));
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PAGE, context -> show(context, desk.guest(context).page(""), Map.of()));
    routes.post(PAGE, this::bundle);
    routes.get(STATE, context -> context.redirect(PAGE));
    routes.post(STATE, this::certificate);
    routes.get("/verify/" + OfflinePage.NAME, this::offline);
  }

  private void show(Context context, Page page, Map<String, Object> found) {
    Map<String, Object> model = new HashMap<>(found);
    model.putIfAbsent("asked", Asked.NOTHING);
    model.put("maxMegabytes", CheckBundle.MAX_BYTES >> 20);
    context.header("Cache-Control", "no-store");
    desk.show(context, "verify", page, model);
  }

  /** The page to keep: it needs neither this server nor a network. */
  private void offline(Context context) {
    context
        .header("Content-Disposition", AttachmentName.header(OfflinePage.NAME))
        .contentType("text/html; charset=utf-8")
        .result(OfflinePage.bytes());
  }

  private void bundle(Context context) throws IOException {
    check.inTurn(context.ip(), () -> {
      checkBundle(context);
      return null;
    });
  }

  private void checkBundle(Context context) throws IOException {
    try (Multipart form = Multipart.receive(context, incoming, CheckBundle.MAX_BYTES)) {
      String token = form.text(Csrf.FIELD);
      Visit visit = desk.guestForm(context, token == null ? Map.of() : Map.of(Csrf.FIELD, token));
      String typed = form.text("key") == null ? "" : form.text("key").trim();
      String key = BundleVerifier.fingerprint(typed);
      Multipart.Upload file = form.fileOrNull("bundle");
      String wrong = !typed.isEmpty() && key == null ? "key" : file == null || file.size() == 0 ? "bundle" : null;
      if (wrong != null) {
        Refused refused = new Refused(Errors.FIELD_INVALID, wrong, "");
        show(context, visit.page("", PAGE, refused), Map.of("missing", "verify.site.missing." + wrong));
        return;
      }
      Verification result = check.run(file.bytes(), key);
      String name = file.name();
      show(context, visit.page(""), Map.of(
          "result", new ResultText(result, new SpokenWords(visit.texts())),
          "verdict", result.verdict().text(),
          "otherKey", key != null && result.verdict().text().equals("unknown-key"),
          "name", name.substring(0, Math.min(name.length(), MAX_NAME))));
    }
  }

  private void certificate(Context context) throws IOException {
    Map<String, String> form = strangers.form(context);
    Visit visit = desk.guestForm(context, form);
    Asked asked = Asked.of(form);
    String sha256 = BundleVerifier.fingerprint(asked.sha256());
    int number = number(asked.certificate());
    Instant at = at(asked.time());
    String wrong = number <= 0 ? "certificate" : sha256 == null ? "sha256" : at == null ? "time" : null;
    if (wrong != null) {
      Refused refused = new Refused(Errors.FIELD_INVALID, wrong, "");
      show(context, visit.page("", PAGE, refused), Map.of("asked", asked, "missing", "verify.site.missing." + wrong));
      return;
    }
    StateAt.Answer answer = states.run(number, sha256.toLowerCase(Locale.ROOT), at, context.ip());
    Map<String, Object> found = new HashMap<>(Map.of("asked", asked, "looked", true));
    found.put("answer", answer);
    show(context, visit.page(""), found);
  }

  private static int number(String typed) {
    try {
      return Integer.parseInt(typed);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Nothing typed is now; {@code null} if it is no time. */
  private Instant at(String typed) {
    try {
      return typed.isEmpty() ? clock.instant() : LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
