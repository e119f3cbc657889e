package shotdeed.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.fingerprint.Drawing;
import shotdeed.image.LumaImage;

class FeatureKernelTest {
  private final FeatureKernel kernel = new FeatureKernel();
  private final LumaImage coat = Drawing.photograph("coat");

  @Test
  void a_photograph_has_some_hundred_features_and_a_certificate_keeps_more() {
    assertThat(kernel.query(coat).count()).isBetween(300, FeatureKernel.QUERY);
    assertThat(kernel.certificate(coat).count()).isBetween(600, FeatureKernel.CERTIFICATE);
  }

  @Test
  void features_carry_the_size_of_the_picture_as_it_was_given() {
    Features features = kernel.query(coat.scaledTo(1_700, 900));
    assertThat(features.width()).isEqualTo(1_700);
    assertThat(features.height()).isEqualTo(900);
  }

  /** The described square is five times as wide as what it is about. */
  @Test
  void a_square_on_an_even_ground_is_a_feature_at_its_place_and_of_its_size() {
    Features features = kernel.query(Drawing.ground(640, 640, 240).rectangle(300, 200, 324, 224, 20).picture());
    assertThat(features.x(0)).isCloseTo(312, within(0.5));
    assertThat(features.y(0)).isCloseTo(212, within(0.5));
    assertThat(features.side(0)).isCloseTo(5 * 24, within(15.0));
  }

  /** All sizes of which at least half the places are found again, as far as a rough look tells. */
  @ParameterizedTest
  @CsvSource({"200, 200", "300, 300", "600, 600", "800, 800", "460, 400"})
  void a_copy_of_another_size_has_the_same_features(int width, int height) {
    assertThat(placesAgreeing(kernel.query(coat.scaledTo(width, height)), kernel.certificate(coat), 1, 1, 0, 0))
        .isGreaterThanOrEqualTo(80);
  }

  @Test
  void an_enlarged_detail_has_the_features_of_that_part() {
    LumaImage dress = Drawing.photograph("dress");
    int width = dress.width();
    int height = dress.height();
    LumaImage detail =
        Drawing.crop(dress, width / 4, height / 4, width * 3 / 4, height * 3 / 4).scaledTo(width, height);
    assertThat(placesAgreeing(kernel.query(detail), kernel.certificate(dress), 0.5, 0.5, 0.25, 0.25))
        .isGreaterThanOrEqualTo(20);
  }

  /** Other photographs agree nowhere. */
  @ParameterizedTest
  @ValueSource(strings = {"dress", "shirt", "shoe"})
  void another_photograph_has_other_features(String name) {
    Features other = kernel.certificate(Drawing.photograph(name));
    assertThat(placesAgreeing(kernel.query(coat), other, 1, 1, 0, 0)).isLessThan(6);
  }

  @Test
  void the_mirror_image_is_described_by_the_same_numbers() {
    for (String name : List.of("coat", "dress", "shirt", "shoe")) {
      LumaImage picture = Drawing.photograph(name);
      Features expected = kernel.query(Drawing.mirrored(picture));
      Features actual = kernel.query(picture).mirrored();
      assertThat(actual.words()).as(name).isEqualTo(expected.words());
      assertThat(actual.size()).as(name).isEqualTo(expected.size());
      assertThat(actual.y()).as(name).isEqualTo(expected.y());
      for (int i = 0; i < actual.count(); i++) {
        assertThat(actual.x()[i] & 0xffff).as(name).isCloseTo(expected.x()[i] & 0xffff, within(1));
      }
    }
  }

  @Test
  void mirrored_twice_is_as_before() {
    Features features = kernel.query(coat);
    Features again = features.mirrored().mirrored();
    assertThat(again.words()).isEqualTo(features.words());
    assertThat(again.x()).isEqualTo(features.x());
  }

  @Test
  void brightness_and_contrast_change_few_bits() {
    float[] paler = coat.values().clone();
    for (int i = 0; i < paler.length; i++) {
      paler[i] = paler[i] * 0.7f + 60;
    }
    Features features = kernel.query(new LumaImage(coat.width(), coat.height(), paler));
    assertThat(placesAgreeing(features, kernel.certificate(coat), 1, 1, 0, 0)).isGreaterThanOrEqualTo(150);
  }

  @Test
  void the_same_picture_gives_the_same_features_however_often_the_kernel_was_used() {
    byte[] once = FeaturesCodec.encode(new FeatureKernel().query(coat));
    kernel.certificate(Drawing.photograph("dress"));
    assertThat(FeaturesCodec.encode(kernel.query(coat))).isEqualTo(once);
  }

  /** So an index may keep the first ones only. */
  @Test
  void the_first_hundred_are_spread_over_the_picture() {
    Features features = kernel.certificate(coat);
    Integer[] count = {0, 0, 0, 0};
    for (int i = 0; i < 100; i++) {
      int q = (features.x(i) * 2 < coat.width() ? 0 : 1) + (features.y(i) * 2 < coat.height() ? 0 : 2);
      count[q]++;
    }
    assertThat(count).allSatisfy(n -> assertThat(n).isBetween(10, 45));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "16, 16", "300, 200", "800, 800"})
  void one_colour_has_no_features(int width, int height) {
    assertThat(kernel.query(Drawing.ground(width, height, 128).picture()).count()).isZero();
    assertThat(kernel.certificate(Drawing.ground(width, height, 255).picture()).count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "16, 16", "20, 800", "1200, 30", "1, 5000", "16384, 1", "65535, 1", "1, 65535"})
  void small_and_long_pictures_are_taken(int width, int height) {
    Features features = kernel.query(coat.scaledTo(width, height));
    Features kept = kernel.certificate(coat.scaledTo(width, height));
    assertThat(features.count()).isLessThanOrEqualTo(FeatureKernel.QUERY);
    assertThat(kept.count()).isLessThanOrEqualTo(FeatureKernel.CERTIFICATE);
    for (int i = 0; i < features.count(); i++) {
      assertThat(features.x(i)).isBetween(0.0, (double) width);
      assertThat(features.y(i)).isBetween(0.0, (double) height);
      assertThat(features.side(i)).isBetween(1.0, 4.0 * Math.max(width, height));
    }
  }

  /** Correspondences whose place on the certificate is where the copy's place lies, in shares of the sides. */
  private static long placesAgreeing(
      Features copy, Features original, double shareX, double shareY, double left, double top) {
    return Correspondences.of(copy, original).stream()
        .filter(pair -> !pair.mirrored())
        .filter(
            pair -> {
              double x = left + shareX * copy.x(pair.query()) / copy.width();
              double y = top + shareY * copy.y(pair.query()) / copy.height();
              return Math.abs(x - original.x(pair.certificate()) / original.width()) < 0.01
                  && Math.abs(y - original.y(pair.certificate()) / original.height()) < 0.01;
            })
        .count();
  }
}
