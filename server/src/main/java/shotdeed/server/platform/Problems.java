package shotdeed.server.platform;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever goes wrong in a request into a problem (RFC 9457), or into a page for people. */
final class Problems {
  /** The media type of a problem. */
  static final String MEDIA_TYPE = "application/problem+json";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int INCIDENT_LENGTH = 8;

  private final ErrorPage page;

  /**
   * @param page for browsers, or {@code null} if there are no pages
   */
  Problems(ErrorPage page) {
    this.page = page;
  }

  void addTo(RoutesConfig routes) {
    routes.exception(Refused.class, (refused, context) -> answer(context, refused));
    routes.exception(HttpResponseException.class, (e, context) -> answer(context, ofJavalin(e, context)));
    routes.exception(Exception.class, (e, context) -> answer(context, unexpected(e, context)));
  }

  private static Refused ofJavalin(HttpResponseException e, Context context) {
    if (e instanceof MethodNotAllowedResponse || e.getStatus() == Errors.METHOD_NOT_ALLOWED.status()) {
      String methods = e.getDetails().get("availableMethods");
      if (methods != null) {
        context.header("Allow", methods);
      }
      return new Refused(Errors.METHOD_NOT_ALLOWED, context.method());
    }
    if (e.getStatus() == Errors.NOT_FOUND.status()) {
      return new Refused(Errors.NOT_FOUND);
    }
    if (e.getStatus() == Errors.BODY_TOO_LARGE.status()) {
      return new Refused(Errors.BODY_TOO_LARGE, "1 MB"); // Javalin's own bound for forms
    }
    return unexpected(e, context);
  }

  /** An error nobody planned: its cause goes to the log under a number, and only the number goes out. */
  private static Refused unexpected(Exception e, Context context) {
    if (FreeSpace.isUsedUp(e)) {
      LOG.warn("{} {}: the disk is full", context.method(), context.path());
      return new Refused(Errors.STORAGE_FULL);
    }
    if (Bodies.tooSlow(e)) {
      return new Refused(Errors.BODY_TOO_SLOW);
    }
    String incident = Secrets.random().substring(0, INCIDENT_LENGTH);
    LOG.error("incident {}: {} {}", incident, context.method(), context.path(), e);
    return new Refused(Errors.INTERNAL, incident).with("incident", incident);
  }

  private void answer(Context context, Refused refused) {
    if (context.res().isCommitted()) {
      // A part of another answer is on its way: cutting it off is the only way left to say that it is not whole.
      ServletContextRequest.getServletContextRequest(context.req()).getServletChannel().abort(refused);
      return;
    }
    context.res().resetBuffer();
    context.res().setHeader("Content-Disposition", null);
    context.status(refused.error().status());
    if (refused.members().get("retryAfter") instanceof Long seconds) {
      context.header("Retry-After", String.valueOf(seconds));
    }
    if (refused.error().status() == Errors.NOT_SIGNED_IN.status() && isForPrograms(context)) {
      context.header("WWW-Authenticate", "Bearer");
    }
    if (page != null && !isForPrograms(context)) {
      page.show(context, refused);
    } else {
      context.contentType(MEDIA_TYPE).result(Json.write(problem(refused)));
    }
  }

  private static boolean isForPrograms(Context context) {
    String path = context.path();
    return path.startsWith("/api/") || path.equals("/livez") || path.equals("/readyz");
  }

  /** The problem in English: programs read its code, people read the words that their program has for it. */
  static Map<String, Object> problem(Refused refused) {
    Texts texts = Texts.in(Language.ENGLISH);
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", refused.title(texts));
    problem.put("status", refused.error().status());
    problem.put("detail", refused.detail(texts));
    problem.put("code", refused.error().code());
    problem.putAll(refused.members());
    return problem;
  }
}
