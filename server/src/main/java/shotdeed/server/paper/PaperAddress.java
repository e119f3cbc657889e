package shotdeed.server.paper;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that came from a page. */
public final class PaperAddress {
  private static final int MAX = 2000;

  private PaperAddress() {}

  /**
   * The address in ASCII if a click may lead there: http or https, with a host, of bounded length; else {@code null}.
   */
  public static String link(String address) {
    if (address == null || address.length() > MAX) {
      return null;
    }
    try {
      URI uri = new URI(address.strip());
      boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? uri.toASCIIString() : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
