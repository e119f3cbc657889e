package shotdeed.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.image.LumaImage;

class LandmarksTest {
  /** The box is 3.2 times as wide as the square. */
  @ParameterizedTest
  @CsvSource({"255, 0", "0, 255", "128, 140"})
  void a_square_on_an_even_ground_gives_a_box_about_it(int ground, int square) {
    List<Box> boxes = landmarks(Drawing.ground(200, 200, ground).rectangle(80, 90, 120, 130, square).picture());
    assertBox(boxes.get(0), 100, 110, 128);
  }

  @Test
  void the_box_stays_with_the_square_when_the_picture_is_cropped_or_pasted_elsewhere() {
    LumaImage picture = Drawing.ground(200, 200, 230).rectangle(80, 90, 120, 130, 30).picture();
    assertBox(landmarks(Drawing.crop(picture, 30, 40, 190, 200)).get(0), 70, 70, 128);
    assertBox(landmarks(Drawing.ground(300, 260, 230).paste(picture, 70, 20).picture()).get(0), 170, 130, 128);
  }

  @Test
  void a_square_twice_as_large_gives_a_box_twice_as_large() {
    LumaImage large = Drawing.ground(400, 400, 255).rectangle(160, 180, 240, 260, 0).picture();
    assertBox(landmarks(large).get(0), 200, 220, 256);
  }

  @Test
  void a_box_that_would_reach_out_of_the_picture_is_not_given() {
    assertThat(landmarks(Drawing.ground(200, 200, 255).rectangle(20, 90, 60, 130, 0).picture()))
        .allSatisfy(
            box -> {
              assertThat(box.left()).isGreaterThanOrEqualTo(0);
              assertThat(box.top()).isGreaterThanOrEqualTo(0);
              assertThat(box.right()).isLessThanOrEqualTo(200);
              assertThat(box.bottom()).isLessThanOrEqualTo(200);
            })
        .noneSatisfy(box -> assertBox(box, 40, 110, 128));
  }

  @Test
  void the_most_pronounced_comes_first_and_no_more_are_given_than_asked_for() {
    LumaImage two =
        Drawing.ground(400, 200, 255).rectangle(80, 80, 120, 120, 180).rectangle(280, 80, 320, 120, 0).picture();
    List<Box> boxes = landmarks(two);
    assertBox(boxes.get(0), 300, 100, 128);
    assertThat(boxes).anySatisfy(box -> assertBox(box, 100, 100, 128));
    assertThat(Landmarks.of(new AreaSums(two), 0.08, 10, 1)).containsExactly(boxes.get(0));
  }

  @Test
  void one_colour_and_contrast_below_three_levels_give_none() {
    assertThat(landmarks(Drawing.ground(200, 200, 90).picture())).isEmpty();
    assertThat(landmarks(Drawing.ground(200, 200, 90).rectangle(80, 80, 120, 120, 93).picture())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 300", "3, 20000", "16, 16"})
  void a_picture_too_small_for_any_box_gives_none_or_boxes_within_it(int width, int height) {
    assertThat(landmarks(Drawing.ground(width, height, 0).rectangle(0, 0, 1, 1, 255).picture()))
        .allSatisfy(box -> assertThat(box.right()).isLessThanOrEqualTo(width));
  }

  private static void assertBox(Box box, double x, double y, double side) {
    assertThat((box.left() + box.right()) / 2).isEqualTo(x, within(1.0));
    assertThat((box.top() + box.bottom()) / 2).isEqualTo(y, within(1.0));
    assertThat(box.width()).isEqualTo(side, within(side * 0.03));
    assertThat(box.height()).isEqualTo(box.width(), within(1e-9));
  }

  private static List<Box> landmarks(LumaImage picture) {
    return Landmarks.of(new AreaSums(picture), QueryRegions.SMALLEST_LANDMARK, 10, 24);
  }
}
