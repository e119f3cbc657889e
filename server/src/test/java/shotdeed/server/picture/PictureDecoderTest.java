package shotdeed.server.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.image.PictureFormat;
import shotdeed.image.PictureHeader;
import shotdeed.image.Samples;
import shotdeed.model.Unjudged;

class PictureDecoderTest {
  private static final int RED = 0xcc3333;
  private static final int BLUE = 0x2266cc;
  private static final int WHITE = 0xffffff;

  private final PictureDecoder decoder = new PictureDecoder();

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp"})
  void a_lossless_picture_keeps_its_pixels(String format) throws Exception {
    DecodedPicture picture =
        decoder.decode(Samples.encode(Samples.quarter(40, 24, BufferedImage.TYPE_INT_RGB), format));
    assertThat(picture.format().text()).isEqualTo(format);
    assertThat(picture.width()).isEqualTo(40);
    assertThat(picture.height()).isEqualTo(24);
    assertThat(colour(picture, 2, 2)).isEqualTo(hex(BLUE));
    assertThat(colour(picture, 38, 22)).isEqualTo(hex(RED));
  }

  @Test
  void a_jpeg_is_decoded_baseline_or_progressive() throws Exception {
    BufferedImage drawn = Samples.quarter(64, 48, BufferedImage.TYPE_INT_RGB);
    assertNear(decoder.decode(Samples.encode(drawn, "jpeg")), 10, 10, BLUE, 4);
    assertNear(decoder.decode(Samples.progressiveJpeg(drawn)), 60, 40, RED, 4);
  }

  @Test
  void a_grey_jpeg_and_a_grey_png_keep_their_levels() throws Exception {
    BufferedImage grey = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
    Arrays.fill(((java.awt.image.DataBufferByte) grey.getRaster().getDataBuffer()).getData(), (byte) 60);
    assertThat(colour(decoder.decode(Samples.encode(grey, "jpeg")), 9, 9)).isEqualTo("3c3c3c");
    assertThat(colour(decoder.decode(Samples.encode(grey, "png")), 9, 9)).isEqualTo("3c3c3c");
    assertThat(decoder.decode(Samples.encode(grey, "png")).luma().values()[0]).isEqualTo(60f);
  }

  @Test
  void sixteen_bits_a_sample_become_eight() throws Exception {
    BufferedImage deep = new BufferedImage(8, 8, BufferedImage.TYPE_USHORT_GRAY);
    Arrays.fill(((java.awt.image.DataBufferUShort) deep.getRaster().getDataBuffer()).getData(), (short) 0x2020);
    assertThat(colour(decoder.decode(Samples.encode(deep, "png")), 1, 1)).isEqualTo("202020");
  }

  @Test
  void one_bit_a_pixel_is_black_and_white() throws Exception {
    assertThat(colour(decoder.decode(Samples.flatPng(20, 20)), 3, 3)).isEqualTo("000000");
  }

  /** Inks in levels of 255, and what is seen: the product of the complements of one ink and black. */
  @ParameterizedTest
  @CsvSource({"0,0,0,0,ffffff", "0,255,0,0,ff00ff", "255,0,0,0,00ffff", "0,0,255,51,cccc00", "0,0,0,255,000000",
    "102,51,204,127,4c6619"})
  void a_cmyk_jpeg_shows_ink_on_paper(int cyan, int magenta, int yellow, int black, String seen) throws Exception {
    byte[] jpeg = Samples.cmykJpeg(16, 16, cyan, magenta, yellow, black);
    assertNear(decoder.decode(jpeg), 8, 8, Integer.parseInt(seen, 16), 1);
    assertThat(pixels(Samples.withProfile(jpeg, Samples.linearRgb()))).isEqualTo(pixels(jpeg));
  }

  @Test
  void a_ycck_jpeg_shows_ink_on_paper() throws Exception {
    // 51, 204, 204 of ink, as brightness 158 and differences 154 and 52
    assertNear(decoder.decode(Samples.ycckJpeg(16, 16, 158, 154, 52, 0)), 8, 8, RED, 2);
    assertNear(decoder.decode(Samples.ycckJpeg(16, 16, 158, 154, 52, 255)), 8, 8, 0, 0);
  }

  @Test
  void transparency_is_put_on_white() throws Exception {
    BufferedImage glass = new BufferedImage(4, 1, BufferedImage.TYPE_INT_ARGB);
    glass.setRGB(0, 0, 0x80ff0000);
    glass.setRGB(1, 0, 0x00123456);
    glass.setRGB(2, 0, 0xff123456);
    DecodedPicture picture = decoder.decode(Samples.encode(glass, "png"));
    assertThat(colour(picture, 0, 0)).isEqualTo("ff7f7f");
    assertThat(colour(picture, 1, 0)).isEqualTo("ffffff");
    assertThat(colour(picture, 2, 0)).isEqualTo("123456");
  }

  /** Where the blue quarter of the stored picture, its top left, is shown. */
  @ParameterizedTest
  @CsvSource({"1,64,48,5,5", "2,64,48,60,5", "3,64,48,60,44", "4,64,48,5,44", "5,48,64,5,5", "6,48,64,44,5",
    "7,48,64,44,60", "8,48,64,5,60"})
  void exif_orientation_is_applied(int orientation, int width, int height, int x, int y) throws Exception {
    byte[] plain = Samples.encode(Samples.quarter(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg");
    byte[] jpeg = Samples.withExifOrientation(plain, orientation);
    DecodedPicture picture = decoder.decode(jpeg);
    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
    assertNear(picture, x, y, BLUE, 4);
    assertNear(picture, width - 1 - x, height - 1 - y, RED, 4);
    // A second reader of EXIF sees the same number.
    assertThat(
            ImageMetadataReader.readMetadata(new ByteArrayInputStream(jpeg))
                .getFirstDirectoryOfType(ExifIFD0Directory.class)
                .getInt(ExifIFD0Directory.TAG_ORIENTATION))
        .isEqualTo(PictureHeader.read(jpeg).orientation());
  }

  @Test
  void the_first_frame_of_an_animated_gif_stands_where_it_belongs_on_white() throws Exception {
    BufferedImage frame = Samples.quarter(10, 10, BufferedImage.TYPE_BYTE_INDEXED);
    DecodedPicture picture = decoder.decode(Samples.animatedGif(40, 30, frame, 20, 5));
    assertThat(picture.width()).isEqualTo(40);
    assertThat(picture.height()).isEqualTo(30);
    assertThat(colour(picture, 0, 0)).isEqualTo("ffffff");
    assertNear(picture, 29, 14, RED, 20);
    assertNear(picture, 20, 5, BLUE, 30);
    assertThat(colour(picture, 30, 15)).isEqualTo("ffffff");
  }

  @Test
  void webp_is_decoded_lossy_lossless_and_with_alpha() throws Exception {
    DecodedPicture lossless = decoder.decode(Samples.resource("/pictures/lossless.webp"));
    assertThat(colour(lossless, 2, 2)).isEqualTo("cc3333");
    assertThat(colour(lossless, 12, 10)).isEqualTo("2266cc");
    assertThat(colour(lossless, 30, 16)).isEqualTo("ffee33");
    assertNear(decoder.decode(Samples.resource("/pictures/lossy.webp")), 12, 10, BLUE, 6);
    DecodedPicture alpha = decoder.decode(Samples.resource("/pictures/alpha.webp"));
    assertThat(colour(alpha, 38, 22)).isEqualTo("ffffff");
    assertNear(alpha, 20, 20, 0xe38e8e, 8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void an_embedded_profile_leaves_the_values_of_the_file_alone(String format) throws Exception {
    byte[] plain = Samples.encode(Samples.quarter(40, 24, BufferedImage.TYPE_INT_RGB), format);
    byte[] profiled = withProfile(plain, format, Samples.linearRgb());
    assertThat(pixels(profiled)).isEqualTo(pixels(plain));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void a_grey_profile_leaves_the_values_of_the_file_alone(String format) throws Exception {
    BufferedImage grey = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
    Arrays.fill(((java.awt.image.DataBufferByte) grey.getRaster().getDataBuffer()).getData(), (byte) 55);
    byte[] profiled = withProfile(Samples.encode(grey, format), format, Samples.linearGrey());
    assertThat(colour(decoder.decode(profiled), 8, 8)).isEqualTo("373737");
  }

  @Test
  void a_profile_in_a_webp_leaves_the_values_of_the_file_alone() throws Exception {
    byte[] plain = Samples.resource("/pictures/alpha.webp");
    assertThat(pixels(Samples.withWebpProfile(plain, Samples.linearRgb()))).isEqualTo(pixels(plain));
  }

  @Test
  void the_first_frame_of_an_animated_webp_stands_where_it_belongs_on_white() throws Exception {
    DecodedPicture picture = decoder.decode(Samples.animatedWebp(60, 40, 10, 8));
    assertThat(picture.width()).isEqualTo(60);
    assertThat(picture.height()).isEqualTo(40);
    assertThat(colour(picture, 9, 8)).isEqualTo("ffffff");
    assertThat(colour(picture, 10, 8)).isEqualTo("cc3333");
    assertThat(colour(picture, 22, 18)).isEqualTo("2266cc");
    assertThat(colour(picture, 50, 31)).isEqualTo("ffffff");
  }

  @Test
  void a_damaged_profile_counts_as_none() throws Exception {
    byte[] plain = Samples.encode(Samples.quarter(40, 24, BufferedImage.TYPE_INT_RGB), "png");
    byte[] damaged = Samples.linearRgb();
    Arrays.fill(damaged, 128, damaged.length, (byte) 0xff);
    DecodedPicture picture =
        decoder.decode(Samples.withChunk(plain, "iCCP", Samples.compressedProfile(damaged)));
    assertThat(colour(picture, 2, 2)).isEqualTo(hex(BLUE));
    assertThat(colour(decoder.decode(Samples.withChunk(plain, "iCCP", new byte[40])), 2, 2)).isEqualTo(hex(BLUE));
  }

  @Test
  void thirty_thousand_pixels_a_side_are_refused_before_they_are_decoded() throws IOException {
    byte[] bomb = Samples.flatPng(30_000, 30_000);
    assertThat(bomb.length).isLessThan(200_000);
    assertThat(reason(bomb)).isEqualTo(Unjudged.TOO_MANY_PIXELS);
  }

  /** 31 kB of PNG once took the whole heap. */
  @ParameterizedTest
  @CsvSource({"1, 4000000", "1, 40000000", "40000000, 1", "65536, 1", "1, 65536"})
  void a_side_of_more_than_65535_pixels_is_refused_however_narrow_the_picture(int width, int height)
      throws IOException {
    assertThat(reason(Samples.flatPng(width, height))).isEqualTo(Unjudged.TOO_MANY_PIXELS);
  }

  @Test
  void a_side_of_65535_pixels_is_decoded() throws Exception {
    assertThat(decoder.decode(Samples.flatPng(1, 65_535)).height()).isEqualTo(65_535);
    assertThat(decoder.decode(Samples.flatPng(65_535, 1)).width()).isEqualTo(65_535);
  }

  @Test
  void more_than_32_mebibytes_are_refused_whatever_they_are() {
    assertThat(reason(new byte[PictureDecoder.MAX_BYTES + 1])).isEqualTo(Unjudged.TOO_MANY_BYTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "query,certificate,verdict\r\n", "BMW and others are makers of cars"})
  void text_is_not_a_picture(String text) {
    assertThat(reason(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Unjudged.NOT_A_PICTURE);
  }

  @Test
  void an_avif_is_left_to_browsers() {
    assertThat(reason(Samples.hex("00000014 66747970 61766966 00000000 6d696631")))
        .isEqualTo(Unjudged.FORMAT_NOT_DECODED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "bmp", "gif", "progressive", "webp"})
  void a_picture_that_is_cut_off_anywhere_is_refused(String kind) throws IOException {
    BufferedImage drawn = Samples.quarter(64, 48, BufferedImage.TYPE_INT_RGB);
    byte[] whole =
        switch (kind) {
          case "progressive" -> Samples.progressiveJpeg(drawn);
          case "webp" -> Samples.resource("/pictures/lossy.webp");
          default -> Samples.encode(drawn, kind);
        };
    int trailer = kind.equals("gif") ? 2 : 1; // without its trailer byte a GIF's frame is still whole
    for (int length = 12; length <= whole.length - trailer; length += Math.max(1, whole.length / 300)) {
      Unjudged reason = reason(Arrays.copyOf(whole, length));
      if (length > 30 || reason != Unjudged.NOT_A_PICTURE) {
        assertThat(reason).as("%s of %s bytes", length, whole.length).isEqualTo(Unjudged.TRUNCATED);
      }
    }
  }

  @Test
  void a_jpeg_cut_in_its_middle_is_refused_though_an_end_was_put_behind() throws IOException {
    byte[] whole = Samples.resource("/pictures/photo.jpg");
    byte[] cut = Samples.join(Arrays.copyOf(whole, whole.length / 2), Samples.hex("ffd9"));
    assertThat(reason(cut)).isEqualTo(Unjudged.TRUNCATED);
  }

  @Test
  void a_jpeg_of_a_thousand_scans_is_refused() throws IOException {
    byte[] whole = Samples.progressiveJpeg(Samples.quarter(64, 48, BufferedImage.TYPE_INT_RGB));
    int end = whole.length - 2;
    byte[][] pieces = new byte[1002][];
    pieces[0] = Arrays.copyOf(whole, end);
    Arrays.fill(pieces, 1, 1001, Samples.hex("ffda 0008 01 01 00 00 3f 00 00"));
    pieces[1001] = Samples.hex("ffd9");
    assertThat(reason(Samples.join(pieces))).isEqualTo(Unjudged.FORMAT_NOT_DECODED);
  }

  @Test
  void the_formats_have_a_reader_each() throws Exception {
    assertThat(decoder.decode(Samples.resource("/pictures/photo.jpg")).format()).isEqualTo(PictureFormat.JPEG);
    assertThat(decoder.decode(Samples.resource("/pictures/lossy.webp")).format()).isEqualTo(PictureFormat.WEBP);
  }

  private Unjudged reason(byte[] bytes) {
    UnreadablePicture refused = catchThrowableOfType(UnreadablePicture.class, () -> decoder.decode(bytes));
    return refused == null ? null : refused.reason();
  }

  private static byte[] withProfile(byte[] picture, String format, byte[] profile) throws IOException {
    return format.equals("png")
        ? Samples.withChunk(picture, "iCCP", Samples.compressedProfile(profile))
        : Samples.withProfile(picture, profile);
  }

  private int[] pixels(byte[] file) throws UnreadablePicture {
    BufferedImage image = decoder.decode(file).image();
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static String colour(DecodedPicture picture, int x, int y) {
    return hex(picture.image().getRGB(x, y) & WHITE);
  }

  private static String hex(int rgb) {
    return "%06x".formatted(rgb);
  }

  private static void assertNear(DecodedPicture picture, int x, int y, int rgb, int levels) {
    int shown = picture.image().getRGB(x, y);
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(shown >> shift & 0xff)
          .as("%s at %s, %s, shown %06x", hex(rgb), x, y, shown & WHITE)
          .isBetween((rgb >> shift & 0xff) - levels, (rgb >> shift & 0xff) + levels);
    }
  }
}
