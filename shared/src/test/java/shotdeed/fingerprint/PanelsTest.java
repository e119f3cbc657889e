package shotdeed.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import shotdeed.image.LumaImage;

class PanelsTest {
  @Test
  void a_picture_of_one_piece_is_its_only_panel() {
    assertThat(panels(Drawing.ground(200, 100, 0).waves(0, 0, 200, 100, 128).picture()))
        .containsExactly(new Box(0, 0, 200, 100));
  }

  @Test
  void a_framed_picture_is_proposed_with_and_without_its_frame() {
    assertThat(panels(Drawing.ground(200, 100, 255).waves(20, 10, 170, 80, 128).picture()))
        .containsExactly(new Box(0, 0, 200, 100), new Box(20, 10, 170, 80));
  }

  @Test
  void two_pictures_with_a_gutter_between_are_proposed_each_by_itself() {
    assertThat(panels(Drawing.ground(200, 100, 255).waves(0, 0, 90, 100, 128).waves(110, 0, 200, 100, 128).picture()))
        .containsExactly(new Box(0, 0, 200, 100), new Box(0, 0, 90, 100), new Box(110, 0, 200, 100));
  }

  @Test
  void of_four_pictures_the_halves_on_the_way_are_kept() {
    LumaImage collage =
        Drawing.ground(240, 200, 255)
            .waves(0, 0, 110, 96, 128)
            .waves(130, 0, 240, 96, 128)
            .waves(0, 104, 110, 200, 128)
            .waves(130, 104, 240, 200, 128)
            .picture();
    assertThat(panels(collage))
        .containsExactly(
            new Box(0, 0, 240, 200),
            new Box(0, 0, 110, 200),
            new Box(130, 0, 240, 200),
            new Box(0, 0, 110, 96),
            new Box(0, 104, 110, 200),
            new Box(130, 0, 240, 96),
            new Box(130, 104, 240, 200));
  }

  @Test
  void a_strip_falls_into_its_photographs() {
    Drawing strip = Drawing.ground(100, 520, 255);
    for (int i = 0; i < 4; i++) {
      strip.waves(0, i * 135, 100, i * 135 + 115, 128);
    }
    assertThat(panels(strip.picture()))
        .startsWith(new Box(0, 0, 100, 520))
        .contains(
            new Box(0, 0, 100, 115), new Box(0, 135, 100, 250), new Box(0, 270, 100, 385), new Box(0, 405, 100, 520));
  }

  @Test
  void a_panel_of_less_than_40_pixels_a_side_is_not_proposed() {
    assertThat(panels(Drawing.ground(200, 100, 255).waves(0, 0, 39, 100, 128).waves(50, 0, 200, 100, 128).picture()))
        .containsExactly(new Box(0, 0, 200, 100), new Box(50, 0, 200, 100));
  }

  @Test
  void a_picture_of_many_tiles_has_at_most_14_panels() {
    Drawing tiles = Drawing.ground(400, 400, 255);
    for (int i = 0; i < 36; i++) {
      tiles.waves(i % 6 * 66, i / 6 * 66, i % 6 * 66 + 58, i / 6 * 66 + 58, 128);
    }
    assertThat(panels(tiles.picture())).hasSizeLessThanOrEqualTo(14).startsWith(new Box(0, 0, 400, 400));
  }

  private static List<Box> panels(LumaImage picture) {
    return Panels.of(picture, new Margins(picture));
  }
}
