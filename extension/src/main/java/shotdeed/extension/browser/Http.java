package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.typedarrays.Int8Array;

/** Requests to the seller's own server, and for the pictures of a page. */
public final class Http {
  private Http() {}

  /** No answer: the other side is away, refused the connection, took too long or is out of bounds for the extension. */
  public static final class Unreachable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreachable(String message) {
      super(message);
    }
  }

  /** More bytes than the caller wants. */
  public static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("too many bytes");
    }
  }

  /**
   * An answer.
   *
   * @param status of HTTP
   * @param type media type, lower case, without parameters
   * @param etag or the empty text
   * @param body at most as long as was allowed
   */
  public record Answer(int status, String type, String etag, byte[] body) {
    /** The body as UTF-8. */
    public String text() {
      return decode(Int8Array.fromJavaArray(body));
    }
  }

  /** A body of several parts. */
  public static final class Form {
    private final JSObject raw = newForm();

    /** Adds a JSON part. */
    public Form json(String name, Json value) {
      appendText(raw, name, value.text(), "application/json");
      return this;
    }

    /** Adds a file. */
    public Form file(String name, byte[] bytes, String type) {
      appendBytes(raw, name, Int8Array.fromJavaArray(bytes), type);
      return this;
    }
  }

  /** Waits for a picture: without cookies, from the cache where the browser may. */
  public static Answer picture(String url, int maxBytes, int timeoutMillis) throws Unreachable, TooLarge {
    return receive(fetchPicture(url, "force-cache", timeoutMillis, maxBytes));
  }

  /** The same past the cache: it may hold a refusal. */
  public static Answer pictureAnew(String url, int maxBytes, int timeoutMillis) throws Unreachable, TooLarge {
    return receive(fetchPicture(url, "reload", timeoutMillis, maxBytes));
  }

  /** Waits for the server's answer to a GET; {@code etag} may be empty. */
  public static Answer get(String url, String token, String etag, int maxBytes) throws Unreachable, TooLarge {
    return receive(fetchServer("GET", url, token, etag, null, TIMEOUT_MILLIS, maxBytes));
  }

  /** Waits for the server's answer to a JSON body. */
  public static Answer post(String url, String token, Json body) throws Unreachable, TooLarge {
    return receive(fetchServer("POST", url, token, "", body.raw(), TIMEOUT_MILLIS, MAX_ANSWER));
  }

  /** Waits for the server's answer to a JSON body that is sent by any method. */
  public static Answer send(String method, String url, String token, Json body) throws Unreachable, TooLarge {
    return receive(fetchServer(method, url, token, "", body.raw(), TIMEOUT_MILLIS, MAX_ANSWER));
  }

  /** Waits for the server's answer to a body of several parts. */
  public static Answer post(String url, String token, Form body) throws Unreachable, TooLarge {
    return receive(fetchServer("POST", url, token, "", body.raw, UPLOAD_TIMEOUT_MILLIS, MAX_ANSWER));
  }

  /** Waits for the server's answer to bytes. */
  public static Answer post(String url, String token, byte[] body, String type) throws Unreachable, TooLarge {
    JSObject blob = newBlob(Int8Array.fromJavaArray(body), type);
    return receive(fetchServer("POST", url, token, "", blob, TIMEOUT_MILLIS, MAX_ANSWER));
  }

  /** Waits for the server's answer to a request without a body. */
  public static Answer send(String method, String url, String token) throws Unreachable, TooLarge {
    return receive(fetchServer(method, url, token, "", null, TIMEOUT_MILLIS, MAX_ANSWER));
  }

  private static final int TIMEOUT_MILLIS = 15_000;
  private static final int UPLOAD_TIMEOUT_MILLIS = 60_000;
  private static final int MAX_ANSWER = 4 << 20;

  interface Raw extends JSObject {
    @org.teavm.jso.JSProperty
    int getStatus();

    @org.teavm.jso.JSProperty
    String getType();

    @org.teavm.jso.JSProperty
    String getEtag();

    @org.teavm.jso.JSProperty
    Int8Array getBody();
  }

  private static Answer receive(JSPromise<Raw> promise) throws Unreachable, TooLarge {
    Raw raw;
    try {
      raw = Tasks.await(promise);
    } catch (Tasks.Refused e) {
      if ("too-large".equals(e.getMessage())) {
        throw new TooLarge();
      }
      throw new Unreachable(e.getMessage());
    }
    return new Answer(raw.getStatus(), raw.getType(), raw.getEtag(), raw.getBody().copyToJavaArray());
  }

  /** Reads piece by piece and stops at the limit, so that an endless answer costs no more than the limit. */
  private static final String READ =
      ".then(function(r) {"
          + " var head = {status: r.status, etag: r.headers.get('ETag') || '',"
          + "   type: (r.headers.get('Content-Type') || '').split(';')[0].trim().toLowerCase(), body: new Int8Array(0)};"
          + " if (Number(r.headers.get('Content-Length')) > max) { stop.abort(); throw new Error('too-large'); }"
          + " if (!r.body) { return head; }"
          + " var reader = r.body.getReader(); var parts = []; var size = 0;"
          + " var next = function() { return reader.read().then(function(p) {"
          + "   if (p.done) { var all = new Int8Array(size); var at = 0;"
          + "     parts.forEach(function(x) { all.set(new Int8Array(x.buffer, x.byteOffset, x.length), at); at += x.length; });"
          + "     head.body = all; return head; }"
          + "   size += p.value.length;"
          + "   if (size > max) { stop.abort(); throw new Error('too-large'); }"
          + "   parts.push(p.value); return next(); }); };"
          + " return next(); })"
          + ".finally(function() { clearTimeout(timer); });";

  @JSBody(
      params = {"url", "cache", "timeout", "max"},
      script =
          "var stop = new AbortController(); var timer = setTimeout(function() { stop.abort(); }, timeout);"
              + " return fetch(url, {credentials: 'omit', cache: cache, referrerPolicy: 'no-referrer',"
              + " signal: stop.signal})"
              + READ)
  private static native JSPromise<Raw> fetchPicture(String url, String cache, int timeout, int max);

  @JSBody(
      params = {"method", "url", "token", "etag", "body", "timeout", "max"},
      script =
          "var stop = new AbortController(); var timer = setTimeout(function() { stop.abort(); }, timeout);"
              + " var headers = {'Accept': 'application/json, application/vnd.shotdeed.snapshot, image/*'};"
              + " if (token) { headers['Authorization'] = 'Bearer ' + token; }"
              + " if (etag) { headers['If-None-Match'] = etag; }"
              + " var content = body || undefined;"
              + " if (body instanceof Blob) { headers['Content-Type'] = body.type; }"
              + " else if (body && !(body instanceof FormData)) {"
              + "   headers['Content-Type'] = 'application/json'; content = JSON.stringify(body); }"
              + " return fetch(url, {method: method, headers: headers, body: content, credentials: 'omit',"
              + " cache: 'no-store', redirect: 'error', signal: stop.signal})"
              + READ)
  private static native JSPromise<Raw> fetchServer(
      String method, String url, String token, String etag, JSObject body, int timeout, int max);

  @JSBody(params = {"bytes", "type"}, script = "return new Blob([bytes], {type: type});")
  private static native JSObject newBlob(Int8Array bytes, String type);

  @JSBody(script = "return new FormData();")
  private static native JSObject newForm();

  @JSBody(
      params = {"form", "name", "text", "type"},
      script = "form.append(name, new Blob([text], {type: type}), name + '.json');")
  private static native void appendText(JSObject form, String name, String text, String type);

  @JSBody(
      params = {"form", "name", "bytes", "type"},
      script = "form.append(name, new Blob([bytes], {type: type || 'application/octet-stream'}), name);")
  private static native void appendBytes(JSObject form, String name, Int8Array bytes, String type);

  @JSBody(params = "bytes", script = "return new TextDecoder().decode(bytes);")
  private static native String decode(Int8Array bytes);
}
