package shotdeed.server.verify.page;

import org.teavm.jso.JSBody;
import shotdeed.server.verify.ResultText;

/** The words of the page, which stand in it in every language. */
final class PageWords implements ResultText.Words {
  private static final String[] TAGS = {"en", "zh-CN", "zh-TW"};

  private final String tag;

  private PageWords(String tag) {
    this.tag = tag;
  }

  static PageWords in(String tag) {
    return new PageWords(tag);
  }

  String tag() {
    return tag;
  }

  /** The first language that a reader asks for and the page has; English if it has none of them. */
  static PageWords first(String languages) {
    int from = 0;
    while (from <= languages.length()) {
      int comma = languages.indexOf(',', from);
      int end = comma < 0 ? languages.length() : comma;
      String tag = ofLanguage(languages.substring(from, end).toLowerCase());
      if (tag != null) {
        return new PageWords(tag);
      }
      from = end + 1;
    }
    return new PageWords(TAGS[0]);
  }

  private static String ofLanguage(String asked) {
    if (asked.equals("en") || asked.startsWith("en-")) {
      return TAGS[0];
    }
    if (!asked.equals("zh") && !asked.startsWith("zh-")) {
      return null;
    }
    boolean traditional = asked.indexOf("hant") > 0
        || asked.indexOf("hans") < 0
            && (asked.endsWith("-tw") || asked.endsWith("-hk") || asked.endsWith("-mo"));
    return traditional ? TAGS[2] : TAGS[1];
  }

  @Override
  public String of(String key, Object... values) {
    String pattern = word(tag, key);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      int place = c == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}' ? pattern.charAt(i + 1) - '0' : -1;
      if (place < 0 || place > 9) {
        text.append(c);
      } else {
        text.append(place < values.length ? String.valueOf(values[place]) : "");
        i += 2;
      }
    }
    return text.toString();
  }

  @Override
  public boolean has(String key) {
    return known(tag, key);
  }

  @JSBody(
      params = {"tag", "key"},
      script =
          "var all = globalThis.shotdeedWords ||"
              + " (globalThis.shotdeedWords = JSON.parse(document.getElementById('words').textContent));"
              + " var word = all[tag][key]; return typeof word === 'string' ? word : key;")
  private static native String word(String tag, String key);

  @JSBody(
      params = {"tag", "key"},
      script =
          "var all = globalThis.shotdeedWords ||"
              + " (globalThis.shotdeedWords = JSON.parse(document.getElementById('words').textContent));"
              + " return typeof all[tag][key] === 'string';")
  private static native boolean known(String tag, String key);
}
