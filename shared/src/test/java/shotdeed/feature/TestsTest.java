package shotdeed.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestsTest {
  @Test
  void every_corner_is_one_of_the_grid() {
    assertThat(Tests.CORNERS).hasSize(8 * 256);
    for (int corner : Tests.CORNERS) {
      assertThat(corner).isBetween(0, 17 * 17 - 1);
    }
  }

  /** A bit that says the same as its neighbour would count twice. */
  @Test
  void no_test_is_its_own_mirror_image_and_none_is_there_twice() {
    Set<String> seen = new HashSet<>();
    for (int test = 0; test < 256; test++) {
      StringBuilder shown = new StringBuilder();
      for (int i = 0; i < 8; i++) {
        shown.append(Tests.CORNERS[8 * test + i]).append(' ');
      }
      assertThat(seen.add(shown.append(Tests.THRESHOLDS[test]).toString())).as("test %d", test).isTrue();
    }
  }
}
