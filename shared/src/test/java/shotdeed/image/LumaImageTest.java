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
}
