package shotdeed.server.upload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.PageText;

/**
 * The table of contents of a zip file (PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16), read within bounds. The JDK's own
 * reader gives up the whole file for one name in another character set than it claims, and does not tell what is
 * encrypted. Names are for showing only: nothing is ever written to where they say.
 */
final class ZipDirectory {
  /** Files in one zip file. */
  static final int MAX_ENTRIES = 2_000;

  /** Bytes of all files in one zip file, unpacked. */
  static final long MAX_UNPACKED = 4L << 30;

  private static final int MAX_DIRECTORY = 2 << 20;
  private static final int MAX_NAME = 200;
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int MAX_COMMENT = 0xffff;
  private static final int RECORD = 0x02014b50;
  private static final int RECORD_LENGTH = 46;
  private static final long WIDE = 0xffffffffL;
  private static final int ENCRYPTED = 1;
  private static final Charset CHINESE = Charset.forName("GB18030");

  private ZipDirectory() {}

  /**
   * A file in the zip file.
   *
   * @param name its path as it is shown, with {@code /}
   * @param method 0 stored, 8 deflated
   * @param packed bytes in the zip file
   * @param size bytes unpacked, as it claims
   * @param crc CRC-32 of them
   * @param at where its own header stands
   */
  record Entry(String name, boolean encrypted, int method, long packed, long size, int crc, long at) {
    boolean folder() {
      return name.endsWith("/");
    }

    /** What macOS and Windows put beside the photographs. */
    boolean junk() {
      String last = name.substring(name.lastIndexOf('/') + 1);
      return name.startsWith("__MACOSX/")
          || name.contains("/__MACOSX/")
          || last.startsWith("._")
          || List.of(".DS_Store", "Thumbs.db", "desktop.ini").contains(last);
    }
  }

  /**
   * Reads the table.
   *
   * @throws ZipFault if it is damaged, or too long, or what it lists is too large
   */
  static List<Entry> read(FileChannel zip) throws IOException, ZipFault {
    long end = end(zip);
    ByteBuffer record = bytes(zip, end, END_LENGTH);
    int entries = record.getShort(10) & 0xffff;
    long length = record.getInt(12) & WIDE;
    if (length == WIDE || entries == 0xffff || entries > MAX_ENTRIES || length > MAX_DIRECTORY) {
      throw new ZipFault(Errors.ZIP_TOO_LARGE);
    }
    if (length > end) {
      throw new ZipFault(Errors.ZIP_DAMAGED);
    }
    ByteBuffer table = bytes(zip, end - length, (int) length);
    List<Entry> found = new ArrayList<>();
    long unpacked = 0;
    long before = Math.max(0, end - length - (record.getInt(16) & WIDE)); // what stands in front of the archive
    for (int i = 0; i < entries; i++) {
      Entry entry = entry(table, before);
      unpacked += entry.size();
      if (unpacked > MAX_UNPACKED) {
        throw new ZipFault(Errors.ZIP_TOO_LARGE);
      }
      found.add(entry);
    }
    return found;
  }

  private static Entry entry(ByteBuffer table, long before) throws ZipFault {
    int at = table.position();
    if (table.remaining() < RECORD_LENGTH || table.getInt(at) != RECORD) {
      throw new ZipFault(Errors.ZIP_DAMAGED);
    }
    int name = table.getShort(at + 28) & 0xffff;
    int rest = (table.getShort(at + 30) & 0xffff) + (table.getShort(at + 32) & 0xffff);
    if (table.remaining() < RECORD_LENGTH + name + rest) {
      throw new ZipFault(Errors.ZIP_DAMAGED);
    }
    byte[] text = new byte[name];
    table.position(at + RECORD_LENGTH);
    table.get(text);
    table.position(at + RECORD_LENGTH + name + rest);
    long packed = table.getInt(at + 20) & WIDE;
    long size = table.getInt(at + 24) & WIDE;
    long offset = table.getInt(at + 42) & WIDE;
    if (packed == WIDE || size == WIDE || offset == WIDE) {
      throw new ZipFault(Errors.ZIP_TOO_LARGE);
    }
    return new Entry(
        shown(text),
        (table.getShort(at + 8) & ENCRYPTED) != 0,
        table.getShort(at + 10) & 0xffff,
        packed,
        size,
        table.getInt(at + 16),
        before + offset);
  }

  /** The flag that says which character set a name is in is often wrong, so the bytes decide. */
  private static String shown(byte[] name) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      text = new String(name, CHINESE);
    }
    return PageText.line(text.replace('\\', '/'), MAX_NAME);
  }

  /** Where the end record stands: the last one, behind which there is only its comment. */
  private static long end(FileChannel zip) throws IOException, ZipFault {
    long size = zip.size();
    int length = (int) Math.min(size, END_LENGTH + MAX_COMMENT);
    ByteBuffer tail = bytes(zip, size - length, length);
    for (int at = length - END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == END && at + END_LENGTH + (tail.getShort(at + 20) & 0xffff) <= length) {
        return size - length + at;
      }
    }
    throw new ZipFault(Errors.ZIP_DAMAGED);
  }

  /** Bytes of the file, least significant first. */
  static ByteBuffer bytes(FileChannel zip, long at, int length) throws IOException, ZipFault {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (at < 0 || zip.read(bytes, at + bytes.position()) < 0) {
        throw new ZipFault(Errors.ZIP_DAMAGED);
      }
    }
    return bytes.flip();
  }
}
