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
import shotdeed.ledger.KeyChange;
import shotdeed.ledger.LogRecord;
import shotdeed.ledger.Merkle;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.TlogProof;

/** A log in memory with a key of its own; what it writes are the real formats. */
public final class TestLog {
  private static final int INFO = 12;

  private final List<byte[]> extras = new ArrayList<>();
  private final String origin;
  private KeyPair pair;
  private int salts;

  public TestLog(String origin) {
    this(origin, pair());
  }

  private TestLog(String origin, KeyPair pair) {
    this.origin = origin;
    this.pair = pair;
  }

  /** A log that follows this one, under the same key; its first leaf says so. */
  public TestLog successor(String name, String time) {
    TestLog next = new TestLog(name, pair);
    next.append("predecessor", time,
        "origin", origin,
        "size", String.valueOf(extras.size()),
        "root", java.util.Base64.getEncoder().encodeToString(root(0, extras.size())),
        "reason", "asked");
    return next;
  }

  /** From now on another key signs; returns what the keys say of it. */
  public SignedNote changeKey(String time) {
    NoteKey before = key();
    KeyPair old = pair;
    pair = pair();
    String text = new KeyChange(before, key(), time).text();
    SignedNote note = sign(text);
    return note.with(new SignedNote.Signature(before.name(), before.id(), signature(old, text)));
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public NoteKey key() {
    byte[] info = pair.getPublic().getEncoded();
    return new NoteKey(origin, NoteKey.LOG, Arrays.copyOfRange(info, INFO, info.length));
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

  /** A key of a witness, who is another log of the tests. */
  public NoteKey witness() {
    return new NoteKey(origin, NoteKey.WITNESS, key().publicKey());
  }

  /** The note with this one's signature as a witness. */
  public SignedNote witnessed(SignedNote note, long seconds) {
    byte[] message = SignedNote.witnessed(note.text(), seconds);
    byte[] signature = signature(pair, new String(message, java.nio.charset.StandardCharsets.UTF_8));
    byte[] timed = java.nio.ByteBuffer.allocate(72).putLong(seconds).put(signature).array();
    return note.with(new SignedNote.Signature(origin, witness().id(), timed));
  }

  /** Takes back what was appended last, as no log may. */
  public void forget(int index) {
    extras.subList(index, extras.size()).clear();
  }

  public SignedNote sign(String text) {
    return new SignedNote(text, List.of(new SignedNote.Signature(origin, key().id(), signature(pair, text))));
  }

  private static byte[] signature(KeyPair pair, String text) {
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
    return sign(new Checkpoint(origin, extras.size(), root(0, extras.size())).text());
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
