package shotdeed.ledger.stamp;

/**
 * Reads elements of DER that follow each other, strictly: tags of one byte, lengths that are definite, shortest and within
 * the surrounding element. It never looks inside what it reads, so depth costs nothing.
 */
final class DerReader {
  private static final int LONG_TAG = 0x1f;
  private static final int LONG_LENGTH = 0x80;
  private static final int LENGTH_BYTES = 3;

  private final byte[] bytes;
  private final int end;
  private int at;

  DerReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** Whether another element follows. */
  boolean more() {
    return at < end;
  }

  /** Whether another element follows and has the tag. */
  boolean more(int tag) {
    return at < end && (bytes[at] & 0xff) == tag;
  }

  /** The next element. */
  DerElement next() throws StampRefused {
    int start = at;
    int tag = one();
    if ((tag & LONG_TAG) == LONG_TAG || tag == 0) {
      throw DerElement.form("a tag of another kind");
    }
    int length = one();
    if (length >= LONG_LENGTH) {
      length = longLength(length - LONG_LENGTH);
    }
    if (length > end - at) {
      throw DerElement.form("an element is longer than what it stands in");
    }
    DerElement element = new DerElement(bytes, tag, start, at, at + length);
    at += length;
    return element;
  }

  /** The next element, which must have the tag. */
  DerElement next(int tag) throws StampRefused {
    return next().require(tag);
  }

  /** The next element if it has the tag, else {@code null}. */
  DerElement optional(int tag) throws StampRefused {
    return more(tag) ? next() : null;
  }

  /** Nothing may follow. */
  void end() throws StampRefused {
    if (more()) {
      throw DerElement.form("something follows the last element");
    }
  }

  private int longLength(int count) throws StampRefused {
    if (count == 0 || count > LENGTH_BYTES) {
      throw DerElement.form("a length is indefinite or too long");
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = length << 8 | one();
    }
    if (length < LONG_LENGTH || length >>> 8 * (count - 1) == 0) {
      throw DerElement.form("a length is not in its shortest form");
    }
    return length;
  }

  private int one() throws StampRefused {
    if (at >= end) {
      throw DerElement.form("an element is cut off");
    }
    return bytes[at++] & 0xff;
  }
}
