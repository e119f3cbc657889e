package shotdeed.ledger;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shotdeed.digest.Sha256;

/**
 * What a leaf of the log commits to. The leaf itself is only the SHA-256 of a random salt and this record, so that both
 * can be erased: whoever has neither learns nothing from the leaf.
 *
 * @param fields by name, in order; {@code kind} and {@code time} are the first
 */
public record LogRecord(Map<String, String> fields) {
  /** Bytes of a salt. */
  public static final int SALT = 32;

  private static final String FIRST = "shotdeed-record@v1";
  private static final int MAX_FIELDS = 50;

  /** What kind of thing was logged, such as {@code certificate}. */
  public String kind() {
    return fields.get("kind");
  }

  /** When it was appended, by the clock of the log's operator; ISO 8601 in UTC. */
  public String time() {
    return fields.get("time");
  }

  /** A field, or the empty text. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The record as bytes. */
  public byte[] bytes() {
    StringBuilder out = new StringBuilder(FIRST + "\n");
    for (Map.Entry<String, String> field : fields.entrySet()) {
      out.append(field.getKey()).append(' ').append(plain(field.getValue())).append('\n');
    }
    return Utf8.bytes(out.toString());
  }

  private static String plain(String value) {
    StringBuilder out = new StringBuilder(value);
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < ' ') {
        out.setCharAt(i, ' ');
      }
    }
    return out.toString();
  }

  /** Reads what {@link #bytes} wrote. */
  public static LogRecord parse(byte[] bytes) throws Malformed {
    List<String> lines = Lines.of(Utf8.text(bytes), MAX_FIELDS);
    if (lines.size() < 3 || !lines.get(0).equals(FIRST)) {
      throw new Malformed("it is not a record");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int space = line.indexOf(' ');
      if (space <= 0 || fields.put(line.substring(0, space), line.substring(space + 1)) != null) {
        throw new Malformed("a field of the record is doubled or has no name");
      }
    }
    LogRecord record = new LogRecord(fields);
    boolean whole = lines.get(1).startsWith("kind ") && lines.get(2).startsWith("time ");
    if (!whole || !Lines.same(record.bytes(), bytes)) {
      throw new Malformed("it is not a record in its one form");
    }
    return record;
  }

  /** The record behind the salt in what proofs carry. */
  public static LogRecord ofExtra(byte[] extra) throws Malformed {
    if (extra.length <= SALT) {
      throw new Malformed("there is no record");
    }
    return parse(Arrays.copyOfRange(extra, SALT, extra.length));
  }

  /** What proofs carry: salt and record. */
  public byte[] extra(byte[] salt) {
    byte[] record = bytes();
    byte[] extra = Arrays.copyOf(salt, salt.length + record.length);
    System.arraycopy(record, 0, extra, salt.length, record.length);
    return extra;
  }

  /** The data of the leaf: the hash of salt and record. */
  public static byte[] commitment(byte[] extra) {
    return Sha256.of(extra);
  }
}
