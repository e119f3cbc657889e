package shotdeed.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Pdq;

class LumaImageTest {
  @ParameterizedTest
  @CsvSource({
    "2000, 2000, 2000, 2000",
    "16384, 244, 16384, 244",
    "2001, 2000, 1000, 1000",
    "6000, 4000, 2000, 1333",
    "9000, 6000, 2250, 1500",
    "16385, 100, 8192, 100",
    "100, 65535, 50, 16383",
    "1, 5000000, 1, 16339",
    "5000000, 1, 16339, 1",
    "3, 4000000, 1, 16326",
    "1, 1, 1, 1"
  })
  void a_picture_of_any_shape_is_reduced_to_bounded_pixels_and_sides(int width, int height, int columns, int rows) {
    LumaImage reduced = new LumaImage(width, height, new float[width * height]).reduced();
    assertThat(reduced.width() + " x " + reduced.height()).isEqualTo(columns + " x " + rows);
  }

  @Test
  void each_axis_is_averaged_over_its_own_block() {
    float[] values = new float[20_000 * 2];
    for (int x = 0; x < 20_000; x++) {
      values[x] = x;
      values[20_000 + x] = 100_000 + x;
    }
    LumaImage reduced = new LumaImage(20_000, 2, values).reduced();
    assertThat(reduced.width()).isEqualTo(10_000);
    assertThat(reduced.height()).isEqualTo(2);
    assertThat(reduced.values()[0]).isEqualTo(0.5f);
    assertThat(reduced.values()[9_999]).isEqualTo(19_998.5f);
    assertThat(reduced.values()[10_000]).isEqualTo(100_000.5f);
  }

  /** A column of four million pixels once asked for 2 GB of samples. */
  @Test
  void a_column_of_millions_of_pixels_is_looked_up_like_any_other_flat_picture() {
    assertThat(new Kernel().query(new LumaImage(1, 4_000_000, new float[4_000_000]))).isEmpty();
    assertThatThrownBy(() -> new Pdq().hash(new LumaImage(1, 16_385, new float[16_385])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reduce a picture of 1 x 16385 pixels before it is hashed");
  }

  @Test
  void scaling_takes_the_mean_of_the_covered_area() {
    assertThat(row(0, 10, 20, 30).scaledTo(2, 1).values()).containsExactly(5, 25);
  }

  @Test
  void a_pixel_on_a_border_counts_by_the_share_that_is_covered() {
    assertThat(row(0, 30, 60).scaledTo(2, 1).values()).containsExactly(10, 50);
    assertThat(new LumaImage(1, 5, new float[] {5, 10, 20, 40, 80}).scaledTo(1, 2).values()).containsExactly(10, 52);
    assertThat(row(8, 16, 24, 32, 40, 48, 56).scaledTo(3, 1).values())
        .containsExactly(96 / 7f, 32, 352 / 7f);
  }

  @Test
  void both_axes_scale_apart_and_a_larger_picture_repeats_its_pixels() {
    LumaImage picture = new LumaImage(2, 2, new float[] {0, 90, 180, 270});
    assertThat(picture.scaledTo(3, 3).values()).containsExactly(0, 45, 90, 90, 135, 180, 180, 225, 270);
    assertThat(picture.scaledTo(1, 4).values()).containsExactly(45, 45, 225, 225);
    assertThat(picture.scaledTo(1, 1).values()).containsExactly(135);
    assertThat(row(7).scaledTo(2, 2).values()).containsExactly(7, 7, 7, 7);
  }

  @Test
  void the_same_size_is_the_same_picture() {
    LumaImage picture = row(1, 2, 3);
    assertThat(picture.scaledTo(3, 1)).isSameAs(picture);
  }

  @ParameterizedTest
  @CsvSource({"97, 61, 40, 40", "97, 61, 97, 13", "640, 3, 64, 64", "31, 97, 320, 1000", "5, 7, 6, 6", "790, 11, 400, 6"})
  void any_size_agrees_with_the_area_worked_out_pixel_by_pixel(int width, int height, int columns, int rows) {
    float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = i * 7919 % 256;
    }
    LumaImage picture = new LumaImage(width, height, values);
    assertThat(picture.scaledTo(columns, rows).values())
        .usingComparatorWithPrecision(0.001f)
        .containsExactly(byDefinition(picture, columns, rows));
  }

  private static float[] byDefinition(LumaImage picture, int columns, int rows) {
    float[] mean = new float[columns * rows];
    for (int i = 0; i < mean.length; i++) {
      double sum = 0;
      for (int y = 0; y < picture.height(); y++) {
        double covered = overlap(y, i / columns, (double) picture.height() / rows);
        for (int x = 0; covered > 0 && x < picture.width(); x++) {
          sum +=
              covered
                  * overlap(x, i % columns, (double) picture.width() / columns)
                  * picture.values()[y * picture.width() + x];
        }
      }
      mean[i] = (float) (sum * columns * rows / picture.width() / picture.height());
    }
    return mean;
  }

  /** The part of an old pixel that lies in a new one. */
  private static double overlap(int old, int made, double size) {
    return Math.max(0, Math.min(old + 1, (made + 1) * size) - Math.max(old, made * size));
  }

  @Test
  void a_picture_of_no_pixels_is_refused() {
    assertThatThrownBy(() -> row(1).scaledTo(0, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a picture cannot have 0 x 5 pixels");
  }

  private static LumaImage row(float... values) {
    return new LumaImage(values.length, 1, values);
  }
}
