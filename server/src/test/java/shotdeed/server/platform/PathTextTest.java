package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathTextTest {
  @Test
  void control_characters_are_escaped_and_all_others_stay() {
    assertThat(PathText.shown("影 契\n\t\r\007\b\013\f.jpg", '/')).isEqualTo("影 契\\n\\t\\r\\a\\b\\v\\f.jpg");
    assertThat(PathText.shown("\033[2J\177\000", '/')).isEqualTo("\\033[2J\\177\\000");
    assertThat(PathText.shown("a\u0085b\u2028c", '/')).isEqualTo("a\\302\\205b\\342\\200\\250c");
  }

  @Test
  void a_backslash_is_doubled_where_it_separates_no_folders() {
    assertThat(PathText.shown("a\\n.jpg", '/')).isEqualTo("a\\\\n.jpg");
    assertThat(PathText.shown("C:\\new\\a.jpg", '\\')).isEqualTo("C:\\new\\a.jpg");
  }
}
