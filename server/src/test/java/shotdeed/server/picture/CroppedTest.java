package shotdeed.server.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.fingerprint.Region;

class CroppedTest {
  /** Each pixel's value is its place: the row in the tens, the column in the ones. */
  private static BufferedImage grid(int width, int height) {
    BufferedImage grid = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        grid.setRGB(x, y, 10 * y + x);
      }
    }
    return grid;
  }

  private static String described(BufferedImage image) {
    int last = image.getRGB(image.getWidth() - 1, image.getHeight() - 1) & 0xffffff;
    return image.getWidth() + "x" + image.getHeight() + " from " + (image.getRGB(0, 0) & 0xffffff) + " to " + last;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 5000, 10000, 5x4 from 0 to 34",
    "5000, 5000, 10000, 10000, 5x2 from 25 to 39",
    "2600, 0, 7400, 2500, 4x1 from 3 to 6",
    "9999, 9999, 10000, 10000, 1x1 from 39 to 39",
    "0, 0, 1, 1, 1x1 from 0 to 0"
  })
  void a_part_is_cut_to_the_nearest_pixel(int left, int top, int right, int bottom, String expected) {
    assertThat(described(Cropped.to(new Region(left, top, right, bottom), grid(10, 4)))).isEqualTo(expected);
  }

  @Test
  void the_whole_is_the_picture_itself() {
    BufferedImage grid = grid(3, 3);
    assertThat(Cropped.to(Region.WHOLE, grid)).isSameAs(grid);
  }

  @Test
  void a_single_pixel_can_be_cut_by_any_part() {
    assertThat(described(Cropped.to(new Region(4_000, 4_000, 4_001, 4_001), grid(1, 1)))).isEqualTo("1x1 from 0 to 0");
  }
}
