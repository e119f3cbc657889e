package shotdeed.picture;

/**
 * The parts of a web address as a picture server reads them.
 *
 * @param scheme with {@code ://}
 * @param authority host and port as written
 * @param host lower case, without port; empty if the address names a user
 * @param path from its slash, without query and fragment
 * @param query without question mark; empty if there is none
 */
record PictureUrl(String scheme, String authority, String host, String path, String query) {
  /** Reads an address; {@code null} if it is none of the web. */
  static PictureUrl of(String url) {
    int start = startsWith(url, "https://") ? 8 : startsWith(url, "http://") ? 7 : -1;
    if (start < 0) {
      return null;
    }
    int end = end(url, start, "/?#");
    String authority = url.substring(start, end);
    int pathEnd = end(url, end, "?#");
    String path = url.substring(end, pathEnd);
    String query = "";
    if (pathEnd < url.length() && url.charAt(pathEnd) == '?') {
      query = url.substring(pathEnd + 1, end(url, pathEnd, "#"));
    }
    return new PictureUrl(lower(url.substring(0, start)), authority, host(authority), path.isEmpty() ? "/" : path, query);
  }

  private static String host(String authority) {
    if (authority.indexOf('@') >= 0) {
      return "";
    }
    int colon = authority.indexOf(':');
    return lower(colon < 0 ? authority : authority.substring(0, colon));
  }

  /** What stands behind the last slash of the path. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path up to its last slash, that included. */
  String folder() {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Another path of the same server, without query. */
  String at(String path) {
    return scheme + authority + path;
  }

  /** Another file in the same folder, without query. */
  String file(String name) {
    return at(folder() + name);
  }

  /** A path of another server. */
  String on(String server, String path) {
    return scheme + server + path;
  }

  boolean isUnder(String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }

  private static int end(String url, int from, String stops) {
    int at = from;
    while (at < url.length() && stops.indexOf(url.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static boolean startsWith(String url, String scheme) {
    return url.length() > scheme.length() && lower(url.substring(0, scheme.length())).equals(scheme);
  }

  static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return lower.toString();
  }
}
