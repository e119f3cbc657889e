package shotdeed.server.platform;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Targets inside the server's own network that whoever runs it lets people name, by the setting
 * {@code webhook-private}: {@code HOST:PORT,…}, where a host is a name or an address, in brackets if it is IPv6.
 */
public record PrivateTargets(Set<String> all) {
  /** The setting's name. */
  static final String NAME = "webhook-private";

  /** None, which is usual. */
  public static final PrivateTargets NONE = new PrivateTargets(Set.of());

  private static final int MOST = 100;
  private static final int MAX_PORT = 65_535;

  /**
   * Reads the setting.
   *
   * @param text {@code null} for none
   * @throws IllegalArgumentException if it has another form
   */
  public static PrivateTargets of(String text) {
    if (text == null) {
      return NONE;
    }
    Set<String> all = new TreeSet<>();
    for (String each : text.split(",")) {
      String target = each.trim().toLowerCase(Locale.ROOT);
      if (!target.matches("(\\[[0-9a-f:.]+]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?):[0-9]{1,5}") || port(target) > MAX_PORT
          || port(target) == 0) {
        throw new IllegalArgumentException(
            NAME + " must be host:port, several with commas between, such as hooks.example.lan:8080, not "
                + each.trim());
      }
      all.add(target.substring(0, target.lastIndexOf(':')) + ":" + port(target));
    }
    if (all.size() > MOST) {
      throw new IllegalArgumentException(NAME + " names more than " + MOST + " targets");
    }
    return new PrivateTargets(Set.copyOf(all));
  }

  private static int port(String target) {
    return Integer.parseInt(target.substring(target.lastIndexOf(':') + 1));
  }

  /**
   * Whether a target is named.
   *
   * @param host in lower case, in brackets if it is an address of IPv6
   */
  boolean name(String host, int port) {
    return all.contains(host + ":" + port);
  }
}
