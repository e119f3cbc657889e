package shotdeed.server.proof;

import java.util.Locale;
import shotdeed.server.platform.Fields;

/** What a file in a proof folder proves. */
public enum ProofKind {
  /** The file as the camera or phone wrote it. */
  CAMERA_ORIGINAL,
  /** The camera's raw file. */
  RAW,
  /** Another photograph of the same session. */
  SERIES,
  /** The session itself: set, lights, model between shots. */
  ON_SET,
  /** With photographer, employee or licensor. */
  CONTRACT,
  /** The model's consent. */
  RELEASE,
  /** Where and when the photograph was first published. */
  FIRST_PUBLICATION,
  OTHER;

  /** As written in forms and stored. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads {@link #text}. */
  public static ProofKind of(String text) {
    for (ProofKind kind : values()) {
      if (kind.text().equals(text)) {
        return kind;
      }
    }
    throw Fields.invalid("kind", "a kind of proof");
  }
}
