package shotdeed.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.image.LumaImage;

class MarginsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 128, 255})
  void an_even_frame_of_any_grey_is_cut_off(int grey) {
    LumaImage framed = Drawing.ground(100, 60, grey).waves(20, 10, 80, 50, 128 + (grey == 128 ? 50 : 0)).picture();
    assertThat(trimmed(framed)).isEqualTo(new Box(20, 10, 80, 50));
  }

  @Test
  void each_side_may_have_its_own_grey() {
    LumaImage barred =
        Drawing.ground(100, 60, 0).rectangle(0, 0, 100, 12, 255).waves(30, 12, 100, 60, 140).picture();
    assertThat(trimmed(barred)).isEqualTo(new Box(30, 12, 100, 60));
  }

  @Test
  void faint_ringing_and_single_specks_belong_to_the_margin() {
    LumaImage speckled =
        Drawing.ground(100, 60, 250)
            .rectangle(3, 2, 70, 4, 244)
            .rectangle(50, 6, 51, 7, 0)
            .waves(20, 10, 80, 50, 128)
            .picture();
    assertThat(trimmed(speckled)).isEqualTo(new Box(20, 10, 80, 50));
  }

  @Test
  void a_line_of_writing_ends_a_margin() {
    LumaImage titled =
        Drawing.ground(100, 60, 255).rectangle(30, 4, 60, 8, 0).waves(20, 20, 80, 50, 128).picture();
    assertThat(trimmed(titled)).isEqualTo(new Box(20, 4, 80, 50));
  }

  @Test
  void no_side_loses_more_than_45_percent() {
    LumaImage low = Drawing.ground(100, 100, 255).waves(0, 60, 100, 100, 128).picture();
    assertThat(trimmed(low)).isEqualTo(new Box(0, 45, 100, 100));
  }

  @Test
  void a_picture_without_margins_and_one_of_one_colour_are_left_alone() {
    assertThat(trimmed(Drawing.ground(100, 60, 0).waves(0, 0, 100, 60, 128).picture())).isEqualTo(whole(100, 60));
    assertThat(trimmed(Drawing.ground(100, 60, 255).picture())).isEqualTo(whole(100, 60));
  }

  @Test
  void a_margin_of_two_percent_is_not_worth_naming() {
    assertThat(trimmed(Drawing.ground(100, 100, 255).waves(2, 2, 98, 98, 128).picture())).isEqualTo(whole(100, 100));
    assertThat(trimmed(Drawing.ground(100, 100, 255).waves(3, 3, 97, 97, 128).picture()))
        .isEqualTo(new Box(3, 3, 97, 97));
  }

  @Test
  void a_box_of_fewer_than_24_pixels_a_side_is_left_alone() {
    assertThat(trimmed(Drawing.ground(100, 23, 255).waves(20, 5, 80, 18, 128).picture())).isEqualTo(whole(100, 23));
  }

  @Test
  void a_part_of_a_picture_is_trimmed_by_itself() {
    LumaImage picture = Drawing.ground(200, 60, 0).waves(0, 0, 100, 60, 128).waves(120, 10, 180, 50, 128).picture();
    assertThat(new Margins(picture).trimmed(new Box(100, 0, 200, 60))).isEqualTo(new Box(120, 10, 180, 50));
  }

  private static Box whole(int width, int height) {
    return new Box(0, 0, width, height);
  }

  private static Box trimmed(LumaImage picture) {
    return new Margins(picture).trimmed(whole(picture.width(), picture.height()));
  }
}
