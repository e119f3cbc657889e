package shotdeed.match;

import java.util.Arrays;
import shotdeed.fingerprint.Hash256;

/**
 * The codes of an index as they stood at one time, each listed under the values of its sixteen halves, and a list of
 * those that came since, or that have too wide a radius to be posted. A search looks a half up under the query's value
 * and all values few flips away (see {@link Pigeonhole}); a posting carries the other half of its word, so that all but
 * a few in a hundred are passed over without touching the code. A code is reported where it qualifies first, which is
 * computed, not remembered: a search keeps nothing but its notes on one half.
 *
 * <p>Postings of codes that have been removed stay; their codes have no reach any more.
 */
final class Postings {
  /** What a code's reach is when it is not posted: less than any distance. */
  private static final byte UNPOSTED = -1;

  /** The same of a code that is in the list of the rest. */
  private static final byte LISTED = -2;

  /** Changes that are always left to the list of the rest. */
  private static final int MIN_CHANGES = 2048;

  /** How many codes' scan costs as much as touching one code out of turn. */
  private static final int TOUCH = 4;

  /** In place of what patience is left: nothing is left to do. */
  private static final int SCANNED = Integer.MIN_VALUE;

  private final Pigeonhole pigeonhole;
  private final int posted;
  private int widest;
  private final int keyBits;

  /** The index's own blocks, as many as there were; what is in them is as it is now. */
  private final int[][] words;

  /** For each half, where each value's postings start; and one more, their number. */
  private final int[][] starts = new int[Pigeonhole.HALVES][];

  private final int[][] handles = new int[Pigeonhole.HALVES][];

  /** The other half of the word, of each posting. */
  private final char[][] siblings = new char[Pigeonhole.HALVES][];

  /** The radius of each code that is posted under what it is now, else {@link #UNPOSTED} or {@link #LISTED}. */
  private byte[][] reach;

  private int[] rest = new int[16];
  private int restCount;
  private int changes;

  /**
   * Posts codes.
   *
   * @param words blocks of eight words a code
   * @param radii blocks of one radius a code, negative for a place without one
   * @param used places, with and without codes
   */
  Postings(int[][] words, byte[][] radii, int used) {
    this.words = words;
    int[] toPost = new int[used];
    posted = reach(radii, used, toPost);
    keyBits = keyBits(posted);
    pigeonhole = new Pigeonhole(widest, keyBits);
    for (int half = 0; half < Pigeonhole.HALVES; half++) {
      if (pigeonhole.probes(half)) {
        post(half, toPost);
      }
    }
  }

  /** Takes what was posted before. */
  Postings(FrozenIndex frozen) {
    words = frozen.words();
    posted = reach(frozen.radii(), frozen.used(), new int[frozen.used()]);
    keyBits = keyBits(posted);
    pigeonhole = new Pigeonhole(widest, keyBits);
    int at = 0;
    for (int half = 0; half < Pigeonhole.HALVES; half++) {
      if (pigeonhole.probes(half)) {
        if (at == frozen.starts().length
            || frozen.starts()[at].length != (1 << keyBits) + 1
            || frozen.handles()[at].length != posted) {
          throw new IllegalArgumentException("these are not the postings of " + posted + " codes");
        }
        starts[half] = frozen.starts()[at];
        handles[half] = frozen.handles()[at];
        siblings[half] = frozen.siblings()[at++];
      }
    }
  }

  /** What is to be stored of these codes; {@code null} if some came or went since they were posted. */
  FrozenIndex freeze(int[][] allWords, byte[][] radii, int used) {
    if (changes > 0) {
      return null;
    }
    int halves = 0;
    for (int half = 0; half < Pigeonhole.HALVES; half++) {
      halves += pigeonhole.probes(half) ? 1 : 0;
    }
    int[][] allStarts = new int[halves][];
    int[][] allHandles = new int[halves][];
    char[][] allSiblings = new char[halves][];
    int at = 0;
    for (int half = 0; half < Pigeonhole.HALVES; half++) {
      if (pigeonhole.probes(half)) {
        allStarts[at] = starts[half];
        allHandles[at] = handles[half];
        allSiblings[at++] = siblings[half];
      }
    }
    return new FrozenIndex(used, allWords, radii, allStarts, allHandles, allSiblings);
  }

  /** Codes that are posted. */
  int posted() {
    return posted;
  }

  /** Notes how far each code reaches, lists those that reach too far, and names the others; returns how many those are. */
  private int reach(byte[][] radii, int used, int[] toPost) {
    reach = new byte[radii.length][];
    int count = 0;
    for (int b = 0, first = 0; b < radii.length; b++, first += HammingIndex.BLOCK) {
      byte[] block = new byte[HammingIndex.BLOCK];
      byte[] radius = radii[b];
      reach[b] = block;
      Arrays.fill(block, UNPOSTED);
      int here = Math.min(HammingIndex.BLOCK, used - first);
      for (int i = 0; i < here; i++) {
        if (radius[i] > Pigeonhole.MAX_RADIUS) {
          list(first + i);
        } else if (radius[i] >= 0) {
          block[i] = radius[i];
          toPost[count++] = first + i;
          widest = Math.max(widest, radius[i]);
        }
      }
    }
    return count;
  }

  private static int keyBits(int posted) {
    // About one posting a key: with fewer keys lists grow, with more the table of their starts outgrows the codes.
    return Math.max(1, Math.min(Pigeonhole.HALF_BITS, 32 - Integer.numberOfLeadingZeros(posted)));
  }

  /** Sorts the codes by a half's value, by counting. */
  private void post(int half, int[] toPost) {
    int[] start = new int[(1 << keyBits) + 1];
    for (int i = 0; i < posted; i++) {
      start[pigeonhole.key(word(toPost[i], half), half)]++;
    }
    int sum = 0;
    for (int key = 0; key <= 1 << keyBits; key++) {
      sum += start[key];
      start[key] = sum;
    }
    int[] handle = new int[posted];
    char[] sibling = new char[posted + 2];
    for (int i = posted - 1; i >= 0; i--) {
      int word = word(toPost[i], half);
      int at = --start[pigeonhole.key(word, half)];
      handle[at] = toPost[i];
      sibling[at] = (char) Pigeonhole.half(word, half ^ 1);
    }
    starts[half] = start;
    handles[half] = handle;
    siblings[half] = sibling;
  }

  private int word(int handle, int half) {
    return words[handle >> HammingIndex.BLOCK_BITS][HammingIndex.offset(handle) + (half >> 1)];
  }

  /** Whether so much has changed that posting anew is worth its time, which grows with all codes. */
  boolean overdue() {
    return changes > Math.max(MIN_CHANGES, posted >> 3);
  }

  /** To be told of each code that is inserted. */
  void inserted(int handle) {
    int block = handle >> HammingIndex.BLOCK_BITS;
    if (block == reach.length) {
      reach = Arrays.copyOf(reach, block + 1);
      reach[block] = new byte[HammingIndex.BLOCK];
      Arrays.fill(reach[block], UNPOSTED);
    }
    if (reach[block][handle & HammingIndex.BLOCK - 1] != LISTED) {
      list(handle);
      changes++;
    }
  }

  /** To be told of each code that is removed. */
  void removed(int handle) {
    byte[] block = reach[handle >> HammingIndex.BLOCK_BITS];
    int at = handle & HammingIndex.BLOCK - 1;
    if (block[at] != LISTED) {
      block[at] = UNPOSTED;
    }
    changes++;
  }

  private void list(int handle) {
    if (restCount == rest.length) {
      rest = Arrays.copyOf(rest, restCount + (restCount >> 1));
    }
    rest[restCount++] = handle;
    reach[handle >> HammingIndex.BLOCK_BITS][handle & HammingIndex.BLOCK - 1] = LISTED;
  }

  /** The codes that {@link #search} leaves out, by handle; some may be free, none is there twice. Not to be changed. */
  int[] rest() {
    return rest;
  }

  /** How many of {@link #rest} count. */
  int restCount() {
    return restCount;
  }

  /**
   * Tells the visitor of each posted code within its radius of a query, in no order. Half by half for all queries: one
   * half's postings stay near the processor, all sixteen do not.
   */
  void search(Hash256[] queries, HammingIndex.BatchVisitor visitor) {
    int[] patience = new int[queries.length];
    Arrays.fill(patience, posted >> 2);
    int[] lists = new int[3 * pigeonhole.mostFlips() + 3];
    for (int half = 0; half < Pigeonhole.HALVES; half++) {
      if (pigeonhole.probes(half)) {
        for (int q = 0; q < queries.length; q++) {
          if (patience[q] != SCANNED) {
            int end = gather(half, queries[q], lists);
            patience[q] = read(half, lists, end, patience[q], q, queries[q], visitor);
          }
        }
      }
    }
  }

  /** Notes where each list that is not empty starts and ends, and its flip; returns the end of the notes. */
  private int gather(int half, Hash256 query, int[] lists) {
    int key = pigeonhole.key(query.word(half >> 1), half);
    int[] start = starts[half];
    int end = 0;
    for (int flip : pigeonhole.flipsOf(half)) {
      int probed = key ^ flip & Pigeonhole.HALF_MASK;
      int from = start[probed];
      int to = start[probed + 1];
      lists[end] = from;
      lists[end + 1] = to;
      lists[end + 2] = flip;
      end += from - to >> 31 & 3;
    }
    return end;
  }

  /** Goes through lists; returns how much patience is left of what was, or {@link #SCANNED}. */
  private int read(
      int half, int[] lists, int end, int patience, int q, Hash256 query, HammingIndex.BatchVisitor visitor) {
    int left = patience;
    int other = Pigeonhole.half(query.word(half >> 1), half ^ 1);
    int both = other << 16 | other;
    int share = pigeonhole.wordShare(half);
    char[] sibling = siblings[half];
    for (int i = 0; i < end; i += 3) {
      int at = lists[i];
      int to = lists[i + 1];
      left -= to - at;
      if (left < 0) {
        scan(half, lists[i + 2] & Pigeonhole.HALF_MASK, q, query, visitor);
        return SCANNED;
      }
      int off = share - (lists[i + 2] >>> 16);
      // Two without asking how many there are: most lists are no longer, and a guess that the processor makes wrong
      // costs it more than a posting. What lies beyond a list's end is not touched.
      int counts = bitCounts((sibling[at + 1] << 16 | sibling[at]) ^ both);
      if ((counts & Pigeonhole.HALF_MASK) <= off) {
        left -= TOUCH;
        touch(half, at, q, query, visitor);
      }
      if (counts >>> 16 <= off && at + 1 < to) {
        left -= TOUCH;
        touch(half, at + 1, q, query, visitor);
      }
      for (at += 2; at < to; at++) {
        if (bitCounts(sibling[at] ^ other) <= off) {
          left -= TOUCH;
          touch(half, at, q, query, visitor);
        }
      }
    }
    return left;
  }

  /** The bits of two halves, each counted in its place; in a browser {@code Integer.bitCount} of each takes longer. */
  private static int bitCounts(int halves) {
    int x = halves - (halves >>> 1 & 0x55555555);
    x = (x & 0x33333333) + (x >>> 2 & 0x33333333);
    x = x + (x >>> 4) & 0x0f0f0f0f;
    return x + (x >>> 8) & 0x001f001f;
  }

  private void touch(int half, int posting, int q, Hash256 query, HammingIndex.BatchVisitor visitor) {
    int handle = handles[half][posting];
    int[] block = words[handle >> HammingIndex.BLOCK_BITS];
    int at = HammingIndex.offset(handle);
    int radius = reach[handle >> HammingIndex.BLOCK_BITS][handle & HammingIndex.BLOCK - 1];
    int distance = HammingIndex.distance(block, at, query, radius);
    if (distance <= radius && pigeonhole.qualifiesFirst(half, block, at, query)) {
      visitor.found(q, handle, distance);
    }
  }

  /**
   * Long lists, as those of flat pictures, cost more than going through all codes: does that with what is left to
   * do.
   */
  private void scan(int half, int flip, int q, Hash256 query, HammingIndex.BatchVisitor visitor) {
    HammingIndex.scan(
        words,
        reach,
        words.length * HammingIndex.BLOCK,
        query,
        (handle, distance) -> {
          int[] block = words[handle >> HammingIndex.BLOCK_BITS];
          if (!pigeonhole.qualifiesBefore(half, flip, block, HammingIndex.offset(handle), query)) {
            visitor.found(q, handle, distance);
          }
        });
  }
}
