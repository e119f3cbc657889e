package shotdeed.model;

/** What a certificate says about publication. */
public enum Grade {
  /** The owner declared the photograph unpublished when it was certified (发布前认证). */
  CERTIFIED_BEFORE_PUBLICATION,
  /** Registered after its first publication, with proof (发布后登记). */
  REGISTERED_AFTER_PUBLICATION;

  /** As written in messages and files. */
  public String text() {
    return Names.text(this);
  }

  /** Reads {@link #text()}. */
  public static Grade of(String text) {
    return Names.of(values(), text);
  }
}
