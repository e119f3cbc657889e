package shotdeed.extension.fill;

import java.util.ArrayList;
import java.util.List;

/** Words that name a field, and how well they fit what a page says. */
final class Words {
  /** Shorter words of an alphabet are in too many others. */
  private static final int SHORTEST = 4;

  /** Words for a kind of thing; what stands with them says which one it is. */
  private static final List<String> GENERAL =
      List.of(
          "address", "name", "number", "description", "date", "link", "url", "listing", "statement", "地址", "号码", "名称",
          "链接", "描述");

  private static final List<String> MAIL_OR_WEB =
      List.of("email", "e mail", "emails", "web", "website", "ip", "url", "link", "邮件", "邮箱", "电邮", "链接", "网址", "網址",
          "郵件", "郵箱", "信箱", "連結");

  private static final List<String> NOT_PEOPLE =
      List.of("company", "shop", "store", "brand", "user", "product", "item", "file", "business");

  private static final List<String> CODES =
      List.of("验证码", "校验码", "驗證碼", "captcha", "verification code", "security code", "one time code", "phone code");

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
    if (means(said, wanted, CODES)
        || isPostal(wanted) && means(said, wanted, MAIL_OR_WEB)
        || wanted.equals("name") && means(said, wanted, NOT_PEOPLE)) {
      return 0;
    }
    int at = said.indexOf(wanted);
    if (at < 0 || isLatin(wanted) && (wanted.length() < SHORTEST || !stands(said, at, wanted.length()))) {
      return 0;
    }
    return 30 + 40 * wanted.length() / said.length() + (at == 0 ? 5 : 0);
  }

  /** Whether a word only says of what kind something is. */
  static boolean isGeneral(String word) {
    return GENERAL.contains(plain(word));
  }

  /** Whether a name says that a telephone is meant, and not where a page was looked at. */
  static boolean isTelephone(String name) {
    String said = plain(name);
    return holds(said, "手机号")
        || holds(said, "手機號")
        || holds(said, "电话")
        || holds(said, "電話")
        || holds(said, "phone number");
  }

  /** The words of an alphabet in it, between blanks. */
  static List<String> split(String said) {
    List<String> words = new ArrayList<>();
    int from = 0;
    while (from <= said.length()) {
      int to = said.indexOf(' ', from);
      to = to < 0 ? said.length() : to;
      if (to > from) {
        words.add(said.substring(from, to));
      }
      from = to + 1;
    }
    return words;
  }

  private static boolean isPostal(String wanted) {
    return holds(wanted, "address") || holds(wanted, "地址");
  }

  /** Whether a name is of something else than the word alone would say. */
  private static boolean means(String said, String wanted, List<String> others) {
    for (String other : others) {
      if (holds(said, other) && !holds(wanted, other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String said, String word) {
    int at = said.indexOf(word);
    return at >= 0 && (!isLatin(word) || stands(said, at, word.length()));
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
