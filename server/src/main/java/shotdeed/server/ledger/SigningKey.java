package shotdeed.server.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.Utf8;

/**
 * An Ed25519 key with its private part. Its file holds both parts in PEM (RFC 7468), so that {@code openssl pkey} reads
 * it, and may be read by its owner only.
 */
public final class SigningKey {
  private static final String ALGORITHM = "Ed25519";
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final int MAX_FILE = 10_000;

  private final PrivateKey privateKey;
  private final byte[] publicInfo;

  private SigningKey(PrivateKey privateKey, byte[] publicInfo) {
    this.privateKey = privateKey;
    this.publicInfo = publicInfo;
  }

  /** A new key. */
  public static SigningKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SigningKey(pair.getPrivate(), pair.getPublic().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java from 15 on has Ed25519", e);
    }
  }

  /**
   * Reads a key's file.
   *
   * @throws IOException if it holds no such key, or parts of two
   */
  public static SigningKey read(Path file) throws IOException {
    if (Files.size(file) > MAX_FILE) {
      throw new IOException("too long for a key: " + file);
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    try {
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(part(text, PRIVATE)));
      SigningKey read = new SigningKey(key, part(text, PUBLIC));
      SignedNote probe = new SignedNote("probe\n", List.of(read.signature("probe", "probe\n")));
      if (!probe.isSignedBy(read.named("probe"), new PlatformCrypto())) {
        throw new IOException("the two parts of the key do not belong together: " + file);
      }
      return read;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("it holds no Ed25519 key: " + file, e);
    }
  }

  private static byte[] part(String text, String name) {
    Matcher part = Pattern.compile("-----BEGIN " + name + "-----([A-Za-z0-9+/=\\s]+)-----END " + name + "-----")
        .matcher(text);
    if (!part.find()) {
      throw new IllegalArgumentException("no " + name);
    }
    return Base64.getMimeDecoder().decode(part.group(1));
  }

  /** Writes a file that did not exist, durably. */
  public void write(Path file) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes = posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
    String text = pem(PRIVATE, privateKey.getEncoded()) + pem(PUBLIC, publicInfo);
    try (FileChannel out = FileChannel.open(
        file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }

  private static String pem(String name, byte[] part) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN " + name + "-----\n" + lines.encodeToString(part) + "\n-----END " + name + "-----\n";
  }

  /** The public part as the key of a log. */
  public NoteKey named(String name) {
    return new NoteKey(name, NoteKey.LOG, publicKey());
  }

  /** 32 bytes. */
  public byte[] publicKey() {
    return Arrays.copyOfRange(publicInfo, publicInfo.length - NoteKey.BYTES, publicInfo.length);
  }

  /** See {@link NoteKey#fingerprint}. */
  public String fingerprint() {
    return named("any").fingerprint();
  }

  /** Signs a note's text as a log. */
  public SignedNote.Signature signature(String name, String text) {
    return new SignedNote.Signature(name, named(name).id(), sign(Utf8.bytes(text)));
  }

  /** Signs bytes; 64 bytes. */
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }
}
