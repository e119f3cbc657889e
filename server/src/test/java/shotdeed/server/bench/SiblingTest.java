package shotdeed.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiblingTest {
  @ParameterizedTest
  @CsvSource({
    "wsh11/wsh11-red_main.jpg, wsh11, red, main",
    "wsh11/wsh11-sky-blue_alt1.jpg, wsh11, blue, alt1",
    "set/a/x-red_2.jpg, set/a, red, 2",
    "m1-red_main.jpg, m1, red, main",
    "m1/photo.jpg, m1, '', ''",
    "photo, photo, '', ''",
  })
  void a_path_tells_product_colour_and_view(String path, String product, String colour, String view) {
    assertThat(Sibling.of(path)).isEqualTo(new Sibling(product, colour, view));
  }

  @ParameterizedTest
  @CsvSource({
    "a/a-red_main.jpg, a/a-red_back.jpg, OTHER_VIEW",
    "a/a-red_main.jpg, a/a-blue_back.jpg, OTHER_VIEW",
    "a/a-red_main.jpg, a/a-blue_main.jpg, OTHER_COLOUR",
    "a/a-red_main.jpg, b/b-red_main.jpg, OTHER_PRODUCT",
    "a/one.jpg, a/two.jpg, OTHER_VIEW",
    "a/a-red_main.jpg, a/a-red_main.png, OTHER_VIEW",
  })
  void two_of_them_are_kin_as_their_names_say(String one, String other, Kinship kinship) {
    assertThat(Sibling.of(one).kinship(Sibling.of(other))).isEqualTo(kinship);
    assertThat(Sibling.of(other).kinship(Sibling.of(one))).isEqualTo(kinship);
  }

  @Test
  void a_photograph_outside_the_sets_is_kin_to_nobody() {
    Photograph inside = new Photograph("a", Path.of("a"), Photograph.Role.SIBLING, Sibling.of("a/a-red_main.jpg"));
    Photograph outside = new Photograph("b", Path.of("b"), Photograph.Role.ORIGINAL, null);
    assertThat(inside.kinship(outside)).isEqualTo(Kinship.UNRELATED);
    assertThat(outside.kinship(inside)).isEqualTo(Kinship.UNRELATED);
  }
}
