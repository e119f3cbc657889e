package shotdeed.model;

/** How a match was found. */
public enum Method {
  /** The same file, byte for byte. */
  EXACT,
  /** Fingerprints within a radius. */
  FINGERPRINT,
  /** Local features and geometry. */
  FEATURE;

  /** As written in messages and files. */
  public String text() {
    return Names.text(this);
  }

  /** Reads {@link #text()}. */
  public static Method of(String text) {
    return Names.of(values(), text);
  }
}
