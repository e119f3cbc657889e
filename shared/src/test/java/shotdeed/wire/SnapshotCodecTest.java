package shotdeed.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Region;

class SnapshotCodecTest {
  private static final Snapshot TWO =
      new Snapshot(
          1,
          List.of(
              entry(7, "00".repeat(31) + "ff", 100, Region.WHOLE, 47),
              entry(2_000_000_000, "fe".repeat(32), 20, new Region(1, 256, 9_999, 10_000), 0)));

  @Test
  void is_written_in_these_bytes() {
    Snapshot one = new Snapshot(1, List.of(entry(7, "00".repeat(31) + "ff", 100, Region.WHOLE, 47)));
    assertThat(HexFormat.of().formatHex(SnapshotCodec.encode(one)))
        .isEqualTo(
            "5344534e" + "0001" + "0001" + "00000001"
                + "00000007" + "0000" + "0000" + "2710" + "2710" + "64" + "2f" + "00".repeat(31) + "ff"
                + "abd63d4f");
  }

  @Test
  void ends_with_the_same_check_that_zip_files_use() {
    byte[] bytes = SnapshotCodec.encode(TWO);
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length - 4);
    assertThat(HexFormat.of().formatHex(bytes, bytes.length - 4, bytes.length))
        .isEqualTo(HexFormat.of().toHexDigits((int) crc.getValue()));
  }

  @Test
  void comes_back_as_it_was_written() {
    assertThat(SnapshotCodec.decode(SnapshotCodec.encode(TWO))).isEqualTo(TWO);
  }

  @Test
  void an_empty_library_comes_back_empty() {
    Snapshot empty = new Snapshot(3, List.of());
    assertThat(SnapshotCodec.decode(SnapshotCodec.encode(empty))).isEqualTo(empty);
  }

  @Test
  void a_thousand_random_certificates_come_back_as_they_were_written() {
    Random random = new Random(20);
    List<Snapshot.Entry> entries = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      byte[] hash = new byte[32];
      random.nextBytes(hash);
      int left = random.nextInt(9_999);
      int top = random.nextInt(9_999);
      Region region =
          new Region(left, top, left + 1 + random.nextInt(10_000 - left), top + 1 + random.nextInt(10_000 - top));
      Fingerprint print = new Fingerprint(Hash256.ofBytes(hash, 0), random.nextInt(101), region, random.nextInt(65));
      entries.add(new Snapshot.Entry(1 + random.nextInt(Integer.MAX_VALUE), print));
    }
    Snapshot snapshot = new Snapshot(65_535, entries);
    assertThat(SnapshotCodec.decode(SnapshotCodec.encode(snapshot))).isEqualTo(snapshot);
  }

  @Test
  void a_snapshot_cut_off_anywhere_is_refused() {
    byte[] whole = SnapshotCodec.encode(TWO);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> SnapshotCodec.decode(cut)).as("%d bytes", length)
          .isExactlyInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_snapshot_with_any_bit_flipped_is_refused() {
    byte[] whole = SnapshotCodec.encode(TWO);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> SnapshotCodec.decode(flipped)).as("bit %d", bit)
          .isExactlyInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_huge_count_in_few_bytes_is_refused_before_memory_is_taken() {
    byte[] bytes = HexFormat.of().parseHex("5344534e" + "0001" + "0001" + "7fffffff" + "00000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnapshotCodec.decode(bytes))
        .withMessage("this snapshot is not whole: 16 bytes for 2147483647 entries");
  }

  @Test
  void a_valid_check_does_not_excuse_impossible_numbers() {
    byte[] quality = withCheck(SnapshotCodec.encode(TWO), 12 + 12, (byte) 101);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnapshotCodec.decode(quality))
        .withMessage("a quality is 0 to 100, not 101");
    byte[] radius = withCheck(SnapshotCodec.encode(TWO), 12 + 13, (byte) 65);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnapshotCodec.decode(radius))
        .withMessage("a radius is 0 to 64 bits, not 65");
    byte[] certificate = withCheck(SnapshotCodec.encode(TWO), 12, (byte) 0x80);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnapshotCodec.decode(certificate))
        .withMessage("a certificate's number is 1 or more, not -2147483641");
    byte[] region = withCheck(SnapshotCodec.encode(TWO), 12 + 8, (byte) 0xff);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnapshotCodec.decode(region))
        .withMessage("not a region of a picture: 0, 0 to 65296, 10000");
  }

  @Test
  void a_later_format_is_named() {
    byte[] bytes = withCheck(SnapshotCodec.encode(TWO), 5, (byte) 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnapshotCodec.decode(bytes))
        .withMessage("this snapshot has format 2; format 1 is read here");
  }

  private static byte[] withCheck(byte[] bytes, int at, byte value) {
    bytes[at] = value;
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length - 4);
    for (int i = 0; i < 4; i++) {
      bytes[bytes.length - 4 + i] = (byte) (crc.getValue() >>> 24 - 8 * i);
    }
    return bytes;
  }

  private static Snapshot.Entry entry(int certificate, String hash, int quality, Region region, int radius) {
    return new Snapshot.Entry(certificate, new Fingerprint(Hash256.ofHex(hash), quality, region, radius));
  }
}
