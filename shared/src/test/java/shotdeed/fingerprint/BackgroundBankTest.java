package shotdeed.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundBankTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 41, 42, 43, 52, 88})
  void a_radius_stays_below_the_distance_to_the_nearest_by_the_clearance(int bits) {
    BackgroundBank bank = bank(bits(256), bits(bits));
    assertThat(bank.radius(bits(0)))
        .isEqualTo(Math.min(BackgroundBank.MOST, bits - BackgroundBank.CLEARANCE));
  }

  @Test
  void far_from_everything_it_is_47() {
    assertThat(BackgroundBank.MOST).isEqualTo(47);
    assertThat(bank(bits(128)).radius(bits(0))).isEqualTo(47);
    assertThat(bank(bits(256)).radius(bits(0))).isEqualTo(47);
  }

  @Test
  void what_stands_in_the_bank_may_match_nothing() {
    assertThat(bank(bits(100), bits(256)).radius(bits(100))).isNegative();
  }

  @Test
  void bytes_are_read_most_significant_first() {
    byte[] bytes = Hash256.ofHex("80" + "0".repeat(61) + "1").toBytes();
    assertThat(BackgroundBank.of(bytes).radius(Hash256.ofHex("80" + "0".repeat(61) + "1")))
        .isEqualTo(-BackgroundBank.CLEARANCE);
    assertThat(BackgroundBank.of(new byte[96]).size()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void a_file_of_another_length_is_refused(int length) {
    assertThatThrownBy(() -> BackgroundBank.of(new byte[length]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(length + " bytes are no whole number of hashes");
  }

  private static BackgroundBank bank(Hash256... hashes) {
    byte[] bytes = new byte[hashes.length * 32];
    for (int i = 0; i < hashes.length; i++) {
      System.arraycopy(hashes[i].toBytes(), 0, bytes, i * 32, 32);
    }
    return BackgroundBank.of(bytes);
  }

  /** So many ones, spread over all words. */
  private static Hash256 bits(int ones) {
    int[] words = new int[8];
    for (int i = 0; i < ones; i++) {
      words[i % 8] |= 1 << i / 8;
    }
    return Hash256.ofWords(words);
  }
}
