package shotdeed.server.platform;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Targets inside the server's own network that may be called, as whoever runs it sets: {@code webhook-private} those that
 * people may name, {@code outside-private} time-stamp authorities and witnesses. {@code HOST:PORT,…}, where a host is a
 * name or an address, in brackets if it is IPv6.
 */
public record PrivateTargets(Set<String> all) {
  /** The setting's name. */
  static final String NAME = "webhook-private";

  /** The setting's name for time-stamp authorities and witnesses. */
  static final String OUTSIDE = "outside-private";

  /** None, which is usual. */
  public static final PrivateTargets NONE = new PrivateTargets(Set.of());

  private static final int MOST = 100;
  private static final int MAX_PORT = 65_535;

  /**
   * Reads the setting of targets that people may name.
   *
   * @param text {@code null} for none
   * @throws IllegalArgumentException if it has another form
   */
  public static PrivateTargets of(String text) {
    return of(NAME, text);
  }

  /** Reads the setting of a name. */
  static PrivateTargets of(String name, String text) {
    if (text == null) {
      return NONE;
    }
    Set<String> all = new TreeSet<>();
    for (String each : text.split(",")) {
      String target = each.trim().toLowerCase(Locale.ROOT);
      if (!target.matches("(\\[[0-9a-f:.]+]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?):[0-9]{1,5}") || port(target) > MAX_PORT
          || port(target) == 0) {
        throw new IllegalArgumentException(
            name + " must be host:port, several with commas between, such as hooks.example.lan:8080, not "
                + each.trim());
      }
      all.add(target.substring(0, target.lastIndexOf(':')) + ":" + port(target));
    }
    if (all.size() > MOST) {
      throw new IllegalArgumentException(name + " names more than " + MOST + " targets");
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
