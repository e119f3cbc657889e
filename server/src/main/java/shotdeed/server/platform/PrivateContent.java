package shotdeed.server.platform;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/**
 * Answers with content that belongs to the caller: a browser may keep it, but asks each time whether it may still show
 * it, so that after signing out nobody else at the same computer sees it.
 */
public final class PrivateContent {
  private PrivateContent() {}

  /** Sends the content, or, to a client that has it already, the word that nothing changed. */
  public static void send(Context context, String mediaType, byte[] content) {
    String tag = "\"" + Secrets.sha256(content) + "\"";
    context.header("ETag", tag).header("Cache-Control", "private, no-cache");
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(HttpStatus.NOT_MODIFIED);
    } else {
      context.contentType(mediaType).result(content);
    }
  }
}
