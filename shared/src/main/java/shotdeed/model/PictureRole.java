package shotdeed.model;

/** Where on a listing a picture stands. */
public enum PictureRole {
  /** The gallery at the top; position 1 is the main picture. */
  MAIN,
  /** A variant's swatch. */
  SKU,
  /** The long description. */
  DETAIL,
  /** A buyer's review. */
  REVIEW,
  /** Elsewhere, or not known. */
  OTHER;

  /** As written in messages and files. */
  public String text() {
    return Names.text(this);
  }

  /** Reads {@link #text()}. */
  public static PictureRole of(String text) {
    return Names.of(values(), text);
  }
}
