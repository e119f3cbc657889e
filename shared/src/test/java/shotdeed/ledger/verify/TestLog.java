package shotdeed.ledger.verify;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.LogRecord;
import shotdeed.ledger.Merkle;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.TlogProof;

/** A log in memory with a key of its own; what it writes are the real formats. */
public final class TestLog {
  private static final int INFO = 12;

  private final List<byte[]> extras = new ArrayList<>();
  private final KeyPair pair = pair();
  private final NoteKey key;
  private int salts;

  public TestLog(String origin) {
    byte[] info = pair.getPublic().getEncoded();
    key = new NoteKey(origin, NoteKey.LOG, Arrays.copyOfRange(info, INFO, info.length));
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public NoteKey key() {
    return key;
  }

  /** Appends a record; returns its index. */
  public int append(String kind, String time, String... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", kind);
    fields.put("time", time);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    byte[] salt = new byte[LogRecord.SALT];
    Arrays.fill(salt, (byte) ++salts);
    extras.add(new LogRecord(fields).extra(salt));
    return extras.size() - 1;
  }

  public SignedNote sign(String text) {
    return new SignedNote(text, List.of(new SignedNote.Signature(key.name(), key.id(), signature(text))));
  }

  private byte[] signature(String text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public SignedNote checkpoint() {
    return sign(new Checkpoint(key.name(), extras.size(), root(0, extras.size())).text());
  }

  /** A proof against the newest state. */
  public TlogProof proof(int index) {
    return new TlogProof(extras.get(index), index, path(index, 0, extras.size()), checkpoint());
  }

  private byte[] root(int from, int to) {
    if (to - from == 1) {
      return Merkle.leaf(LogRecord.commitment(extras.get(from)));
    }
    int half = from + half(to - from);
    return Merkle.node(root(from, half), root(half, to));
  }

  private List<byte[]> path(int index, int from, int to) {
    if (to - from == 1) {
      return new ArrayList<>();
    }
    int half = from + half(to - from);
    List<byte[]> path = index < half ? path(index, from, half) : path(index, half, to);
    path.add(index < half ? root(half, to) : root(from, half));
    return path;
  }

  /** The largest power of two below a size. */
  private static int half(int size) {
    return Integer.highestOneBit(size - 1);
  }
}
