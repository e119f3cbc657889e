package shotdeed.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.image.LumaImage;

class CertifierTest {
  @ParameterizedTest
  @ValueSource(strings = {"coat", "dress", "shirt", "shoe"})
  void a_photograph_gets_at_most_64_fingerprints_the_whole_first(String name) {
    List<Fingerprint> fingerprints = certificate(Drawing.photograph(name));
    assertThat(fingerprints).hasSizeBetween(20, 64);
    assertThat(fingerprints.get(0).region()).isEqualTo(Region.WHOLE);
    assertThat(fingerprints).allSatisfy(print -> assertThat(print.radius()).isBetween(12, 47));
    assertThat(fingerprints).allSatisfy(print -> assertThat(print.quality()).isBetween(Kernel.MIN_QUALITY, 100));
    assertThat(new HashSet<>(fingerprints)).hasSameSizeAs(fingerprints);
  }

  @Test
  void the_size_a_photograph_is_kept_in_does_not_change_its_hash() {
    LumaImage large = Drawing.photograph("coat").scaledTo(1_600, 1_600);
    Hash256 kept = certificate(Drawing.photograph("coat")).get(0).hash();
    assertThat(certificate(large).get(0).hash().distance(kept)).isLessThanOrEqualTo(4);
  }

  @Test
  void radii_are_learnt_from_the_bank() {
    Hash256 whole = certificate(Drawing.photograph("coat")).get(0).hash();
    List<Fingerprint> fingerprints =
        new Certifier(BackgroundBank.of(whole.toBytes())).certificate(Drawing.photograph("coat"));
    assertThat(fingerprints).extracting(Fingerprint::hash).doesNotContain(whole);
    assertThat(fingerprints)
        .allSatisfy(print -> assertThat(print.radius()).isLessThan(print.hash().distance(whole)));
  }

  @Test
  void a_copy_drifts_from_a_photograph_window_by_window() {
    LumaImage photograph = Drawing.photograph("coat");
    Certifier certifier = new Certifier(shippedBank());
    assertThat(certifier.drift(photograph, photograph)).extracting(Certifier.Drift::bits).containsOnly(0);
    assertThat(certifier.drift(photograph, photograph))
        .extracting(Certifier.Drift::fingerprint)
        .isEqualTo(certificate(photograph));
    LumaImage other = Drawing.photograph("dress").scaledTo(photograph.width(), photograph.height());
    assertThat(certifier.drift(photograph, other).get(0).bits()).isGreaterThan(64);
    assertThatThrownBy(() -> certifier.drift(photograph, photograph.scaledTo(300, 300)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 77, 255})
  void one_colour_gets_none(int level) {
    assertThat(certificate(Drawing.ground(400, 400, level).picture())).isEmpty();
  }

  @Test
  void a_plain_gradient_gets_none() {
    float[] down = new float[400 * 400];
    for (int i = 0; i < down.length; i++) {
      down[i] = i / 400 * 255 / 399f;
    }
    assertThat(certificate(new LumaImage(400, 400, down))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "16, 16", "3, 20000", "20000, 3", "10, 400", "400, 10", "1, 16384"})
  void a_picture_of_any_size_is_taken_without_an_exception(int width, int height) {
    LumaImage picture = Drawing.ground(width, height, 0).waves(0, 0, width, height, 128).picture();
    assertThat(certificate(picture)).hasSizeLessThanOrEqualTo(Certifier.MAX_FINGERPRINTS);
  }

  private static List<Fingerprint> certificate(LumaImage photograph) {
    return new Certifier(shippedBank()).certificate(photograph);
  }

  /** The bank that the program carries. */
  static BackgroundBank shippedBank() {
    try (var in = BackgroundBank.class.getResourceAsStream("/shotdeed/fingerprint/background.bin")) {
      return BackgroundBank.of(in.readAllBytes());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
