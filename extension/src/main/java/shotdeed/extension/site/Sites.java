package shotdeed.extension.site;

/** The adapters, the generic one last. */
public final class Sites {
  private static final Site[] ALL = {new Taobao(), new Tmall(), new Generic()};

  private Sites() {}

  /** The adapter for a host; there is always one. */
  public static Site forHost(String host) {
    for (Site site : ALL) {
      if (site.covers(host)) {
        return site;
      }
    }
    throw new IllegalStateException("the generic adapter covers every host");
  }

  /** Whether a host is the domain itself or below it. */
  static boolean isUnder(String host, String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }
}
