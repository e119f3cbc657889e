package shotdeed.server.complain.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.Photos;

class FittingJpegTest {
  /** What compresses worst. */
  private static BufferedImage noise(double scale) {
    BufferedImage image = new BufferedImage((int) (1600 * scale), (int) (1600 * scale), BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return image;
  }

  private static BufferedImage plain(double scale) {
    BufferedImage image = new BufferedImage((int) (400 * scale), (int) (400 * scale), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.LIGHT_GRAY);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.dispose();
    return image;
  }

  @ParameterizedTest
  @ValueSource(longs = {3_000_000, 1_500_000, 500_000})
  void a_picture_that_is_too_large_comes_close_to_the_limit_and_stays_below_it(long most) throws IOException {
    byte[] jpeg = FittingJpeg.of(FittingJpegTest::noise, 0, most);
    assertThat((long) jpeg.length).isBetween(most / 2, most);
    assertThat(Photos.read(jpeg).getWidth()).isGreaterThan(500);
  }

  @Test
  void a_picture_that_fits_keeps_all_its_pixels() throws IOException {
    byte[] jpeg = FittingJpeg.of(FittingJpegTest::plain, 0, 5_000_000);
    assertThat(Photos.read(jpeg).getWidth()).isEqualTo(400);
  }

  @Test
  void a_picture_below_the_smallest_size_is_drawn_larger() throws IOException {
    long small = FittingJpeg.of(FittingJpegTest::plain, 0, 5_000_000).length;
    assertThat((long) FittingJpeg.of(FittingJpegTest::plain, small + 2000, 5_000_000).length)
        .isBetween(small + 2000, 5_000_000L);
  }

  @Test
  void what_cannot_be_made_to_fit_is_the_nearest_there_is() throws IOException {
    assertThat(FittingJpeg.of(FittingJpegTest::noise, 0, 1000).length).isBetween(1000, 500_000);
    assertThat(FittingJpeg.of(FittingJpegTest::plain, 4_000_000, 5_000_000).length).isLessThan(4_000_000);
  }
}
