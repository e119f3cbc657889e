package shotdeed.server.complain.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import shotdeed.server.platform.Content;
import shotdeed.server.proof.FileFacts;
import shotdeed.server.proof.Proof;

/**
 * A file that could go into a place of a form.
 *
 * @param rest of its name, behind its place among the files
 * @param certificate whose file it is; 0 for one made here
 * @param proof of the folder; {@code null} for the certified file itself, and for what is made here
 * @param facts what the file says of itself; {@code null} for what is made here
 * @param sha256 of a stored file; {@code null} for what is made here
 * @param source asked for only when the file is needed
 */
record Candidate(
    String rest,
    Kind kind,
    int certificate,
    Proof proof,
    FileFacts facts,
    String mediaType,
    String sha256,
    Source source) {
  /** Has a file made, or finds it. */
  interface Source {
    Content content() throws IOException;
  }

  /** Such as JPG, for people. */
  String ending() {
    return rest.substring(rest.lastIndexOf('.') + 1).toUpperCase(java.util.Locale.ROOT);
  }

  /** The name at a place, 1 for the first. */
  String name(int place) {
    return String.format("%02d-%s", place, rest);
  }

  /** A stored file is hashed before its first byte is sent: what was changed on the disk is no original. */
  Content opened() throws IOException {
    Content content = source.content();
    if (sha256 != null) {
      MessageDigest digest = digest();
      try (InputStream in = new DigestInputStream(content.open(), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
        throw new IOException("the stored file " + sha256 + " was damaged");
      }
    }
    return content;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
