package shotdeed.image;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture that a page shows in slices, one below the other, put together again. Detail pages are cut at heights that
 * have nothing to do with what is on them, so a photograph may be whole in none of its slices.
 *
 * <p>Slices are joined only if their files have exactly the same width: whoever cuts a long picture gives each piece its
 * width. Each is averaged to {@link #WIDTH} pixels and kept as one byte a pixel as soon as it is read: a slice of
 * 790 x 1200 pixels takes 243 KB instead of 3.8 MB, a page of 60 of them 15 MB instead of 228 MB. The joined picture has
 * four bytes a pixel, 3.8 MB for the usual {@link StripPlanner#ROWS} and 16 MB for {@link #MAX_ROWS}.
 *
 * <p>The same slices give the same picture on the JVM and in the browser.
 */
public final class Strip {
  /** Pixels across that a strip is worked on with; narrower slices keep their own. */
  public static final int WIDTH = 400;

  /** Narrower slices are none: thumbnails and icons in a description. In pixels of the file. */
  public static final int MIN_WIDTH = 200;

  /** A joined picture is at most so many times as high as wide; so it never has more pixels than are hashed as they are. */
  public static final int MAX_ROWS = LumaImage.MAX_PIXELS / (WIDTH * WIDTH);

  /** Slices that one strip may have. */
  public static final int MAX_SLICES = 24;

  /** A slice with so much of the copy shows it, in ten-thousandths of the copy's height. */
  private static final int ENOUGH_OF_COPY = 1500;

  /** A slice that the copy covers so far shows it, in ten-thousandths of the slice's area. */
  private static final int ENOUGH_OF_SLICE = 2500;

  private static final int UNIT = 10_000;

  private Strip() {}

  /**
   * A slice, as small as it is needed.
   *
   * @param sourceWidth pixels across of the file that it was read from
   * @param width pixels a row, 1 to {@link #WIDTH}
   * @param rows at least 1
   * @param luma {@code width * rows} brightness values, each an unsigned byte; not copied
   */
  public record Slice(int sourceWidth, int width, int rows, byte[] luma) {}

  /**
   * What a slice has to do with a region of the joined picture, in ten-thousandths.
   *
   * @param slice its index, 0 for the uppermost
   * @param ofSlice the share of the slice's area that the region covers
   * @param ofRegion the share of the region's height that lies in the slice
   */
  public record Share(int slice, int ofSlice, int ofRegion) {
    /** Whether somebody who looks at this slice sees a part of the copy worth naming. */
    public boolean shows() {
      return ofRegion >= ENOUGH_OF_COPY || ofSlice >= ENOUGH_OF_SLICE;
    }
  }

  /** Whether pictures of this size can be parts of a strip at all. */
  public static boolean canJoin(int width, int height) {
    return width >= MIN_WIDTH && rows(width, height) <= MAX_ROWS * across(width);
  }

  /** The rows that a picture of this size has in a strip. */
  static int rows(int width, int height) {
    return (int) Math.max(1, Math.floor((double) height * across(width) / width + 0.5));
  }

  /** The pixels across of a strip whose slices have files of this width. */
  static int across(int width) {
    return Math.min(WIDTH, width);
  }

  /** Makes a slice of a picture. */
  public static Slice slice(LumaImage picture) {
    LumaImage small =
        picture.scaledTo(across(picture.width()), rows(picture.width(), picture.height()));
    byte[] luma = new byte[small.values().length];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (byte) (int) (small.values()[i] + 0.5);
    }
    return new Slice(picture.width(), small.width(), small.height(), luma);
  }

  /**
   * Joins slices, the uppermost first.
   *
   * @throws IllegalArgumentException if they are fewer than two or more than {@link #MAX_SLICES}, if their files have
   *     different widths, or if the strip would be too high
   */
  public static LumaImage join(List<Slice> slices) {
    if (slices.size() < 2 || slices.size() > MAX_SLICES) {
      throw new IllegalArgumentException("a strip has 2 to " + MAX_SLICES + " slices, not " + slices.size());
    }
    Slice first = slices.get(0);
    int rows = 0;
    for (Slice slice : slices) {
      if (slice.sourceWidth() != first.sourceWidth() || slice.sourceWidth() < MIN_WIDTH) {
        throw new IllegalArgumentException(
            "slices of " + first.sourceWidth() + " and " + slice.sourceWidth() + " pixels across make no strip");
      }
      rows += slice.rows();
      if (rows > MAX_ROWS * first.width()) {
        throw new IllegalArgumentException("a strip is at most " + MAX_ROWS + " times as high as wide");
      }
    }
    float[] values = new float[first.width() * rows];
    int at = 0;
    for (Slice slice : slices) {
      for (byte value : slice.luma()) {
        values[at++] = value & 0xff;
      }
    }
    return new LumaImage(first.width(), rows, values);
  }

  /**
   * The slices that a region of their joined picture touches, from above; the region in ten-thousandths of the joined
   * picture's width and height.
   */
  public static List<Share> shares(List<Slice> slices, int left, int top, int right, int bottom) {
    double rows = 0;
    for (Slice slice : slices) {
      rows += slice.rows();
    }
    List<Share> shares = new ArrayList<>();
    double from = 0;
    for (int i = 0; i < slices.size(); i++) {
      double own = slices.get(i).rows() * UNIT / rows;
      double common = Math.min(from + own, bottom) - Math.max(from, top);
      if (common > 0) {
        int ofSlice = (int) (common / own * (right - left) + 0.5);
        int ofRegion = (int) (common / (bottom - top) * UNIT + 0.5);
        if (ofRegion > 0) {
          shares.add(new Share(i, ofSlice, ofRegion));
        }
      }
      from += own;
    }
    return shares;
  }

  /** Indexes of the slices that show a region, from above; always at least the one with most of it. */
  public static List<Integer> showing(List<Slice> slices, int left, int top, int right, int bottom) {
    List<Share> shares = shares(slices, left, top, right, bottom);
    List<Integer> showing = new ArrayList<>();
    for (Share share : shares) {
      if (share.shows()) {
        showing.add(share.slice());
      }
    }
    if (showing.isEmpty()) {
      showing.add(most(shares));
    }
    return showing;
  }

  /** Index of the slice with most of a region, the upper one of equals. */
  public static int most(List<Share> shares) {
    Share most = shares.get(0);
    for (Share share : shares) {
      if (share.ofRegion() > most.ofRegion()) {
        most = share;
      }
    }
    return most.slice();
  }
}
