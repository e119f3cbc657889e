package shotdeed.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.fingerprint.Hash256;

class HammingIndexTest {
  private static final Hash256 ZERO = Hash256.ofHex("0".repeat(64));

  @Test
  void a_code_is_found_up_to_its_own_radius_and_no_further() {
    HammingIndex index = new HammingIndex();
    int near = index.insert(ZERO, 3);
    int far = index.insert(ZERO, 4);
    assertThat(found(index, Hash256.ofHex("7" + "0".repeat(63)))).containsExactly(near + ":3", far + ":3");
    assertThat(found(index, Hash256.ofHex("f" + "0".repeat(63)))).containsExactly(far + ":4");
    assertThat(found(index, Hash256.ofHex("0".repeat(62) + "1f"))).isEmpty();
  }

  @Test
  void radius_zero_finds_the_same_code_only_and_64_is_the_most() {
    HammingIndex index = new HammingIndex();
    int exact = index.insert(ZERO, 0);
    int wide = index.insert(ZERO, 64);
    assertThat(found(index, ZERO)).containsExactly(exact + ":0", wide + ":0");
    assertThat(found(index, Hash256.ofHex("0".repeat(48) + "f".repeat(16)))).containsExactly(wide + ":64");
    assertThat(found(index, Hash256.ofHex("0".repeat(47) + "1" + "f".repeat(16)))).isEmpty();
    assertThatThrownBy(() -> index.insert(ZERO, 65)).hasMessage("a radius is 0 to 64 bits, not 65");
    assertThatThrownBy(() -> index.insert(ZERO, -1)).hasMessage("a radius is 0 to 64 bits, not -1");
  }

  @Test
  void a_removed_code_is_gone_at_once_and_its_handle_serves_the_next() {
    HammingIndex index = new HammingIndex();
    int first = index.insert(ZERO, 10);
    int second = index.insert(ZERO, 10);
    index.remove(first);
    assertThat(found(index, ZERO)).containsExactly(second + ":0");
    int third = index.insert(Hash256.ofHex("1" + "0".repeat(63)), 10);
    assertThat(third).isEqualTo(first);
    assertThat(found(index, ZERO)).containsExactly(third + ":1", second + ":0");
    assertThat(index.size()).isEqualTo(2);
  }

  @Test
  void a_handle_that_names_no_code_is_refused() {
    HammingIndex index = new HammingIndex();
    int handle = index.insert(ZERO, 10);
    index.remove(handle);
    assertThatThrownBy(() -> index.remove(handle)).hasMessage("no code has the handle 0");
    assertThatThrownBy(() -> index.remove(7)).hasMessage("no code has the handle 7");
    assertThatThrownBy(() -> index.radius(-1)).hasMessage("no code has the handle -1");
  }

  @Test
  void the_reference_haystack_gives_each_needle_its_distances() throws IOException {
    List<Hash256> haystack = codes("haystack.txt");
    List<Hash256> needles = codes("needles.txt");
    HammingIndex index = new HammingIndex();
    for (Hash256 code : haystack) {
      index.insert(code, 31);
    }
    int pairs = 0;
    for (Hash256 needle : needles) {
      List<String> naive = new ArrayList<>();
      for (int i = 0; i < haystack.size(); i++) {
        int distance = haystack.get(i).distance(needle);
        if (distance <= 31) {
          naive.add(i + ":" + distance);
        }
      }
      assertThat(found(index, needle)).isEqualTo(naive);
      pairs += naive.size();
    }
    // Counted over the two lists by another program in another language.
    assertThat(pairs).isEqualTo(250);
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "clustered", "equal"})
  void inserts_and_removals_between_searches_agree_with_a_plain_list(String kind) {
    Random random = new Random(kind.hashCode());
    HammingIndex index = new HammingIndex();
    TreeMap<Integer, Stored> plain = new TreeMap<>();
    Hash256[] centres = {random(random), random(random), random(random)};
    int hits = 0;
    for (int step = 0; step < 12_000; step++) {
      if (!plain.isEmpty() && random.nextInt(3) == 0) {
        Integer handle = plain.ceilingKey(random.nextInt(plain.lastKey() + 1));
        index.remove(handle);
        plain.remove(handle);
      } else {
        Stored stored = new Stored(code(kind, random, centres), step % 65);
        assertThat(plain.put(index.insert(stored.code, stored.radius), stored)).as("a handle in use").isNull();
      }
      if (step % 20 == 0) {
        Hash256 query = code(kind, random, centres);
        List<String> expected = new ArrayList<>();
        plain.forEach(
            (handle, stored) -> {
              int distance = stored.code.distance(query);
              if (distance <= stored.radius) {
                expected.add(handle + ":" + distance);
              }
            });
        assertThat(found(index, query)).isEqualTo(expected);
        hits += expected.size();
      }
      assertThat(index.size()).isEqualTo(plain.size());
    }
    assertThat(plain.size()).as("more than one block").isGreaterThan(2048);
    if (!kind.equals("random")) {
      assertThat(hits).isGreaterThan(10_000);
    }
  }

  private record Stored(Hash256 code, int radius) {}

  private static Hash256 code(String kind, Random random, Hash256[] centres) {
    if (kind.equals("random")) {
      return random(random);
    }
    byte[] bytes = centres[random.nextInt(centres.length)].toBytes();
    for (int flips = kind.equals("equal") ? random.nextInt(2) : random.nextInt(70); flips > 0; flips--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return Hash256.ofBytes(bytes, 0);
  }

  private static Hash256 random(Random random) {
    byte[] bytes = new byte[Hash256.BYTES];
    random.nextBytes(bytes);
    return Hash256.ofBytes(bytes, 0);
  }

  private static List<String> found(HammingIndex index, Hash256 query) {
    List<String> found = new ArrayList<>();
    index.search(query, (handle, distance) -> found.add(handle + ":" + distance));
    found.sort(Comparator.comparingInt(hit -> Integer.parseInt(hit.substring(0, hit.indexOf(':')))));
    return found;
  }

  private static List<Hash256> codes(String list) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                HammingIndexTest.class.getResourceAsStream("/pdq/hamming/" + list), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isEmpty()).map(Hash256::ofHex).toList();
    }
  }
}
