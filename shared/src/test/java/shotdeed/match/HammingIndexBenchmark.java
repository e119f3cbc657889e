package shotdeed.match;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Hash256;

/**
 * A look-up among 6,400, 64,000 and 640,000 codes beside a plain scan of the same codes in the same run: what indexes
 * too small to post anything do. Prints figures, asserts none: {@code mvn test -pl shared -Dtest=HammingIndexBenchmark
 * -Dgroups=benchmark -DexcludedGroups=}.
 */
@Tag("benchmark")
class HammingIndexBenchmark {
  /** Not the clock: others may use the machine. */
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private static final int[] SIZES = {6_400, 64_000, 640_000};
  private static final int SMALL = 1_000;
  private static final int CERTIFICATE = 64;
  private static final int QUERIES = 90;
  private static final int ROUNDS = 7;

  private int found;

  @Test
  void a_look_up_beside_a_plain_scan() {
    System.out.printf("%nJava %s, radii 40 to 47, medians%n", System.getProperty("java.version"));
    System.out.println(
        "codes      kind       look-up µs  scan µs  ratio  found  picture of 90 ms  first search ms  B/code");
    for (int size : SIZES) {
      for (String kind : List.of("random", "clustered", "flat")) {
        line(size, kind);
      }
    }
  }

  private void line(int size, String kind) {
    Random random = new Random(size);
    List<Hash256> codes = codes(kind, size, random);
    List<Hash256> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      Hash256 near = codes.get(random.nextInt(size));
      queries.add(kind.equals("random") ? random(random) : flipped(near, random.nextInt(30), random));
    }
    long before = memory();
    HammingIndex index = new HammingIndex();
    insert(index, codes, 0, size);
    long start = CPU.getCurrentThreadCpuTime();
    index.search(queries.get(0), (handle, distance) -> found++);
    double first = (CPU.getCurrentThreadCpuTime() - start) / 1e6;
    double bytes = (memory() - before) / (double) size;
    List<HammingIndex> small = new ArrayList<>();
    for (int from = 0; from < size; from += SMALL) {
      small.add(new HammingIndex());
      insert(small.get(small.size() - 1), codes, from, Math.min(size, from + SMALL));
    }
    found = 0;
    searchAll(List.of(index), queries);
    double hits = found / (double) QUERIES;
    double[] scans = new double[ROUNDS];
    double[] lookUps = new double[ROUNDS];
    for (int round = -2; round < ROUNDS; round++) {
      double scan = micros(small, queries);
      double lookUp = micros(List.of(index), queries);
      if (round >= 0) {
        scans[round] = scan;
        lookUps[round] = lookUp;
      }
    }
    Arrays.sort(scans);
    Arrays.sort(lookUps);
    double scan = scans[ROUNDS / 2];
    double lookUp = lookUps[ROUNDS / 2];
    System.out.printf(
        "%-9d  %-9s  %10.1f  %7.0f  %5.1f  %5.1f  %16.2f  %15.0f  %6.0f%n",
        size, kind, lookUp, scan, scan / lookUp, hits, lookUp * QUERIES / 1000, first, bytes);
  }

  /** A look-up's share of at least 0.1 s of them. */
  private double micros(List<HammingIndex> indexes, List<Hash256> queries) {
    int times = 0;
    long start = CPU.getCurrentThreadCpuTime();
    long took;
    do {
      searchAll(indexes, queries);
      times++;
      took = CPU.getCurrentThreadCpuTime() - start;
    } while (took < 100_000_000L);
    return took / 1e3 / times / queries.size();
  }

  private void searchAll(List<HammingIndex> indexes, List<Hash256> queries) {
    Hash256[] batch = queries.toArray(new Hash256[0]);
    for (HammingIndex index : indexes) {
      index.searchAll(batch, (query, handle, distance) -> found++);
    }
  }

  private static void insert(HammingIndex index, List<Hash256> codes, int from, int to) {
    for (int i = from; i < to; i++) {
      index.insert(codes.get(i), 40 + i % 8);
    }
  }

  /** Clustered: 64 a certificate, up to 60 flips about its own centre. Flat: each half is one of four values. */
  private static List<Hash256> codes(String kind, int size, Random random) {
    List<Hash256> codes = new ArrayList<>();
    Hash256 centre = null;
    for (int i = 0; i < size; i++) {
      if (i % CERTIFICATE == 0) {
        centre = random(random);
      }
      codes.add(
          switch (kind) {
            case "random" -> random(random);
            case "clustered" -> flipped(centre, random.nextInt(61), random);
            default -> flat(random);
          });
    }
    return codes;
  }

  private static Hash256 random(Random random) {
    byte[] bytes = new byte[Hash256.BYTES];
    random.nextBytes(bytes);
    return Hash256.ofBytes(bytes, 0);
  }

  private static Hash256 flipped(Hash256 code, int flips, Random random) {
    byte[] bytes = code.toBytes();
    for (int i = 0; i < flips; i++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return Hash256.ofBytes(bytes, 0);
  }

  private static Hash256 flat(Random random) {
    int[] halves = {0x0000, 0xffff, 0xff00, 0x5555};
    int[] words = new int[Hash256.WORDS];
    for (int i = 0; i < words.length; i++) {
      words[i] = halves[random.nextInt(4)] << 16 | halves[random.nextInt(4)];
    }
    return Hash256.ofWords(words);
  }

  private static long memory() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
