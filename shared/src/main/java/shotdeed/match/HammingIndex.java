package shotdeed.match;

import java.util.Arrays;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;

/**
 * Finds every stored 256-bit code that lies within its own radius of a query. Exact: nothing is missed, nothing is
 * reported twice. Inserts and removals are visible to the next search.
 *
 * <p>Few codes are scanned: block by block, leaving a code after half its bits when those already exceed its radius,
 * which all but one in several hundred unrelated codes do. Many are looked up in {@link Postings}, together with a scan
 * of what came since those were made and of radii over 47. They are made by the first search after many changes, in
 * time linear in the codes: 0.2 µs a code on the JVM, 0.5 in Chromium.
 *
 * <p>Measured on two busy cores, radii 40 to 47, the 90 hashes of a picture together, µs a hash beside a scan of the
 * same codes in the same run. Java 17, processor time, unrelated codes: 5.5 and 8 at 6,400 codes, 17 and 183 at 64,000,
 * 186 and 1,857 at 640,000. 64 codes a cluster, every hash near one: 29 and 19, 27 and 187, 251 and 1,896. Codes made
 * to share their halves: at most half as long again as the scan. Chromium, the clock, clusters, one hash in nine near
 * one: 15 and 16 at 2,000 codes, 16 and 54 at 6,400, 50 and 540 at 64,000. Hashes one by one take up to twice as long:
 * the processor's cache holds the postings of one half of the words, not of all.
 *
 * <p>Memory: 34 bytes a code, in steps of 1,024 codes; the places of removed codes are used again, but not given back.
 * Postings take another 96 and, while there are no more than 65,536 codes, 64 to 128 for where lists start, then 4 MB
 * in all; Java's G1 rounds that up: 218, 198, 178 bytes a code in all at the three sizes.
 *
 * <p>Threads: any number may search while none inserts or removes; the caller sees to that.
 */
public final class HammingIndex {
  /** Logarithm of the codes of a block. */
  static final int BLOCK_BITS = 10;

  /** Codes of a block. */
  static final int BLOCK = 1 << BLOCK_BITS;

  /**
   * So many codes of a radius that can be posted make it worth while. Measured: a scan takes as long as a look-up among
   * postings at 1,300 codes in Chromium, at 4,800 on the JVM, where less hangs on it.
   */
  private static final int MIN_POSTED = 2048;

  private static final int FREE = -1;
  private static final int NONE = -1;

  /** Eight words a code, block by block. A free code's first word is the next free handle. */
  private int[][] words = new int[0][];

  /** The radius of each code; {@link #FREE}, which no distance is within, for a free one. */
  private byte[][] radii = new byte[0][];

  private int used;
  private int size;
  private int postable;
  private int firstFree = NONE;

  /** {@code null} as long as all codes are scanned. Replaced by searches, changed by inserts and removals only. */
  private volatile Postings postings;

  /** Whether some search is posting: others do with what there is. */
  private volatile boolean posting;

  /** Is told what a search found. It must not change the index. */
  public interface Visitor {
    /**
     * A code within its radius.
     *
     * @param handle as {@link #insert} returned it
     * @param distance differing bits, 0 to the code's radius
     */
    void found(int handle, int distance);
  }

  /** Is told what a search for several queries found. It must not change the index. */
  public interface BatchVisitor {
    /**
     * A code within its radius.
     *
     * @param query which of the queries, from 0
     * @param handle as {@link #insert} returned it
     * @param distance differing bits, 0 to the code's radius
     */
    void found(int query, int handle, int distance);
  }

  /** An index without a code. */
  public HammingIndex() {}

  /** The index that was frozen. */
  public HammingIndex(FrozenIndex frozen) {
    words = frozen.words();
    radii = frozen.radii();
    used = frozen.used();
    size = used;
    postings = new Postings(frozen);
    postable = postings.posted();
  }

  /** What is to be stored of it; {@code null} if it is soon made, or if codes were removed. Makes the postings if need be. */
  public FrozenIndex freeze() {
    Postings posted = size == used ? posted() : null;
    return posted == null ? null : posted.freeze(words, radii, used);
  }

  /** Codes stored. */
  public int size() {
    return size;
  }

  /**
   * Stores a code. Equal codes may be stored any number of times.
   *
   * @param radius bits, 0 to 64, within which a query finds the code
   * @return a handle of 0 or more, the code's name until it is removed; later codes may get the same one
   */
  public int insert(Hash256 code, int radius) {
    if (radius < 0 || radius > Fingerprint.MAX_RADIUS) {
      throw new IllegalArgumentException("a radius is 0 to 64 bits, not " + radius);
    }
    int handle = firstFree;
    if (handle == NONE) {
      handle = used++;
      if (handle >> BLOCK_BITS == words.length) {
        grow();
      }
    } else {
      firstFree = words[handle >> BLOCK_BITS][(handle & BLOCK - 1) * Hash256.WORDS];
    }
    int[] block = words[handle >> BLOCK_BITS];
    int at = (handle & BLOCK - 1) * Hash256.WORDS;
    for (int i = 0; i < Hash256.WORDS; i++) {
      block[at + i] = code.word(i);
    }
    radii[handle >> BLOCK_BITS][handle & BLOCK - 1] = (byte) radius;
    size++;
    postable += radius <= Pigeonhole.MAX_RADIUS ? 1 : 0;
    if (postings != null) {
      postings.inserted(handle);
    }
    return handle;
  }

  /**
   * Removes a code; its handle becomes free.
   *
   * @throws IllegalArgumentException if no code has the handle
   */
  public void remove(int handle) {
    postable -= radius(handle) <= Pigeonhole.MAX_RADIUS ? 1 : 0;
    radii[handle >> BLOCK_BITS][handle & BLOCK - 1] = FREE;
    words[handle >> BLOCK_BITS][(handle & BLOCK - 1) * Hash256.WORDS] = firstFree;
    firstFree = handle;
    size--;
    if (postings != null) {
      postings.removed(handle);
    }
  }

  /**
   * The radius that a code was stored with.
   *
   * @throws IllegalArgumentException if no code has the handle
   */
  public int radius(int handle) {
    int radius = handle >= 0 && handle < used ? radii[handle >> BLOCK_BITS][handle & BLOCK - 1] : FREE;
    if (radius == FREE) {
      throw new IllegalArgumentException("no code has the handle " + handle);
    }
    return radius;
  }

  /** Tells the visitor of each stored code that is within its radius of {@code query}, in no order. */
  public void search(Hash256 query, Visitor visitor) {
    searchAll(new Hash256[] {query}, (q, handle, distance) -> visitor.found(handle, distance));
  }

  /** The same for several queries, in no order either; for those of a picture twice as fast as one by one. */
  public void searchAll(Hash256[] queries, BatchVisitor visitor) {
    Postings posted = posted();
    if (posted == null) {
      for (int q = 0; q < queries.length; q++) {
        int query = q;
        scan(words, radii, used, queries[q], (handle, distance) -> visitor.found(query, handle, distance));
      }
      return;
    }
    posted.search(queries, visitor);
    int[] rest = posted.rest();
    for (int q = 0; q < queries.length; q++) {
      for (int i = 0; i < posted.restCount(); i++) {
        int radius = radii[rest[i] >> BLOCK_BITS][rest[i] & BLOCK - 1];
        int distance = distance(words[rest[i] >> BLOCK_BITS], offset(rest[i]), queries[q], radius);
        if (distance <= radius) {
          visitor.found(q, rest[i], distance);
        }
      }
    }
  }

  /**
   * The postings, made anew if it is time. Not at an insert, so that a bulk of them costs one posting and none before
   * the first search; two searches at once may both make them, in vain but to no harm.
   */
  private Postings posted() {
    Postings now = postings;
    boolean due = now == null ? postable >= MIN_POSTED : now.overdue();
    if (due && !posting) {
      posting = true;
      try {
        now = postable >= MIN_POSTED ? new Postings(words, radii, used) : null;
        postings = now;
      } finally {
        posting = false;
      }
    }
    return now;
  }

  /** Tells the visitor of each of the first {@code count} codes that is within its radius, by ascending handle. */
  static void scan(int[][] words, byte[][] radii, int count, Hash256 query, Visitor visitor) {
    int q0 = query.word(0);
    int q1 = query.word(1);
    int q2 = query.word(2);
    int q3 = query.word(3);
    for (int b = 0, first = 0; first < count; b++, first += BLOCK) {
      int[] block = words[b];
      byte[] radius = radii[b];
      int here = Math.min(BLOCK, count - first);
      for (int i = 0, at = 0; i < here; i++, at += Hash256.WORDS) {
        int distance =
            Integer.bitCount(block[at] ^ q0)
                + Integer.bitCount(block[at + 1] ^ q1)
                + Integer.bitCount(block[at + 2] ^ q2)
                + Integer.bitCount(block[at + 3] ^ q3);
        if (distance <= radius[i]) {
          distance += lowerDistance(block, at, query);
          if (distance <= radius[i]) {
            visitor.found(first + i, distance);
          }
        }
      }
    }
  }

  /**
   * Bits by which the code at a place of a block differs from a query; if they are more than {@code most}, some number
   * above it.
   */
  static int distance(int[] block, int at, Hash256 query, int most) {
    int distance =
        Integer.bitCount(block[at] ^ query.word(0))
            + Integer.bitCount(block[at + 1] ^ query.word(1))
            + Integer.bitCount(block[at + 2] ^ query.word(2))
            + Integer.bitCount(block[at + 3] ^ query.word(3));
    return distance > most ? distance : distance + lowerDistance(block, at, query);
  }

  private static int lowerDistance(int[] block, int at, Hash256 query) {
    return Integer.bitCount(block[at + 4] ^ query.word(4))
        + Integer.bitCount(block[at + 5] ^ query.word(5))
        + Integer.bitCount(block[at + 6] ^ query.word(6))
        + Integer.bitCount(block[at + 7] ^ query.word(7));
  }

  /** Where a code's words start in its block. */
  static int offset(int handle) {
    return (handle & BLOCK - 1) * Hash256.WORDS;
  }

  private void grow() {
    int blocks = words.length;
    if (blocks == Integer.MAX_VALUE >> BLOCK_BITS) {
      throw new IllegalStateException("the index holds as many codes as it can: " + (used - 1));
    }
    words = Arrays.copyOf(words, blocks + 1);
    radii = Arrays.copyOf(radii, blocks + 1);
    words[blocks] = new int[BLOCK * Hash256.WORDS];
    radii[blocks] = new byte[BLOCK];
  }
}
