package shotdeed.server.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zip files, honest and not. */
public final class ZipFiles {
  private ZipFiles() {}

  /** Of names and contents in turn. */
  public static byte[] of(Object... namesAndContents) {
    return in(StandardCharsets.UTF_8, namesAndContents);
  }

  /** Its names in a character set; only UTF-8 is said to be it. */
  public static byte[] in(Charset names, Object... namesAndContents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        zip.write((byte[]) namesAndContents[i + 1]);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** With a 16-bit number in every record of the table changed. */
  public static byte[] patched(byte[] zip, int at, int xor) {
    byte[] copy = zip.clone();
    for (int i = 0; i + 4 <= copy.length; i++) {
      if (copy[i] == 'P' && copy[i + 1] == 'K' && copy[i + 2] == 1 && copy[i + 3] == 2) {
        copy[i + at] ^= (byte) xor;
        copy[i + at + 1] ^= (byte) (xor >> 8);
      }
    }
    return copy;
  }

  /** Says that its files are protected by a password. */
  public static byte[] encrypted(byte[] zip) {
    return patched(zip, 8, 1);
  }

  /** Says that its names are in UTF-8, whatever they are in. */
  public static byte[] claimingUtf8(byte[] zip) {
    return patched(zip, 8, 1 << 11);
  }
}
