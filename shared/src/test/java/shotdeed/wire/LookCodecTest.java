package shotdeed.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import shotdeed.feature.Features;
import shotdeed.feature.FeaturesCodec;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Region;

class LookCodecTest {
  private static final Look.Candidate ONE =
      new Look.Candidate(7, 12, Dihedral.ROTATE0, Region.WHOLE, new Region(1, 256, 9_999, 10_000));
  private static final Look.Candidate ANOTHER =
      new Look.Candidate(2_000_000_000, 255, Dihedral.FLIPMINUS1, new Region(0, 0, 1, 1), Region.WHOLE);
  private static final Look FULL =
      new Look(2, 1, List.of(ONE, ANOTHER), features(3), new GreyRaster(3, 2, new byte[] {0, 1, 2, 3, -2, -1}));

  @Test
  void is_written_in_these_bytes() {
    Look small = new Look(2, 1, List.of(ONE), features(0), new GreyRaster(2, 1, new byte[] {0, -1}));
    byte[] features = FeaturesCodec.encode(features(0));
    assertThat(HexFormat.of().formatHex(LookCodec.encode(small)))
        .startsWith(
            "53444c4b" + "0001" + "0002" + "0001" + "01"
                + "00000007" + "0c" + "00" + "0000" + "0000" + "2710" + "2710" + "0001" + "0100" + "270f" + "2710"
                + "0000000" + features.length + HexFormat.of().formatHex(features)
                + "0002" + "0001" + "00ff")
        .hasSize(2 * (11 + 22 + 4 + features.length + 4 + 2 + 4));
  }

  @Test
  void comes_back_as_it_was_written() {
    Look back = LookCodec.decode(LookCodec.encode(FULL));
    assertThat(back.kernel()).isEqualTo(2);
    assertThat(back.featureKernel()).isEqualTo(1);
    assertThat(back.candidates()).containsExactly(ONE, ANOTHER);
    assertThat(back.features()).usingRecursiveComparison().isEqualTo(FULL.features());
    assertThat(back.raster()).usingRecursiveComparison().isEqualTo(FULL.raster());
  }

  @Test
  void a_look_without_candidates_features_and_raster_comes_back_so() {
    Look back = LookCodec.decode(LookCodec.encode(new Look(2, 1, List.of(), features(0), null)));
    assertThat(back.candidates()).isEmpty();
    assertThat(back.features().count()).isZero();
    assertThat(back.features().width()).isEqualTo(800);
    assertThat(back.raster()).isNull();
  }

  @Test
  void five_hundred_features_and_a_raster_of_320_pixels_stay_below_130_kilobytes() {
    Look look = new Look(2, 1, List.of(ONE), features(500), new GreyRaster(320, 320, new byte[320 * 320]));
    assertThat(LookCodec.encode(look).length).isBetween(100_000, 130_000);
  }

  @Test
  void a_look_cut_off_anywhere_is_refused() {
    byte[] whole = LookCodec.encode(FULL);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> LookCodec.decode(cut)).as("%d bytes", length)
          .isExactlyInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_look_cut_off_anywhere_is_refused_though_its_check_is_right() {
    byte[] whole = LookCodec.encode(FULL);
    for (int length = 8; length < whole.length; length++) {
      byte[] cut = SnapshotCodecTest.withCheck(Arrays.copyOf(whole, length), 4, (byte) 0);
      assertThatThrownBy(() -> LookCodec.decode(cut)).as("%d bytes", length)
          .isExactlyInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_look_with_any_bit_flipped_is_refused() {
    byte[] whole = LookCodec.encode(FULL);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> LookCodec.decode(flipped)).as("bit %d", bit)
          .isExactlyInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_look_with_a_valid_check_and_any_byte_changed_comes_back_changed_or_is_refused() {
    byte[] whole = LookCodec.encode(FULL);
    for (int at = 4; at < whole.length - 4; at++) {
      for (int value : new int[] {0x00, 0x7f, 0x80, 0xff}) {
        byte[] changed = SnapshotCodecTest.withCheck(whole, at, (byte) value);
        Look back = null;
        try {
          back = LookCodec.decode(changed);
        } catch (IllegalArgumentException refused) {
          assertThat(refused).as("byte %d", at).isExactlyInstanceOf(IllegalArgumentException.class);
        }
        if (back != null) {
          assertThat(LookCodec.encode(back)).as("byte %d", at).isEqualTo(changed);
        }
      }
    }
  }

  @Test
  void counts_that_the_bytes_do_not_hold_are_refused_before_memory_is_taken() {
    byte[] whole = LookCodec.encode(FULL);
    String notWhole = "this look is not whole: its " + whole.length + " bytes are not what it counts";
    int features = 11 + 2 * 22;
    int raster = whole.length - 4 - 6 - 4;
    refused(SnapshotCodecTest.withCheck(whole, 10, (byte) 255), notWhole);
    refused(SnapshotCodecTest.withCheck(whole, features, (byte) 0x7f), notWhole);
    refused(SnapshotCodecTest.withCheck(whole, features, (byte) 0xff), notWhole);
    refused(SnapshotCodecTest.withCheck(whole, raster, (byte) 0xff), notWhole);
    refused(SnapshotCodecTest.withCheck(whole, raster + 3, (byte) 0), notWhole);
  }

  @Test
  void a_valid_check_does_not_excuse_impossible_numbers() {
    byte[] whole = LookCodec.encode(FULL);
    refused(
        SnapshotCodecTest.withCheck(whole, 11, (byte) 0x80), "a certificate's number is 1 or more, not -2147483641");
    refused(SnapshotCodecTest.withCheck(whole, 11 + 5, (byte) 8), "a picture has 8 forms, and 8 is none of them");
    refused(
        SnapshotCodecTest.withCheck(whole, 11 + 6, (byte) 0xff),
        "not a region of a picture: 65280, 0 to 10000, 10000");
  }

  @Test
  void the_version_of_features_that_cannot_be_read_is_told_all_the_same() {
    byte[] later = SnapshotCodecTest.withCheck(LookCodec.encode(FULL), 8, (byte) 1);
    assertThat(LookCodec.featureKernel(later)).isEqualTo(257);
    assertThatIllegalArgumentException().isThrownBy(() -> LookCodec.featureKernel(new byte[100]));
  }

  @Test
  void a_later_format_is_named() {
    refused(
        SnapshotCodecTest.withCheck(LookCodec.encode(FULL), 5, (byte) 2),
        "this look has format 2; format 1 is read here");
  }

  @Test
  void more_than_a_mebibyte_is_neither_written_nor_read() {
    GreyRaster large = new GreyRaster(800, 800, new byte[640_000]);
    assertThat(LookCodec.encode(new Look(2, 1, List.of(), features(500), large)).length)
        .isLessThan(LookCodec.MAX_BYTES);
    byte[] bytes = Arrays.copyOf(LookCodec.encode(FULL), LookCodec.MAX_BYTES + 1);
    refused(bytes, "a look of 1048577 bytes is too large");
  }

  @Test
  void more_candidates_than_32_are_refused() {
    List<Look.Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      candidates.add(ONE);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Look(2, 1, candidates, features(0), null))
        .withMessage("a look has at most 32 candidates, not 33");
  }

  @Test
  void more_features_than_a_pages_picture_has_are_refused_written_or_read() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Look(2, 1, List.of(), features(501), null))
        .withMessage("a look has at most 500 features, not 501");
    byte[] five = LookCodec.encode(new Look(2, 1, List.of(), features(500), null));
    byte[] more = Arrays.copyOf(five, five.length + 37);
    System.arraycopy(new byte[] {0, 0, (byte) (18_545 >>> 8), (byte) 18_545}, 0, more, 11, 4);
    System.arraycopy(new byte[] {(byte) (501 >>> 8), (byte) 501}, 0, more, 15 + 6, 2);
    Arrays.fill(more, 15 + 8 + 37 * 500, more.length, (byte) 0);
    refused(SnapshotCodecTest.withCheck(more, 10, (byte) 0), "a look has at most 500 features, not 501");
  }

  @Test
  void versions_and_distances_fit_their_places() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Look(65_536, 1, List.of(), features(0), null))
        .withMessage("a kernel's version is 0 to 65535, not 65536");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Look(1, -1, List.of(), features(0), null))
        .withMessage("a kernel's version is 0 to 65535, not -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Look.Candidate(1, 256, Dihedral.ROTATE0, Region.WHOLE, Region.WHOLE))
        .withMessage("a distance is 0 to 255 bits, not 256");
  }

  private static void refused(byte[] bytes, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> LookCodec.decode(bytes)).withMessage(message);
  }

  private static Features features(int count) {
    Random random = new Random(5);
    short[] x = new short[count];
    short[] y = new short[count];
    byte[] size = new byte[count];
    int[] words = new int[8 * count];
    random.nextBytes(size);
    for (int i = 0; i < count; i++) {
      x[i] = (short) random.nextInt();
      y[i] = (short) random.nextInt();
    }
    for (int i = 0; i < words.length; i++) {
      words[i] = random.nextInt();
    }
    return new Features(800, 600, x, y, size, words);
  }
}
