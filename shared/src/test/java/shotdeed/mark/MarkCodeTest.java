package shotdeed.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkCodeTest {
  private final MarkCode code = new MarkCode();
  private final int[] number = new int[1];

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4242, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
  void a_number_comes_back_from_its_word(int written) {
    assertThat(code.decode(soft(MarkCode.encode(written)), number)).isTrue();
    assertThat(number[0]).isEqualTo(written);
  }

  @Test
  void a_number_comes_back_though_an_eighth_of_its_bits_is_wrong() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      int written = random.nextInt();
      float[] soft = soft(MarkCode.encode(written));
      for (int i = 0; i < MarkCode.BITS / 8; i++) {
        soft[random.nextInt(MarkCode.BITS)] *= -1;
      }
      assertThat(code.decode(soft, number)).as("round %d", round).isTrue();
      assertThat(number[0]).isEqualTo(written);
    }
  }

  @Test
  void noise_gives_no_number() {
    Random random = new Random(2);
    float[] soft = new float[MarkCode.BITS];
    for (int round = 0; round < 5_000; round++) {
      for (int i = 0; i < soft.length; i++) {
        soft[i] = (float) random.nextGaussian();
      }
      assertThat(code.decode(soft, number)).as("round %d", round).isFalse();
    }
  }

  @Test
  void neighbouring_numbers_have_words_with_nothing_in_common() {
    for (int written = 1; written < 200; written++) {
      assertThat(MarkCode.gathered(MarkCode.scattered(written))).isEqualTo(written);
      byte[] word = MarkCode.encode(written);
      byte[] next = MarkCode.encode(written + 1);
      int same = 0;
      for (int i = 0; i < word.length; i++) {
        same += word[i] * next[i];
      }
      assertThat(Math.abs(same)).as("number %d", written).isLessThan(96);
    }
  }

  @Test
  void one_changed_bit_of_a_number_changes_its_check_bits() {
    for (int bit = 0; bit < 32; bit++) {
      assertThat(MarkCode.check(4242 ^ 1 << bit)).isNotEqualTo(MarkCode.check(4242));
    }
  }

  private static float[] soft(byte[] word) {
    float[] soft = new float[word.length];
    for (int i = 0; i < word.length; i++) {
      soft[i] = word[i];
    }
    return soft;
  }
}
