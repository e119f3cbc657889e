package shotdeed.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shotdeed.image.LumaImage;

class RotatedTest {
  @Test
  void a_quarter_turn_brings_the_right_edge_to_the_top() {
    LumaImage picture = Drawing.ground(5, 5, 200).rectangle(4, 2, 5, 3, 7).picture();
    LumaImage turned = Rotated.onWhite(picture, 0, 1);
    assertThat(turned.values()[0 * 5 + 2]).isEqualTo(7);
    assertThat(turned.values()[2 * 5 + 4]).isEqualTo(200);
  }

  @Test
  void no_turn_is_the_picture() {
    LumaImage picture = Drawing.ground(40, 30, 0).waves(0, 0, 40, 30, 128).picture();
    assertThat(Rotated.onWhite(picture, 1, 0).values()).containsExactly(picture.values());
  }

  @Test
  void nothing_is_cut_off_and_the_corners_are_white() {
    LumaImage turned = Rotated.onWhite(Drawing.ground(100, 50, 0).picture(), 0.8, 0.6);
    assertThat(turned.width()).isEqualTo(110);
    assertThat(turned.height()).isEqualTo(100);
    assertThat(turned.values()[0]).isEqualTo(255);
    assertThat(turned.values()[turned.values().length - 1]).isEqualTo(255);
    assertThat(turned.values()[50 * 110 + 55]).isZero();
    int black = 0;
    for (float value : turned.values()) {
      black += value == 0 ? 1 : 0;
    }
    assertThat(black).as("the picture's area").isBetween(4_900, 5_100);
  }

  @Test
  void the_angles_sines_and_cosines_are_right() {
    for (double[] angle : Rotated.ANGLES) {
      assertThat(angle[1]).isEqualTo(Math.cos(Math.toRadians(angle[0])), within(1e-15));
      assertThat(angle[2]).isEqualTo(Math.sin(Math.toRadians(angle[0])), within(1e-15));
    }
  }

  static Stream<Arguments> turns() {
    return Stream.of(Rotated.ANGLES)
        .flatMap(
            angle ->
                Stream.of(new int[][] {{120, 80}, {80, 120}, {100, 100}, {300, 30}, {30, 300}})
                    .map(size -> Arguments.of(angle[0], size[0], size[1], angle[1], angle[2])));
  }

  @ParameterizedTest(name = "{1} x {2} by {0} degrees")
  @MethodSource("turns")
  void the_box_shows_no_white_corner(double degrees, int width, int height, double cosine, double sine) {
    for (int way = -1; way <= 1; way += 2) {
      LumaImage turned = Rotated.onWhite(Drawing.ground(width, height, 0).picture(), cosine, way * sine);
      double across = (turned.width() - width) / 2.0;
      double down = (turned.height() - height) / 2.0;
      assertBlack(turned, Rotated.ownShape(width, height, cosine, sine).moved(across, down));
    }
  }

  @ParameterizedTest(name = "{1} x {2} by {0} degrees")
  @MethodSource("turns")
  void the_box_has_the_pictures_shape_and_is_as_large_as_it_can_be(
      double degrees, int width, int height, double cosine, double sine) {
    Box own = Rotated.ownShape(width, height, cosine, sine);
    assertThat(own.width() / own.height()).isEqualTo((double) width / height, within(1e-9));
    assertThat(reach(own, width, height, cosine, sine)).isEqualTo(1, within(1e-9));
  }

  /** How far the box's corners, turned back, lie towards the picture's edges: 1 is at an edge. */
  private static double reach(Box box, double width, double height, double cosine, double sine) {
    double across = box.width() * cosine + box.height() * sine;
    double down = box.width() * sine + box.height() * cosine;
    return Math.max(across / width, down / height);
  }

  /** Pixels that lie wholly within the box. */
  private static void assertBlack(LumaImage turned, Box box) {
    for (int y = (int) Math.ceil(box.top()); y < Math.floor(box.bottom()); y++) {
      for (int x = (int) Math.ceil(box.left()); x < Math.floor(box.right()); x++) {
        assertThat(turned.values()[y * turned.width() + x]).as("%d, %d", x, y).isZero();
      }
    }
  }
}
