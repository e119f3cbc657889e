package shotdeed.extension.fill;

import java.util.List;

/** Words that name a field, and how well they fit what a page says. */
final class Words {
  /** Shorter words of an alphabet are in too many others. */
  private static final int SHORTEST = 4;

  /** What only a person may declare; a tick that says any of this is left to them, whatever a template says. */
  private static final List<String> PERSONAL =
      List.of(
          "declare", "declaration", "perjury", "good faith", "good-faith", "goodfaith", "swear", "sworn", "oath",
          "under penalty", "certify", "i agree", "agree to", "i confirm", "i have read", "i accept", "accept the",
          "accurate", "i state", "i understand",
          "acknowledge", "consent", "terms", "i am the", "authorized to", "authorised to", "liable", "liability",
          "truthful", "believe", "warrant", "undertake", "signature",
          "声明", "承诺", "保证", "同意", "善意", "伪证", "属实", "真实", "责任", "协议", "确认", "知悉", "已阅读", "授权",
          "聲明", "承諾", "保證", "偽證", "屬實", "真實", "責任", "協議", "確認", "已閱讀", "授權");

  private Words() {}

  /** Without blanks at the ends, marks of required fields, colons and the like; single blanks between words. */
  static String plain(String said) {
    StringBuilder plain = new StringBuilder();
    boolean blank = false;
    for (int i = 0; i < said.length(); i++) {
      char c = said.charAt(i);
      if (c <= ' ' || c == '\u00a0' || c == '\u3000' || "*:：＊()（）?？,，.。_-[]/".indexOf(c) >= 0) {
        blank = plain.length() > 0;
      } else {
        if (blank) {
          plain.append(' ');
          blank = false;
        }
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }

  /** Whether a tick with these words is a declaration. */
  static boolean isPersonal(String words) {
    String said = words.toLowerCase();
    for (String personal : PERSONAL) {
      if (said.indexOf(personal) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether words ask for a signature. */
  static boolean isSignature(String words) {
    String said = words.toLowerCase();
    return said.indexOf("signature") >= 0
        || said.indexOf("签名") >= 0
        || said.indexOf("簽名") >= 0
        || said.indexOf("签字") >= 0;
  }

  /**
   * How well a name fits a word, 0 to 100: it is the word, or holds it as words of its own; the less else it says the
   * better.
   */
  static int fit(String name, String word) {
    String said = plain(name);
    String wanted = plain(word);
    if (wanted.isEmpty() || said.isEmpty()) {
      return 0;
    }
    if (said.equals(wanted)) {
      return 100;
    }
    int at = said.indexOf(wanted);
    if (at < 0 || isLatin(wanted) && (wanted.length() < SHORTEST || !stands(said, at, wanted.length()))) {
      return 0;
    }
    return 30 + 40 * wanted.length() / said.length() + (at == 0 ? 5 : 0);
  }

  private static boolean stands(String said, int at, int length) {
    int end = at + length;
    return (at == 0 || said.charAt(at - 1) == ' ') && (end == said.length() || said.charAt(end) == ' ');
  }

  private static boolean isLatin(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 0x24f) {
        return false;
      }
    }
    return true;
  }
}
