package shotdeed.server.platform;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Which names the server answers to. Without this check a web page could point its own host name at the loopback
 * address and talk to the server as if it were its own (DNS rebinding).
 */
final class HostCheck {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final Settings settings;

  HostCheck(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param host the header {@code Host}, or {@code null}
   * @param port that the server listens on
   */
  boolean accepts(String host, int port) {
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    URI url = settings.publicUrl();
    if (url != null && isAtPublic(name, url)) {
      return true;
    }
    for (String loopback : LOOPBACK) {
      if (isAt(name, loopback, port, port == 80)) {
        return true;
      }
    }
    return Settings.isLoopback(settings.host()) && isAt(name, settings.host(), port, port == 80);
  }

  private static boolean isAtPublic(String name, URI url) {
    int port = publicPort(url);
    return isAt(name, url.getHost().toLowerCase(Locale.ROOT), port, port == defaultPort(url));
  }

  private static boolean isAt(String name, String host, int port, boolean portMayMiss) {
    return name.equals(host + ":" + port) || portMayMiss && name.equals(host);
  }

  private static int publicPort(URI url) {
    return url.getPort() < 0 ? defaultPort(url) : url.getPort();
  }

  private static int defaultPort(URI url) {
    return url.getScheme().equals("https") ? 443 : 80;
  }
}
