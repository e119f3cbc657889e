package shotdeed.extension;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.model.Unjudged;
import shotdeed.wire.ChangedPages;

/** The extension's texts in its three languages. */
class TextsTest {
  private static final Path LOCALES = Path.of("src", "main", "extension", "_locales");
  private static final Path SOURCES = Path.of("src", "main", "java");

  @ParameterizedTest
  @ValueSource(strings = {"zh_CN", "zh_TW"})
  void every_text_stands_in_every_language_with_the_same_placeholders(String language) throws IOException {
    JsonNode english = messages("en");
    JsonNode other = messages(language);
    assertThat(names(other)).isEqualTo(names(english));
    for (String key : names(english)) {
      assertThat(other.at("/" + key + "/placeholders"))
          .as(key)
          .isEqualTo(english.at("/" + key + "/placeholders"));
      for (String hole : names(english.at("/" + key + "/placeholders"))) {
        assertThat(other.at("/" + key + "/message").asText()).as(key).contains("$" + hole.toUpperCase() + "$");
      }
    }
  }

  @Test
  void every_text_that_the_code_asks_for_exists() throws IOException {
    Set<String> known = names(messages("en"));
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher matcher = Pattern.compile("(?:message|Ui\\.text|Ui\\.button)\\((.*?)[;{]", Pattern.DOTALL).matcher(Files.readString(file));
        while (matcher.find()) {
          Matcher words = Pattern.compile("\"([a-z]+[A-Z][A-Za-z]+)\"").matcher(matcher.group(1));
          while (words.find()) {
            asked.add(words.group(1));
          }
        }
      }
    }
    assertThat(asked).hasSizeGreaterThan(40);
    assertThat(known).containsAll(asked);
  }

  @Test
  void every_answer_of_the_penalty_engine_has_words() throws IOException {
    Set<String> known = names(messages("en"));
    JsonNode texts =
        new ObjectMapper().readTree(TextsTest.class.getResourceAsStream("/shotdeed/penalty/texts.json"));
    for (JsonNode alternative : texts.get("alternatives")) {
      assertThat(known).contains("alternative_" + alternative.get("code").asText().replace('-', '_'));
    }
  }

  @Test
  void every_reason_for_no_verdict_has_a_name_and_says_what_to_do() throws IOException {
    Set<String> known = names(messages("en"));
    for (Unjudged reason : Unjudged.values()) {
      String key = "unjudged_" + reason.text().replace('-', '_');
      assertThat(known).contains(key, key + "_detail");
    }
  }

  @Test
  void every_site_and_part_of_a_page_that_may_have_changed_has_a_name() throws IOException {
    Set<String> known = names(messages("en"));
    for (String site : ChangedPages.SITES) {
      assertThat(known).contains("site_" + site);
    }
    for (String part : ChangedPages.PARTS) {
      assertThat(known).contains("part_" + part);
    }
    assertThat(known).contains("kept_pictures", "kept_large", "kept_shown", "kept_shopless", "kept_untitled", "kept_bare");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh_CN", "zh_TW"})
  void no_text_stands_twice_in_a_language(String language) throws IOException {
    ObjectMapper strict = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    assertThat(strict.readTree(LOCALES.resolve(language).resolve("messages.json").toFile())).isNotEmpty();
  }

  private static JsonNode messages(String language) throws IOException {
    return new ObjectMapper().readTree(LOCALES.resolve(language).resolve("messages.json").toFile());
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
