package shotdeed.server.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Lookup;
import shotdeed.image.PictureHeader;
import shotdeed.image.Samples;

class HostilePicturesTest {
  private static final int MUTATIONS = 2000;

  /** Measured: 8 s on two cores that had much else to do. */
  private static final int SECONDS = 20;

  private final PictureDecoder decoder = new PictureDecoder();

  private final Kernel kernel = new Kernel();

  /** A verdict, a reason for none, or {@link UnreadablePicture}: 2,000 damaged files within {@link #SECONDS}. */
  @Test
  void damaged_files_of_every_format_are_judged_or_refused_but_never_fail_otherwise() throws Exception {
    long start = System.nanoTime();
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
            Samples.resource("/pictures/alpha.webp"),
            Samples.encode(Samples.quarter(48, 40, BufferedImage.TYPE_INT_ARGB), "png"),
            Samples.animatedGif(48, 40, Samples.quarter(20, 20, BufferedImage.TYPE_BYTE_INDEXED), 8, 8),
            Samples.animatedWebp(60, 40, 10, 8),
            Samples.withExifOrientation(Samples.jpeg(drawn, 2, 1), 6),
            Samples.resource("/pictures/photo-simple-filter.webp"),
            Samples.resource("/pictures/photo-lossless-alpha.webp"),
            Samples.resource("/pictures/photo-animated.webp"),
            Samples.resource("/pictures/photo.avif"));
    Random random = new Random(7);
    int decoded = 0;
    int refused = 0;
    for (int round = 0; round < MUTATIONS; round++) {
      byte[] seed = seeds.get(round % seeds.size());
      byte[] bytes = random.nextInt(5) == 0 ? Arrays.copyOf(seed, random.nextInt(seed.length + 1)) : seed.clone();
      for (int flips = 1 + random.nextInt(8); flips > 0 && bytes.length > 0; flips--) {
        int reach = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 80);
        bytes[random.nextInt(reach)] = (byte) random.nextInt(256);
      }
      try {
        DecodedPicture picture = decoder.decode(bytes);
        assertThat((long) picture.width() * picture.height()).isBetween(1L, (long) PictureHeader.MAX_PIXELS);
        Lookup lookup = Lookup.of(kernel, picture.luma());
        assertThat(lookup.queries().isEmpty()).isEqualTo(lookup.unjudged() != null);
        decoded++;
      } catch (UnreadablePicture e) {
        refused++;
      }
    }
    assertThat(decoded).isGreaterThan(500);
    assertThat(refused).isGreaterThan(500);
    assertThat((System.nanoTime() - start) / 1_000_000_000).as("seconds").isLessThan(SECONDS);
  }

  /** Its 760 bytes say nothing of most of its pixels, and once kept a processor busy for over a minute. */
  @Test
  @Timeout(10)
  void a_webp_that_claims_more_than_it_holds_is_refused_at_once() throws IOException {
    byte[] file = Samples.resource("/pictures/lossless.webp");
    int height = 16_000 - 1;
    file[27] = (byte) height;
    file[28] = (byte) (height >> 8);
    int pixels = new String(file, StandardCharsets.ISO_8859_1).indexOf("VP8L") + 9;
    ByteBuffer size = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    size.putInt(pixels, size.getInt(pixels) & ~(0x3fff << 14) | height << 14);
    assertThatThrownBy(() -> decoder.decode(file)).isInstanceOf(UnreadablePicture.class);
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
