package shotdeed.server.complain.forms;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import shotdeed.server.proof.ProofKind;

/** What a form wants in a place for files. */
public enum Kind {
  /** The photograph as the camera wrote it. */
  ORIGINAL(ProofKind.CAMERA_ORIGINAL),
  /** The camera's raw file. */
  RAW(ProofKind.RAW),
  /** Other shots of the session, and shots of the session itself. */
  SERIES(ProofKind.SERIES, ProofKind.ON_SET),
  /** Contracts, registrations and the like. */
  PROOF(ProofKind.CONTRACT, ProofKind.FIRST_PUBLICATION, ProofKind.OTHER),
  /** What a model has signed. */
  RELEASE(ProofKind.RELEASE),
  /** Original and copy side by side, made here. */
  COMPARISON,
  /** The evidence on paper, made here. */
  PAPER,
  /** The addresses in a table. */
  LIST,
  /** The addresses as text, to be pasted; goes into a field and no place for files. */
  LINKS;

  private final Set<ProofKind> proofs = EnumSet.noneOf(ProofKind.class);

  Kind(ProofKind... proofs) {
    this.proofs.addAll(Set.of(proofs));
  }

  /** As the data writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #text}. */
  static Kind of(String text) {
    for (Kind kind : values()) {
      if (kind.text().equals(text)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of file is called " + text);
  }

  /** Whether it is a file of the proof folder: the marketplace asks for it, the other side should not get it. */
  public boolean fromTheFolder() {
    return !proofs.isEmpty();
  }

  boolean takes(ProofKind proof) {
    return proofs.contains(proof);
  }
}
