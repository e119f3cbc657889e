package shotdeed.ledger.verify;

import java.util.List;

/**
 * One thing that was looked at.
 *
 * @param code what was looked at, one of the constants here
 * @param part path of the part, or the empty text if it is the bundle as a whole
 * @param values what the words name, by code; hashes in hexadecimal digits, times in ISO 8601
 */
public record Check(String code, String part, boolean ok, List<String> values) {
  /** The archive has its one form; values: what is wrong, in English. */
  public static final String ZIP = "zip";

  /** The list of contents is one, and its key signed it; values: {@code form} or {@code signature}, what is wrong. */
  public static final String CONTENTS = "contents";

  /** A part is the one that the list names; values: the hash there, the hash found, the other part whose content it is. */
  public static final String FILE = "file";

  /** A part of the list is not there; values: its hash, the other part that has its content. */
  public static final String MISSING = "missing";

  /** A part is there that the list does not name; values: the part of the list whose content it has. */
  public static final String EXTRA = "extra";

  /** The parts follow each other as in the list; values: the part that the list has in this place. */
  public static final String ORDER = "order";

  /** The list of sealed parts is the one that the log has; values: the hash in the log, the hash found, what is wrong. */
  public static final String SEALED_LIST = "sealed-list";

  /** A part is what was sealed; values: the hash sealed, the hash in the bundle. */
  public static final String SEALED = "sealed";

  /** A sealed part is left out and named so; values: its hash. */
  public static final String WITHHELD = "withheld";

  /** A record stands in the log; values: {@code form}, {@code origin}, {@code signature} or {@code path}, what is wrong. */
  public static final String PROOF = "proof";

  /** A record says what its place in the bundle says; values: its kind, its field that differs. */
  public static final String RECORD = "record";

  /** A certificate of the bundle is the one that was logged; values: number, the original's hash. */
  public static final String CERTIFICATE = "certificate";

  /** An original is the one that was certified; values: the hash logged, the hash found. */
  public static final String ORIGINAL = "original";

  /** All proofs are about one log, whose times never go back; values: another part that contradicts. */
  public static final String LOG = "log";

  /** The chain of keys that led to the one of this bundle; values: old and new fingerprint. */
  public static final String KEYS = "keys";

  /** The log names the one that it follows; values: origin, size and root of that. */
  public static final String PREDECESSOR = "predecessor";

  /** A time stamp is over a checkpoint of the log; values: authority, time, what is wrong. */
  public static final String STAMP = "stamp";

  /** A witness signed a checkpoint; values: name, time, fingerprint. */
  public static final String WITNESS = "witness";

  /** Looking at all would take too long; values: {@code records} or {@code signatures}, how many at most. */
  public static final String EFFORT = "effort";

  /** The bundle is more than is looked at; values: bytes at most. */
  public static final String SIZE = "size";
}
