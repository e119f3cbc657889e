package shotdeed.server.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import shotdeed.image.PictureHeader;

class HostilePicturesTest {
  private final PictureDecoder decoder = new PictureDecoder();

  @Test
  void damaged_files_of_every_format_are_decoded_or_refused_but_never_fail_otherwise() throws Exception {
    BufferedImage drawn = Samples.quarter(48, 40, BufferedImage.TYPE_INT_RGB);
    List<byte[]> seeds =
        List.of(
            Samples.encode(drawn, "jpeg"),
            Samples.progressiveJpeg(drawn),
            Samples.cmykJpeg(24, 24, 9, 200, 30, 40),
            Samples.withProfile(Samples.encode(drawn, "jpeg"), Samples.linearRgb()),
            Samples.encode(drawn, "png"),
            Samples.withChunk(Samples.encode(drawn, "png"), "iCCP", Samples.compressedProfile(Samples.linearRgb())),
            Samples.encode(Samples.quarter(48, 40, BufferedImage.TYPE_BYTE_INDEXED), "gif"),
            Samples.encode(drawn, "bmp"),
            Samples.resource("/pictures/lossy.webp"),
            Samples.resource("/pictures/lossless.webp"),
            Samples.resource("/pictures/alpha.webp"));
    Random random = new Random(7);
    int decoded = 0;
    int refused = 0;
    for (int round = 0; round < 900; round++) {
      byte[] seed = seeds.get(round % seeds.size());
      byte[] bytes = random.nextInt(5) == 0 ? Arrays.copyOf(seed, random.nextInt(seed.length + 1)) : seed.clone();
      for (int flips = 1 + random.nextInt(8); flips > 0 && bytes.length > 0; flips--) {
        int reach = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 80);
        bytes[random.nextInt(reach)] = (byte) random.nextInt(256);
      }
      try {
        DecodedPicture picture = decoder.decode(bytes);
        assertThat((long) picture.width() * picture.height()).isBetween(1L, (long) PictureHeader.MAX_PIXELS);
        decoded++;
      } catch (UnreadablePicture e) {
        refused++;
      }
    }
    assertThat(decoded).isGreaterThan(100);
    assertThat(refused).isGreaterThan(100);
  }

  @Test
  void noise_behind_a_magic_number_is_refused() throws IOException {
    Random random = new Random(11);
    for (String magic : List.of("ffd8ffe0", "89504e470d0a1a0a", "474946383961", "424d", "524946460000010057454250")) {
      for (int round = 0; round < 200; round++) {
        byte[] noise = new byte[300];
        random.nextBytes(noise);
        byte[] bytes = Samples.join(Samples.hex(magic), noise);
        try {
          DecodedPicture picture = decoder.decode(bytes);
          // A GIF is so loose a format that noise may be one.
          assertThat(picture.format().text()).isIn("gif", "bmp");
        } catch (UnreadablePicture e) {
          assertThat(e.reason()).isNotNull();
        }
      }
    }
  }
}
