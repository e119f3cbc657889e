package shotdeed.extension.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SequenceTest {
  private static String of(String... addresses) {
    Sequence sequence = new Sequence();
    for (String address : addresses) {
      sequence.add(address);
    }
    return sequence.text();
  }

  @Test
  void the_same_addresses_in_the_same_order_are_the_same_sequence() {
    assertThat(of("https://a/1.jpg", "https://a/2.jpg")).isEqualTo(of("https://a/1.jpg", "https://a/2.jpg"));
  }

  @Test
  void another_order_another_end_and_another_cut_are_other_sequences() {
    assertThat(of("1", "2")).isNotEqualTo(of("2", "1")).isNotEqualTo(of("1", "2", "3")).isNotEqualTo(of("12", ""));
  }

  @Test
  void a_thousand_long_addresses_make_a_short_text() {
    String[] addresses = new String[1000];
    Arrays.setAll(addresses, i -> "https://pictures.example/" + "x".repeat(200) + i);
    assertThat(of(addresses)).hasSizeLessThan(25);
  }
}
