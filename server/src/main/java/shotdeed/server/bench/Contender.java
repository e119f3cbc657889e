package shotdeed.server.bench;

import java.util.List;
import java.util.function.IntConsumer;
import shotdeed.server.bench.alter.Alteration;

/** One way to match, beside others in the same run. Asked by several threads at once, after all certificates are held. */
interface Contender {
  /** The distance of a certificate that an answer says nothing of. */
  int NONE = Integer.MAX_VALUE;

  /** In the table's head; short. */
  String name();

  /**
   * Whether it is to be asked about such pictures.
   *
   * @param alteration {@code null} for the unaltered picture
   */
  default boolean isAsked(Alteration alteration) {
    return true;
  }

  /** The largest distance there is. */
  int most();

  /** A distance up to this is a match; {@code null} if this very run shall tell (see {@link ErrorRule}). */
  Integer radius();

  /** The radius as tables show it. */
  default String shown(int radius) {
    return "" + radius;
  }

  /**
   * Computes what a certificate of a photograph keeps. May be called by several threads.
   *
   * @return called by one thread, with 0, 1, 2…: holds it under that number
   */
  IntConsumer certified(Shown photograph);

  /** What one listing's pictures match: one picture, or the slices of a page from its top. */
  Answer ask(List<Shown> pictures);

  /**
   * What was found.
   *
   * @param distances one a certificate, to the nearest of the pictures; {@link #NONE} if it is none
   */
  record Answer(int[] distances, Details details) {}

  /** More about a pair, when somebody wants to look at it. */
  @FunctionalInterface
  interface Details {
    Detail of(int certificate);
  }

  /**
   * How a pair matched.
   *
   * @param radius bits within which it does, or {@link #SAME}
   * @param first which of the listing's pictures, 0 for the first
   * @param last the same, or, of slices joined, the last of them
   * @param region of that picture, or of the slices joined, in ten-thousandths
   * @param original the region of the photograph
   */
  record Detail(int radius, int first, int last, String region, String original, String form) {
    /** The contender's one radius. */
    static final int SAME = -1;

    /** The picture's number, from 1, or the first and last of slices joined: {@code 2-4}. */
    String pictures() {
      return first + 1 + (last == first ? "" : "-" + (last + 1));
    }
  }
}
