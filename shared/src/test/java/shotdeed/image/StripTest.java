package shotdeed.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripTest {
  /** Three slices of 100, 300 and 100 rows: a joined picture of 500. */
  private static final List<Strip.Slice> THREE = List.of(blank(400, 100), blank(400, 300), blank(400, 100));

  @ParameterizedTest
  @CsvSource({
    "790, 1200, 400, 608", "750, 1, 400, 1", "400, 333, 400, 333", "300, 333, 300, 333", "8000, 50, 400, 3"
  })
  void a_slice_is_averaged_to_400_pixels_across_unless_it_is_narrower(int width, int height, int across, int rows) {
    Strip.Slice slice = Strip.slice(flat(width, height, 10));
    assertThat(slice.sourceWidth()).isEqualTo(width);
    assertThat(slice.width() + " x " + slice.rows()).isEqualTo(across + " x " + rows);
    assertThat(slice.luma()).hasSize(across * rows);
  }

  @Test
  void brightness_is_rounded_to_a_byte_and_joined_from_above() {
    LumaImage joined =
        Strip.join(List.of(Strip.slice(flat(200, 2, 254.5f)), Strip.slice(flat(200, 1, 99.4f))));
    assertThat(joined.width()).isEqualTo(200);
    assertThat(joined.height()).isEqualTo(3);
    assertThat(joined.values()[0]).isEqualTo(255);
    assertThat(joined.values()[399]).isEqualTo(255);
    assertThat(joined.values()[400]).isEqualTo(99);
  }

  @Test
  void a_picture_that_was_cut_is_the_same_picture_again() {
    LumaImage whole = new LumaImage(250, 400, new float[100_000]);
    for (int i = 0; i < whole.values().length; i++) {
      whole.values()[i] = i * 7919 % 256;
    }
    List<Strip.Slice> slices =
        List.of(
            Strip.slice(rows(whole, 0, 37)), Strip.slice(rows(whole, 37, 301)), Strip.slice(rows(whole, 301, 400)));
    assertThat(Strip.join(slices).values()).isEqualTo(whole.values());
  }

  @Test
  void slices_of_other_widths_too_many_and_too_high_are_refused() {
    refuse(List.of(blank(750, 10)), "a strip has 2 to 24 slices, not 1");
    refuse(java.util.Collections.nCopies(25, blank(750, 10)), "a strip has 2 to 24 slices, not 25");
    refuse(List.of(blank(750, 10), blank(751, 10)), "slices of 750 and 751 pixels across make no strip");
    refuse(List.of(blank(199, 10), blank(199, 10)), "slices of 199 and 199 pixels across make no strip");
    refuse(List.of(blank(400, 5000), blank(400, 5001)), "a strip is at most 25 times as high as wide");
    assertThat(Strip.join(List.of(blank(400, 5000), blank(400, 5000))).height()).isEqualTo(10_000);
  }

  private static void refuse(List<Strip.Slice> slices, String why) {
    assertThatThrownBy(() -> Strip.join(slices)).isInstanceOf(IllegalArgumentException.class).hasMessage(why);
  }

  @Test
  void the_whole_strip_covers_each_slice() {
    assertThat(Strip.shares(THREE, 0, 0, 10_000, 10_000))
        .containsExactly(
            new Strip.Share(0, 10_000, 2000), new Strip.Share(1, 10_000, 6000), new Strip.Share(2, 10_000, 2000));
  }

  @Test
  void a_region_has_shares_in_the_slices_it_touches_only() {
    assertThat(Strip.shares(THREE, 0, 1000, 10_000, 5000))
        .containsExactly(new Strip.Share(0, 5000, 2500), new Strip.Share(1, 5000, 7500));
    assertThat(Strip.shares(THREE, 5000, 8000, 10_000, 9000)).containsExactly(new Strip.Share(2, 2500, 10_000));
    assertThat(Strip.shares(THREE, 0, 2000, 10_000, 8000)).containsExactly(new Strip.Share(1, 10_000, 10_000));
  }

  /** 60 of 500 rows lie in the second slice: a seventh of the copy's 420 is too little to see it by, and so is a fifth. */
  @Test
  void a_slice_with_a_sliver_of_the_copy_does_not_show_it() {
    assertThat(Strip.showing(THREE, 0, 0, 10_000, 2300)).containsExactly(0);
    assertThat(Strip.showing(THREE, 0, 0, 10_000, 2400)).containsExactly(0, 1);
    assertThat(Strip.showing(THREE, 0, 1900, 10_000, 8100)).containsExactly(1);
  }

  @Test
  void a_slice_that_the_copy_fills_shows_it_however_small_its_part() {
    List<Strip.Slice> ten = java.util.Collections.nCopies(10, blank(400, 50));
    assertThat(Strip.showing(ten, 0, 0, 10_000, 10_000)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(Strip.showing(ten, 0, 0, 1000, 10_000)).as("a column so narrow that no slice shows it").containsExactly(0);
  }

  private static Strip.Slice blank(int width, int rows) {
    int across = Math.min(400, width);
    return new Strip.Slice(width, across, rows, new byte[across * rows]);
  }

  private static LumaImage flat(int width, int height, float value) {
    float[] values = new float[width * height];
    java.util.Arrays.fill(values, value);
    return new LumaImage(width, height, values);
  }

  private static LumaImage rows(LumaImage whole, int from, int to) {
    return new LumaImage(
        whole.width(),
        to - from,
        java.util.Arrays.copyOfRange(whole.values(), from * whole.width(), to * whole.width()));
  }
}
