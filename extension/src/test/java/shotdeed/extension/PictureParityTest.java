package shotdeed.extension;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import shotdeed.extension.probe.Judgement;
import shotdeed.extension.rig.BadInput;
import shotdeed.extension.rig.Photos;
import shotdeed.extension.rig.ProbePage;
import shotdeed.extension.rig.ServerDecoder;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Lookup;
import shotdeed.image.LumaImage;
import shotdeed.image.Samples;

/**
 * The same file gets the same verdict, or the same reason for none, from the server's decoder on the JVM and from the
 * extension's own in a browser: the brightness of every pixel is the same number, and so are all hashes.
 */
class PictureParityTest {
  private static ProbePage page;
  private static ServerDecoder server;
  private static int served;

  /** What one side makes of a file; the brightness is empty where the file could not be read. */
  private record Judged(String verdict, int width, int height, float[] luma) {}

  @BeforeAll
  static void open() {
    page = new ProbePage();
    server = new ServerDecoder();
  }

  @AfterAll
  static void close() {
    page.close();
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> lossless_formats_are_read_alike() throws IOException {
    return each(BadInput.lossless(), PictureParityTest::assertAlike);
  }

  @TestFactory
  Stream<DynamicTest> every_kind_of_jpeg_is_read_alike() throws IOException {
    return each(BadInput.jpeg(), PictureParityTest::assertAlike);
  }

  @TestFactory
  Stream<DynamicTest> lossy_webp_is_read_alike() throws IOException {
    return each(BadInput.lossyWebp(), PictureParityTest::assertAlike);
  }

  /** Each file's name starts with the reason. */
  @TestFactory
  Stream<DynamicTest> what_cannot_be_judged_has_the_same_reason_on_both_sides() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    BadInput.unjudged()
        .forEach(
            (name, file) ->
                tests.add(
                    DynamicTest.dynamicTest(
                        name,
                        () -> {
                          String reason = name.substring(0, name.indexOf(':'));
                          assertThat(onServer(file).verdict()).as("server").isEqualTo(reason);
                          assertThat(inBrowser(file).verdict()).as("browser").isEqualTo(reason);
                        })));
    return tests.stream();
  }

  @Test
  void an_avif_is_judged_by_the_browser_alone() throws IOException {
    byte[] avif = BadInput.file("photo.avif");
    assertThat(onServer(avif).verdict()).isEqualTo("format-not-decoded");
    assertThat(inBrowser(avif).verdict()).startsWith("Region[");
  }

  /** Its size is in its head, its pixels are not to be had: nobody is told that the file is damaged. */
  @Test
  void a_heif_is_decoded_by_neither_side() throws IOException {
    byte[] heif = new String(BadInput.file("photo.avif"), ISO_8859_1).replace("avif", "heic").getBytes(ISO_8859_1);
    assertThat(onServer(heif).verdict()).isEqualTo("format-not-decoded");
    assertThat(inBrowser(heif).verdict()).isEqualTo("format-not-decoded");
  }

  /** A browser that decodes AVIF says what is wrong with this one. */
  @Test
  void an_avif_that_is_cut_off_is_damaged_to_a_browser_that_decodes_others() throws IOException {
    byte[] avif = BadInput.file("photo.avif");
    assertThat(inBrowser(Arrays.copyOf(avif, 600)).verdict()).isEqualTo("truncated");
  }

  /**
   * The one file known that the sides differ on: its end was cut off and an end marker put behind. The browser paints
   * grey and says nothing; the server refuses, and with it the report.
   */
  @Test
  void a_jpeg_that_hides_its_loss_is_judged_by_the_browser_alone() {
    byte[] jpeg = Photos.file(Photos.SHIRT);
    byte[] half = Samples.join(Arrays.copyOf(jpeg, jpeg.length / 2), Samples.hex("ffd9"));
    assertThat(onServer(half).verdict()).isEqualTo("truncated");
    assertThat(inBrowser(half).verdict()).startsWith("Region[");
  }

  @Test
  void fifty_million_pixels_get_the_same_verdict() {
    byte[] huge = Photos.huge(Photos.JACKET);
    page.serve("/huge", "image/jpeg", huge);
    String verdict =
        (String)
            page.call(
                """
                async path => {
                  const file = new Int8Array(await (await fetch(path)).arrayBuffer());
                  return new Promise(resolve => judgeFile(file, resolve));
                }
                """,
                "/huge");
    assertThat(verdict).startsWith("Region[").isEqualTo(onServer(huge).verdict());
  }

  private static Stream<DynamicTest> each(Map<String, byte[]> files, Consumer<byte[]> check) {
    return files.entrySet().stream()
        .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> check.accept(file.getValue())));
  }

  private static void assertAlike(byte[] file) {
    Judged expected = onServer(file);
    Judged actual = inBrowser(file);
    assertThat(expected.luma()).isNotEmpty();
    assertThat(actual.width() + " x " + actual.height()).isEqualTo(expected.width() + " x " + expected.height());
    assertThat(largestDifference(expected.luma(), actual.luma())).as("levels of brightness apart").isZero();
    assertThat(actual.verdict()).isEqualTo(expected.verdict());
  }

  private static float largestDifference(float[] a, float[] b) {
    float largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  private static Judged onServer(byte[] file) {
    ServerDecoder.Decoded decoded = server.decode(file);
    LumaImage luma = decoded.luma();
    return luma == null
        ? new Judged(decoded.reason(), 0, 0, new float[0])
        : new Judged(Judgement.text(Lookup.of(new Kernel(), luma)), luma.width(), luma.height(), luma.values());
  }

  private static Judged inBrowser(byte[] file) {
    String path = "/file-" + served++;
    page.serve(path, "application/octet-stream", file);
    Map<?, ?> judged =
        (Map<?, ?>)
            page.call(
                """
                async path => {
                  const file = new Int8Array(await (await fetch(path)).arrayBuffer());
                  return new Promise(resolve => judgeFile(file, (verdict, width, height, luma) => {
                    const bytes = new Uint8Array(luma.buffer, luma.byteOffset, luma.byteLength);
                    let text = '';
                    for (let i = 0; i < bytes.length; i += 30000) {
                      text += String.fromCharCode(...bytes.subarray(i, i + 30000));
                    }
                    resolve({verdict, width, height, luma: btoa(text)});
                  }));
                }
                """,
                path);
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode((String) judged.get("luma")));
    float[] luma = new float[bytes.capacity() / Float.BYTES];
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(luma);
    return new Judged(
        (String) judged.get("verdict"), (Integer) judged.get("width"), (Integer) judged.get("height"), luma);
  }
}
