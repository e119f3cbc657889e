package shotdeed.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import shotdeed.server.Photos;

class MatchCommandTest {
  private static final String HEADER = "query,certificate,verdict,method,distance,inliers,agreement,covered\r\n";

  private final StringWriter err = new StringWriter();

  @TempDir Path folder;
  private Path library;
  private Path queries;
  private Path csv;

  @BeforeEach
  void two_certified_photographs() throws IOException {
    library = Files.createDirectories(folder.resolve("library"));
    queries = Files.createDirectories(folder.resolve("queries"));
    csv = folder.resolve("found.csv");
    Files.createDirectories(library.resolve("spring"));
    Files.write(library.resolve("spring/one.jpg"), photo("photo.jpg"));
    Files.write(library.resolve("two.jpg"), photo("photo-2.jpg"));
  }

  @Test
  void exact_recompressed_resized_and_mirrored_copies_are_found_and_other_clothes_on_the_same_hanger_are_related() throws IOException {
    Files.write(queries.resolve("a-same.jpg"), photo("photo.jpg"));
    Files.createDirectories(queries.resolve("b"));
    Files.write(queries.resolve("b/small.jpg"), jpeg(transformed(photo("photo.jpg"), 0.6, false), 0.5f));
    Files.write(queries.resolve("c-mirrored.jpg"), jpeg(transformed(photo("photo-2.jpg"), 1, true), 0.8f));
    Files.write(queries.resolve("d-other.jpg"), photo("photo-3.jpg"));
    assertThat(run("--library", "" + library, "--out", "" + csv, "" + queries)).isZero();
    assertThat(err.toString()).isEmpty();
    String[] lines = Files.readString(csv).split("\r\n");
    assertThat(lines).hasSize(5);
    assertThat(lines[0] + "\r\n").isEqualTo(HEADER);
    assertThat(lines[4]).startsWith("d-other.jpg,spring/one.jpg,related,feature,,");
    assertThat(lines[1]).isEqualTo("a-same.jpg,spring/one.jpg,copy,exact,0,,,");
    assertThat(lines[2]).matches("b/small\\.jpg,spring/one\\.jpg,copy,fingerprint,[0-9]+,[0-9]+,0\\.[0-9]{3},[01]\\.[0-9]{3}");
    assertThat(lines[3]).matches("c-mirrored\\.jpg,two\\.jpg,copy,fingerprint,[0-9]+,[0-9]+,0\\.[0-9]{3},[01]\\.[0-9]{3}");
  }

  @Test
  void a_part_that_no_fingerprint_finds_is_found_by_its_features() throws IOException {
    Files.write(library.resolve("coat.jpg"), Photos.photo("coat"));
    Files.write(queries.resolve("part.jpg"), Photos.part(Photos.photo("coat"), 110, 60, 310, 260));
    assertThat(run("--library", "" + library, "--out", "" + csv, "" + queries)).isZero();
    assertThat(Files.readString(csv).split("\r\n")[1])
        .matches("part\\.jpg,coat\\.jpg,copy,feature,,[0-9]+,0\\.[0-9]{3},0\\.2[0-9]{2}");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its file names hold neither quotes nor line breaks")
  void names_with_commas_quotes_line_breaks_and_chinese_are_quoted() throws IOException {
    Files.delete(library.resolve("two.jpg"));
    Files.move(library.resolve("spring/one.jpg"), library.resolve("红,裙.jpg"));
    Files.write(queries.resolve("a \"new\".jpg"), photo("photo.jpg"));
    Files.write(queries.resolve("b\nc.jpg"), photo("photo.jpg"));
    Files.write(queries.resolve("连衣裙.jpg"), photo("photo.jpg"));
    assertThat(run("--library", "" + library, "--out", "" + csv, "" + queries)).isZero();
    assertThat(Files.readString(csv))
        .isEqualTo(
            HEADER
                + "\"a \"\"new\"\".jpg\",\"红,裙.jpg\",copy,exact,0,,,\r\n"
                + "\"b\nc.jpg\",\"红,裙.jpg\",copy,exact,0,,,\r\n"
                + "连衣裙.jpg,\"红,裙.jpg\",copy,exact,0,,,\r\n");
  }

  @Test
  void a_folder_matched_against_itself_finds_each_picture_once() throws IOException {
    assertThat(run("--library", "" + library, "--out", "" + library.resolve("found.csv"), "" + library)).isZero();
    assertThat(Files.readString(library.resolve("found.csv")))
        .isEqualTo(HEADER + "spring/one.jpg,spring/one.jpg,copy,exact,0,,,\r\ntwo.jpg,two.jpg,copy,exact,0,,,\r\n");
  }

  @Test
  void files_and_folders_are_named_as_they_were_given() throws IOException {
    Path single = Files.write(folder.resolve("single.jpg"), photo("photo.jpg"));
    Files.write(queries.resolve("q.jpg"), photo("photo-2.jpg"));
    assertThat(run("--library", "" + library, "--out", "" + csv, "" + single, "" + queries)).isZero();
    assertThat(Files.readString(csv))
        .isEqualTo(
            HEADER
                + slashed(queries) + "/q.jpg,two.jpg,copy,exact,0,,,\r\n"
                + slashed(single) + ",spring/one.jpg,copy,exact,0,,,\r\n");
  }

  @Test
  void a_flat_picture_matches_only_its_own_file() throws IOException {
    byte[] white = png(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB));
    Files.write(library.resolve("white.png"), white);
    Files.write(queries.resolve("same.png"), white);
    Files.write(queries.resolve("size.png"), png(new BufferedImage(301, 300, BufferedImage.TYPE_INT_RGB)));
    assertThat(run("--library", "" + library, "--out", "" + csv, "" + queries)).isZero();
    assertThat(Files.readString(csv)).isEqualTo(HEADER + "same.png,white.png,copy,exact,0,,,\r\n");
    assertThat(err.toString().lines())
        .containsExactly(
            "shotdeed: " + library.resolve("white.png")
                + ": cannot judge this picture, because it shows little but one colour; only its exact file is found",
            "shotdeed: " + queries.resolve("size.png")
                + ": cannot judge this picture, because it shows little but one colour");
  }

  @Test
  void a_picture_too_small_to_be_told_apart_is_named_and_no_failure() throws IOException {
    Path icon = Files.write(queries.resolve("icon.png"), png(new BufferedImage(300, 15, BufferedImage.TYPE_INT_RGB)));
    assertThat(run("--library", "" + library, "--out", "" + csv, "" + queries)).isZero();
    assertThat(Files.readString(csv)).isEqualTo(HEADER);
    assertThat(err.toString())
        .isEqualTo(
            "shotdeed: " + icon
                + ": cannot judge this picture, because it is too small: each side needs 16 pixels or more\n");
  }

  @Test
  void damaged_pictures_are_reported_other_files_counted_and_the_rest_is_written() throws IOException {
    byte[] photo = photo("photo.jpg");
    Path cut = Files.write(library.resolve("cut.jpg"), Arrays.copyOf(photo, photo.length / 2));
    Files.writeString(library.resolve("notes.txt"), "text");
    Files.writeString(queries.resolve("list.csv"), "a,b\r\n");
    Path claims = Files.writeString(queries.resolve("page.JPG"), "<html>");
    Path unnamed = Files.write(queries.resolve("cut-without-a-name"), Arrays.copyOf(photo, photo.length / 2));
    Path column = Files.write(queries.resolve("slim.png"), Photos.emptyPng(1, 4_000_000));
    Files.write(queries.resolve("whole"), photo);
    assertThat(run("--library", "" + library, "--out", "" + csv, "" + queries)).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "shotdeed: " + cut + ": cannot judge this picture, because it is cut off or damaged",
            "shotdeed: " + unnamed + ": cannot judge this picture, because it is cut off or damaged",
            "shotdeed: " + claims + ": cannot judge this picture, because it is no JPEG, PNG, GIF, WebP or BMP",
            "shotdeed: " + column + ": cannot judge this picture, because it has more than 60 million pixels, or more than 65535 a side",
            "shotdeed: left out, not pictures: 2 files");
    assertThat(Files.readString(csv))
        .isEqualTo(HEADER + "whole,spring/one.jpg,copy,exact,0,,,\r\n");
  }

  @Test
  void an_old_result_is_replaced_and_nothing_else_is_left_behind() throws IOException {
    Files.writeString(csv, "old");
    assertThat(run("--library", "" + library, "--out", "" + csv, "" + queries)).isZero();
    assertThat(Files.readString(csv)).isEqualTo(HEADER);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(library, queries, csv);
    }
  }

  @Test
  void a_query_that_is_not_there_is_wrong_usage_and_the_old_result_stays() throws IOException {
    Files.writeString(csv, "old");
    Path gone = queries.resolve("gone.jpg");
    assertThat(run("--library", "" + library, "--out", "" + csv, "" + queries, "" + gone)).isEqualTo(2);
    assertThat(err.toString()).startsWith("shotdeed: QUERIES: there is no file or folder " + gone + "\n");
    assertThat(csv).hasContent("old");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems hold names as text, not as bytes")
  void a_name_that_is_not_text_is_reported_and_not_written() throws IOException {
    Files.write(Path.of(URI.create(queries.toUri() + "%ff.jpg")), photo("photo.jpg"));
    Files.write(queries.resolve("good.jpg"), photo("photo.jpg"));
    assertThat(run("--library", "" + library, "--out", "" + csv, "" + queries)).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "shotdeed: " + queries + "/\uFFFD.jpg: its name is not UTF-8; rename it, or set LANG to the locale it is in\n");
    assertThat(Files.readString(csv)).isEqualTo(HEADER + "good.jpg,spring/one.jpg,copy,exact,0,,,\r\n");
  }

  @Test
  void an_empty_library_is_said_and_nothing_is_written() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(run("--library", "" + empty, "--out", "" + csv, "" + queries)).isEqualTo(1);
    assertThat(err.toString().strip())
        .isEqualTo("shotdeed: no photograph in " + empty + " could be certified, so there is nothing to match against");
    assertThat(csv).doesNotExist();
  }

  @Test
  void wrong_usage_is_said_before_any_work() {
    Path nowhere = folder.resolve("no/found.csv");
    assertThat(run("--library", "" + library, "--out", "" + nowhere, "" + queries)).isEqualTo(2);
    assertThat(err.toString()).startsWith("shotdeed: --out " + nowhere + " is in a folder that does not exist");
    assertThat(run("--library", "" + csv, "--out", "" + csv, "" + queries)).isEqualTo(2);
    assertThat(err.toString()).contains("shotdeed: --library " + csv + " is not a folder");
    assertThat(run("--library", "" + library, "--out", "" + queries, "" + queries)).isEqualTo(2);
    assertThat(err.toString()).contains("shotdeed: --out " + queries + " is there already and is not a file");
    assertThat(run("--library", "" + library, "" + queries)).isEqualTo(2);
    assertThat(run("--library", "" + library, "--out", "" + csv)).isEqualTo(2);
  }

  private int run(String... arguments) {
    return new CommandLine(new MatchCommand()).setErr(new PrintWriter(err, true)).execute(arguments);
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static byte[] photo(String name) throws IOException {
    try (InputStream in = MatchCommandTest.class.getResourceAsStream("/pictures/" + name)) {
      return in.readAllBytes();
    }
  }

  private static BufferedImage transformed(byte[] photo, double scale, boolean mirrored) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));
    int width = (int) (image.getWidth() * scale);
    int height = (int) (image.getHeight() * scale);
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = result.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    AffineTransform place = AffineTransform.getScaleInstance(mirrored ? -scale : scale, scale);
    place.preConcatenate(AffineTransform.getTranslateInstance(mirrored ? width : 0, 0));
    g.drawImage(image, place, null);
    g.dispose();
    return result;
  }

  private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(quality);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    }
    writer.dispose();
    return out.toByteArray();
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
