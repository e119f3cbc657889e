package shotdeed.server.account;

import io.javalin.http.Context;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** What every route for programs reads of a request: the caller behind the token, and numbers in the path. */
public final class Bearer {
  private static final String PREFIX = "Bearer ";

  private Bearer() {}

  /** The caller behind {@code Authorization: Bearer}. */
  public static Caller caller(Context context, Devices devices) {
    String header = context.header("Authorization");
    boolean bearer = header != null && header.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    return devices.caller(bearer ? header.substring(PREFIX.length()).trim() : null, context.ip());
  }

  /** A number in the path; what is no number names nothing. */
  public static int number(Context context, String name) {
    try {
      return Integer.parseInt(context.pathParam(name));
    } catch (NumberFormatException e) {
      throw new Refused(Errors.NOT_FOUND);
    }
  }

  /** A page's number, 1 or more, from {@code ?page=}. */
  public static int page(Context context) {
    String text = context.queryParam("page");
    if (text == null) {
      return 1;
    }
    try {
      int page = Integer.parseInt(text);
      if (page >= 1 && page <= 1_000_000) {
        return page;
      }
    } catch (NumberFormatException e) {
      throw new Refused(Errors.FIELD_INVALID, "page", "a whole number from 1").with("field", "page");
    }
    throw new Refused(Errors.FIELD_INVALID, "page", "a whole number from 1").with("field", "page");
  }
}
