package shotdeed.server.bench;

import dev.brachtendorf.jimagehash.hash.Hash;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Pdq;
import shotdeed.server.picture.HeadlessPerceptiveHash;

/** A public hash of the whole picture, compared with every certificate's. */
final class HashContender implements Contender {
  private static final ThreadLocal<Pdq> PDQ = ThreadLocal.withInitial(Pdq::new);

  private final String name;
  private final int bits;
  private final Integer radius;
  private final Function<Shown, long[][]> forms;
  private final List<long[]> certificates = new ArrayList<>();

  /**
   * @param forms the hashes that a picture is looked up with, the first being the picture as it is
   */
  private HashContender(String name, int bits, Integer radius, Function<Shown, long[][]> forms) {
    this.name = name;
    this.bits = bits;
    this.radius = radius;
    this.forms = forms;
  }

  /** PDQ of the picture as it is, within the radius that its authors recommend. */
  static HashContender pdq() {
    return new HashContender(
        "PDQ", Hash256.BITS, 31, shown -> new long[][] {words(PDQ.get().hash(shown.luma()).hash(Dihedral.ROTATE0))});
  }

  /** PDQ in all eight forms, within the largest radius that made no mistake on real photographs. */
  static HashContender pdqForms() {
    return new HashContender(
        "PDQ 8 forms",
        Hash256.BITS,
        49,
        shown -> Arrays.stream(PDQ.get().hash(shown.luma()).hashes()).map(HashContender::words).toArray(long[][]::new));
  }

  /** JImageHash's PerceptiveHash of so many bits asked for. */
  static HashContender perceptive(int bitsAskedFor) {
    HeadlessPerceptiveHash hasher = new HeadlessPerceptiveHash(bitsAskedFor);
    return new HashContender(
        "pHash " + bitsAskedFor,
        hasher.getKeyResolution(),
        null,
        shown -> new long[][] {words(hasher.hash(shown.image()))});
  }

  private static long[] words(Hash256 hash) {
    long[] words = new long[Hash256.WORDS / 2];
    for (int i = 0; i < words.length; i++) {
      words[i] = (long) hash.word(2 * i) << 32 | hash.word(2 * i + 1) & 0xffffffffL;
    }
    return words;
  }

  private static long[] words(Hash hash) {
    BigInteger value = hash.getHashValue();
    long[] words = new long[hash.getBitResolution() / 64 + 1];
    for (int i = 0; i < words.length; i++) {
      words[i] = value.shiftRight(64 * i).longValue();
    }
    return words;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int most() {
    return bits;
  }

  @Override
  public Integer radius() {
    return radius;
  }

  @Override
  public IntConsumer certified(Shown photograph) {
    long[] hash = forms.apply(photograph)[0];
    return certificate -> certificates.add(certificate, hash);
  }

  @Override
  public Answer ask(List<Shown> pictures) {
    int[] distances = new int[certificates.size()];
    int[] nearest = new int[distances.length];
    Arrays.fill(distances, NONE);
    for (int p = 0; p < pictures.size(); p++) {
      for (long[] query : forms.apply(pictures.get(p))) {
        for (int c = 0; c < distances.length; c++) {
          int distance = distance(query, certificates.get(c));
          if (distance < distances[c]) {
            distances[c] = distance;
            nearest[c] = p;
          }
        }
      }
    }
    return new Answer(distances, certificate -> new Detail(Detail.SAME, nearest[certificate], nearest[certificate], "", "", ""));
  }

  private static int distance(long[] a, long[] b) {
    int distance = 0;
    for (int i = 0; i < a.length; i++) {
      distance += Long.bitCount(a[i] ^ b[i]);
    }
    return distance;
  }
}
