package shotdeed.server.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Region;

class LaidTest {
  /** Left half black, right half blue. */
  private final BufferedImage original = halves();

  @Test
  void the_original_is_mirrored_as_its_copy_is() {
    BufferedImage laid = Laid.over(original, new Affine(-1, 0, 40, 0, 1, 0), Region.WHOLE, 40, 20);
    assertThat(laid.getRGB(2, 10) & 0xffffff).isEqualTo(0x0000ff);
    assertThat(laid.getRGB(37, 10) & 0xffffff).isEqualTo(0x000000);
  }

  @Test
  void only_the_part_asked_for_is_laid_and_where_the_original_ends_it_is_white() {
    Affine belowAndSmaller = new Affine(0.25, 0, 10, 0, 0.25, 5);
    BufferedImage laid = Laid.over(original, belowAndSmaller, new Region(5_000, 0, 10_000, 10_000), 30, 10);
    assertThat(laid.getWidth()).isEqualTo(15);
    assertThat(laid.getHeight()).isEqualTo(10);
    assertThat(laid.getRGB(2, 7) & 0xffffff).isEqualTo(0x0000ff);
    assertThat(laid.getRGB(2, 2) & 0xffffff).isEqualTo(0xffffff);
    assertThat(laid.getRGB(12, 7) & 0xffffff).isEqualTo(0xffffff);
  }

  private static BufferedImage halves() {
    BufferedImage halves = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 20; y++) {
      for (int x = 20; x < 40; x++) {
        halves.setRGB(x, y, 0x0000ff);
      }
    }
    return halves;
  }
}
