package shotdeed.server.platform;

import java.util.Set;

/** Targets inside the network that may be called. */
public final class TestTargets {
  private TestTargets() {}

  /** {@code HOST:PORT} each. */
  public static PrivateTargets of(String... targets) {
    return new PrivateTargets(Set.of(targets));
  }
}
