package shotdeed.server.picture;

import shotdeed.model.Unjudged;

/** A file cannot be looked at as a picture. */
public final class UnreadablePicture extends Exception {
  private final Unjudged reason;

  UnreadablePicture(Unjudged reason) {
    this(reason, null);
  }

  UnreadablePicture(Unjudged reason, Throwable cause) {
    super(reason.sentence(), cause);
    this.reason = reason;
  }

  /** What is wrong with the file. */
  public Unjudged reason() {
    return reason;
  }
}
