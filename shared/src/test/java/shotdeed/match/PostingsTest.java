package shotdeed.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.fingerprint.Hash256;

/** The index where it posts its codes, beside a plain list. */
class PostingsTest {
  /** Above the border at which posting begins. */
  private static final int MANY = 3_000;

  private final Random random = new Random(20);
  private final HammingIndex index = new HammingIndex();
  private final TreeMap<Integer, Stored> plain = new TreeMap<>();

  private record Stored(Hash256 code, int radius) {}

  @ParameterizedTest
  @ValueSource(strings = {"random", "clustered", "flat", "one"})
  void every_radius_agrees_with_a_plain_list(String kind) {
    int hits = 0;
    for (int radius = 0; radius <= 64; radius++) {
      HammingIndex same = new HammingIndex();
      List<Hash256> codes = new ArrayList<>();
      Hash256 query = random();
      for (int i = 0; i < 2_100; i++) {
        Hash256 code = i % 3 == 0 ? flipped(query, random.nextInt(radius + 8)) : code(kind);
        codes.add(code);
        assertThat(same.insert(code, radius)).isEqualTo(i);
      }
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < codes.size(); i++) {
        if (codes.get(i).distance(query) <= radius) {
          expected.add("0 " + i + " " + codes.get(i).distance(query));
        }
      }
      assertThat(found(same, query)).as("radius %d", radius).containsExactlyInAnyOrderElementsOf(expected);
      hits += expected.size();
    }
    assertThat(hits).isGreaterThan(20_000);
  }

  @ParameterizedTest
  @CsvSource({"8_000, clustered", "20_000, flat", "40_000, random", "70_000, clustered"})
  void sizes_that_look_at_12_to_16_bits_of_a_half_agree_with_a_plain_list(String size, String kind) {
    fillPlain(kind, Integer.parseInt(size.replace("_", "")));
    int hits = 0;
    for (int round = 0; round < 8; round++) {
      hits += agree(kind);
    }
    assertThat(hits).isPositive();
  }

  /** As unlucky as the pigeonhole allows: every word but one, and of that one a half, over its share. */
  @ParameterizedTest
  @CsvSource({"47, 6", "40, 6", "31, 4", "15, 2"})
  void a_code_whose_differing_bits_are_spread_as_evenly_as_can_be_is_found_at_any_half(int radius, int over) {
    Hash256 query = random();
    fill(MANY, radius);
    List<String> expected = new ArrayList<>();
    for (int word = 0; word < Hash256.WORDS; word++) {
      for (int upper = 0; upper < 2; upper++) {
        int[] words = new int[Hash256.WORDS];
        int left = radius;
        for (int other = 0; other < Hash256.WORDS; other++) {
          int bits = other == word ? 0 : Math.min(over, left);
          words[other] = query.word(other) ^ spread(bits);
          left -= bits;
        }
        words[word] = query.word(word) ^ (upper == 0 ? spread(left) : Integer.reverse(spread(left)));
        expected.add("0 " + index.insert(Hash256.ofWords(words), radius) + " " + radius);
      }
    }
    fill(MANY, radius);
    assertThat(found(index, query)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "clustered", "flat", "one"})
  void inserts_removals_and_handles_used_again_agree_with_a_plain_list_across_postings(String kind) {
    fillPlain(kind, MANY);
    int hits = 0;
    for (int step = 0; step < 9_000; step++) {
      boolean shrinking = step / 2_500 % 2 == 1;
      if (random.nextInt(5) < (shrinking ? 4 : 2) && !plain.isEmpty()) {
        Integer handle = plain.ceilingKey(random.nextInt(plain.lastKey() + 1));
        index.remove(handle);
        plain.remove(handle);
      } else {
        put(code(kind), random.nextInt(10) == 0 ? random.nextInt(65) : 30 + random.nextInt(18));
      }
      if (step % 45 == 0) {
        hits += agree(kind);
      }
    }
    assertThat(hits).isGreaterThan(kind.equals("random") ? 100 : 2_000);
  }

  @Test
  void a_code_in_the_place_of_a_posted_one_is_found_under_its_own_value_only() {
    fill(MANY, 40);
    Hash256 old = random();
    int handle = index.insert(old, 40);
    assertThat(found(index, old)).containsExactly("0 " + handle + " 0");
    index.remove(handle);
    assertThat(found(index, old)).isEmpty();
    Hash256 fresh = random();
    assertThat(index.insert(fresh, 40)).isEqualTo(handle);
    assertThat(found(index, old)).isEmpty();
    assertThat(found(index, fresh)).containsExactly("0 " + handle + " 0");
    index.remove(handle);
    assertThat(index.insert(flipped(old, 1), 40)).isEqualTo(handle);
    assertThat(found(index, old)).containsExactly("0 " + handle + " 1");
    fill(MANY, 40);
    assertThat(found(index, old)).containsExactly("0 " + handle + " 1");
  }

  @Test
  void a_radius_wider_than_any_posted_is_kept_whenever_the_code_comes() {
    Hash256 query = random();
    int before = index.insert(off(query, 64), 64);
    fill(MANY, 20);
    assertThat(found(index, query)).containsExactly("0 " + before + " 64");
    int after = index.insert(off(query, 47), 47);
    int wide = index.insert(off(query, 48), 48);
    assertThat(found(index, query))
        .containsExactlyInAnyOrder("0 " + before + " 64", "0 " + after + " 47", "0 " + wide + " 48");
    fill(MANY, 20);
    assertThat(found(index, query))
        .containsExactlyInAnyOrder("0 " + before + " 64", "0 " + after + " 47", "0 " + wide + " 48");
  }

  @Test
  void an_index_that_shrinks_to_nothing_finds_nothing_and_grows_again() {
    fillPlain("clustered", MANY);
    agree("clustered");
    for (Integer handle : new ArrayList<>(plain.keySet())) {
      index.remove(handle);
    }
    plain.clear();
    agree("clustered");
    assertThat(index.size()).isZero();
    fillPlain("clustered", 2 * MANY);
    assertThat(agree("clustered")).isPositive();
  }

  @Test
  void searches_at_the_same_time_find_the_same_when_the_codes_are_posted_by_one_of_them() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 4; round++) {
        fillPlain("clustered", MANY);
        Hash256 query = code("clustered");
        List<Future<List<String>>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
          all.add(pool.submit(() -> found(index, query)));
        }
        for (Future<List<String>> one : all) {
          assertThat(one.get()).containsExactlyInAnyOrderElementsOf(expected(query));
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** Looks three queries up at once; returns how much was found. */
  private int agree(String kind) {
    Hash256 stored =
        plain.isEmpty() ? random() : plain.ceilingEntry(random.nextInt(plain.lastKey() + 1)).getValue().code;
    Hash256[] queries = {code(kind), flipped(stored, random.nextInt(50)), random()};
    List<String> expected = new ArrayList<>();
    for (int q = 0; q < queries.length; q++) {
      for (String hit : expected(queries[q])) {
        expected.add(q + hit.substring(1));
      }
    }
    assertThat(found(index, queries)).containsExactlyInAnyOrderElementsOf(expected);
    return expected.size();
  }

  private List<String> expected(Hash256 query) {
    List<String> expected = new ArrayList<>();
    for (Map.Entry<Integer, Stored> entry : plain.entrySet()) {
      int distance = entry.getValue().code.distance(query);
      if (distance <= entry.getValue().radius) {
        expected.add("0 " + entry.getKey() + " " + distance);
      }
    }
    return expected;
  }

  private static List<String> found(HammingIndex index, Hash256... queries) {
    List<String> found = new ArrayList<>();
    index.searchAll(queries, (query, handle, distance) -> found.add(query + " " + handle + " " + distance));
    return found;
  }

  private void put(Hash256 code, int radius) {
    assertThat(plain.put(index.insert(code, radius), new Stored(code, radius))).as("a handle in use").isNull();
  }

  private void fillPlain(String kind, int count) {
    for (int i = 0; i < count; i++) {
      put(code(kind), 40 + i % 8);
    }
  }

  /** Codes that nothing here is near. */
  private void fill(int count, int radius) {
    for (int i = 0; i < count; i++) {
      index.insert(random(), radius);
    }
  }

  private final Hash256[] centres = {random(), random(), random()};

  private Hash256 code(String kind) {
    return switch (kind) {
      case "random" -> random();
      case "clustered" -> flipped(centres[random.nextInt(3)], random.nextInt(70));
      case "flat" -> flat();
      default -> centres[0];
    };
  }

  /** Halves of few values, so that postings are few and long. */
  private Hash256 flat() {
    int[] halves = {0x0000, 0x0001, 0xffff, 0x00ff};
    int[] words = new int[Hash256.WORDS];
    for (int i = 0; i < words.length; i++) {
      words[i] = i < 5 ? halves[random.nextInt(2)] : halves[random.nextInt(4)] << 16 | halves[random.nextInt(4)];
    }
    return Hash256.ofWords(words);
  }

  private Hash256 random() {
    byte[] bytes = new byte[Hash256.BYTES];
    random.nextBytes(bytes);
    return Hash256.ofBytes(bytes, 0);
  }

  /** Some bits flipped, up to a number: the same may be hit twice. */
  private Hash256 flipped(Hash256 code, int most) {
    byte[] bytes = code.toBytes();
    for (int i = 0; i < most; i++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return Hash256.ofBytes(bytes, 0);
  }

  /** That many bits flipped, 0 to 64, spread over the words. */
  private static Hash256 off(Hash256 code, int bits) {
    int[] words = new int[Hash256.WORDS];
    for (int i = 0; i < words.length; i++) {
      words[i] = code.word(i);
    }
    for (int i = 0; i < bits; i++) {
      words[i % words.length] ^= 1 << i / words.length * 4;
    }
    return Hash256.ofWords(words);
  }

  /** So many bits, in turn in the upper and the lower half of a word. */
  private static int spread(int bits) {
    int word = 0;
    for (int i = 0; i < bits; i++) {
      word |= 1 << (i % 2 * 16 + 15 - i / 2 * 2);
    }
    return word;
  }
}
