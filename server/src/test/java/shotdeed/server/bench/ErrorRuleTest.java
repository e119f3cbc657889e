package shotdeed.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorRuleTest {
  @Test
  void below_a_million_pairs_the_radius_ends_before_the_first_wrong_one() {
    assertThat(ErrorRule.radius(new long[] {0, 0, 0, 1, 5}, 999_999)).isEqualTo(2);
  }

  @Test
  void each_million_pairs_allows_one_wrong_one() {
    long[] wrong = {0, 0, 0, 1, 2, 1};
    assertThat(ErrorRule.radius(wrong, 1_000_000)).isEqualTo(3);
    assertThat(ErrorRule.radius(wrong, 2_999_999)).isEqualTo(3);
    assertThat(ErrorRule.radius(wrong, 3_000_000)).isEqualTo(4);
    assertThat(ErrorRule.radius(wrong, 4_000_000)).isEqualTo(5);
  }

  @Test
  void without_a_wrong_pair_every_distance_is_safe() {
    assertThat(ErrorRule.radius(new long[] {0, 0, 0}, 10)).isEqualTo(2);
  }

  @Test
  void a_wrong_pair_of_distance_0_leaves_no_radius() {
    assertThat(ErrorRule.radius(new long[] {1, 0, 0}, 10)).isEqualTo(-1);
  }
}
