package shotdeed.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Says which pictures of a detail area are slices of one strip. They come in the page's order; a strip is a run of
 * pictures of consecutive positions and exactly equal width. Specks (counting pixels, spacers) between them do not count.
 * Anything else between them ends the run: a picture of another width, one that could not be read, a position that is
 * missing.
 *
 * <p>A long run becomes several strips. Each shares its last slices with the next, at least {@link #OVERLAP} high, so
 * that a photograph of up to that height which the end of one strip cuts is whole in the next; where slices are so many,
 * so large or so high that a bound is met first, they share less.
 *
 * <p>Memory: holds the slices of one strip. Not for several threads.
 *
 * @param <T> what a slice is to the caller
 */
public final class StripPlanner<T> {
  /** A strip is looked up once it is so many times as high as wide. */
  public static final int ROWS = 6;

  /** What two successive strips of a run share is at least so many times as high as wide. */
  public static final int OVERLAP = 2;

  /** The files of a strip's slices have at most so many bytes: they must fit into one report. */
  public static final int MAX_BYTES = 24 << 20;

  /** The files of a strip's slices have together at most so many pixels: the server decodes no more of one report. */
  public static final long MAX_PIXELS = 100_000_000;

  /** A picture with no longer side is a speck. */
  private static final int SPECK = 23;

  private static final int NONE = -1;

  private final List<Piece<T>> open = new ArrayList<>();
  private int next = NONE;
  private boolean fresh;

  private static final class Piece<T> {
    final T slice;
    final int width;
    final int rows;
    final int bytes;
    final long pixels;
    boolean told;

    Piece(T slice, int width, int rows, int bytes, long pixels) {
      this.slice = slice;
      this.width = width;
      this.rows = rows;
      this.bytes = bytes;
      this.pixels = pixels;
    }
  }

  /**
   * What follows from a picture.
   *
   * @param strips complete ones, each two slices or more, to be looked up now
   * @param done pictures that nothing more is to be waited for, each told once
   */
  public record Step<T>(List<List<T>> strips, List<T> done) {
    /** Nothing. */
    public Step() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  /**
   * Takes the next picture.
   *
   * @param position counted by the page; a gap ends a run
   * @param width pixels across of its file
   * @param height rows of its file
   * @param bytes of its file
   */
  public Step<T> add(int position, int width, int height, int bytes, T picture) {
    Step<T> step = new Step<>();
    if (position != next) {
      end(step);
    }
    next = position + 1;
    if (Math.max(width, height) <= SPECK) {
      step.done().add(picture);
      return step;
    }
    if (!open.isEmpty() && open.get(0).width != width) {
      end(step);
    }
    long pixels = (long) width * height;
    if (!Strip.canJoin(width, height) || bytes > MAX_BYTES || pixels > MAX_PIXELS) {
      end(step);
      step.done().add(picture);
      return step;
    }
    Piece<T> piece = new Piece<>(picture, width, Strip.rows(width, height), bytes, pixels);
    int across = Strip.across(width);
    if (!fits(piece, ROWS * across)) {
      lookUp(step);
      keepOverlap(step, across);
      if (!fits(piece, Strip.MAX_ROWS * across)) {
        makeRoom(step, piece, Strip.MAX_ROWS * across);
      }
    }
    open.add(piece);
    fresh = true;
    return step;
  }

  /** Ends the run: what comes next is not joined to what came before. */
  public Step<T> breakOff() {
    Step<T> step = new Step<>();
    end(step);
    next = NONE;
    return step;
  }

  /** Nothing more is on its way: what there is is looked up. A later picture may still carry the run on. */
  public Step<T> pause() {
    Step<T> step = new Step<>();
    lookUp(step);
    if (!open.isEmpty()) {
      keepOverlap(step, Strip.across(open.get(0).width));
    }
    for (Piece<T> piece : open) {
      tell(step, piece);
    }
    return step;
  }

  /** Slices held. */
  public int held() {
    return open.size();
  }

  private boolean fits(Piece<T> piece, int maxRows) {
    long bytes = piece.bytes;
    long pixels = piece.pixels;
    for (Piece<T> each : open) {
      bytes += each.bytes;
      pixels += each.pixels;
    }
    return open.size() < Strip.MAX_SLICES
        && rows(0) + piece.rows <= maxRows
        && bytes <= MAX_BYTES
        && pixels <= MAX_PIXELS;
  }

  private int rows(int from) {
    int rows = 0;
    for (int i = from; i < open.size(); i++) {
      rows += open.get(i).rows;
    }
    return rows;
  }

  private void lookUp(Step<T> step) {
    if (fresh && open.size() > 1) {
      List<T> strip = new ArrayList<>();
      for (Piece<T> piece : open) {
        strip.add(piece.slice);
      }
      step.strips().add(strip);
      fresh = false;
    }
  }

  private void keepOverlap(Step<T> step, int across) {
    while (open.size() > 1 && rows(1) >= OVERLAP * across) {
      drop(step);
    }
  }

  /** By half at least: or each further slice would be looked up with all those before it. */
  private void makeRoom(Step<T> step, Piece<T> piece, int maxRows) {
    int keep = open.size() / 2;
    while (open.size() > keep || !open.isEmpty() && !fits(piece, maxRows)) {
      drop(step);
    }
  }

  private void drop(Step<T> step) {
    tell(step, open.remove(0));
  }

  private void tell(Step<T> step, Piece<T> piece) {
    if (!piece.told) {
      piece.told = true;
      step.done().add(piece.slice);
    }
  }

  private void end(Step<T> step) {
    lookUp(step);
    while (!open.isEmpty()) {
      drop(step);
    }
    fresh = false;
  }
}
