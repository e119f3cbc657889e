package shotdeed.server.picture.vp8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.image.Samples;

class Vp8DecoderTest {
  /** The frame of these files starts behind RIFF's header and its own chunk's. */
  private static final int FRAME_AT = 20;

  /** Sums of red, green and blue as {@code dwebp -ppm} of libwebp 1.2.4 writes them. */
  @ParameterizedTest
  @CsvSource({"photo-q80, 240, 308, f8d074ab", "photo-q50, 240, 308, 8a303598", "photo-simple-filter, 61, 79, 5738eb02"})
  void every_pixel_is_the_reference_decoders(String name, int width, int height, String sum) throws IOException {
    byte[] file = Samples.resource("/pictures/" + name + ".webp");
    CRC32 crc = new CRC32();
    for (int rgb : Vp8Decoder.decode(file, FRAME_AT, file.length, width, height)) {
      crc.update(rgb >> 16);
      crc.update(rgb >> 8);
      crc.update(rgb);
    }
    assertThat("%08x".formatted(crc.getValue())).isEqualTo(sum);
  }

  @Test
  void a_frame_that_is_cut_off_is_refused() throws IOException {
    byte[] file = Samples.resource("/pictures/photo-q50.webp");
    for (int length = 0; length < file.length - FRAME_AT - 3; length += 97) {
      int end = FRAME_AT + length;
      assertThatThrownBy(() -> Vp8Decoder.decode(file, FRAME_AT, end, 240, 308))
          .as("%s bytes", length)
          .isInstanceOf(Vp8Exception.class);
    }
  }

  @Test
  void a_frame_of_another_size_than_was_checked_is_refused() throws IOException {
    byte[] file = Samples.resource("/pictures/photo-q50.webp");
    assertThatThrownBy(() -> Vp8Decoder.decode(file, FRAME_AT, file.length, 240, 309))
        .isInstanceOf(Vp8Exception.class)
        .hasMessage("a frame of another size");
  }

  @Test
  void damaged_bytes_lead_to_a_picture_or_a_refusal_and_nothing_else() throws IOException {
    byte[] file = Samples.resource("/pictures/photo-simple-filter.webp");
    Random random = new Random(3);
    int refused = 0;
    for (int round = 0; round < 500; round++) {
      byte[] damaged = file.clone();
      for (int i = 0; i < 3; i++) {
        damaged[FRAME_AT + random.nextInt(round % 2 == 0 ? 60 : file.length - FRAME_AT)] = (byte) random.nextInt(256);
      }
      System.arraycopy(file, FRAME_AT + 3, damaged, FRAME_AT + 3, 7); // the start code and the size
      try {
        assertThat(Vp8Decoder.decode(damaged, FRAME_AT, damaged.length, 61, 79)).hasSize(61 * 79);
      } catch (Vp8Exception e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(50, 499);
  }
}
