package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One glossary for all that people read: the console's words, the extension's and those of the data files (the fields
 * {@code en}, {@code zhCn} and {@code zhTw} of any JSON file of ours). The terms stand in {@code glossary.csv}.
 */
class GlossaryTest {
  private static final Path EXTENSION = Path.of("..", "extension", "src", "main", "extension", "_locales");
  private static final List<Path> DATA =
      List.of(Path.of("src", "main", "resources"), Path.of("..", "shared", "src", "main", "resources"));

  /** Simplified forms that Big5 has too, as rare characters or variants. */
  private static final String SIMPLIFIED_IN_BIG5 = "万与么于价几后坏复并据机种里网适荐";

  private static final Map<Language, Map<String, String>> INTERFACE = interfaceTexts();
  private static final Map<Language, Map<String, String>> ALL = allTexts();

  private record Term(String english, boolean always, Map<Language, String> said, Map<Language, String> never) {
    boolean isIn(String text) {
      return Pattern.compile("\\b" + english + "(e?s)?\\b", Pattern.CASE_INSENSITIVE).matcher(text).find();
    }
  }

  @Test
  void simplified_texts_hold_simplified_characters_and_traditional_texts_traditional_ones() {
    List<String> faults = new ArrayList<>();
    CharsetEncoder simplified = Charset.forName("GB2312").newEncoder();
    CharsetEncoder traditional = Charset.forName("Big5").newEncoder();
    ALL.get(Language.SIMPLIFIED_CHINESE).forEach((key, text) -> strange(key, text, simplified, "「」『』", faults));
    ALL.get(Language.TRADITIONAL_CHINESE)
        .forEach((key, text) -> strange(key, text, traditional, "“”‘’" + SIMPLIFIED_IN_BIG5, faults));
    assertThat(faults).isEmpty();
  }

  private static void strange(
      String key, String text, CharsetEncoder known, String unwanted, List<String> faults) {
    text.codePoints()
        .filter(c -> unwanted.indexOf(c) >= 0
            || Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && !known.canEncode(Character.toString(c)))
        .forEach(c -> faults.add(key + ": " + Character.toString(c) + " in " + text));
  }

  @Test
  void a_term_is_said_with_its_own_word_in_every_language() throws IOException {
    List<String> faults = new ArrayList<>();
    for (Term term : glossary()) {
      INTERFACE.get(Language.ENGLISH).forEach((key, english) -> {
        if (!term.always() || !term.isIn(english)) {
          return;
        }
        term.said().forEach((language, word) -> {
          String text = INTERFACE.get(language).getOrDefault(key, "");
          if (!Pattern.compile(word).matcher(text).find()) {
            faults.add(key + " says “" + term.english() + "” and in " + language.tag() + " not " + word + ": " + text);
          }
        });
      });
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void words_that_sellers_do_not_use_stand_nowhere() throws IOException {
    List<String> faults = new ArrayList<>();
    for (Term term : glossary()) {
      term.never().forEach((language, words) -> ALL.get(language).forEach((key, text) -> {
        if (Pattern.compile(words).matcher(text).find()) {
          faults.add(key + " in " + language.tag() + ": " + term.said().get(language) + ", not " + words + ": " + text);
        }
      }));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void the_glossarys_own_words_are_of_their_script() throws IOException {
    assertThat(glossary()).hasSizeGreaterThan(40);
    for (Term term : glossary()) {
      term.said().forEach((language, word) -> assertThat(word)
          .as("%s of %s", language.tag(), term.english())
          .doesNotMatch(term.never().getOrDefault(language, "(?!)"))
          .isNotBlank());
    }
  }

  private static List<Term> glossary() throws IOException {
    Path file = Path.of("src", "test", "resources", "glossary.csv");
    List<Term> terms = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.startsWith("#") || line.startsWith("en;")) {
        continue;
      }
      String[] cells = line.split(";", -1);
      assertThat(cells).as(line).hasSize(5);
      boolean always = !cells[0].startsWith("~");
      terms.add(new Term(
          always ? cells[0] : cells[0].substring(1), always, both(cells[1], cells[2]), both(cells[3], cells[4])));
    }
    return terms;
  }

  private static Map<Language, String> both(String simplified, String traditional) {
    Map<Language, String> words = new EnumMap<>(Language.class);
    if (!simplified.isEmpty()) {
      words.put(Language.SIMPLIFIED_CHINESE, simplified);
    }
    if (!traditional.isEmpty()) {
      words.put(Language.TRADITIONAL_CHINESE, traditional);
    }
    return words;
  }

  private static Map<Language, Map<String, String>> interfaceTexts() {
    Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Map<String, String> texts = new TreeMap<>();
      for (String key : Texts.in(language).keys()) {
        texts.put(key, Texts.in(language).get(key, "{0}", "{1}", "{2}", "{3}", "{4}"));
      }
      JsonNode messages = json(EXTENSION.resolve(language.tag().replace('-', '_')).resolve("messages.json"));
      messages.fields().forEachRemaining(
          text -> texts.put("extension " + text.getKey(), text.getValue().get("message").asText()));
      all.put(language, texts);
    }
    return all;
  }

  private static Map<Language, Map<String, String>> allTexts() {
    Map<Language, String> fields = Map.of(
        Language.ENGLISH, "en", Language.SIMPLIFIED_CHINESE, "zhCn", Language.TRADITIONAL_CHINESE, "zhTw");
    Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Map<String, String> texts = new TreeMap<>(INTERFACE.get(language));
      for (Path folder : DATA) {
        for (Path file : jsonFiles(folder)) {
          collect(json(file), fields.get(language), file.getFileName().toString(), texts);
        }
      }
      all.put(language, texts);
    }
    return all;
  }

  private static void collect(JsonNode node, String field, String path, Map<String, String> texts) {
    if (node.path(field).isTextual()) {
      texts.put(path, node.get(field).asText());
    }
    if (node.isObject()) {
      node.fields().forEachRemaining(child -> collect(child.getValue(), field, path + "." + child.getKey(), texts));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), field, path + "." + i, texts);
    }
  }

  private static List<Path> jsonFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
