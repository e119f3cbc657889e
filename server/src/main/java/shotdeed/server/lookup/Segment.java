package shotdeed.server.lookup;

import java.util.Arrays;

/**
 * The features of some certificates, searchable: locality-sensitive hashing by bit sampling (Indyk and Motwani, 1998,
 * section 4.2) with probes of the neighbouring buckets (Lv et al., "Multi-probe LSH", 2007). Each table is keyed by some
 * bits of one word of the signature; a bucket holds the numbers of its features, all buckets one after the other.
 *
 * <p>Never changed but for certificates that go. Memory: 32 bytes a feature and some for the buckets.
 */
final class Segment {
  private static final int LEAST_BITS = 6;
  private static final int MOST_BITS = 22;

  /** A bucket so many times as long as buckets are on average is of features that say nothing. */
  private static final int TOO_LONG = 12;

  private final int[] certificates;

  /** Of each certificate its first feature, and the number of all at the end. */
  private final int[] starts;

  private final boolean[] gone;
  private final int[] signatures;
  private final int bits;
  private final int[][] buckets = new int[Signatures.WORDS][];
  private final int[][] postings = new int[Signatures.WORDS][];
  private int left;

  /**
   * @param certificates their numbers
   * @param starts of each certificate its first feature, and the number of all at the end
   * @param signatures {@link Signatures#WORDS} words a feature, certificate after certificate
   */
  Segment(int[] certificates, int[] starts, int[] signatures) {
    this.certificates = certificates;
    this.starts = starts;
    this.signatures = signatures;
    this.gone = new boolean[certificates.length];
    this.left = certificates.length;
    this.bits = bits(features());
    for (int table = 0; table < Signatures.WORDS; table++) {
      build(table);
    }
  }

  private static int bits(int features) {
    int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, features) >>> 1);
    return Math.max(LEAST_BITS, Math.min(MOST_BITS, bits));
  }

  private void build(int table) {
    int count = features();
    int[] first = new int[(1 << bits) + 1];
    for (int i = 0, at = table; i < count; i++, at += Signatures.WORDS) {
      first[Signatures.key(signatures[at], bits) + 1]++;
    }
    for (int i = 1; i < first.length; i++) {
      first[i] += first[i - 1];
    }
    int[] numbers = new int[count];
    int[] next = Arrays.copyOf(first, first.length - 1);
    for (int i = 0, at = table; i < count; i++, at += Signatures.WORDS) {
      numbers[next[Signatures.key(signatures[at], bits)]++] = i;
    }
    buckets[table] = first;
    postings[table] = numbers;
  }

  /** Features held, those of certificates that went among them. */
  int features() {
    return starts[starts.length - 1];
  }

  /** Certificates that are still there. */
  int left() {
    return left;
  }

  /** Whether it had more to hold than to tell. */
  boolean hollow() {
    return 2 * left < certificates.length;
  }

  /** Lets go of a certificate; returns whether it was here. */
  boolean remove(int certificate) {
    for (int i = 0; i < certificates.length; i++) {
      if (certificates[i] == certificate && !gone[i]) {
        gone[i] = true;
        left--;
        return true;
      }
    }
    return false;
  }

  /** What is still there of several segments, as one. */
  static Segment merged(Iterable<Segment> parts) {
    int certificates = 0;
    int features = 0;
    for (Segment part : parts) {
      for (int i = 0; i < part.certificates.length; i++) {
        if (!part.gone[i]) {
          certificates++;
          features += part.starts[i + 1] - part.starts[i];
        }
      }
    }
    int[] numbers = new int[certificates];
    int[] starts = new int[certificates + 1];
    int[] signatures = new int[Signatures.WORDS * features];
    int n = 0;
    for (Segment part : parts) {
      for (int i = 0; i < part.certificates.length; i++) {
        if (!part.gone[i]) {
          int from = part.starts[i];
          int count = part.starts[i + 1] - from;
          System.arraycopy(
              part.signatures, Signatures.WORDS * from, signatures, Signatures.WORDS * starts[n], Signatures.WORDS * count);
          numbers[n] = part.certificates[i];
          starts[n + 1] = starts[n] + count;
          n++;
        }
      }
    }
    return new Segment(numbers, starts, signatures);
  }

  /** Takes the certificates that have features like those asked for. */
  interface Ballot {
    /**
     * A feature found.
     *
     * @param feature its place in the question
     * @param votes certificates, by their place in the segment, that have a feature like it
     * @param count how many of {@code votes}
     */
    void votes(int feature, int[] votes, int count);
  }

  /**
   * Looks features up.
   *
   * @param query their signatures
   * @param radius bits of the signatures that may differ
   * @param ballot gets, for each feature in turn that is found, each certificate once
   */
  void search(int[] query, int radius, Ballot ballot) {
    int[] found = new int[certificates.length];
    int[] seen = new int[certificates.length];
    int longest = Math.max(TOO_LONG, (int) ((long) TOO_LONG * features() >>> bits));
    for (int at = 0, stamp = 1; at < query.length; at += Signatures.WORDS, stamp++) {
      int count = 0;
      for (int table = 0; table < Signatures.WORDS; table++) {
        int key = Signatures.key(query[at + table], bits);
        int[] first = buckets[table];
        int[] numbers = postings[table];
        for (int probe = 0; probe <= bits; probe++) {
          int bucket = probe == 0 ? key : key ^ 1 << probe - 1;
          int end = first[bucket + 1];
          int from = first[bucket];
          if (end - from > longest) {
            continue;
          }
          for (int i = from; i < end; i++) {
            int feature = numbers[i];
            if (Signatures.distance(query, at, signatures, Signatures.WORDS * feature) <= radius) {
              int certificate = owner(feature);
              if (seen[certificate] != stamp && !gone[certificate]) {
                seen[certificate] = stamp;
                found[count++] = certificate;
              }
            }
          }
        }
      }
      if (count > 0) {
        ballot.votes(stamp - 1, found, count);
      }
    }
  }

  private int owner(int feature) {
    int place = Arrays.binarySearch(starts, feature);
    if (place < 0) {
      return -place - 2;
    }
    while (starts[place + 1] == feature) { // certificates without features
      place++;
    }
    return place;
  }

  int certificates() {
    return certificates.length;
  }

  int certificate(int place) {
    return certificates[place];
  }

  int features(int place) {
    return starts[place + 1] - starts[place];
  }
}
