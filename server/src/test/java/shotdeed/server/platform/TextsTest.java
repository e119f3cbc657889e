package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
  private static final Texts CHINESE = Texts.in(Language.SIMPLIFIED_CHINESE);

  @Test
  void every_language_has_the_same_texts_with_the_same_places() {
    for (Language language : Language.values()) {
      Texts texts = Texts.in(language);
      assertThat(texts.keys()).as(language.tag()).isEqualTo(ENGLISH.keys());
      for (String key : ENGLISH.keys()) {
        assertThat(places(texts, key)).as(key).isEqualTo(places(ENGLISH, key));
      }
    }
  }

  @Test
  void no_text_stands_in_two_files() {
    for (Language language : Language.values()) {
      List<String> keys = new ArrayList<>();
      for (String name : Texts.FILES) {
        keys.addAll(Texts.words(name, language).stringPropertyNames());
      }
      assertThat(keys).as(language.tag()).doesNotHaveDuplicates();
    }
  }

  /** A detail may name a place twice in one language and once in the other. */
  private static List<String> places(Texts texts, String key) {
    List<String> places = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\{\\d}").matcher(texts.get(key, "{0}", "{1}", "{2}", "{3}", "{4}"));
    while (matcher.find()) {
      if (!places.contains(matcher.group())) {
        places.add(matcher.group());
      }
    }
    Collections.sort(places);
    return places;
  }

  @Test
  void every_error_has_its_words_in_every_language() {
    for (Errors error : Errors.values()) {
      assertThat(ENGLISH.keys()).contains(error.titleKey(), error.detailKey());
    }
    // And no words are left behind of an error that is gone.
    long details = ENGLISH.keys().stream().filter(key -> key.matches("error\\..*\\.detail")).count();
    assertThat(details).isEqualTo(Errors.values().length);
  }

  @Test
  void places_are_filled_and_nothing_else_is_touched() {
    assertThat(ENGLISH.get("error.already-complained", 7)).isEqualTo("This sighting is already part of complaint 7");
    assertThat(CHINESE.get("error.already-complained", 7)).isEqualTo("该线索已属于投诉 7");
    assertThat(ENGLISH.get("error.storage-full")).isEqualTo("The server's disk is almost full");
    assertThat(ENGLISH.get("error.field-invalid", "{1} <b>")).isEqualTo("A field has the wrong form: {1} <b>");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ENGLISH.get("no.such.text"))
        .withMessage("no text no.such.text in en");
  }

  @Test
  void the_language_is_the_chosen_one_else_the_browsers_favourite() {
    assertThat(Language.pick("zh-CN", "en")).isEqualTo(Language.SIMPLIFIED_CHINESE);
    assertThat(Language.pick("zh-TW", "zh-CN")).isEqualTo(Language.TRADITIONAL_CHINESE);
    assertThat(Language.pick("xx", "zh-TW,en;q=0.5")).isEqualTo(Language.TRADITIONAL_CHINESE);
    assertThat(Language.pick(null, "fr, en;q=0.8, zh;q=0.9")).isEqualTo(Language.SIMPLIFIED_CHINESE);
    assertThat(Language.pick(null, "en-GB,zh;q=0.9")).isEqualTo(Language.ENGLISH);
    assertThat(Language.pick(null, "zh;q=hostile")).isEqualTo(Language.ENGLISH);
    assertThat(Language.pick(null, null)).isEqualTo(Language.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource({
    "zh, SIMPLIFIED_CHINESE",
    "zh-CN, SIMPLIFIED_CHINESE",
    "zh-SG, SIMPLIFIED_CHINESE",
    "zh-Hans, SIMPLIFIED_CHINESE",
    "zh-Hans-HK, SIMPLIFIED_CHINESE",
    "zh-TW, TRADITIONAL_CHINESE",
    "ZH-hk, TRADITIONAL_CHINESE",
    "zh-MO, TRADITIONAL_CHINESE",
    "zh-Hant, TRADITIONAL_CHINESE",
    "zh-Hant-CN, TRADITIONAL_CHINESE",
    "en-US, ENGLISH",
    "zhx,",
    "-,",
    "'',",
    "fr-FR,"
  })
  void chinese_is_written_as_the_tags_script_or_region_writes_it(String tag, Language language) {
    assertThat(Language.of(tag)).isEqualTo(language);
  }
}
