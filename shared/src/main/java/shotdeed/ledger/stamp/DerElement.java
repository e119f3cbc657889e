package shotdeed.ledger.stamp;

import java.util.Arrays;
import shotdeed.digest.Hex;
import shotdeed.ledger.stamp.StampRefused.Reason;

/** One element of DER (X.690, 10) inside a larger array, which must not change meanwhile. */
final class DerElement {
  static final int BOOLEAN = 0x01;
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int NULL = 0x05;
  static final int OID = 0x06;
  static final int UTF8 = 0x0c;
  static final int UTC_TIME = 0x17;
  static final int GENERALIZED_TIME = 0x18;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  private final byte[] bytes;
  private final int tag;
  private final int start;
  private final int content;
  private final int end;

  /**
   * An element whose bounds were checked.
   *
   * @param start of the tag
   * @param content of what is inside
   * @param end past the last byte
   */
  DerElement(byte[] bytes, int tag, int start, int content, int end) {
    this.bytes = bytes;
    this.tag = tag;
    this.start = start;
    this.content = content;
    this.end = end;
  }

  /** A field with the number of a choice or an optional part: constructed, context-specific. */
  static int field(int number) {
    return 0xa0 | number;
  }

  /** The same, primitive. */
  static int plainField(int number) {
    return 0x80 | number;
  }

  /** Reads an array that is one element and nothing else. */
  static DerElement whole(byte[] bytes) throws StampRefused {
    DerReader reader = new DerReader(bytes, 0, bytes.length);
    DerElement element = reader.next();
    reader.end();
    return element;
  }

  int tag() {
    return tag;
  }

  /** Bytes of its content. */
  int length() {
    return end - content;
  }

  /** The elements inside. */
  DerReader inside() {
    return new DerReader(bytes, content, end);
  }

  /** Its content. */
  byte[] content() {
    return Arrays.copyOfRange(bytes, content, end);
  }

  /** With tag and length. */
  byte[] encoded() {
    return Arrays.copyOfRange(bytes, start, end);
  }

  int at(int index) {
    return bytes[content + index] & 0xff;
  }

  /** This element, if it has the tag. */
  DerElement require(int wanted) throws StampRefused {
    if (tag != wanted) {
      throw form("a tag " + tag + " stands where " + wanted + " belongs");
    }
    return this;
  }

  /** The content of an object identifier in hexadecimal, by which two are compared. */
  String oid() throws StampRefused {
    require(OID);
    if (length() == 0 || at(length() - 1) >= 0x80) {
      throw form("an object identifier is cut off");
    }
    return hex();
  }

  /** An integer's shortest form, two's complement. */
  byte[] integer() throws StampRefused {
    require(INTEGER);
    boolean padded = length() > 1 && (at(0) == 0 && at(1) < 0x80 || at(0) == 0xff && at(1) >= 0x80);
    if (length() == 0 || padded) {
      throw form("an integer is not in its shortest form");
    }
    return content();
  }

  /** An integer of 0 to 127. */
  int small() throws StampRefused {
    if (integer().length != 1 || at(0) >= 0x80) {
      throw form("an integer is not a small number");
    }
    return at(0);
  }

  /** Whether all is well with a truth value, and what it is. */
  boolean truth() throws StampRefused {
    require(BOOLEAN);
    if (length() != 1 || at(0) != 0 && at(0) != 0xff) {
      throw form("a truth value is neither true nor false");
    }
    return at(0) != 0;
  }

  /** The bytes of a string of bits; what its last byte does not use is zero. */
  byte[] bits() throws StampRefused {
    require(BIT_STRING);
    int unused = length() == 0 ? 8 : at(0);
    if (unused > 7 || unused > 0 && length() == 1 || (at(length() - 1) & (1 << unused) - 1) != 0 && length() > 1) {
      throw form("a string of bits has none, or too many");
    }
    return Arrays.copyOfRange(bytes, content + 1, end);
  }

  /** The content in hexadecimal. */
  String hex() {
    return Hex.of(content());
  }

  static StampRefused form(String detail) {
    return new StampRefused(Reason.FORM, detail);
  }
}
