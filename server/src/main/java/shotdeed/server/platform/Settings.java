package shotdeed.server.platform;

import java.net.URI;
import java.nio.file.Path;

/**
 * How a server runs.
 *
 * @param data the data folder
 * @param host address to listen on
 * @param port 0 to 65,535; 0 takes any free one
 * @param publicUrl origin under which browsers reach the server, such as {@code https://deed.example.org}, or
 *     {@code null} for loopback
 * @param freeSpaceFloor bytes; with less free space in the data folder uploads are refused
 * @param people who comes in, and how they are reached
 * @param proxies whose word about a client's address is taken
 * @param privateTargets webhooks inside the server's own network that may be called
 * @param logMemory file outside the data folder that holds the log's newest checkpoint, or {@code null} for none
 * @param outside who else says when this server's log had come so far, and whose log this server watches
 */
public record Settings(
    Path data,
    String host,
    int port,
    URI publicUrl,
    long freeSpaceFloor,
    PeopleSettings people,
    TrustedProxies proxies,
    PrivateTargets privateTargets,
    Path logMemory,
    OutsideSettings outside) {
  /** Bytes of {@link #freeSpaceFloor} unless set. */
  public static final long DEFAULT_FREE_SPACE_FLOOR = 256L << 20;

  /** {@link #port} unless set. */
  public static final int DEFAULT_PORT = 8710;

  /** {@link #host} unless set. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  public Settings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
    }
    if (freeSpaceFloor < 0) {
      throw new IllegalArgumentException("the floor of free space cannot be negative");
    }
    if (publicUrl != null) {
      requireOrigin(publicUrl);
    } else if (!isLoopback(host)) {
      throw new IllegalArgumentException(
          "listening on " + host + " opens the server to other computers: say with --public-url (or"
              + " SHOTDEED_PUBLIC_URL) under which address they reach it");
    }
  }

  /** With nobody outside. */
  public Settings(
      Path data,
      String host,
      int port,
      URI publicUrl,
      long freeSpaceFloor,
      PeopleSettings people,
      TrustedProxies proxies,
      PrivateTargets privateTargets,
      Path logMemory) {
    this(data, host, port, publicUrl, freeSpaceFloor, people, proxies, privateTargets, logMemory, OutsideSettings.NONE);
  }

  /** Without a proxy, private targets or a memory of the log. */
  public Settings(
      Path data, String host, int port, URI publicUrl, long freeSpaceFloor, PeopleSettings people) {
    this(data, host, port, publicUrl, freeSpaceFloor, people, TrustedProxies.NONE, PrivateTargets.NONE, null);
  }

  /** With the usual settings for people. */
  public Settings(Path data, String host, int port, URI publicUrl, long freeSpaceFloor) {
    this(data, host, port, publicUrl, freeSpaceFloor, PeopleSettings.USUAL);
  }

  /** A server on this computer only, with the usual limits. */
  public static Settings local(Path data, int port) {
    return new Settings(data, DEFAULT_HOST, port, null, DEFAULT_FREE_SPACE_FLOOR);
  }

  /** Whether cookies may travel over TLS only. */
  public boolean secure() {
    return publicUrl != null && publicUrl.getScheme().equals("https");
  }

  static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.equals("[::1]") || isIpv4Loopback(host);
  }

  private static boolean isIpv4Loopback(String host) {
    // A name such as 127.example.org must not pass, so digits and dots only.
    return host.startsWith("127.") && host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
  }

  private static void requireOrigin(URI url) {
    boolean scheme = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    boolean bare = url.getPath() == null || url.getPath().isEmpty() || url.getPath().equals("/");
    if (!scheme || url.getHost() == null || !bare || url.getQuery() != null || url.getFragment() != null
        || url.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "a public URL is scheme, host and port only, such as https://deed.example.org, not " + url);
    }
  }

  /** The public URL without a slash at its end, or {@code null}. */
  public String publicOrigin() {
    if (publicUrl == null) {
      return null;
    }
    return publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
  }
}
