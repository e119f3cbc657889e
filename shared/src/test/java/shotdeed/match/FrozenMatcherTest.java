package shotdeed.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Region;

class FrozenMatcherTest {
  private static final int CERTIFICATES = 60;
  private static final int FINGERPRINTS = 64;

  private final Random random = new Random(3);
  private final List<byte[]> hashes = new ArrayList<>();

  @Test
  void a_matcher_made_of_a_frozen_one_finds_the_same_in_the_same_order() {
    Matcher matcher = matcher();
    Matcher again = new Matcher(matcher.freeze());
    int findings = 0;
    for (int i = 0; i < 200; i++) {
      List<Kernel.Query> picture = picture();
      assertThat(again.match(picture)).isEqualTo(matcher.match(picture));
      findings += matcher.match(picture).size();
    }
    assertThat(findings).isGreaterThan(100);
    assertThat(again.numbers()).isEqualTo(matcher.numbers());
    assertThat(again.fingerprints()).isEqualTo(CERTIFICATES * FINGERPRINTS);
    assertThat(again.holds(CERTIFICATES + 1)).as("one without a fingerprint").isTrue();
  }

  @Test
  void it_can_be_added_to_and_taken_from() {
    Matcher matcher = matcher();
    Matcher again = new Matcher(matcher.freeze());
    Matcher plain = matcher();
    List<Fingerprint> more = fingerprints();
    for (Matcher each : List.of(again, plain)) {
      each.remove(7);
      each.add(100, more);
    }
    for (int i = 0; i < 200; i++) {
      List<Kernel.Query> picture = picture();
      assertThat(again.match(picture)).isEqualTo(plain.match(picture));
    }
    assertThat(again.match(List.of(query(more.get(0).hash().toBytes(), 0)))).hasSize(1);
  }

  @Test
  void one_that_certificates_left_is_not_frozen_and_neither_is_one_that_is_soon_made() {
    Matcher matcher = matcher();
    matcher.remove(7);
    assertThat(matcher.freeze()).isNull();
    Matcher small = new Matcher();
    small.add(1, fingerprints());
    assertThat(small.freeze()).isNull();
  }

  @Test
  void arrays_of_other_sizes_are_refused() {
    FrozenMatcher whole = matcher().freeze();
    FrozenIndex index = whole.index();
    assertThatThrownBy(() -> new FrozenMatcher(index, new int[] {1}, new int[] {1}, whole.corners()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new FrozenIndex(
                    index.used() + HammingIndex.BLOCK,
                    index.words(),
                    index.radii(),
                    index.starts(),
                    index.handles(),
                    index.siblings()))
        .isInstanceOf(IllegalArgumentException.class);
    FrozenIndex halved =
        new FrozenIndex(
            index.used(), index.words(), index.radii(), new int[0][], new int[0][], new char[0][]);
    assertThatThrownBy(() -> new HammingIndex(halved)).isInstanceOf(IllegalArgumentException.class);
  }

  private Matcher matcher() {
    random.setSeed(3);
    hashes.clear();
    Matcher matcher = new Matcher();
    for (int i = 1; i <= CERTIFICATES; i++) {
      matcher.add(i, fingerprints());
    }
    matcher.add(CERTIFICATES + 1, List.of());
    return matcher;
  }

  /** Of parts of different sizes, some with a radius too wide for the postings. */
  private List<Fingerprint> fingerprints() {
    List<Fingerprint> own = new ArrayList<>();
    for (int k = 0; k < FINGERPRINTS; k++) {
      byte[] hash = new byte[Hash256.BYTES];
      random.nextBytes(hash);
      hashes.add(hash);
      Region region = new Region(k, 2 * k, 10_000 - 50 * k, 9_999);
      own.add(new Fingerprint(Hash256.ofBytes(hash, 0), 90, region, k % 9 == 0 ? 60 : 40 + k % 8));
    }
    return own;
  }

  /** Two regions near to some fingerprint or other, up to 63 bits off. */
  private List<Kernel.Query> picture() {
    return List.of(near(), near());
  }

  private Kernel.Query near() {
    return query(hashes.get(random.nextInt(hashes.size())), random.nextInt(64));
  }

  private Kernel.Query query(byte[] hash, int flips) {
    byte[] near = hash.clone();
    for (int i = 0; i < flips; i++) {
      int bit = random.nextInt(Hash256.BITS);
      near[bit >> 3] ^= (byte) (1 << (bit & 7));
    }
    Hash256[] forms = new Hash256[Dihedral.values().length];
    forms[random.nextInt(forms.length)] = Hash256.ofBytes(near, 0);
    return new Kernel.Query(forms, 90, Region.WHOLE);
  }
}
