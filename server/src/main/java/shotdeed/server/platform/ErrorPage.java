package shotdeed.server.platform;

import io.javalin.http.Context;

/** Shows an error to a person in a browser. Paths below {@code /api/} always answer with a problem instead. */
public interface ErrorPage {
  /** Of every page. */
  String MEDIA_TYPE = "text/html; charset=utf-8";

  /** Writes the page; the status is set already. */
  void show(Context context, Refused refused);

  /**
   * The page for a request so malformed that no route sees it, as HTML in UTF-8, in all languages.
   *
   * @param acceptLanguage the browser's header, or {@code null}, as it often is for such a request
   */
  String unreadable(String acceptLanguage);
}
