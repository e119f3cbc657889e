package shotdeed.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import shotdeed.image.LumaImage;

class SeamsTest {
  @Test
  void a_picture_of_one_piece_has_no_cut() {
    assertThat(strongest(waves(120, 80).picture())).isNull();
  }

  @Test
  void one_colour_has_no_cut() {
    assertThat(strongest(Drawing.ground(120, 80, 200).picture())).isNull();
  }

  @Test
  void a_gutter_is_cut_out_from_its_first_line_to_behind_its_last() {
    LumaImage side = waves(120, 80).rectangle(50, 0, 62, 80, 255).picture();
    assertThat(strongest(side)).isEqualTo(new Seams.Cut(false, 50, 62, 1.1));
    LumaImage below = waves(80, 120).rectangle(0, 50, 80, 62, 0).picture();
    assertThat(strongest(below)).isEqualTo(new Seams.Cut(true, 50, 62, 1.1));
  }

  @Test
  void of_two_gutters_the_wider_is_cut_first() {
    LumaImage three = waves(200, 80).rectangle(50, 0, 56, 80, 255).rectangle(120, 0, 130, 80, 255).picture();
    assertThat(strongest(three)).isEqualTo(new Seams.Cut(false, 120, 130, 1.05));
  }

  @Test
  void a_gutter_has_at_least_four_lines() {
    assertThat(strongest(waves(120, 80).rectangle(50, 0, 54, 80, 128).picture()).to()).isEqualTo(54);
    assertThat(strongest(waves(120, 80).rectangle(50, 0, 53, 80, 128).picture()))
        .satisfiesAnyOf(
            cut -> assertThat(cut).isNull(), cut -> assertThat(cut.strength()).as("a seam").isLessThanOrEqualTo(1));
  }

  @Test
  void where_two_pictures_touch_there_is_a_seam() {
    LumaImage beside = Drawing.ground(120, 80, 0).waves(0, 0, 70, 80, 75).waves(70, 0, 120, 80, 180).picture();
    Seams.Cut cut = strongest(beside);
    assertThat(cut.rows()).isFalse();
    assertThat(cut.from()).isBetween(69, 70);
    assertThat(cut.strength()).isEqualTo(1);
  }

  @Test
  void an_edge_along_less_than_half_of_a_line_is_no_seam() {
    assertThat(strongest(waves(120, 80).waves(62, 0, 120, 39, 205).picture())).isNull();
    assertThat(strongest(waves(120, 80).waves(60, 0, 120, 52, 235).picture()).rows()).isFalse();
  }

  @Test
  void no_part_is_narrower_than_20_pixels() {
    assertThat(strongest(waves(120, 80).rectangle(14, 0, 19, 80, 255).picture()))
        .satisfiesAnyOf(cut -> assertThat(cut).isNull(), cut -> assertThat(cut.from()).isGreaterThanOrEqualTo(20));
    assertThat(strongest(waves(120, 80).rectangle(20, 0, 26, 80, 255).picture()).from()).isEqualTo(20);
  }

  @Test
  void lines_are_counted_from_the_box_that_is_cut() {
    LumaImage picture = waves(200, 80).rectangle(150, 0, 160, 80, 255).picture();
    Seams seams = new Seams(picture);
    assertThat(seams.strongest(new Box(100, 0, 200, 80))).isEqualTo(new Seams.Cut(false, 50, 60, 1.1));
    assertThat(seams.strongest(new Box(0, 0, 100, 80))).isNull();
  }

  private static Drawing waves(int width, int height) {
    return Drawing.ground(width, height, 0).waves(0, 0, width, height, 128);
  }

  private static Seams.Cut strongest(LumaImage picture) {
    return new Seams(picture).strongest(new Box(0, 0, picture.width(), picture.height()));
  }
}
