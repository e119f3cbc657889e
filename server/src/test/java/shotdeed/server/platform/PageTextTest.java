package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTextTest {
  @Test
  void markup_stays_what_it_is_plain_text() {
    assertThat(PageText.line("<b onclick=\"x\">外套</b>", 100)).isEqualTo("<b onclick=\"x\">外套</b>");
  }

  @Test
  void white_space_becomes_one_space_and_none_at_the_ends() {
    assertThat(PageText.line(" \t a\r\n\u3000b\u00a0 ", 100)).isEqualTo("a b");
  }

  @Test
  void control_characters_and_those_that_turn_the_text_around_are_dropped() {
    assertThat(PageText.line("a\u0000b\u0007c\u202ed\u2066e\ufefff\ud800g", 100)).isEqualTo("abcdefg");
  }

  @Test
  void what_is_too_long_ends_in_an_ellipsis_and_no_half_character() {
    assertThat(PageText.line("abcdef", 6)).isEqualTo("abcdef");
    assertThat(PageText.line("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(PageText.line("abcd\ud83d\udc57xyz", 6)).isEqualTo("abcd…");
    assertThat(PageText.line("x".repeat(1_000_000), 10)).hasSize(10);
  }

  @Test
  void nothing_is_empty() {
    assertThat(PageText.line(null, 10)).isEmpty();
    assertThat(PageText.line(" \n ", 10)).isEmpty();
  }
}
