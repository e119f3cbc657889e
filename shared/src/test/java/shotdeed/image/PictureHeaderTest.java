package shotdeed.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureHeaderTest {
  private static final String EXIF_TURNED = "4d4d002a00000008 0001 0112 0003 00000001 0006 0000 00000000";
  private static final String GIF_START = "474946383961 0100 0100 000000";
  private static final String AVIF_START = "00000010 66747970 61766966 00000000";

  @Test
  void a_jpeg_tells_its_size() throws IOException {
    assertThat(PictureHeader.read(file("images/misc/small.jpg")))
        .isEqualTo(new PictureHeader(PictureFormat.JPEG, 224, 399, 1));
  }

  @Test
  void a_png_tells_its_size() throws IOException {
    assertThat(PictureHeader.read(file("exact/square-512x512.png")))
        .isEqualTo(new PictureHeader(PictureFormat.PNG, 512, 512, 1));
  }

  @Test
  void a_progressive_jpeg_of_four_colours_tells_its_size_and_its_exif_orientation() {
    byte[] jpeg =
        hex(
            "ffd8 ffe1 0022 457869660000"
                + EXIF_TURNED
                + "ffff c2 0014 08 0bb8 0fa0 04 01220002110103110104110100 ffda");
    assertThat(PictureHeader.read(jpeg)).isEqualTo(new PictureHeader(PictureFormat.JPEG, 4000, 3000, 6));
    assertThat(PictureHeader.read(jpeg).turned()).isTrue();
  }

  @Test
  void a_png_obeys_its_exif_orientation_as_browsers_do() {
    String header = "89504e470d0a1a0a 0000000d 49484452 00000028 00000018 0802000000 00000000";
    byte[] png = hex(header + "0000001a 65584966" + EXIF_TURNED + "00000000");
    assertThat(PictureHeader.read(png)).isEqualTo(new PictureHeader(PictureFormat.PNG, 40, 24, 6));
  }

  @Test
  void an_orientation_of_nine_counts_as_none() {
    String nine = EXIF_TURNED.replace("0006", "0009");
    byte[] jpeg = hex("ffd8 ffe1 0022 457869660000" + nine + "ffc0 0011 08 0010 0020 03");
    assertThat(PictureHeader.read(jpeg)).isEqualTo(new PictureHeader(PictureFormat.JPEG, 32, 16, 1));
  }

  @Test
  void a_gif_is_as_large_as_its_screen_and_its_first_frame() {
    String screen = "474946383961 0a00 0c00 000000";
    String extension = "21f9 04 00000000 00";
    byte[] gif = hex(screen + extension + "2c 0200 0300 1400 0500 00");
    assertThat(PictureHeader.read(gif)).isEqualTo(new PictureHeader(PictureFormat.GIF, 22, 12, 1));
  }

  @Test
  void a_lossy_a_lossless_and_an_extended_webp_tell_their_size() {
    String riff = "52494646 ffff0000 57454250";
    assertThat(PictureHeader.read(hex(riff + "56503820 10000000 000000 9d012a 2003 5802 00")))
        .isEqualTo(new PictureHeader(PictureFormat.WEBP, 800, 600, 1));
    assertThat(PictureHeader.read(hex(riff + "5650384c 10000000 2f 1fc39500 00")))
        .isEqualTo(new PictureHeader(PictureFormat.WEBP, 800, 600, 1));
    assertThat(PictureHeader.read(hex(riff + "56503858 0a000000 10000000 1f0300 570200")))
        .isEqualTo(new PictureHeader(PictureFormat.WEBP, 800, 600, 1));
  }

  @Test
  void a_webp_is_as_large_as_the_frame_that_exceeds_its_canvas() {
    byte[] webp =
        hex(
            "52494646 ffff0000 57454250 56503858 0a000000 02000000 0f0000 0f0000"
                + "414e4d46 20000000 000000 000000 0f0000 0f0000 640000 00"
                + "56503820 0a000000 000000 9d012a ff3f ff3f");
    assertThat(PictureHeader.read(webp)).isEqualTo(new PictureHeader(PictureFormat.WEBP, 16383, 16383, 1));
  }

  @Test
  void a_bmp_tells_its_size_upright_or_top_down() {
    String file = "424d 00000000 00000000 36000000 28000000";
    assertThat(PictureHeader.read(hex(file + "80020000 e0010000")))
        .isEqualTo(new PictureHeader(PictureFormat.BMP, 640, 480, 1));
    assertThat(PictureHeader.read(hex(file + "80020000 20feffff")))
        .isEqualTo(new PictureHeader(PictureFormat.BMP, 640, 480, 1));
  }

  @Test
  void an_avif_is_as_large_as_its_largest_item() {
    byte[] avif =
        hex(
            "0000001c 66747970 61766966 00000000 61766966 6d696631 6d696166"
                + "00000044 6d657461 00000000 00000038 69707270 00000030 6970636f"
                + "00000014 69737065 00000000 00000040 00000040"
                + "00000014 69737065 00000000 00000780 00000438");
    assertThat(PictureHeader.read(avif)).isEqualTo(new PictureHeader(PictureFormat.AVIF, 1920, 1080, 1));
  }

  @Test
  void a_heic_is_told_from_an_avif_and_from_a_film() {
    assertThat(PictureHeader.read(hex("00000014 66747970 68656963 00000000 6d696631")).format())
        .isEqualTo(PictureFormat.HEIF);
    assertThat(PictureHeader.read(hex("00000014 66747970 69736f6d 00000000 6d703431"))).isNull();
  }

  @Test
  void a_size_beyond_an_int_stays_a_size_that_is_refused() {
    String header = "89504e470d0a1a0a 0000000d 49484452 ffffffff ffffffff 0802000000 00000000";
    assertThat(PictureHeader.read(hex(header)).tooLarge()).isTrue();
    assertThat(PictureHeader.read(hex(header)).pixels()).isEqualTo((long) Integer.MAX_VALUE * Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "B", "BM", "BMW and other makers", "{\"a\":1}", "<svg xmlns='x'/>", "%PDF-1.7", "RIFFxxxxWAVE"})
  void what_is_no_picture_has_no_header(String text) {
    assertThat(PictureHeader.read(text.getBytes(StandardCharsets.UTF_8))).isNull();
  }

  @Test
  void a_picture_cut_before_its_size_is_known_by_its_format_only() throws IOException {
    PictureHeader jpeg = PictureHeader.read(Arrays.copyOf(file("images/misc/small.jpg"), 20));
    assertThat(jpeg.format()).isEqualTo(PictureFormat.JPEG);
    assertThat(jpeg.sized()).isFalse();
    assertThat(PictureHeader.read(hex("89504e470d0a1a0a0000000d494844")).sized()).isFalse();
  }

  @Test
  void cut_and_flipped_files_never_throw_and_never_get_half_a_size() throws IOException {
    Random random = new Random(20261121);
    List<byte[]> seeds =
        List.of(
            file("images/misc/small.jpg"),
            file("exact/wee.png"),
            hex("474946383961 0a00 0c00 870000" + "00".repeat(768) + "21f9 04 00000000 00 2c 0200 0300 1400 0500 00"),
            hex("52494646 ffff0000 57454250 56503858 0a000000 02000000 0f0000 0f0000 414e4d46 20000000"
                + "000000 000000 0f0000 0f0000 640000 00 56503820 0a000000 000000 9d012a ff3f ff3f"),
            hex("424d 00000000 00000000 36000000 28000000 80020000 20feffff 0100 1800"),
            hex("0000001c 66747970 61766966 00000000 61766966 6d696631 6d696166 00000044 6d657461 00000000"
                + "00000038 69707270 00000030 6970636f 00000014 69737065 00000000 00000040 00000040"),
            hex("ffd8 ffe1 0022 457869660000" + EXIF_TURNED + "ffc0 0011 08 0010 0020 03"));
    int pictures = 0;
    for (int round = 0; round < 40_000; round++) {
      byte[] seed = seeds.get(round % seeds.size());
      byte[] bytes = random.nextInt(3) == 0 ? Arrays.copyOf(seed, random.nextInt(seed.length + 1)) : seed.clone();
      for (int flips = random.nextInt(6); flips > 0 && bytes.length > 0; flips--) {
        // Headers are short: most flips go where they can do harm.
        bytes[random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 64))] =
            (byte) (random.nextInt(4) == 0 ? 0xff : random.nextInt(256));
      }
      PictureHeader header = PictureHeader.read(bytes);
      if (header != null) {
        pictures++;
        assertThat(header.sized() ? Math.min(header.width(), header.height()) > 0 : header.pixels() == 0).isTrue();
        assertThat(header.orientation()).isBetween(1, 8);
      }
    }
    assertThat(pictures).isGreaterThan(10_000);
  }

  @Test
  void a_file_full_of_one_marker_takes_linear_time() {
    for (String unit : List.of("ffd8", "ffe10002", "ff00", "00000008 6d657461", "00000000 6970636f", "21f90000")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      String start = unit.startsWith("ff") ? "ffd8ff" : unit.startsWith("21") ? GIF_START : AVIF_START;
      out.writeBytes(hex(start));
      byte[] piece = hex(unit);
      while (out.size() < 8_000_000) {
        out.writeBytes(piece);
      }
      byte[] bytes = out.toByteArray();
      long begin = System.nanoTime();
      PictureHeader.read(bytes);
      assertThat(System.nanoTime() - begin).as(unit).isLessThan(2_000_000_000L);
    }
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in = PictureHeaderTest.class.getResourceAsStream("/pdq/" + name)) {
      return in.readAllBytes();
    }
  }
}
