package shotdeed.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import shotdeed.image.LumaImage;

class AreaSumsTest {
  /** Two rows of three: 10 20 30, 40 50 60. */
  private static final AreaSums SUMS = new AreaSums(new LumaImage(3, 2, new float[] {10, 20, 30, 40, 50, 60}));

  @Test
  void the_sum_is_over_whole_pixels() {
    assertThat(SUMS.sum(0, 0, 3, 2)).isEqualTo(210);
    assertThat(SUMS.sum(1, 0, 3, 1)).isEqualTo(50);
    assertThat(SUMS.sum(2, 1, 3, 2)).isEqualTo(60);
  }

  @Test
  void the_mean_counts_pixels_by_the_share_of_them_that_it_covers() {
    assertThat(SUMS.mean(1, 1, 1)).isEqualTo((10 + 20 + 40 + 50) / 4.0, within(1e-9));
    assertThat(SUMS.mean(1.5, 1, 0.5)).isEqualTo((20 + 50) / 2.0, within(1e-9));
    assertThat(SUMS.mean(1, 1, 0.25)).isEqualTo((10 + 20 + 40 + 50) / 4.0, within(1e-9));
    assertThat(SUMS.mean(2.5, 1.5, 0.5)).isEqualTo(60, within(1e-9));
  }

  @Test
  void a_picture_of_64_by_64_pixels_is_its_own_samples() {
    assertThat(samples(64, 64, new Box(0, 0, 64, 64))).containsExactly(counted(64, 64));
  }

  @Test
  void larger_cells_are_the_means_of_their_pixels() {
    double[] samples = samples(128, 64, new Box(0, 0, 128, 64));
    assertThat(samples[0]).isEqualTo(0.5);
    assertThat(samples[63]).isEqualTo((126 + 127) / 2.0);
    assertThat(samples[64]).isEqualTo((128 + 129) / 2.0);
  }

  @Test
  void cells_that_end_within_a_pixel_take_their_share_of_it() {
    double[] samples = samples(96, 64, new Box(0, 0, 96, 64));
    assertThat(samples[0]).isEqualTo((0 + 0.5 * 1) / 1.5, within(1e-9));
    assertThat(samples[1]).isEqualTo((0.5 * 1 + 2) / 1.5, within(1e-9));
    assertThat(samples[62]).isEqualTo((93 + 0.5 * 94) / 1.5, within(1e-9));
  }

  @Test
  void cells_smaller_than_a_pixel_repeat_it() {
    double[] samples = samples(16, 16, new Box(0, 0, 16, 16));
    assertThat(samples[0]).isEqualTo(0, within(1e-9));
    assertThat(samples[3]).isEqualTo(0, within(1e-9));
    assertThat(samples[4]).isEqualTo(1, within(1e-9));
    assertThat(samples[64 * 63 + 63]).isEqualTo(255, within(1e-9));
  }

  @Test
  void a_box_that_begins_within_a_pixel_is_sampled_from_there() {
    assertThat(samples(65, 64, new Box(0.5, 0, 64.5, 64))[0]).isEqualTo(0.5, within(1e-9));
    assertThat(samples(65, 64, new Box(0.5, 0, 64.5, 64))[64]).isEqualTo(65.5, within(1e-9));
  }

  /** Of a picture whose pixels are numbered row by row. */
  private static double[] samples(int width, int height, Box box) {
    float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    double[] samples = new double[64 * 64];
    new AreaSums(new LumaImage(width, height, values)).sample(box, samples);
    return samples;
  }

  private static double[] counted(int width, int height) {
    double[] numbers = new double[width * height];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    return numbers;
  }
}
