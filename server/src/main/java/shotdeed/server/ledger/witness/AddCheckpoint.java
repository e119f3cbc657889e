package shotdeed.server.ledger.witness;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import shotdeed.digest.Sha256;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.Utf8;

/**
 * What a log asks of its witness (c2sp.org/tlog-witness, add-checkpoint).
 *
 * @param old leaves that the log holds the witness to know
 * @param proof at most 63 hashes that the later tree grew from that
 * @param note the later checkpoint; it may have lines behind its root, which the witness says nothing about
 */
record AddCheckpoint(int old, List<byte[]> proof, Checkpoint checkpoint, SignedNote note) {
  private static final int MAX_PROOF = 63;
  private static final int MAX_DIGITS = 10;
  private static final int LINES = 3;

  static AddCheckpoint parse(byte[] body) throws Malformed {
    String text = Utf8.text(body);
    int blank = text.indexOf("\n\n");
    if (blank < 0) {
      throw new Malformed("there is no empty line before the checkpoint");
    }
    String[] lines = text.substring(0, blank).split("\n", -1);
    if (!lines[0].startsWith("old ") || lines.length > 1 + MAX_PROOF) {
      throw new Malformed("the first line is the old size, and at most " + MAX_PROOF + " hashes follow");
    }
    List<byte[]> proof = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      proof.add(hash(lines[i]));
    }
    SignedNote note = SignedNote.parse(text.substring(blank + 2));
    return new AddCheckpoint(size(lines[0].substring("old ".length())), proof, checkpoint(note.text()), note);
  }

  private static Checkpoint checkpoint(String text) throws Malformed {
    int end = -1;
    for (int i = 0; i < LINES; i++) {
      end = text.indexOf('\n', end + 1);
      if (end < 0) {
        throw new Malformed("a checkpoint is an origin, a size and a root");
      }
    }
    return Checkpoint.parse(text.substring(0, end + 1));
  }

  private static int size(String text) throws Malformed {
    boolean whole = text.length() <= MAX_DIGITS && text.matches("0|[1-9][0-9]*");
    if (!whole || Long.parseLong(text) > Integer.MAX_VALUE) {
      throw new Malformed("a size was expected");
    }
    return Integer.parseInt(text);
  }

  private static byte[] hash(String line) throws Malformed {
    try {
      byte[] hash = Base64.getDecoder().decode(line);
      if (hash.length == Sha256.BYTES && Base64.getEncoder().encodeToString(hash).equals(line)) {
        return hash;
      }
    } catch (IllegalArgumentException e) {
      throw new Malformed("a hash was expected");
    }
    throw new Malformed("a hash was expected");
  }
}
