package shotdeed.server.certify.first;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumTest {
  @ParameterizedTest
  @ValueSource(ints = {4, 8, 32})
  void it_says_what_multiplying_at_every_offset_says(int side) {
    double[] values = new Random(side).doubles(side * side, -3, 5).toArray();
    double[] like = new Spectrum(side).autocorrelation(values.clone());
    double none = at(values, side, 0, 0);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        assertThat(like[y * side + x]).as("%d, %d", x, y).isCloseTo(at(values, side, x, y) / none, within(1e-12));
      }
    }
  }

  @Test
  void what_repeats_every_eight_pixels_is_most_like_itself_there() {
    double[] values = new double[64 * 64];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 8 == 0 ? 1 : 0;
    }
    double[] like = new Spectrum(64).autocorrelation(values);
    assertThat(like[8]).isCloseTo(1, within(1e-12));
    assertThat(like[4]).isCloseTo(0, within(1e-12));
  }

  @Test
  void nothing_is_like_nothing() {
    assertThat(new Spectrum(16).autocorrelation(new double[256])).containsOnly(0);
  }

  private static double at(double[] values, int side, int across, int down) {
    double sum = 0;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        sum += values[y * side + x] * values[(y + down) % side * side + (x + across) % side];
      }
    }
    return sum;
  }
}
