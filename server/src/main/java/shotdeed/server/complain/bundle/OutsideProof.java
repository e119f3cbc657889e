package shotdeed.server.complain.bundle;

import java.time.Instant;
import java.util.List;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;

/**
 * Somebody outside said when the log had come so far.
 *
 * @param by the name of the time-stamp authority or of the witness
 * @param at as they stated it; the checkpoint existed no later
 * @param checkpoint with the lines of all witnesses that signed it
 * @param tsr the authority's answer (RFC 3161) over the checkpoint's text, or {@code null} for a witness
 */
public record OutsideProof(String by, Instant at, SignedNote checkpoint, byte[] tsr) {
  /** Where they are kept. */
  public interface Source {
    /** What was said of checkpoints over a leaf of a log, the smallest checkpoint first. */
    List<OutsideProof> covering(String origin, int leaf);

    /** The keys of witnesses, for whoever checks their signatures. */
    List<NoteKey> witnesses();
  }

  boolean isStamp() {
    return tsr != null;
  }
}
