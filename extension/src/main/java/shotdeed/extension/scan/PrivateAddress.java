package shotdeed.extension.scan;

import shotdeed.extension.browser.Address;

/**
 * Addresses that lead into this computer or its network. A shop's page could name them to have the extension send requests
 * there.
 */
final class PrivateAddress {
  private PrivateAddress() {}

  /** Whether the host of an address is a loopback, private or link-local literal, or a local name. */
  static boolean isOne(String url) {
    String host = Address.host(url);
    if (host.startsWith("[")) {
      return host.equals("[::1]")
          || host.equals("[::]")
          || host.startsWith("[fc")
          || host.startsWith("[fd")
          || host.startsWith("[fe8")
          || host.startsWith("[::ffff:");
    }
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.endsWith(".local")
        || host.startsWith("127.")
        || host.startsWith("10.")
        || host.startsWith("0.")
        || host.startsWith("192.168.")
        || host.startsWith("169.254.")
        || isBlock172(host);
  }

  /** 172.16.0.0 to 172.31.255.255. */
  private static boolean isBlock172(String host) {
    if (!host.startsWith("172.") || host.length() < 7 || host.charAt(6) != '.') {
      return false;
    }
    int second = (host.charAt(4) - '0') * 10 + host.charAt(5) - '0';
    return second >= 16 && second <= 31;
  }
}
