package shotdeed.server.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Pdq;
import shotdeed.image.LumaImage;
import shotdeed.server.Photos;

class TurnedTest {
  /** The picture is 1 2 3 above 4 5 6; rows of the result are divided by a stroke. */
  @ParameterizedTest
  @CsvSource({
    "ROTATE0, 123/456",
    "FLIPY, 321/654",
    "FLIPX, 456/123",
    "ROTATE180, 654/321",
    "FLIPPLUS1, 14/25/36",
    "ROTATE90, 36/25/14",
    "ROTATE270, 41/52/63",
    "FLIPMINUS1, 63/52/41"
  })
  void every_pixel_goes_to_its_place(Dihedral form, String expected) {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 6; i++) {
      image.setRGB(i % 3, i / 3, i + 1);
    }
    BufferedImage turned = Turned.to(form, image);
    StringBuilder rows = new StringBuilder();
    for (int y = 0; y < turned.getHeight(); y++) {
      rows.append(y == 0 ? "" : "/");
      for (int x = 0; x < turned.getWidth(); x++) {
        rows.append(turned.getRGB(x, y) & 0xff);
      }
    }
    assertThat(rows).hasToString(expected);
  }

  @ParameterizedTest
  @EnumSource(Dihedral.class)
  void a_turned_photographs_hash_is_the_photographs_hash_of_that_form(Dihedral form) throws Exception {
    BufferedImage shoe = new PictureDecoder().decode(Photos.photo("shoe")).image();
    Pdq pdq = new Pdq();
    int distance = pdq.hash(luma(Turned.to(form, shoe))).hash(Dihedral.ROTATE0)
        .distance(pdq.hash(luma(shoe)).hash(form));
    assertThat(distance).isLessThanOrEqualTo(16);
  }

  private static LumaImage luma(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    return LumaImage.fromRgb(image.getWidth(), image.getHeight(), pixels);
  }
}
