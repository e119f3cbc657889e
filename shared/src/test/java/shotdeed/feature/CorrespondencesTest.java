package shotdeed.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Drawing;
import shotdeed.image.LumaImage;

class CorrespondencesTest {
  private static Features words(int... first) {
    int[] words = new int[8 * first.length];
    for (int i = 0; i < first.length; i++) {
      words[8 * i] = first[i];
    }
    return new Features(10, 10, new short[first.length], new short[first.length], new byte[first.length], words);
  }

  @Test
  void the_nearest_counts_if_the_second_nearest_is_clearly_farther() {
    assertThat(Correspondences.of(words(0b1111), words(0b11111111_1111, 0b1_1111)))
        .contains(new Pair(0, 1, 1, false));
  }

  @Test
  void two_that_are_nearly_as_near_say_nothing() {
    assertThat(Correspondences.of(words(0xff), words(0xff00ff00, 0xff00fe00))).noneMatch(pair -> !pair.mirrored());
  }

  @Test
  void a_mirrored_feature_is_found_in_the_other_form() {
    assertThat(Correspondences.of(words(0x55555555), words(0xaaaaaaaa, 0x0000ffff)))
        .contains(new Pair(0, 0, 0, true))
        .noneMatch(pair -> !pair.mirrored() && pair.distance() < 16);
  }

  @Test
  void a_picture_without_features_corresponds_to_nothing() {
    assertThat(Correspondences.of(words(), words(1, 2))).isEmpty();
    assertThat(Correspondences.of(words(1, 2), words())).isEmpty();
  }

  @Test
  void a_mirrored_photograph_corresponds_in_its_mirror_form() {
    FeatureKernel kernel = new FeatureKernel();
    LumaImage dress = Drawing.photograph("dress");
    var pairs = Correspondences.of(kernel.query(Drawing.mirrored(dress)), kernel.certificate(dress));
    assertThat(pairs.stream().filter(pair -> pair.mirrored() && pair.distance() < 40)).hasSizeGreaterThan(100);
    assertThat(pairs.stream().filter(pair -> !pair.mirrored() && pair.distance() < 40)).hasSizeLessThan(20);
  }
}
