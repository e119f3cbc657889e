package shotdeed.server.platform;

/** Under which address browsers reach the server; known once it listens. */
public final class Origin {
  private volatile String value = "";

  /** Without a slash at the end; empty before the server listens. */
  public String value() {
    return value;
  }

  /** Says it. */
  public void is(String origin) {
    value = origin;
  }
}
