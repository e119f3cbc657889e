package shotdeed.extension.site;

/** Texts as scripts write them. */
final class ScriptText {
  private static final int HEX = 4;

  private ScriptText() {}

  /** A text with its escaped characters, such as {@code \}{@code u6674}, as themselves; what is no escape stays. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int escaped = text.charAt(i) == '\\' && i + 1 < text.length() && text.charAt(i + 1) == 'u' ? character(text, i + 2) : -1;
      plain.append(escaped < 0 ? text.charAt(i) : (char) escaped);
      i += escaped < 0 ? 0 : HEX + 1;
    }
    return plain.toString();
  }

  /** The character whose number stands at a place, four digits in base 16; -1 if it is none. */
  private static int character(String text, int at) {
    int value = at + HEX <= text.length() ? 0 : -1;
    for (int i = at; i < at + HEX && value >= 0; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      value = digit < 0 ? -1 : 16 * value + digit;
    }
    return value;
  }
}
