package shotdeed.model;

/** What was decided about a sighting. */
public enum SightingState {
  /** Nobody has decided yet. */
  NEW,
  /** The shop may use the picture. */
  LICENSED,
  /** The seller's own shop. */
  OWN,
  /** A person said that it is no copy. */
  NOT_A_COPY,
  /** The shop was asked to take it down by a date. */
  RECTIFY_REQUESTED,
  /** Part of a complaint. */
  COMPLAINED;

  /** As written in messages and files. */
  public String text() {
    return Names.text(this);
  }

  /** Reads {@link #text()}. */
  public static SightingState of(String text) {
    return Names.of(values(), text);
  }
}
