package shotdeed.extension.probe;

import java.util.Arrays;
import shotdeed.fingerprint.Hash256;
import shotdeed.match.FrozenIndex;
import shotdeed.match.HammingIndex;

/**
 * The index as compiled for the browser: what it finds and how long it takes, of codes that come out alike
 * everywhere.
 */
public final class IndexRun {
  private static final int QUERIES = 90;
  private static final int CERTIFICATE = 64;

  /** Indexes of so few codes post nothing: what they do is a plain scan. */
  private static final int SCANNED = 1_000;

  private static final int ROUNDS = 25;

  /** Which of the codes have a radius too wide to be posted: one in so many. */
  private static final int WIDE = 97;

  private final Hash256[] codes;
  private final Hash256[] queries = new Hash256[QUERIES];
  private int seed = 2026;
  private int widest = 64;
  private int found;

  private IndexRun(int size) {
    codes = new Hash256[size];
    Hash256 centre = null;
    for (int i = 0; i < size; i++) {
      centre = i % CERTIFICATE == 0 ? random() : centre;
      codes[i] = flipped(centre, next() >>> 26);
    }
    for (int i = 0; i < QUERIES; i++) {
      queries[i] = i % 9 == 0 ? flipped(codes[(next() >>> 1) % size], next() >>> 27) : random();
    }
  }

  /**
   * Clustered codes, 64 a certificate, and 90 queries, ten of them near a code.
   *
   * @param what {@code frozen}: {@code hits} of an index that was frozen, copied and made again, before anything is
   *     removed; {@code hits}: everything found, with a third of the codes removed and as many put in their places;
   *     {@code times}: microseconds of a look-up and of one by plain scan, medians, and milliseconds of the first
   *     search
   * @param size codes
   */
  public static String of(String what, String size) {
    IndexRun run = new IndexRun(Integer.parseInt(size));
    return what.equals("times") ? run.times() : run.hits(what.equals("frozen"));
  }

  /** What {@code hits} has to be, by comparing everything with everything. */
  public static String expected(int size) {
    IndexRun run = new IndexRun(size);
    int sum = 0;
    int count = 0;
    for (int q = 0; q < QUERIES; q++) {
      for (int i = 0; i < size; i++) {
        int distance = run.queries[q].distance(run.codes[i % 3 == 0 ? size - 1 - i : i]);
        if (distance <= radius(i)) {
          sum += mixed(q, i, distance);
          count++;
        }
      }
    }
    return new StringBuilder().append(count).append(' ').append(sum).toString();
  }

  private String hits(boolean frozen) {
    HammingIndex index = new HammingIndex();
    insert(index, 0, codes.length);
    if (frozen) {
      index = new HammingIndex(copy(index.freeze()));
    }
    return hits(index);
  }

  /** As a store gives it back. */
  private static FrozenIndex copy(FrozenIndex index) {
    int[][] words = new int[index.words().length][];
    byte[][] radii = new byte[words.length][];
    for (int i = 0; i < words.length; i++) {
      words[i] = index.words()[i].clone();
      radii[i] = index.radii()[i].clone();
    }
    int[][] starts = new int[index.starts().length][];
    int[][] handles = new int[starts.length][];
    char[][] siblings = new char[starts.length][];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = index.starts()[i].clone();
      handles[i] = index.handles()[i].clone();
      siblings[i] = index.siblings()[i].clone();
    }
    return new FrozenIndex(index.used(), words, radii, starts, handles, siblings);
  }

  private String hits(HammingIndex index) {
    index.search(queries[0], (handle, distance) -> found++);
    for (int i = 0; i < codes.length; i += 3) {
      index.remove(i);
      index.insert(codes[codes.length - 1 - i], radius(i));
    }
    int[] sum = new int[2];
    index.searchAll(
        queries,
        (query, handle, distance) -> {
          sum[0]++;
          sum[1] += mixed(query, handle, distance);
        });
    return new StringBuilder().append(sum[0]).append(' ').append(sum[1]).toString();
  }

  private String times() {
    widest = 47; // as the kernel's
    HammingIndex whole = new HammingIndex();
    insert(whole, 0, codes.length);
    HammingIndex[] parts = new HammingIndex[(codes.length + SCANNED - 1) / SCANNED];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new HammingIndex();
      insert(parts[i], i * SCANNED, Math.min(codes.length, (i + 1) * SCANNED));
    }
    double first = micros(new HammingIndex[] {whole}) / 1000;
    double[] lookUps = new double[ROUNDS];
    double[] scans = new double[ROUNDS];
    for (int round = -15; round < ROUNDS; round++) {
      double lookUp = micros(new HammingIndex[] {whole});
      double scan = micros(parts);
      if (round >= 0) {
        lookUps[round] = lookUp / QUERIES;
        scans[round] = scan / QUERIES;
      }
    }
    return new StringBuilder()
        .append(median(lookUps)).append(' ').append(median(scans)).append(' ').append((int) first)
        .toString();
  }

  private double micros(HammingIndex[] indexes) {
    long start = System.nanoTime();
    for (HammingIndex index : indexes) {
      index.searchAll(queries, (query, handle, distance) -> found++);
    }
    return (System.nanoTime() - start) / 1e3;
  }

  private void insert(HammingIndex index, int from, int to) {
    for (int i = from; i < to; i++) {
      index.insert(codes[i], Math.min(radius(i), widest));
    }
  }

  private static int radius(int place) {
    return place % WIDE == WIDE - 1 ? 60 : 40 + place % 8;
  }

  private static int mixed(int query, int handle, int distance) {
    int mixed = (query * 31 + handle) * 257 + distance;
    return mixed * 0x9e3779b1 ^ mixed >>> 15;
  }

  private static int median(double[] values) {
    Arrays.sort(values);
    return (int) values[values.length / 2];
  }

  /** Marsaglia's 32-bit xorshift. */
  private int next() {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return seed;
  }

  private Hash256 random() {
    int[] words = new int[Hash256.WORDS];
    for (int i = 0; i < words.length; i++) {
      words[i] = next();
    }
    return Hash256.ofWords(words);
  }

  private Hash256 flipped(Hash256 code, int flips) {
    int[] words = new int[Hash256.WORDS];
    for (int i = 0; i < words.length; i++) {
      words[i] = code.word(i);
    }
    for (int i = 0; i < flips; i++) {
      int bit = next() >>> 24;
      words[bit >> 5] ^= 1 << (bit & 31);
    }
    return Hash256.ofWords(words);
  }
}
