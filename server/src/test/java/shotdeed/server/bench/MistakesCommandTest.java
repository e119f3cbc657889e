package shotdeed.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.FeaturesCodec;
import shotdeed.image.LumaImage;
import shotdeed.server.Photos;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Secrets;
import shotdeed.wire.GreyRaster;

class MistakesCommandTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final String PICTURE = "ab".repeat(32);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path originals;
  private Path export;

  @BeforeEach
  void one_photograph() throws IOException {
    originals = Files.createDirectories(folder.resolve("mine"));
    export = folder.resolve("mistakes.json");
    Files.write(originals.resolve("coat.jpg"), COAT);
  }

  @Test
  void a_pair_that_is_no_copy_any_more_is_a_mistake_mended() throws IOException {
    Files.writeString(export, exported(pair(Photos.photo("dress"), COAT)));
    assertThat(run()).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "none\tcopy\t" + PICTURE + "\t" + originals.resolve("coat.jpg"), "1 pairs, 0 still a copy, 0 related");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_pair_that_still_is_one_is_named_and_the_command_fails() throws IOException {
    byte[] copy = Photos.recompressed(COAT, 0.7, 0.6f);
    Files.writeString(export, exported(pair(Photos.photo("dress"), COAT), pair(copy, COAT)));
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString().lines())
        .endsWith(
            "copy\tcopy\t" + PICTURE + "\t" + originals.resolve("coat.jpg"), "2 pairs, 1 still a copy, 0 related");
  }

  @Test
  void a_pair_whose_photograph_is_not_there_is_named_and_the_others_are_judged() throws IOException {
    Files.writeString(export, exported(pair(COAT, Photos.photo("shoe")), pair(Photos.photo("dress"), COAT)));
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString())
        .contains("has the SHA-256 " + Secrets.sha256(Photos.photo("shoe")), PICTURE + " was not judged");
    assertThat(out.toString()).endsWith("2 pairs, 0 still a copy, 0 related\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | no JSON",
        "{\"format\": 2, \"notCopies\": []} | no export of mistakes",
        "{\"format\": 1, \"notCopies\": [{}]} | pair 1: features of version 0",
        "{\"format\": 1, \"notCopies\": [{\"featureKernel\": VERSION, \"features\": \"!\"}]} | pair 1: ",
        "{\"format\": 1, \"notCopies\": [{\"featureKernel\": VERSION, \"features\": \"AAAA\"}]} | pair 1: ",
      })
  void what_is_no_export_is_said(String text, String problem) throws IOException {
    Files.writeString(export, text.replace("VERSION", String.valueOf(FeatureKernel.VERSION)));
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString()).contains("mistakes.json: could not be read: " + problem);
  }

  private static String exported(String... pairs) {
    return "{\"format\":1,\"notCopies\":[" + String.join(",", pairs) + "]}";
  }

  /** As the extension writes it. */
  private static String pair(byte[] picture, byte[] certified) {
    LumaImage luma = luma(picture);
    GreyRaster raster = GreyRaster.of(luma, 320);
    Base64.Encoder base64 = Base64.getEncoder();
    return """
        {"saidAt": "2026-11-20T08:00:00.000Z", "verdict": "copy", "certificate": 7, "certificateSha256": "%s",
        "pictureSha256": "%s", "featureKernel": %d, "features": "%s", "rasterWidth": %d, "rasterHeight": %d,
        "raster": "%s"}"""
        .formatted(
            Secrets.sha256(certified),
            PICTURE,
            FeatureKernel.VERSION,
            base64.encodeToString(FeaturesCodec.encode(new FeatureKernel().query(luma))),
            raster.width(),
            raster.height(),
            base64.encodeToString(raster.grey()));
  }

  private static LumaImage luma(byte[] picture) {
    try {
      return new PictureDecoder().decode(picture).luma();
    } catch (UnreadablePicture e) {
      throw new IllegalStateException(e);
    }
  }

  private int run() {
    CommandLine line = new CommandLine(new MistakesCommand());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(List.of("--originals", originals.toString(), export.toString()).toArray(String[]::new));
  }
}
