package shotdeed.model;

/** What was decided about a sighting. */
public enum SightingState {
  /** Nobody has decided yet. */
  NEW,
  /** A person looked at it and says that it is a copy; nothing was done about it yet. */
  CONFIRMED,
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

  /** Whether nothing stands in the way of a complaint: nobody excused it, and it is part of none. */
  public boolean isOpen() {
    return this == NEW || this == CONFIRMED;
  }

  /** As written in messages and files. */
  public String text() {
    return Names.text(this);
  }

  /** Reads {@link #text()}. */
  public static SightingState of(String text) {
    return Names.of(values(), text);
  }
}
