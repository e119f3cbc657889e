package shotdeed.server.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Reverse proxies that stand before the server. What one of them says about a client's address in
 * {@code X-Forwarded-For} is believed, and of that header only what trusted proxies added: whatever stands further to the
 * left anybody may have written.
 */
public final class TrustedProxies {
  /** Addresses, the client first and then each proxy but the last, with commas between them. */
  public static final String HEADER = "X-Forwarded-For";

  /** Nobody is believed. */
  public static final TrustedProxies NONE = new TrustedProxies(new InetAddressSet());

  /** Proxies in a row. */
  private static final int MAX_HOPS = 16;

  /** Digits only: a name would be looked up in the network. */
  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(/\\d{1,3})?");

  private static final Pattern V4_PORT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}):\\d{1,5}");
  private static final Pattern V6_PORT = Pattern.compile("\\[([0-9a-fA-F:.]+)\\](?::\\d{1,5})?");

  private final InetAddressSet trusted;

  private TrustedProxies(InetAddressSet trusted) {
    this.trusted = trusted;
  }

  /**
   * Reads a list.
   *
   * @param text addresses and ranges with commas between them, such as {@code 127.0.0.1,10.0.0.0/8}, or {@code null}
   * @throws IllegalArgumentException naming what is neither
   */
  static TrustedProxies of(String text) {
    if (text == null) {
      return NONE;
    }
    InetAddressSet set = new InetAddressSet();
    for (String part : text.split(",")) {
      String range = part.trim();
      try {
        if (!RANGE.matcher(range).matches()) {
          throw new IllegalArgumentException("neither an address nor a range");
        }
        set.add(range);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "trusted-proxy must be addresses or ranges such as 127.0.0.1 or 10.0.0.0/8, not " + range, e);
      }
    }
    return new TrustedProxies(set);
  }

  /**
   * The client's address.
   *
   * @param peer who opened the connection
   * @param forwarded the lines of {@link #HEADER}, or {@code null}
   */
  String client(String peer, Enumeration<String> forwarded) {
    String client = peer;
    if (trusted.isEmpty() || forwarded == null || !isTrusted(peer)) {
      return client;
    }
    List<String> hops = List.of(String.join(",", Collections.list(forwarded)).split(","));
    for (int i = hops.size() - 1; i >= 0 && i >= hops.size() - MAX_HOPS; i--) {
      InetAddress hop = address(hops.get(i).trim());
      if (hop == null) {
        return client; // no address: the last that is known stands
      }
      client = hop.getHostAddress();
      if (!trusted.test(hop)) {
        return client;
      }
    }
    return client;
  }

  private boolean isTrusted(String peer) {
    InetAddress address = address(peer);
    return address != null && trusted.test(address);
  }

  private static InetAddress address(String text) {
    String bare = V6_PORT.matcher(V4_PORT.matcher(text).replaceFirst("$1")).replaceFirst("$1");
    if (bare.indexOf('/') >= 0 || !RANGE.matcher(bare).matches()) {
      return null;
    }
    try {
      return InetAddress.getByName(bare);
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
