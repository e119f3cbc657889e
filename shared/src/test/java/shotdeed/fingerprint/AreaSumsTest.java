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
  void a_picture_of_32_by_32_pixels_is_its_own_samples() {
    assertThat(samples(32, 32, new Box(0, 0, 32, 32))).containsExactly(counted(32, 32));
  }

  @Test
  void larger_cells_are_the_means_of_their_pixels() {
    double[] samples = samples(64, 32, new Box(0, 0, 64, 32));
    assertThat(samples[0]).isEqualTo(0.5);
    assertThat(samples[31]).isEqualTo((62 + 63) / 2.0);
    assertThat(samples[32]).isEqualTo((64 + 65) / 2.0);
  }

  @Test
  void cells_that_end_within_a_pixel_take_their_share_of_it() {
    double[] samples = samples(48, 32, new Box(0, 0, 48, 32));
    assertThat(samples[0]).isEqualTo((0 + 0.5 * 1) / 1.5, within(1e-9));
    assertThat(samples[1]).isEqualTo((0.5 * 1 + 2) / 1.5, within(1e-9));
    assertThat(samples[30]).isEqualTo((45 + 0.5 * 46) / 1.5, within(1e-9));
  }

  @Test
  void cells_smaller_than_a_pixel_repeat_it() {
    double[] samples = samples(8, 8, new Box(0, 0, 8, 8));
    assertThat(samples[0]).isEqualTo(0, within(1e-9));
    assertThat(samples[3]).isEqualTo(0, within(1e-9));
    assertThat(samples[4]).isEqualTo(1, within(1e-9));
    assertThat(samples[32 * 31 + 31]).isEqualTo(63, within(1e-9));
  }

  @Test
  void a_box_that_begins_within_a_pixel_is_sampled_from_there() {
    assertThat(samples(33, 32, new Box(0.5, 0, 32.5, 32))[0]).isEqualTo(0.5, within(1e-9));
    assertThat(samples(33, 32, new Box(0.5, 0, 32.5, 32))[32]).isEqualTo(33.5, within(1e-9));
  }

  /** Of a picture whose pixels are numbered row by row. */
  private static double[] samples(int width, int height, Box box) {
    float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    double[] samples = new double[32 * 32];
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
