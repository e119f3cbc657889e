package shotdeed.server.console;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.time.Duration;
import shotdeed.server.account.AccountRoutes;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Sessions;
import shotdeed.server.platform.Csrf;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Texts;

/** One request of a person's browser: who it is, in which language, and what the step before left to be said. */
final class Visit {
  /** Cookie with the language that the person chose. */
  static final String LANGUAGE = "shotdeed-language";

  /** Cookie that ties the forms of whoever is not signed in to their own browser. */
  private static final String GUEST = "shotdeed-guest";

  private static final int GUEST_SECONDS = (int) Duration.ofHours(12).toSeconds();
  private static final String NOTICE = "shotdeed-done";
  private static final String NOTICE_KEY = "done.";
  private static final int NOTICE_SECONDS = 60;
  private static final int MAX_GUEST = 100;
  private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

  private final Context context;
  private final boolean secure;
  private final Caller caller;
  private final Texts texts;
  private String guest;

  private Visit(Context context, boolean secure, Caller caller) {
    this.context = context;
    this.secure = secure;
    this.caller = caller;
    String accepted = caller == null || Language.of(caller.language()) == null
        ? context.header("Accept-Language")
        : caller.language();
    this.texts = Texts.in(Language.pick(context.cookie(LANGUAGE), accepted));
  }

  /**
   * Somebody who need not be signed in.
   *
   * @param secure whether cookies travel over TLS only
   */
  static Visit anybody(Context context, Sessions sessions, boolean secure) {
    try {
      return signedIn(context, sessions, secure);
    } catch (Refused nobody) {
      return new Visit(context, secure, null);
    }
  }

  /**
   * Somebody who is signed in.
   *
   * @throws Refused if nobody is
   */
  static Visit signedIn(Context context, Sessions sessions, boolean secure) {
    return new Visit(context, secure, sessions.caller(AccountRoutes.secret(context)));
  }

  /** Who is signed in, or {@code null}. */
  Caller caller() {
    return caller;
  }

  Texts texts() {
    return texts;
  }

  /**
   * Call before a form is acted on.
   *
   * @param token what the form carried, or {@code null}
   */
  void requireOwnForm(String token) {
    Csrf.check(AccountRoutes.secret(context), token);
  }

  /** What a page shows around its content. */
  Page page(String section) {
    return new Page(texts, caller, csrf(), section, here(), notice(), null);
  }

  /** The page that a refused step came from, with the reason; {@code here} shows it without the reason. */
  Page page(String section, String here, Refused problem) {
    context.status(problem.error().status());
    return new Page(texts, caller, csrf(), section, here, null, problem);
  }

  private String csrf() {
    if (caller == null) {
      return guest == null ? "" : Csrf.token(guest);
    }
    return Csrf.token(AccountRoutes.secret(context));
  }

  /** Gives a browser that is not signed in a secret of its own for its forms, so that no other site can send them. */
  Visit guest() {
    if (caller == null) {
      guest = context.cookie(GUEST);
      if (guest == null || guest.length() > MAX_GUEST) {
        guest = Secrets.random();
        cookie(GUEST, guest, GUEST_SECONDS);
      }
    }
    return this;
  }

  /**
   * Call before the form of somebody who need not be signed in is acted on.
   *
   * @param token what the form carried, or {@code null}
   */
  void requireOwnGuestForm(String token) {
    if (caller != null) {
      requireOwnForm(token);
      return;
    }
    String secret = context.cookie(GUEST);
    if (secret == null || secret.isEmpty()) {
      throw new Refused(Errors.FORM_EXPIRED);
    }
    Csrf.check(secret, token);
  }

  /** Gives this browser a session, and leads to a page. */
  void open(String secret, String next) {
    AccountRoutes.remember(context, secret, secure);
    context.removeCookie(GUEST, "/");
    context.redirect(isOwnPath(next) ? next : "/", HttpStatus.SEE_OTHER);
  }

  /** Takes the session from this browser, and leads to the page to sign in. */
  void close() {
    AccountRoutes.forget(context);
    context.redirect("/sign-in", HttpStatus.SEE_OTHER);
  }

  /** The session's secret. */
  String secret() {
    return AccountRoutes.secret(context);
  }

  /** A page of this server that a form names to go on to, or another if it names none. */
  String next(String otherwise) {
    String next = field("next");
    return isOwnPath(next) ? next : otherwise;
  }

  /** A page that answers a form cannot be asked for again by its address. */
  private String here() {
    if (!context.method().name().equals("GET")) {
      return "/";
    }
    return context.queryString() == null ? context.path() : context.path() + "?" + context.queryString();
  }

  /** Goes on to another page, which says once what was done: the words {@code done.CODE} with {@code value} in them. */
  void done(String code, Object value, String next) {
    cookie(NOTICE, code + "." + value, NOTICE_SECONDS);
    context.redirect(next, HttpStatus.SEE_OTHER);
  }

  private String notice() {
    String left = context.cookie(NOTICE);
    if (left == null) {
      return null;
    }
    context.removeCookie(NOTICE, "/");
    int dot = left.indexOf('.');
    String key = NOTICE_KEY + (dot < 0 ? left : left.substring(0, dot));
    boolean number = dot >= 0 && left.substring(dot + 1).chars().allMatch(c -> c >= '0' && c <= '9');
    return number && texts.keys().contains(key) ? texts.get(key, left.substring(dot + 1)) : null;
  }

  /** Remembers a language and goes back to where the person was. */
  void speak(Language language, String back) {
    cookie(LANGUAGE, language.tag(), YEAR);
    context.redirect(isOwnPath(back) ? back : "/", HttpStatus.SEE_OTHER);
  }

  /** Not {@code //host} nor {@code /\host}, which browsers take for another site. */
  private static boolean isOwnPath(String path) {
    return path != null
        && path.startsWith("/")
        && !path.startsWith("//")
        && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
  }

  private void cookie(String name, String value, int seconds) {
    Cookie cookie = new Cookie(name, value, "/", seconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setSameSite(SameSite.LAX);
    context.cookie(cookie);
  }

  /** The value of a form's field without blanks around it; empty if it was not sent. */
  String field(String name) {
    String value = context.formParam(name);
    return value == null ? "" : value.trim();
  }

  /** Refuses who is not of the seller's team; a reviewer of the server alone has no certificates. */
  void requireTeam() {
    if (caller == null) {
      throw new Refused(Errors.NOT_SIGNED_IN);
    }
    caller.requireTeam();
  }
}
