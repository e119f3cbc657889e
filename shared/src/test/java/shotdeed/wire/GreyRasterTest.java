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
  void a_long_picture_may_be_longer_than_a_square_one_but_has_no_more_pixels() {
    GreyRaster page = GreyRaster.of(new LumaImage(200, 4_000, new float[800_000]), 4_096);
    assertThat(page.width()).isEqualTo(178);
    assertThat(page.height()).isEqualTo(3_559);
    GreyRaster square = GreyRaster.of(new LumaImage(1_000, 1_000, new float[1_000_000]), 4_096);
    assertThat(square.width()).isEqualTo(795);
    assertThat(square.height()).isEqualTo(795);
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
    refused(0, 1, 0, "a raster's sides are 1 to 4096 pixels, not 0 x 1");
    refused(4_097, 1, 4_097, "a raster's sides are 1 to 4096 pixels, not 4097 x 1");
    refused(4_096, 157, 643_072, "a raster has 640000 pixels at most, not 4096 x 157");
    refused(2, 2, 3, "a raster of 2 x 2 pixels cannot have 3 values");
  }

  private static void refused(int width, int height, int pixels, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GreyRaster(width, height, new byte[pixels]))
        .withMessage(message);
  }
}
