package shotdeed.server.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The words shown to people in one language, from {@code NAME_LANGUAGE.properties} of each {@link #FILES name}. A text
 * may have places {0} to {9}; any other brace or apostrophe stands for itself.
 */
public final class Texts {
  /** What all pages share, then a file a feature. No key stands in two of them. */
  static final List<String> FILES =
      List.of("messages", "people", "learn", "first", "second", "dispute", "proof", "upload", "mail", "shops", "copy",
          "triage", "report", "dashboard", "hook", "library", "watch", "paper", "log", "verify", "forms", "bundle",
          "stamp", "capture", "policy", "fields", "risk", "accused", "batch", "outcome");

  private static final Map<Language, Texts> ALL = load();

  private final Language language;
  private final Properties messages;

  private Texts(Language language, Properties messages) {
    this.language = language;
    this.messages = messages;
  }

  /** The words of a language. */
  public static Texts in(Language language) {
    return ALL.get(language);
  }

  /** Which language. */
  public Language language() {
    return language;
  }

  /** The keys that have a text. */
  public Set<String> keys() {
    return messages.stringPropertyNames();
  }

  /**
   * A text with its places filled. The result is plain text: whoever writes it into a page escapes it.
   *
   * @throws IllegalArgumentException if there is no such text
   */
  public String get(String key, Object... values) {
    String pattern = messages.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language.tag());
    }
    StringBuilder text = new StringBuilder(pattern.length() + 32);
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (isPlace(pattern, i)) {
        int place = pattern.charAt(i + 1) - '0';
        text.append(place < values.length ? String.valueOf(values[place]) : "");
        i += 2;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static boolean isPlace(String pattern, int at) {
    return at + 2 < pattern.length()
        && pattern.charAt(at) == '{'
        && pattern.charAt(at + 1) >= '0'
        && pattern.charAt(at + 1) <= '9'
        && pattern.charAt(at + 2) == '}';
  }

  private static Map<Language, Texts> load() {
    Map<Language, Texts> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Properties messages = new Properties();
      for (String name : FILES) {
        messages.putAll(words(name, language));
      }
      all.put(language, new Texts(language, messages));
    }
    return all;
  }

  /** One file. */
  static Properties words(String name, Language language) {
    String file = "/shotdeed/server/" + name + "_" + language.tag().replace('-', '_') + ".properties";
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      Properties words = new Properties();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
