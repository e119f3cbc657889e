package shotdeed.server.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Errors;

/**
 * The photographs in a zip file, one in memory at a time. Refused are files that are encrypted, packed in a way that is
 * rare, zip files themselves, or that unpack to far more than they take (a bomb); the others are read all the same.
 */
final class ZipPhotographs implements AutoCloseable {
  /** Above this many bytes unpacked for each packed one, a file is a bomb; photographs are packed already. */
  private static final int MAX_RATIO = 200;

  /** Bytes that any file may unpack to, however small it is packed. */
  private static final int SMALL = 1 << 20;

  private static final int HEADER = 0x04034b50;
  private static final int HEADER_LENGTH = 30;
  private static final int CHUNK = 64 << 10;
  private static final int DEFLATED = 8;

  private final FileChannel zip;
  private final List<ZipDirectory.Entry> entries = new ArrayList<>();
  private int junk;

  private ZipPhotographs(FileChannel zip) {
    this.zip = zip;
  }

  /**
   * Opens a zip file.
   *
   * @throws ZipFault if nothing of it can be read, or it holds too much
   */
  static ZipPhotographs open(Path file) throws IOException, ZipFault {
    ZipPhotographs opened = new ZipPhotographs(FileChannel.open(file));
    try {
      for (ZipDirectory.Entry entry : ZipDirectory.read(opened.zip)) {
        if (entry.junk()) {
          opened.junk++;
        } else if (!entry.folder()) {
          opened.entries.add(entry);
        }
      }
      return opened;
    } catch (IOException | ZipFault | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** Whether a file's first bytes are those of a zip file; an empty one has no files but is one. */
  static boolean is(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return is(ZipDirectory.bytes(channel, 0, 4));
    } catch (ZipFault shorter) {
      return false;
    }
  }

  private static boolean is(ByteBuffer start) {
    int first = start.getInt(0);
    return first == HEADER || first == 0x06054b50;
  }

  /** Its files without folders and what systems put beside them, in order. */
  List<ZipDirectory.Entry> entries() {
    return entries;
  }

  /** How many files systems put beside them. */
  int junk() {
    return junk;
  }

  /**
   * A file, unpacked.
   *
   * @throws ZipFault if it is not taken; the others may be
   */
  byte[] bytes(ZipDirectory.Entry entry) throws IOException, ZipFault {
    if (entry.encrypted()) {
      throw new ZipFault(Errors.ZIP_ENCRYPTED);
    }
    if (entry.name().toLowerCase(java.util.Locale.ROOT).endsWith(".zip")) {
      throw new ZipFault(Errors.ZIP_NESTED);
    }
    if (entry.size() > PictureDecoder.MAX_BYTES) {
      throw new ZipFault(Errors.PICTURE_TOO_LARGE);
    }
    ByteBuffer header = ZipDirectory.bytes(zip, entry.at(), HEADER_LENGTH);
    if (header.getInt(0) != HEADER || entry.method() != 0 && entry.method() != DEFLATED) {
      throw new ZipFault(Errors.ZIP_DAMAGED);
    }
    long from = entry.at() + HEADER_LENGTH + (header.getShort(26) & 0xffff) + (header.getShort(28) & 0xffff);
    byte[] bytes = entry.method() == DEFLATED ? inflated(entry, from) : stored(entry, from);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    if ((int) crc.getValue() != entry.crc() || bytes.length != entry.size()) {
      throw new ZipFault(Errors.ZIP_DAMAGED);
    }
    if (bytes.length >= 4 && is(ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN))) {
      throw new ZipFault(Errors.ZIP_NESTED);
    }
    return bytes;
  }

  private byte[] stored(ZipDirectory.Entry entry, long from) throws IOException, ZipFault {
    if (entry.packed() != entry.size()) {
      throw new ZipFault(Errors.ZIP_DAMAGED);
    }
    return ZipDirectory.bytes(zip, from, (int) entry.size()).array();
  }

  private byte[] inflated(ZipDirectory.Entry entry, long from) throws IOException, ZipFault {
    Inflater inflater = new Inflater(true);
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.min(entry.size(), SMALL));
      byte[] unpacked = new byte[CHUNK];
      long read = 0;
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          int length = (int) Math.min(CHUNK, entry.packed() - read);
          if (length <= 0) {
            throw new ZipFault(Errors.ZIP_DAMAGED);
          }
          inflater.setInput(ZipDirectory.bytes(zip, from + read, length));
          read += length;
        }
        int n = inflater.inflate(unpacked);
        if (n == 0 && inflater.needsDictionary()) {
          throw new ZipFault(Errors.ZIP_DAMAGED);
        }
        out.write(unpacked, 0, n);
        if (out.size() > entry.size()) {
          throw new ZipFault(Errors.ZIP_BOMB); // it lies about its size
        }
        if (out.size() > SMALL && out.size() > MAX_RATIO * Math.max(1, inflater.getBytesRead())) {
          throw new ZipFault(Errors.ZIP_BOMB);
        }
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new ZipFault(Errors.ZIP_DAMAGED);
    } finally {
      inflater.end();
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
