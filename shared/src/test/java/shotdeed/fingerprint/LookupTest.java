package shotdeed.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.image.LumaImage;
import shotdeed.model.Unjudged;

class LookupTest {
  @ParameterizedTest
  @CsvSource({"16, 16", "16, 640", "640, 16", "200, 200"})
  void a_picture_of_16_pixels_a_side_or_more_has_queries_and_no_reason(int width, int height) {
    Lookup lookup = Lookup.of(new Kernel(), noise(width, height));
    assertThat(lookup.queries()).isNotEmpty();
    assertThat(lookup.unjudged()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "15, 15", "15, 16", "4000, 15"})
  void a_smaller_one_is_too_small_and_has_none(int width, int height) {
    assertThat(Lookup.of(new Kernel(), noise(width, height)).unjudged()).isEqualTo(Unjudged.TOO_SMALL);
    assertThat(Lookup.of(new Kernel(), noise(width, height)).queries()).isEmpty();
  }

  /** 40 x 65,000 pixels are hashed as 20 x 13,000, and 20 x 65,000 as 20 x 13,000 still, so the hashed size counts. */
  @ParameterizedTest
  @CsvSource({"40, 65000, false", "20, 65000, false", "20, 640000, true"})
  void the_size_that_counts_is_the_one_that_is_hashed(int width, int height, boolean small) {
    LumaImage picture = noise(width, height);
    assertThat(Lookup.isTooSmall(picture.reduced())).isEqualTo(small);
    assertThat(Lookup.of(new Kernel(), picture).unjudged() == Unjudged.TOO_SMALL).isEqualTo(small);
  }

  @ParameterizedTest
  @CsvSource({"16, 16", "300, 200"})
  void one_colour_is_too_flat(int width, int height) {
    float[] grey = new float[width * height];
    Arrays.fill(grey, 77);
    Lookup lookup = Lookup.of(new Kernel(), new LumaImage(width, height, grey));
    assertThat(lookup.unjudged()).isEqualTo(Unjudged.TOO_FLAT);
    assertThat(lookup.unjudged().sentence()).isEqualTo("cannot judge this picture, because it shows little but one colour");
    assertThat(lookup.queries()).isEmpty();
  }

  /** Squares of random brightness, an eighth of the picture a side, so that it has an outline at every size. */
  private static LumaImage noise(int width, int height) {
    Random random = new Random(5);
    float[] levels = new float[64];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = random.nextInt(256);
    }
    float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = levels[i / width * 8 / height * 8 + (int) ((long) (i % width) * 8 / width)];
    }
    return new LumaImage(width, height, values);
  }
}
