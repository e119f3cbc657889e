package shotdeed.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Drawing;

class FeaturesCodecTest {
  private static final Features ONE =
      new Features(
          800,
          600,
          new short[] {(short) 0x8001},
          new short[] {2},
          new byte[] {(byte) 200},
          new int[] {1, 2, 3, 4, 5, 6, 7, -8});

  @Test
  void a_feature_takes_37_bytes_behind_a_head_of_8() {
    assertThat(FeaturesCodec.encode(ONE))
        .containsExactly(
            0, 1, 3, 32, 2, 88, 0, 1, 0x80, 1, 0, 2, 200, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5,
            0, 0, 0, 6, 0, 0, 0, 7, 255, 255, 255, 0xf8);
  }

  @Test
  void what_was_written_is_read() {
    Features features = new FeatureKernel().query(Drawing.photograph("coat"));
    Features read = FeaturesCodec.decode(FeaturesCodec.encode(features));
    assertThat(read.width()).isEqualTo(400);
    assertThat(read.height()).isEqualTo(400);
    assertThat(read.x()).isEqualTo(features.x());
    assertThat(read.y()).isEqualTo(features.y());
    assertThat(read.size()).isEqualTo(features.size());
    assertThat(read.words()).isEqualTo(features.words());
  }

  @Test
  void a_picture_may_have_no_features() {
    Features none = new Features(1, 65_535, new short[0], new short[0], new byte[0], new int[0]);
    byte[] bytes = FeaturesCodec.encode(none);
    assertThat(bytes).hasSize(8);
    assertThat(FeaturesCodec.decode(bytes).count()).isZero();
    assertThat(FeaturesCodec.decode(bytes).height()).isEqualTo(65_535);
  }

  @Test
  void bytes_that_are_cut_off_or_too_many_are_refused() {
    byte[] bytes = FeaturesCodec.encode(ONE);
    for (int length = 8; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> FeaturesCodec.decode(part))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("these features are not whole: " + length + " bytes are not what 1 features take");
    }
    assertThatThrownBy(() -> FeaturesCodec.decode(Arrays.copyOf(bytes, bytes.length + 1)))
        .hasMessage("these features are not whole: 46 bytes are not what 1 features take");
    assertThatThrownBy(() -> FeaturesCodec.decode(new byte[7]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("these bytes are no features");
  }

  @Test
  void another_version_is_refused() {
    byte[] bytes = FeaturesCodec.encode(ONE);
    bytes[1] = 2;
    assertThatThrownBy(() -> FeaturesCodec.decode(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("these features have version 2; version 1 is read here");
  }

  @Test
  void more_than_two_thousand_are_neither_written_nor_read() {
    byte[] bytes = FeaturesCodec.encode(ONE);
    bytes[6] = 0x07;
    bytes[7] = (byte) 0xd1;
    assertThatThrownBy(() -> FeaturesCodec.decode(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a picture has 2000 features at most, not 2001");
    Features many = new Features(9, 9, new short[2_001], new short[2_001], new byte[2_001], new int[8 * 2_001]);
    assertThatThrownBy(() -> FeaturesCodec.encode(many)).hasMessage("a picture has 2000 features at most, not 2001");
  }

  @Test
  void a_picture_without_pixels_is_refused() {
    byte[] bytes = FeaturesCodec.encode(ONE);
    bytes[2] = 0;
    bytes[3] = 0;
    assertThatThrownBy(() -> FeaturesCodec.decode(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a picture cannot have 0 x 600 pixels");
  }

  @Test
  void features_whose_parts_do_not_belong_together_are_refused() {
    assertThatThrownBy(() -> new Features(9, 9, new short[2], new short[2], new byte[2], new int[15]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 features need as many places, sizes and descriptions, not 2, 2 and 15 words");
  }
}
