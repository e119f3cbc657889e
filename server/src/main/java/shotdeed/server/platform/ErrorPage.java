package shotdeed.server.platform;

import io.javalin.http.Context;

/** Shows an error to a person in a browser. Paths below {@code /api/} always answer with a problem instead. */
public interface ErrorPage {
  /** Writes the page; the status is set already. */
  void show(Context context, Refused refused);
}
