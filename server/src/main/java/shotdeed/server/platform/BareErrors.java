package shotdeed.server.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers for requests so malformed that no route sees them: the status in words, and nothing about the server. */
final class BareErrors implements Request.Handler {
  private final ErrorPage page;
  private final Consumer<BiConsumer<String, String>> headers;

  /**
   * @param page for browsers, or {@code null} if there are no pages
   * @param headers sets what every answer carries
   */
  BareErrors(ErrorPage page, Consumer<BiConsumer<String, String>> headers) {
    this.page = page;
    this.headers = headers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    headers.accept(response.getHeaders()::put);
    if (page != null && !isApi(request)) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, ErrorPage.MEDIA_TYPE);
      String html = page.unreadable(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
      response.write(true, ByteBuffer.wrap(html.getBytes(StandardCharsets.UTF_8)), callback);
    } else {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
      response.write(true, ByteBuffer.wrap(problem(response.getStatus())), callback);
    }
    return true;
  }

  /** Where not even the address is known, a person typed it: programs' addresses are well formed. */
  private static boolean isApi(Request request) {
    String path = request.getHttpURI().getPath();
    return path != null && path.startsWith("/api/");
  }

  private static byte[] problem(int status) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", HttpStatus.getMessage(status));
    problem.put("status", status);
    problem.put("detail", "The request could not be read. Nothing was changed.");
    problem.put("code", "http-" + status);
    return Json.write(problem);
  }
}
