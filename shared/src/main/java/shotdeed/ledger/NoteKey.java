package shotdeed.ledger;

import java.util.Arrays;
import shotdeed.digest.Hex;
import shotdeed.digest.Sha256;

/** A key that signs notes (c2sp.org/signed-note). Its id is hashed once, however many signatures are compared with it. */
public final class NoteKey {
  /** Ed25519 over the text. */
  public static final int LOG = 1;

  /** Ed25519 over text and time (c2sp.org/tlog-cosignature). */
  public static final int WITNESS = 4;

  /** Bytes of a key, as of a hash. */
  public static final int BYTES = 32;

  private static final int ID = 4;
  private static final int MAX_NAME = 255;

  /** SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410, 4). */
  private static final byte[] INFO = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

  private final String name;
  private final int type;
  private final byte[] publicKey;
  private final byte[] id;

  /**
   * A key.
   *
   * @param name of the signer: not empty, without spaces and plus signs
   * @param type {@link #LOG} or {@link #WITNESS}
   * @param publicKey 32 bytes, an Ed25519 public key as of RFC 8032
   */
  public NoteKey(String name, int type, byte[] publicKey) {
    this.name = name;
    this.type = type;
    this.publicKey = publicKey;
    id = Arrays.copyOf(Sha256.of(Utf8.bytes(name + "\n"), new byte[] {(byte) type}, publicKey), ID);
  }

  /** Of the signer. */
  public String name() {
    return name;
  }

  /** {@link #LOG} or {@link #WITNESS}. */
  public int type() {
    return type;
  }

  /** 32 bytes. */
  public byte[] publicKey() {
    return publicKey;
  }

  /** What tells keys of a name apart, 4 bytes. */
  public byte[] id() {
    return id.clone();
  }

  boolean hasId(byte[] other) {
    return Arrays.equals(id, other);
  }

  /** By which people know the key, whatever the signer is called: its SHA-256 in hexadecimal digits. */
  public String fingerprint() {
    return Sha256.hex(publicKey);
  }

  /** Whether the key signed a message. */
  public boolean verifies(Crypto crypto, byte[] message, byte[] signature) {
    byte[] info = Arrays.copyOf(INFO, INFO.length + BYTES);
    System.arraycopy(publicKey, 0, info, INFO.length, BYTES);
    return crypto.verify(Crypto.ED25519, info, message, signature);
  }

  /** The key as a line of text: name, id and key, with plus signs between. */
  public String text() {
    byte[] key = new byte[1 + BYTES];
    key[0] = (byte) type;
    System.arraycopy(publicKey, 0, key, 1, BYTES);
    return name + "+" + Hex.of(id) + "+" + Lines.base64(key);
  }

  /** Reads what {@link #text} wrote. */
  public static NoteKey parse(String text) throws Malformed {
    int first = text.indexOf('+');
    int second = text.indexOf('+', first + 1);
    if (first < 0 || second < 0 || !isName(text.substring(0, first))) {
      throw new Malformed("a key is a name, an id and the key itself, with plus signs between");
    }
    byte[] typed = Lines.base64(text.substring(second + 1));
    if (typed.length != 1 + BYTES || typed[0] != LOG && typed[0] != WITNESS) {
      throw new Malformed("it is not an Ed25519 key");
    }
    NoteKey key = new NoteKey(text.substring(0, first), typed[0], Arrays.copyOfRange(typed, 1, typed.length));
    if (!Hex.of(key.id).equals(text.substring(first + 1, second))) {
      throw new Malformed("the key's id is that of another key");
    }
    return key;
  }

  /** Whether a text can name a signer. */
  public static boolean isName(String text) {
    boolean name = !text.isEmpty() && text.length() <= MAX_NAME;
    for (int i = 0; name && i < text.length(); i++) {
      char c = text.charAt(i);
      name = c > ' ' && c != '+' && c != 0x7f && !Character.isSpaceChar(c) && !Character.isWhitespace(c);
    }
    return name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteKey key
        && name.equals(key.name)
        && type == key.type
        && Arrays.equals(publicKey, key.publicKey);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(publicKey);
  }
}
