package shotdeed.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetteringTest {
  @Test
  void lines_of_small_strokes_on_an_even_ground_are_lettering() {
    assertThat(isLettering(lines(Drawing.ground(300, 200, 255), 20))).isTrue();
  }

  @Test
  void light_strokes_on_a_dark_ground_are_lettering_too() {
    assertThat(isLettering(lines(Drawing.ground(300, 200, 40), 230))).isTrue();
  }

  @Test
  void strokes_with_a_band_of_another_even_ground_are_lettering() {
    assertThat(isLettering(lines(Drawing.ground(300, 200, 255).rectangle(0, 0, 300, 30, 180), 20))).isTrue();
  }

  @Test
  void print_in_two_flat_tones_is_no_photograph_however_bold_it_is() {
    Drawing bold = Drawing.ground(300, 200, 255).rectangle(40, 40, 120, 160, 0).rectangle(160, 40, 260, 160, 0);
    assertThat(isLettering(bold)).isTrue();
  }

  @Test
  void goods_with_shades_on_white_are_none() {
    assertThat(isLettering(Drawing.ground(300, 200, 255).waves(80, 30, 220, 170, 120))).isFalse();
  }

  @Test
  void a_picture_without_an_even_ground_is_none() {
    assertThat(isLettering(Drawing.ground(300, 200, 128).waves(0, 0, 300, 200, 128))).isFalse();
  }

  @Test
  void one_colour_is_none_for_there_is_nothing_on_it() {
    assertThat(isLettering(Drawing.ground(300, 200, 255))).isFalse();
  }

  /** Twelve lines of strokes 3 wide and 9 high, 6 apart. */
  private static Drawing lines(Drawing drawing, int ink) {
    for (int y = 40; y < 190; y += 14) {
      for (int x = 10; x < 290; x += 9) {
        drawing.rectangle(x, y, x + 3, y + 9, ink);
      }
    }
    return drawing;
  }

  private static boolean isLettering(Drawing drawing) {
    var picture = drawing.picture();
    return new Lettering(picture).fills(new Box(0, 0, picture.width(), picture.height()));
  }
}
