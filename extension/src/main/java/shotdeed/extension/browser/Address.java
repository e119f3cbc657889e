package shotdeed.extension.browser;

import org.teavm.jso.JSBody;

/** Web addresses, read by the browser's own parser. */
public final class Address {
  private Address() {}

  /** The absolute form of an address on this page; the empty text if it is none. */
  @JSBody(
      params = {"text", "base"},
      script = "try { return new URL(text, base).href; } catch (e) { return ''; }")
  public static native String resolve(String text, String base);

  /** The absolute form, without fragment, of an address of the web that may be a picture's; the empty text if it is none. */
  @JSBody(
      params = {"text", "base"},
      script =
          "try { var u = new URL(text, base); u.hash = '';"
              + " return /^https?:$/.test(u.protocol) && u.href.length <= 2000 && !/\\.svg$/i.test(u.pathname) ? u.href : ''; }"
              + " catch (e) { return ''; }")
  public static native String picture(String text, String base);

  /** Scheme, host and port, such as {@code https://example.com}; the empty text if it is no web address. */
  @JSBody(
      params = "url",
      script =
          "try { var u = new URL(url); return u.protocol === 'https:' || u.protocol === 'http:' ? u.origin : ''; }"
              + " catch (e) { return ''; }")
  public static native String origin(String url);

  /**
   * The origin of an address whose host names one server, and can be asked access for; the empty text if it does not. A page may
   * name a host with a star in it, which in a match pattern would stand for all.
   */
  @JSBody(
      params = "url",
      script =
          "try { var u = new URL(url);"
              + " return /^https?:$/.test(u.protocol) && /^([a-z0-9._-]+|\\[[0-9a-f:.]+\\])$/.test(u.hostname) ? u.origin : ''; }"
              + " catch (e) { return ''; }")
  public static native String server(String url);

  /** The host and its port, where it has one of its own; the empty text if there is none. */
  @JSBody(params = "url", script = "try { return new URL(url).host; } catch (e) { return ''; }")
  public static native String hostAndPort(String url);

  /** The host's name without port, lower case; the empty text if there is none. */
  @JSBody(params = "url", script = "try { return new URL(url).hostname; } catch (e) { return ''; }")
  public static native String host(String url);

  /** The path, from its slash; the empty text if there is none. */
  @JSBody(params = "url", script = "try { return new URL(url).pathname; } catch (e) { return ''; }")
  public static native String path(String url);

  /** All that stands behind the host, from the path's slash on; the empty text if it is no address. */
  @JSBody(
      params = {"text", "base"},
      script = "try { var u = new URL(text, base); return u.pathname + u.search + u.hash; } catch (e) { return ''; }")
  public static native String behindHost(String text, String base);

  /** What stands behind {@code #}; the empty text if nothing does. */
  @JSBody(params = "url", script = "try { return new URL(url).hash.slice(1); } catch (e) { return ''; }")
  public static native String fragment(String url);

  /** A query parameter; the empty text if it is absent. */
  @JSBody(
      params = {"url", "name"},
      script = "try { return new URL(url).searchParams.get(name) || ''; } catch (e) { return ''; }")
  public static native String query(String url, String name);

  /** The address without query and fragment. */
  @JSBody(
      params = "url",
      script = "try { var u = new URL(url); return u.origin + u.pathname; } catch (e) { return url; }")
  public static native String bare(String url);

  /** A text as part of a query. */
  @JSBody(params = "text", script = "return encodeURIComponent(text);")
  public static native String encode(String text);
}
