package shotdeed.server.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Pdq;
import shotdeed.image.LumaImage;
import shotdeed.image.PictureHeader;
import shotdeed.image.Samples;
import shotdeed.server.picture.PictureDecoder;

class MarkCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"0", "4242", "4294967295"})
  void a_marked_jpeg_reads_as_its_number_and_the_original_is_as_before(String number) throws IOException {
    Path in = photo("in.jpg");
    Path copy = folder.resolve("out.jpg");
    assertThat(mark("--number", number, "" + in, "" + copy)).isZero();
    assertThat(Files.readAllBytes(in)).isEqualTo(Samples.resource("/pictures/photo.jpg"));
    assertThat(read("" + copy, "" + in)).isZero();
    assertThat(out.toString()).matches(number + "\t(0\\.[5-9]\\d|1\\.00)\t" + copy + "\nnone\t0\\.00\t" + in + "\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void the_copy_has_the_format_and_size_of_the_original_and_nearly_its_fingerprint() throws Exception {
    for (String name : new String[] {"photo.jpg", "photo-2.jpg", "photo-3.jpg"}) {
      byte[] original = Samples.resource("/pictures/" + name);
      Path in = Files.write(folder.resolve(name), original);
      Path copy = folder.resolve("copy-" + name);
      assertThat(mark("--number", "7", "" + in, "" + copy)).isZero();
      byte[] marked = Files.readAllBytes(copy);
      assertThat(PictureHeader.read(marked)).isEqualTo(PictureHeader.read(original));
      assertThat(fingerprintDistance(original, marked)).as(name).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void a_photograph_that_the_camera_turned_is_upright_in_the_copy() throws Exception {
    byte[] turned = Samples.withExifOrientation(Samples.resource("/pictures/photo.jpg"), 6);
    Path in = Files.write(folder.resolve("in.jpg"), turned);
    Path copy = folder.resolve("out.jpg");
    assertThat(mark("--number", "7", "" + in, "" + copy)).isZero();
    PictureHeader before = PictureHeader.read(turned);
    PictureHeader after = PictureHeader.read(Files.readAllBytes(copy));
    assertThat(after.turned()).isFalse();
    assertThat(new int[] {after.width(), after.height()}).containsExactly(shown(turned));
    assertThat(before.turned()).isTrue();
    assertThat(fingerprintDistance(turned, Files.readAllBytes(copy))).isLessThanOrEqualTo(4);
  }

  @Test
  void the_colour_profile_of_a_jpeg_is_in_the_copy() throws Exception {
    byte[] profile = Samples.linearRgb();
    byte[] original = Samples.withProfile(Samples.resource("/pictures/photo.jpg"), profile);
    Path in = Files.write(folder.resolve("in.jpg"), original);
    Path copy = folder.resolve("out.jpg");
    assertThat(mark("--number", "7", "" + in, "" + copy)).isZero();
    assertThat(contains(Files.readAllBytes(copy), profile)).isTrue();
  }

  @Test
  void a_grey_jpeg_stays_grey() throws Exception {
    BufferedImage grey = new BufferedImage(400, 500, BufferedImage.TYPE_BYTE_GRAY);
    grain(grey);
    Path in = Files.write(folder.resolve("in.jpg"), Samples.encode(grey, "jpeg"));
    Path copy = folder.resolve("out.jpg");
    assertThat(mark("--number", "7", "" + in, "" + copy)).isZero();
    assertThat(ImageIO.read(copy.toFile()).getRaster().getNumBands()).isEqualTo(1);
    assertThat(numberIn(copy)).isEqualTo("7");
  }

  @Test
  void transparency_and_profile_of_a_png_stay() throws Exception {
    BufferedImage image = new BufferedImage(400, 500, BufferedImage.TYPE_INT_ARGB);
    grain(image);
    for (int y = 0; y < 500; y++) {
      for (int x = 0; x < 80; x++) {
        image.setRGB(x, y, 0x00123456);
      }
    }
    byte[] profile = Samples.compressedProfile(Samples.srgb());
    byte[] original = Samples.withChunk(Samples.encode(image, "png"), "iCCP", profile);
    Path in = Files.write(folder.resolve("in.png"), original);
    Path copy = folder.resolve("out.png");
    assertThat(mark("--number", "7", "" + in, "" + copy)).isZero();
    BufferedImage marked = ImageIO.read(copy.toFile());
    for (int y = 0; y < 500; y += 7) {
      for (int x = 0; x < 400; x += 7) {
        assertThat(marked.getRGB(x, y) >>> 24).isEqualTo(x < 80 ? 0 : 255);
      }
    }
    assertThat(contains(Files.readAllBytes(copy), profile)).isTrue();
    assertThat(numberIn(copy)).isEqualTo("7");
  }

  @Test
  void sixteen_bits_a_colour_and_bmp_are_marked_too() throws Exception {
    BufferedImage deep = new BufferedImage(400, 500, BufferedImage.TYPE_USHORT_GRAY);
    grain(deep);
    Path png = Files.write(folder.resolve("deep.png"), Samples.encode(deep, "png"));
    assertThat(mark("--number", "7", "" + png, "" + folder.resolve("a.png"))).isZero();
    assertThat(ImageIO.read(folder.resolve("a.png").toFile()).getColorModel().getPixelSize()).isEqualTo(16);
    assertThat(numberIn(folder.resolve("a.png"))).isEqualTo("7");
    BufferedImage image = new BufferedImage(400, 500, BufferedImage.TYPE_3BYTE_BGR);
    grain(image);
    Path bmp = Files.write(folder.resolve("in.bmp"), Samples.encode(image, "bmp"));
    assertThat(mark("--number", "8", "" + bmp, "" + folder.resolve("b.bmp"))).isZero();
    assertThat(numberIn(folder.resolve("b.bmp"))).isEqualTo("8");
  }

  @Test
  void marking_again_with_the_same_number_changes_nothing_and_with_another_is_refused() throws IOException {
    Path in = photo("in.jpg");
    Path once = folder.resolve("once.jpg");
    Path twice = folder.resolve("twice.jpg");
    assertThat(mark("--number", "7", "" + in, "" + once)).isZero();
    assertThat(mark("--number", "7", "" + once, "" + twice)).isZero();
    assertThat(twice).hasSameBinaryContentAs(once);
    assertThat(mark("--number", "8", "" + once, "" + folder.resolve("thrice.jpg"))).isEqualTo(1);
    assertThat(err).hasToString(
        "shotdeed: " + once + ": cannot mark this picture, because it bears the mark of number 7 already: mark the"
            + " unmarked original\n");
    assertThat(folder.resolve("thrice.jpg")).doesNotExist();
  }

  @Test
  void what_cannot_be_marked_is_refused_with_the_reason_and_nothing_is_written() throws Exception {
    refused("tiny.png", Samples.encode(new BufferedImage(64, 64, 1), "png"), "it is too small: each side needs 160");
    refused("flat.png", Samples.flatPng(300, 300), "it is too plain to hide a mark in");
    refused("long.png", Samples.flatPng(2000, 200), "it is too long");
    refused("ink.jpg", Samples.cmykJpeg(200, 200, 9, 200, 30, 40), "it is in CMYK, for print: save it as RGB first");
    refused("still.gif", Samples.encode(new BufferedImage(300, 300, 1), "gif"), "a GIF has too few colours");
    byte[] moving = Samples.withChunk(Samples.flatPng(300, 300), "acTL", new byte[8]);
    refused("moving.png", moving, "it is animated: mark a still picture");
    assertThat(mark("--number", "7", "" + folder.resolve("missing.jpg"), "" + folder.resolve("out"))).isEqualTo(1);
    assertThat(mark("--number", "7", "" + photo("p.jpg"), "" + folder.resolve("no/out.jpg"))).isEqualTo(1);
    assertThat(mark("--number", "-1", "" + photo("p.jpg"), "" + folder.resolve("out.jpg"))).isEqualTo(2);
    assertThat(mark("--number", "4294967296", "" + photo("p.jpg"), "" + folder.resolve("out.jpg"))).isEqualTo(2);
  }

  private void refused(String name, byte[] bytes, String reason) throws IOException {
    Path in = Files.write(folder.resolve(name), bytes);
    Path copy = folder.resolve("copy-" + name);
    err.getBuffer().setLength(0);
    assertThat(mark("--number", "7", "" + in, "" + copy)).as(name).isEqualTo(1);
    assertThat(err.toString()).contains("because " + reason);
    assertThat(copy).doesNotExist();
    assertThat(Files.readAllBytes(in)).isEqualTo(bytes);
  }

  @Test
  void the_original_is_never_replaced_by_its_copy_under_whatever_name() throws IOException {
    Path in = photo("in.jpg");
    Path link = Files.createSymbolicLink(folder.resolve("link.jpg"), in);
    Path hard = Files.createLink(folder.resolve("hard.jpg"), in);
    for (Path copy : new Path[] {in, link, hard}) {
      assertThat(mark("--number", "7", "" + in, "" + copy)).isEqualTo(1);
    }
    assertThat(Files.readAllBytes(in)).isEqualTo(Samples.resource("/pictures/photo.jpg"));
    assertThat(err.toString()).contains("it is the original itself, which is never changed");
  }

  @Test
  void a_file_that_cannot_be_read_is_reported_and_the_others_go_on() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no picture");
    Path good = photo("good.jpg");
    assertThat(read("" + text, "" + good)).isEqualTo(1);
    assertThat(out).hasToString("none\t0.00\t" + good + "\n");
    assertThat(err.toString()).startsWith("shotdeed: " + text + ": ");
  }

  private String numberIn(Path file) {
    out.getBuffer().setLength(0);
    read("" + file);
    return out.toString().split("\t")[0];
  }

  private Path photo(String name) throws IOException {
    return Files.write(folder.resolve(name), Samples.resource("/pictures/photo.jpg"));
  }

  private static void grain(BufferedImage image) {
    Random random = new Random(1);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int level = 100 + x / 5 + (int) (random.nextGaussian() * 4);
        image.setRGB(x, y, 0xff000000 | level << 16 | level << 8 | level);
      }
    }
  }

  private static int[] shown(byte[] file) throws Exception {
    LumaImage luma = new PictureDecoder().decode(file).luma();
    return new int[] {luma.width(), luma.height()};
  }

  private static int fingerprintDistance(byte[] a, byte[] b) throws Exception {
    Pdq pdq = new Pdq();
    PictureDecoder decoder = new PictureDecoder();
    return pdq.hash(decoder.decode(a).luma()).hash(Dihedral.ROTATE0)
        .distance(pdq.hash(decoder.decode(b).luma()).hash(Dihedral.ROTATE0));
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    outer:
    for (int i = 0; i + part.length <= bytes.length; i++) {
      for (int j = 0; j < part.length; j++) {
        if (bytes[i + j] != part[j]) {
          continue outer;
        }
      }
      return true;
    }
    return false;
  }

  private int mark(String... arguments) {
    return run(new MarkCommand(), arguments);
  }

  private int read(String... arguments) {
    return run(new ReadMarkCommand(), arguments);
  }

  private int run(Object command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
