package shotdeed.ledger.stamp;

import java.util.ArrayList;
import java.util.List;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.Utf8;

/** The name of a certificate's holder as people read it. */
final class DerName {
  /** Characters shown of one part, and parts shown. */
  private static final int MAX_PART = 120;

  private static final int MAX_PARTS = 10;

  private static final int PRINTABLE = 0x13;
  private static final int LATIN = 0x14;
  private static final int IA5 = 0x16;
  private static final int BMP = 0x1e;

  private DerName() {}

  /** Such as {@code CN=Example Time Stamping, O=Example, C=CN}: the narrowest part first. */
  static String text(DerElement name) throws StampRefused {
    List<String> parts = new ArrayList<>();
    DerReader sets = name.require(DerElement.SEQUENCE).inside();
    while (sets.more()) {
      DerReader set = sets.next(DerElement.SET).inside();
      while (set.more()) {
        DerReader part = set.next(DerElement.SEQUENCE).inside();
        String type = type(part.next().oid());
        String value = value(part.next());
        part.end();
        if (type != null && !value.isEmpty() && parts.size() < MAX_PARTS) {
          parts.add(0, type + "=" + value);
        }
      }
    }
    return String.join(", ", parts);
  }

  /** The letters of RFC 4519 for a part (2.5.4.x), or {@code null} for one that tells people nothing. */
  private static String type(String oid) {
    switch (oid) {
      case "550403":
        return "CN";
      case "550406":
        return "C";
      case "550407":
        return "L";
      case "550408":
        return "ST";
      case "55040a":
        return "O";
      case "55040b":
        return "OU";
      default:
        return null;
    }
  }

  private static String value(DerElement value) throws StampRefused {
    StringBuilder text = new StringBuilder();
    switch (value.tag()) {
      case DerElement.UTF8:
        utf8(value, text);
        break;
      case PRINTABLE:
      case LATIN:
      case IA5:
        for (int i = 0; i < value.length(); i++) {
          append(text, value.at(i));
        }
        break;
      case BMP:
        for (int i = 0; i + 1 < value.length(); i += 2) {
          append(text, value.at(i) << 8 | value.at(i + 1));
        }
        break;
      default:
        break; // a part in another alphabet is left out
    }
    return text.toString().trim();
  }

  private static void utf8(DerElement value, StringBuilder text) throws StampRefused {
    try {
      String all = Utf8.text(value.content());
      for (int i = 0; i < all.length(); i += Character.charCount(all.codePointAt(i))) {
        append(text, all.codePointAt(i));
      }
    } catch (Malformed e) {
      throw DerElement.form("a name that is no text");
    }
  }

  /** Control characters, and those that turn the direction of the text around them, become spaces. */
  private static void append(StringBuilder text, int c) {
    boolean turns = c >= 0x200b && c <= 0x200f || c >= 0x2028 && c <= 0x202e || c >= 0x2060 && c <= 0x206f
        || c >= 0xd800 && c < 0xe000 || c == 0xfeff;
    if (text.length() < MAX_PART) {
      text.appendCodePoint(c < ' ' || c >= 0x7f && c < 0xa0 || turns || c > 0x10ffff ? ' ' : c);
    }
  }
}
