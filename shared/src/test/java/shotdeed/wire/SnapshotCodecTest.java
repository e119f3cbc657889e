package shotdeed.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Region;

class SnapshotCodecTest {
  private static final int NO_QUALITY = Fingerprint.QUALITY_NOT_KEPT;
  private static final Fingerprint ONE = print("00".repeat(31) + "ff", NO_QUALITY, Region.WHOLE, 47);
  private static final Fingerprint ANOTHER =
      print("fe".repeat(32), NO_QUALITY, new Region(1, 256, 9_999, 10_000), 0);
  private static final Snapshot THREE =
      new Snapshot(
          1,
          258,
          List.of(
              certificate(7, ONE, ANOTHER),
              certificate(8),
              certificate(2_000_000_000, ANOTHER)));

  @Test
  void is_written_in_these_bytes() {
    Snapshot small = new Snapshot(3, 2, List.of(certificate(7, ONE), certificate(9, ANOTHER)));
    assertThat(HexFormat.of().formatHex(SnapshotCodec.encode(small)))
        .isEqualTo(
            "5344534e" + "0002" + "0003" + "00000002" + "00000002"
                + "00000007" + "01" + "0000000" + "9c42710" + "2f" + "00".repeat(31) + "ff"
                + "00000009" + "01" + "0004100" + "9c3e710" + "00" + "fe".repeat(32)
                + "ceb69213");
  }

  @Test
  void ends_with_the_same_check_that_zip_files_use() {
    byte[] bytes = SnapshotCodec.encode(THREE);
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length - 4);
    assertThat(HexFormat.of().formatHex(bytes, bytes.length - 4, bytes.length))
        .isEqualTo(HexFormat.of().toHexDigits((int) crc.getValue()));
  }

  @Test
  void comes_back_as_it_was_written() {
    assertThat(SnapshotCodec.decode(SnapshotCodec.encode(THREE))).isEqualTo(THREE);
  }

  @Test
  void an_empty_library_comes_back_empty() {
    Snapshot empty = new Snapshot(3, 0, List.of());
    assertThat(SnapshotCodec.decode(SnapshotCodec.encode(empty))).isEqualTo(empty);
  }

  @Test
  void a_certificate_of_64_fingerprints_takes_2565_bytes() {
    Snapshot none = new Snapshot(2, 0, List.of());
    Snapshot one = new Snapshot(2, 0, List.of(new Snapshot.Certificate(7, prints(new Random(1), 64))));
    assertThat(SnapshotCodec.encode(one).length - SnapshotCodec.encode(none).length).isEqualTo(2_565);
  }

  @Test
  void random_libraries_come_back_as_they_were_written_but_for_the_quality() {
    Random random = new Random(20);
    for (int round = 0; round < 50; round++) {
      List<Snapshot.Certificate> certificates = new ArrayList<>();
      int number = 0;
      for (int i = random.nextInt(40); i > 0; i--) {
        number += 1 + random.nextInt(50_000_000);
        certificates.add(new Snapshot.Certificate(number, prints(random, random.nextInt(256))));
      }
      Snapshot snapshot = new Snapshot(random.nextInt(65_536), random.nextInt(Integer.MAX_VALUE), certificates);
      assertThat(SnapshotCodec.decode(SnapshotCodec.encode(snapshot))).isEqualTo(snapshot);
    }
  }

  @Test
  void a_quality_is_not_carried_along() {
    Fingerprint kept = print("00".repeat(31) + "ff", 90, Region.WHOLE, 47);
    Snapshot back = SnapshotCodec.decode(SnapshotCodec.encode(new Snapshot(1, 0, List.of(certificate(7, kept)))));
    assertThat(back.certificates()).containsExactly(certificate(7, ONE));
  }

  @Test
  void a_snapshot_cut_off_anywhere_is_refused() {
    byte[] whole = SnapshotCodec.encode(THREE);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> SnapshotCodec.decode(cut)).as("%d bytes", length)
          .isExactlyInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_snapshot_with_any_bit_flipped_is_refused() {
    byte[] whole = SnapshotCodec.encode(THREE);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> SnapshotCodec.decode(flipped)).as("bit %d", bit)
          .isExactlyInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_snapshot_with_a_valid_check_and_any_byte_changed_comes_back_changed_or_is_refused() {
    byte[] whole = SnapshotCodec.encode(THREE);
    for (int at = 4; at < whole.length - 4; at++) {
      for (int value : new int[] {0x00, 0x7f, 0x80, 0xff}) {
        byte[] changed = withCheck(whole, at, (byte) value);
        Snapshot back = null;
        try {
          back = SnapshotCodec.decode(changed);
        } catch (IllegalArgumentException refused) {
          assertThat(refused).as("byte %d", at).isExactlyInstanceOf(IllegalArgumentException.class);
        }
        if (back != null && at >= 6) {
          assertThat(SnapshotCodec.encode(back)).as("byte %d", at).isEqualTo(changed);
        }
      }
    }
  }

  @Test
  void a_huge_count_in_few_bytes_is_refused_before_memory_is_taken() {
    byte[] bytes = HexFormat.of().parseHex("5344534e" + "0002" + "0001" + "00000000" + "7fffffff" + "00000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnapshotCodec.decode(withCheck(bytes, 6, (byte) 0)))
        .withMessage("this snapshot is not whole: its 20 bytes are not what it counts");
  }

  @Test
  void a_valid_check_does_not_excuse_impossible_numbers() {
    byte[] whole = SnapshotCodec.encode(THREE);
    refused(withCheck(whole, 16 + 5 + 7, (byte) 65), "a radius is 0 to 64 bits, not 65");
    refused(withCheck(whole, 16, (byte) 0x80), "a certificate's number is 1 or more, not -2147483641");
    refused(withCheck(whole, 16 + 5 + 40 + 40 + 3, (byte) 1), "certificate 1 comes after 7");
    refused(withCheck(whole, 16 + 5 + 5, (byte) 0xff), "not a region of a picture: 0, 0 to 10003, 16144");
    refused(withCheck(whole, 16 + 4, (byte) 1), "this snapshot is not whole: its 155 bytes are not what it counts");
    refused(withCheck(whole, 8, (byte) 0x80), "the certificates that are missing are 0 or more, not -2147483390");
  }

  @Test
  void a_later_format_is_named() {
    refused(
        withCheck(SnapshotCodec.encode(THREE), 5, (byte) 3),
        "this snapshot has format 3; formats 1 and 2 are read here");
  }

  @Test
  void more_fingerprints_than_a_byte_counts_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Snapshot.Certificate(1, prints(new Random(2), 256)))
        .withMessage("a certificate has at most 255 fingerprints, not 256");
  }

  private static void refused(byte[] bytes, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> SnapshotCodec.decode(bytes)).withMessage(message);
  }

  static byte[] withCheck(byte[] whole, int at, byte value) {
    byte[] bytes = whole.clone();
    bytes[at] = value;
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length - 4);
    for (int i = 0; i < 4; i++) {
      bytes[bytes.length - 4 + i] = (byte) (crc.getValue() >>> 24 - 8 * i);
    }
    return bytes;
  }

  static List<Fingerprint> prints(Random random, int count) {
    List<Fingerprint> prints = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      byte[] hash = new byte[32];
      random.nextBytes(hash);
      int left = random.nextInt(9_999);
      int top = random.nextInt(9_999);
      Region region =
          new Region(left, top, left + 1 + random.nextInt(10_000 - left), top + 1 + random.nextInt(10_000 - top));
      prints.add(new Fingerprint(Hash256.ofBytes(hash, 0), NO_QUALITY, region, random.nextInt(65)));
    }
    return prints;
  }

  private static Snapshot.Certificate certificate(int number, Fingerprint... prints) {
    return new Snapshot.Certificate(number, List.of(prints));
  }

  private static Fingerprint print(String hash, int quality, Region region, int radius) {
    return new Fingerprint(Hash256.ofHex(hash), quality, region, radius);
  }
}
