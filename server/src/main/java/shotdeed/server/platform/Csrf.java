package shotdeed.server.platform;

/**
 * The token that a page's forms carry, so that another site's form cannot act in a person's name. It is derived from
 * the session's secret, which no page can read, and is worth nothing in another session.
 */
public final class Csrf {
  /** Name of the form field. */
  public static final String FIELD = "csrf";

  private Csrf() {}

  /** The token of a session. */
  public static String token(String sessionSecret) {
    return Secrets.hash("csrf " + sessionSecret);
  }

  /**
   * Call before a form is acted on.
   *
   * @param given what the form carried, or {@code null}
   * @throws Refused with {@link Errors#FORM_EXPIRED} if it is not the session's
   */
  public static void check(String sessionSecret, String given) {
    if (given == null || !Secrets.equal(token(sessionSecret), given)) {
      throw new Refused(Errors.FORM_EXPIRED);
    }
  }
}
