package shotdeed.server.platform;

import java.net.InetAddress;
import java.net.Inet4Address;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Says which addresses that people name the server may call: public ones over https, and what whoever runs the server
 * put on the list of {@link PrivateTargets}. A name is resolved once; if one of its addresses is not allowed, none is
 * called, and whoever calls must use the addresses that were checked, because a second answer may be another one.
 */
public final class AddressFilter {
  /** Characters of a URL. */
  public static final int MAX_URL = 500;

  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final int FIRST_FREE_PORT = 1024;
  private static final int MAX_PORT = 65_535;
  private static final int MAX_NAME = 253;

  /** Letters, digits and hyphens (RFC 1123, 2.1); the last part starts with a letter, so that no number passes. */
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  /** Four numbers without leading zeros, which some programs take for octal. */
  private static final Pattern IPV4 = Pattern.compile("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})");

  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");

  /** What is not the public Internet of IPv4: IANA's special-purpose registry, multicast, and what is not given out. */
  private static final List<AddressRange> CLOSED = AddressRange.all(
      "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
      "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
      "224.0.0.0/4", "240.0.0.0/4");

  /** All that is given out of IPv6; outside are loopback, mapped and private addresses, NAT64 and multicast. */
  private static final List<AddressRange> OPEN_6 = AddressRange.all("2000::/3");

  /** Of those: protocols' own (with Teredo), documentation, and 6to4, which may carry any address of IPv4. */
  private static final List<AddressRange> CLOSED_6 =
      AddressRange.all("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private final PrivateTargets list;
  private final Names names;
  private final boolean plain;

  /** Looks up names. */
  public interface Names {
    /** All addresses of a name. */
    List<InetAddress> of(String name) throws UnknownHostException;
  }

  /** Why an address is not called. */
  public enum Fault {
    /** It is no address of the form https://host/path. */
    FORM,
    /** Not https. */
    SCHEME,
    /** A port that no web service should have. */
    PORT,
    /** It leads into a network of the server's own, or nowhere. */
    PRIVATE,
    /** The name has no address. */
    UNKNOWN
  }

  /** An address that is not called. */
  public static final class Forbidden extends Exception {
    private final Fault fault;

    Forbidden(Fault fault) {
      super(fault.name(), null, false, false);
      this.fault = fault;
    }

    /** Why. */
    public Fault fault() {
      return fault;
    }
  }

  /**
   * An address whose form was checked.
   *
   * @param host in lower case; in brackets if it is an address of IPv6
   * @param listed whether it is one of {@link PrivateTargets}, and so may be anywhere
   */
  public record Target(URI url, String host, int port, boolean listed) {}

  /** With the names that this computer knows. */
  public AddressFilter(PrivateTargets list) {
    this(list, name -> List.of(InetAddress.getAllByName(name)));
  }

  /** With other names. */
  public AddressFilter(PrivateTargets list, Names names) {
    this(list, names, false);
  }

  private AddressFilter(PrivateTargets list, Names names, boolean plain) {
    this.list = list;
    this.names = names;
    this.plain = plain;
  }

  /** One that lets http pass too: for answers that are signed, from authorities many of which speak nothing else. */
  public AddressFilter withPlain() {
    return new AddressFilter(list, names, true);
  }

  /** Checks all that can be checked without looking up the name. */
  public Target check(String text) throws Forbidden {
    URI url = read(text);
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    String host = url.getHost().toLowerCase(Locale.ROOT);
    int port = url.getPort() == -1 ? scheme.equals("http") ? HTTP : HTTPS : url.getPort();
    boolean listed = list.name(host, port);
    if (!listed && !plain && !scheme.equals("https")) {
      throw new Forbidden(Fault.SCHEME);
    }
    boolean number = IPV4.matcher(host).matches() || IPV6.matcher(host).matches();
    if (!number && (host.length() > MAX_NAME || !NAME.matcher(host).matches())) {
      throw new Forbidden(Fault.FORM);
    }
    if (!number && !listed && host.indexOf('.') < 0) {
      throw new Forbidden(Fault.PRIVATE); // such a name is the own network's
    }
    if (port == 0 || port > MAX_PORT || !listed && port != HTTPS && port != HTTP && port < FIRST_FREE_PORT) {
      throw new Forbidden(Fault.PORT);
    }
    Target target = new Target(url, host, port, listed);
    if (number) {
      resolve(target);
    }
    return target;
  }

  private static URI read(String text) throws Forbidden {
    URI url;
    try {
      url = new URI(text);
    } catch (URISyntaxException e) {
      throw new Forbidden(Fault.FORM);
    }
    boolean whole = text.length() <= MAX_URL && text.chars().allMatch(c -> c > ' ' && c < 0x7f)
        && url.getScheme() != null && url.getHost() != null && url.getRawUserInfo() == null
        && url.getRawFragment() == null;
    if (!whole) {
      throw new Forbidden(Fault.FORM);
    }
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new Forbidden(Fault.SCHEME);
    }
    return url;
  }

  /**
   * Looks up the name, this once; returns the addresses to call and no others.
   *
   * @throws Forbidden if there are none, or one of them is not allowed
   */
  public List<InetAddress> resolve(Target target) throws Forbidden {
    String host = target.host();
    boolean number = IPV4.matcher(host).matches() || host.startsWith("[");
    List<InetAddress> found;
    try {
      found = number ? List.of(InetAddress.getByName(host)) : names.of(host);
    } catch (UnknownHostException e) {
      throw new Forbidden(number ? Fault.FORM : Fault.UNKNOWN);
    }
    if (found.isEmpty()) {
      throw new Forbidden(Fault.UNKNOWN);
    }
    // Java makes an IPv4 address of one that is mapped into IPv6.
    if (host.startsWith("[") && found.get(0) instanceof Inet4Address && !target.listed()) {
      throw new Forbidden(Fault.PRIVATE);
    }
    for (InetAddress address : found) {
      if (!target.listed() && !isPublic(address)) {
        throw new Forbidden(Fault.PRIVATE);
      }
    }
    return List.copyOf(found);
  }

  /** Whether an address is one of the public Internet. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4
        ? !anyHolds(CLOSED, bytes)
        : anyHolds(OPEN_6, bytes) && !anyHolds(CLOSED_6, bytes);
  }

  private static boolean anyHolds(List<AddressRange> ranges, byte[] address) {
    return ranges.stream().anyMatch(range -> range.holds(address));
  }
}
