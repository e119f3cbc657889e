package shotdeed.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import shotdeed.image.LumaImage;

class GreyRasterTest {
  @Test
  void the_longer_side_gets_the_length_asked_for_and_the_shorter_one_follows() {
    GreyRaster raster = GreyRaster.of(new LumaImage(300, 200, new float[60_000]), 30);
    assertThat(raster.width()).isEqualTo(30);
    assertThat(raster.height()).isEqualTo(20);
  }

  @Test
  void a_smaller_picture_keeps_its_size() {
    GreyRaster raster = GreyRaster.of(new LumaImage(3, 2, new float[] {0, 1, 2, 253, 254, 255}), 320);
    assertThat(raster.width()).isEqualTo(3);
    assertThat(raster.grey()).containsExactly(0, 1, 2, -3, -2, -1);
  }

  @Test
  void a_line_keeps_one_pixel_of_thickness() {
    GreyRaster raster = GreyRaster.of(new LumaImage(1, 4_000, new float[4_000]), 320);
    assertThat(raster.width()).isEqualTo(1);
    assertThat(raster.height()).isEqualTo(320);
  }

  @Test
  void brightness_is_rounded_to_whole_values_and_comes_back_so() {
    LumaImage picture = new LumaImage(4, 1, new float[] {0.4f, 0.5f, 254.4f, 255f});
    assertThat(GreyRaster.of(picture, 320).luma().values()).containsExactly(0, 1, 254, 255);
  }

  @Test
  void sides_and_pixels_must_fit() {
    refused(0, 1, 0, "a raster's sides are 1 to 800 pixels, not 0 x 1");
    refused(801, 1, 801, "a raster's sides are 1 to 800 pixels, not 801 x 1");
    refused(2, 2, 3, "a raster of 2 x 2 pixels cannot have 3 values");
  }

  private static void refused(int width, int height, int pixels, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GreyRaster(width, height, new byte[pixels]))
        .withMessage(message);
  }
}
