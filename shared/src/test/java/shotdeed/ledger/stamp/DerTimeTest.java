package shotdeed.ledger.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerTimeTest {
  private static DerTime read(int tag, String text) throws StampRefused {
    byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] der = new byte[2 + content.length];
    der[0] = (byte) tag;
    der[1] = (byte) content.length;
    System.arraycopy(content, 0, der, 2, content.length);
    return DerTime.of(DerElement.whole(der));
  }

  @ParameterizedTest
  @CsvSource({
    "20261122100000Z, 2026-11-22T10:00:00Z",
    "20261122100000.5Z, 2026-11-22T10:00:00.5Z",
    "20261122235959.123456789Z, 2026-11-22T23:59:59.123456789Z",
    "20240229000000Z, 2024-02-29T00:00:00Z",
    "20000301000000Z, 2000-03-01T00:00:00Z",
    "19700101000000Z, 1970-01-01T00:00:00Z",
    "19501231235959Z, 1950-12-31T23:59:59Z",
    "99991231235959Z, 9999-12-31T23:59:59Z"
  })
  void a_generalized_time_is_read(String text, String iso) throws StampRefused {
    assertThat(read(DerElement.GENERALIZED_TIME, text))
        .isEqualTo(new DerTime(Instant.parse(iso).getEpochSecond(), iso));
  }

  @Test
  void a_year_of_two_digits_lies_between_1950_and_2049() throws StampRefused {
    assertThat(read(DerElement.UTC_TIME, "491231235959Z").text()).isEqualTo("2049-12-31T23:59:59Z");
    assertThat(read(DerElement.UTC_TIME, "500101000000Z").text()).isEqualTo("1950-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "Z", "2026", "20261122100000", "202611221000Z", "20261122100000+0000", "20261122100000.Z", "20261122100000.0Z",
    "20261122100000.50Z", "20261122100000.1234567890Z", "20261122100000,5Z", "20261322100000Z", "20260230100000Z",
    "20250229100000Z", "19000229100000Z", "20261122240000Z", "20261122106000Z", "20261122100060Z", "2026112210000xZ",
    "20260022100000Z", "20261100100000Z", "20261122100000ZZ", "19491231000000Z"
  })
  void what_is_no_time_is_refused(String text) {
    assertThatThrownBy(() -> read(DerElement.GENERALIZED_TIME, text)).isInstanceOf(StampRefused.class);
  }

  @Test
  void a_short_time_has_no_fraction() {
    assertThatThrownBy(() -> read(DerElement.UTC_TIME, "261122100000.5Z")).isInstanceOf(StampRefused.class);
  }

  @Test
  void the_numbers_of_a_signature_stand_side_by_side_for_a_browser() {
    byte[] der = {0x30, 0x08, 0x02, 0x02, 0x00, (byte) 0x80, 0x02, 0x02, 0x01, 0x02};
    byte[] both = new byte[64];
    both[31] = (byte) 0x80;
    both[62] = 1;
    both[63] = 2;
    assertThat(EcdsaSignature.numbers(der, 32)).isEqualTo(both);
    assertThat(EcdsaSignature.numbers(Arrays.copyOf(der, 9), 32)).isNull();
    assertThat(EcdsaSignature.numbers(new byte[] {0x30, 0x06, 0x02, 0x01, (byte) 0xff, 0x02, 0x01, 0x01}, 32)).isNull();
  }
}
