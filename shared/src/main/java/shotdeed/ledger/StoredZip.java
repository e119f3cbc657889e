package shotdeed.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shotdeed.digest.Crc32;

/**
 * Zip archives in one form only (APPNOTE 6.3.10, 4.3): parts are stored, not compressed, follow each other without gaps,
 * carry no time and nothing beside their names. So the bytes of an archive are settled by names and contents, and any
 * other byte is damage.
 */
public final class StoredZip {
  /** Parts of an archive. */
  public static final int MAX_PARTS = 10_000;

  private static final int MAX_PATH = 200;
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final int END_BYTES = 22;
  private static final int VERSION = 10;

  /** The first day that an archive can name: the time of packing says nothing. */
  private static final int DAY = 0x21;

  private StoredZip() {}

  /** Takes the bytes of an archive, one piece behind the other. */
  public interface Sink {
    void write(byte[] piece);
  }

  /** A part's place in an archive's bytes. */
  public record Part(String path, int from, int bytes) {
    /** A copy of the content. */
    public byte[] content(byte[] zip) {
      return Arrays.copyOfRange(zip, from, from + bytes);
    }
  }

  /**
   * What is wrong with an archive.
   *
   * @param path the part, or the empty text if it is the archive as a whole
   * @param what in English
   */
  public record Damage(String path, String what) {}

  /** The parts that could be found, and what is wrong; an archive without damage is in its one form. */
  public record Read(List<Part> parts, List<Damage> damages) {}

  /** Writes an archive; one part at a time is in memory. */
  public static final class Writer {
    private final Sink sink;
    private final List<Header> headers = new ArrayList<>();
    private int at;

    public Writer(Sink sink) {
      this.sink = sink;
    }

    /**
     * Adds a part.
     *
     * @throws IllegalArgumentException if the path is none, the archive full, or it would grow over 2 GiB
     */
    public void add(String path, byte[] content) {
      Header header = new Header(path, Crc32.of(content, 0, content.length), content.length, at);
      if (!isPath(path) || headers.size() >= MAX_PARTS || header.end() > Integer.MAX_VALUE / 2) {
        throw new IllegalArgumentException("an archive cannot take the part " + path);
      }
      headers.add(header);
      sink.write(header.local());
      sink.write(content);
      at = (int) header.end();
    }

    /** Writes what stands behind the parts. */
    public void end() {
      sink.write(directory(headers, at));
    }
  }

  /** What an archive says of a part, twice. */
  private record Header(String path, int crc, int bytes, int from) {
    long end() {
      return (long) from + LOCAL_BYTES + path.length() + bytes;
    }

    int content() {
      return from + LOCAL_BYTES + path.length();
    }

    byte[] local() {
      Fields out = new Fields(LOCAL_BYTES + path.length());
      out.four(LOCAL).two(VERSION).two(0).two(0).two(0).two(DAY).four(crc).four(bytes).four(bytes);
      return out.two(path.length()).two(0).text(path).bytes;
    }

    byte[] central() {
      Fields out = new Fields(CENTRAL_BYTES + path.length());
      out.four(CENTRAL).two(VERSION).two(VERSION).two(0).two(0).two(0).two(DAY).four(crc).four(bytes).four(bytes);
      return out.two(path.length()).two(0).two(0).two(0).two(0).four(0).four(from).text(path).bytes;
    }
  }

  private static byte[] directory(List<Header> headers, int from) {
    int size = 0;
    for (Header header : headers) {
      size += CENTRAL_BYTES + header.path().length();
    }
    Fields out = new Fields(size + END_BYTES);
    for (Header header : headers) {
      out.all(header.central());
    }
    out.four(END).two(0).two(0).two(headers.size()).two(headers.size()).four(size).four(from).two(0);
    return out.bytes;
  }

  /** Reads an archive as far as it can be read. */
  public static Read read(byte[] zip) {
    List<Damage> damages = new ArrayList<>();
    List<Header> headers = ofDirectory(zip);
    if (headers == null) {
      headers = oneByOne(zip, damages);
      damages.add(new Damage("", "the archive's directory is damaged, or the archive is cut off"));
    }
    List<Part> parts = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    for (Header header : headers) {
      if (!paths.add(header.path())) {
        damages.add(new Damage(header.path(), "it is in the archive twice"));
        continue;
      }
      int content = header.content();
      byte[] local = header.local();
      if (!Arrays.equals(local, Arrays.copyOfRange(zip, header.from(), header.from() + local.length))) {
        damages.add(new Damage(header.path(), "its place in the archive is damaged"));
      } else if (Crc32.of(zip, content, header.bytes()) != header.crc()) {
        damages.add(new Damage(header.path(), "its content is damaged"));
      }
      parts.add(new Part(header.path(), content, header.bytes()));
    }
    return new Read(List.copyOf(parts), List.copyOf(damages));
  }

  /** The parts that the directory at the end names, if all of it is in its one form; else {@code null}. */
  private static List<Header> ofDirectory(byte[] zip) {
    Fields in = new Fields(zip);
    int end = zip.length - END_BYTES;
    if (end < 0 || in.fourAt(end) != END) {
      return null;
    }
    int count = in.twoAt(end + 10);
    int from = in.fourAt(end + 16);
    if (count > MAX_PARTS || from < 0 || from > end) {
      return null;
    }
    List<Header> headers = new ArrayList<>();
    int at = from;
    long next = 0;
    for (int i = 0; i < count; i++) {
      if (at < 0 || at > end - CENTRAL_BYTES) {
        return null;
      }
      int length = in.twoAt(at + 28);
      int bytes = in.fourAt(at + 20);
      if (length > MAX_PATH || at + CENTRAL_BYTES + length > end || bytes < 0) {
        return null;
      }
      Header header = new Header(in.textAt(at + CENTRAL_BYTES, length), in.fourAt(at + 16), bytes, (int) next);
      next = header.end();
      if (!isPath(header.path()) || next > from) {
        return null;
      }
      headers.add(header);
      at += CENTRAL_BYTES + length;
    }
    boolean one = next == from && Arrays.equals(directory(headers, from), Arrays.copyOfRange(zip, from, zip.length));
    return one ? headers : null;
  }

  /** The parts as they follow each other from the start, up to the first that cannot be read. */
  private static List<Header> oneByOne(byte[] zip, List<Damage> damages) {
    Fields in = new Fields(zip);
    List<Header> headers = new ArrayList<>();
    int at = 0;
    while (headers.size() < MAX_PARTS && at <= zip.length - LOCAL_BYTES && in.fourAt(at) == LOCAL) {
      int length = in.twoAt(at + 26);
      if (length > MAX_PATH || length > zip.length - at - LOCAL_BYTES) {
        break;
      }
      Header header = new Header(in.textAt(at + LOCAL_BYTES, length), in.fourAt(at + 14), in.fourAt(at + 18), at);
      if (!isPath(header.path())) {
        break;
      }
      if (header.bytes() < 0 || header.end() > zip.length) {
        damages.add(new Damage(header.path(), "it is cut off"));
        break;
      }
      headers.add(header);
      at = (int) header.end();
    }
    return headers;
  }

  /** Whether a text can name a part: letters, digits, dots, dashes and underscores, slashes between. */
  public static boolean isPath(String path) {
    if (path.isEmpty() || path.length() > MAX_PATH || path.contains("..") || path.contains("//")) {
      return false;
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      boolean mark = c == '.' || c == '-' || c == '_' || c == '/' && i > 0 && i < path.length() - 1;
      if (!letter && !mark) {
        return false;
      }
    }
    return true;
  }

  /** Numbers in an archive: the lowest byte first. */
  private static final class Fields {
    private final byte[] bytes;
    private int at;

    Fields(int size) {
      this(new byte[size]);
    }

    Fields(byte[] bytes) {
      this.bytes = bytes;
    }

    Fields two(int value) {
      bytes[at++] = (byte) value;
      bytes[at++] = (byte) (value >> 8);
      return this;
    }

    Fields four(int value) {
      return two(value).two(value >> 16);
    }

    Fields text(String text) {
      for (int i = 0; i < text.length(); i++) {
        bytes[at++] = (byte) text.charAt(i);
      }
      return this;
    }

    Fields all(byte[] more) {
      System.arraycopy(more, 0, bytes, at, more.length);
      at += more.length;
      return this;
    }

    int twoAt(int place) {
      return bytes[place] & 0xff | (bytes[place + 1] & 0xff) << 8;
    }

    int fourAt(int place) {
      return twoAt(place) | twoAt(place + 2) << 16;
    }

    String textAt(int place, int length) {
      StringBuilder text = new StringBuilder(length);
      for (int i = 0; i < length; i++) {
        text.append((char) (bytes[place + i] & 0xff));
      }
      return text.toString();
    }
  }
}
