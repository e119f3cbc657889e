package shotdeed.server.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AffineTest {
  private final Affine twiceAndToTheRight = new Affine(2, 0, 30, 0, 2, 0);
  private final Affine quarterTurn = new Affine(0, -1, 0, 1, 0, 0);

  @Test
  void a_place_is_scaled_and_moved() {
    assertThat(twiceAndToTheRight.x(10, 7)).isEqualTo(50);
    assertThat(twiceAndToTheRight.y(10, 7)).isEqualTo(14);
  }

  @Test
  void after_names_what_comes_first() {
    Affine turnedThenScaled = twiceAndToTheRight.after(quarterTurn);
    assertThat(turnedThenScaled.x(10, 7)).isEqualTo(2 * -7 + 30);
    assertThat(turnedThenScaled.y(10, 7)).isEqualTo(2 * 10);
  }

  @Test
  void the_way_back_leads_to_where_one_came_from() {
    Affine slanting = new Affine(1.5, 0.2, -4, -0.3, 0.9, 11);
    Affine back = slanting.inverse().after(slanting);
    assertThat(back.x(123, 45)).isCloseTo(123, within(1e-9));
    assertThat(back.y(123, 45)).isCloseTo(45, within(1e-9));
  }

  @Test
  void where_everything_lies_on_one_line_there_is_no_way_back() {
    assertThatThrownBy(() -> new Affine(1, 2, 0, 2, 4, 0).inverse())
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("no inverse");
  }

  @Test
  void the_same_map_holds_between_the_pictures_at_other_sizes() {
    Affine halfSize = twiceAndToTheRight.resized(0.5, 0.5, 3, 1);
    assertThat(halfSize.x(5, 3.5)).isEqualTo(3 * 50);
    assertThat(halfSize.y(5, 3.5)).isEqualTo(14);
  }

  @Test
  void a_mirror_image_has_a_negative_determinant() {
    assertThat(new Affine(-2, 0, 100, 0, 3, 0).determinant()).isEqualTo(-6);
  }
}
