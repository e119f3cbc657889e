package shotdeed.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Region;

class SnapshotFormatOneTest {
  private static final Snapshot TWO =
      new Snapshot(
          1,
          0,
          List.of(
              certificate(7, "00".repeat(31) + "ff", 100, Region.WHOLE, 47),
              certificate(2_000_000_000, "fe".repeat(32), 20, new Region(1, 256, 9_999, 10_000), 0)));

  /** As the first extensions know them. */
  @Test
  void is_written_in_these_bytes() {
    Snapshot one = new Snapshot(1, 0, List.of(certificate(7, "00".repeat(31) + "ff", 100, Region.WHOLE, 47)));
    assertThat(HexFormat.of().formatHex(SnapshotFormatOne.encode(one)))
        .isEqualTo(
            "5344534e" + "0001" + "0001" + "00000001"
                + "00000007" + "0000" + "0000" + "2710" + "2710" + "64" + "2f" + "00".repeat(31) + "ff"
                + "abd63d4f");
  }

  @Test
  void is_read_by_the_reader_of_all_formats() {
    assertThat(SnapshotCodec.decode(SnapshotFormatOne.encode(TWO))).isEqualTo(TWO);
  }

  @Test
  void several_fingerprints_of_a_certificate_stay_together() {
    Snapshot.Certificate two =
        new Snapshot.Certificate(
            7,
            List.of(TWO.certificates().get(0).fingerprints().get(0), TWO.certificates().get(1).fingerprints().get(0)));
    Snapshot snapshot = new Snapshot(1, 0, List.of(two, TWO.certificates().get(1)));
    assertThat(SnapshotCodec.decode(SnapshotFormatOne.encode(snapshot))).isEqualTo(snapshot);
  }

  @Test
  void how_many_certificates_are_missing_cannot_be_said() {
    Snapshot incomplete = new Snapshot(1, 5, TWO.certificates());
    assertThat(SnapshotCodec.decode(SnapshotFormatOne.encode(incomplete))).isEqualTo(TWO);
  }

  @Test
  void a_snapshot_cut_off_anywhere_or_with_any_bit_flipped_is_refused() {
    byte[] whole = SnapshotFormatOne.encode(TWO);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> SnapshotCodec.decode(cut)).as("%d bytes", length)
          .isExactlyInstanceOf(IllegalArgumentException.class);
    }
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> SnapshotCodec.decode(flipped)).as("bit %d", bit)
          .isExactlyInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void impossible_numbers_are_refused_whatever_the_check_says() {
    byte[] whole = SnapshotFormatOne.encode(TWO);
    refused(SnapshotCodecTest.withCheck(whole, 12 + 12, (byte) 101), "a quality is 0 to 100, not 101");
    refused(SnapshotCodecTest.withCheck(whole, 12 + 13, (byte) 65), "a radius is 0 to 64 bits, not 65");
    refused(
        SnapshotCodecTest.withCheck(whole, 12, (byte) 0x80),
        "a certificate's number is 1 or more, not -2147483641");
    refused(
        HexFormat.of().parseHex("5344534e" + "0001" + "0001" + "7fffffff" + "00000000"),
        "this snapshot is not whole: 16 bytes for 2147483647 entries");
  }

  private static void refused(byte[] bytes, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> SnapshotCodec.decode(bytes)).withMessage(message);
  }

  private static Snapshot.Certificate certificate(int number, String hash, int quality, Region region, int radius) {
    return new Snapshot.Certificate(
        number, List.of(new Fingerprint(Hash256.ofHex(hash), quality, region, radius)));
  }
}
