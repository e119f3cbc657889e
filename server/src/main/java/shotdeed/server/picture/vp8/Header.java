package shotdeed.server.picture.vp8;

/** The header of a key frame (RFC 6386, sections 9 and 19.2): everything but the macroblocks. */
final class Header {
  static final int SEGMENTS = 4;

  private static final int FRAME_TAG_BYTES = 10;
  private static final int SIZE_BYTES = 3;
  private static final int MAX_INDEX = 127;
  private static final int MAX_CHROMA_DC_INDEX = 117;
  private static final int MAX_FILTER_LEVEL = 63;

  final int width;
  final int height;

  /** Modes of the macroblocks. */
  final BoolReader modes;

  /** Coefficients of the macroblocks, row by row in turn; 1, 2, 4 or 8. */
  final BoolReader[] residuals;

  boolean mapsSegments;
  final int[] segmentTree = {255, 255, 255};

  /** By segment: steps of the brightness' mean and rest, of the means' mean and rest, of colour's mean and rest. */
  final int[][] steps = new int[SEGMENTS][6];

  /** By segment, then 1 where the macroblock is predicted in subblocks: 0 (not filtered) to 63. */
  final int[][] filterLevels = new int[SEGMENTS][2];

  boolean simpleFilter;
  int sharpness;
  final int[] coefficients = Tables.COEFFICIENTS.clone();

  /** Whether macroblocks say if they have coefficients. */
  boolean maySkip;

  /** The probability, of 256, that one has. */
  int skip;

  private final int[] segmentIndexes = new int[SEGMENTS];
  private final int[] segmentLevels = new int[SEGMENTS];
  private boolean segmented;
  private boolean absolute;

  /**
   * Reads a frame.
   *
   * @throws Vp8Exception if it is none, or is cut off
   */
  Header(byte[] data, int from, int end) throws Vp8Exception {
    if (end - from < FRAME_TAG_BYTES) {
      throw new Vp8Exception("a frame needs a tag");
    }
    int tag = data[from] & 0xff | (data[from + 1] & 0xff) << 8 | (data[from + 2] & 0xff) << 16;
    boolean start = data[from + 3] == (byte) 0x9d && data[from + 4] == 0x01 && data[from + 5] == 0x2a;
    boolean keyFrame = (tag & 1) == 0;
    boolean shown = (tag >> 4 & 1) == 1;
    if (!keyFrame || !shown || (tag >> 1 & 7) > 3 || !start) {
      throw new Vp8Exception("not a key frame that is shown");
    }
    width = (data[from + 6] & 0xff | (data[from + 7] & 0xff) << 8) & 0x3fff;
    height = (data[from + 8] & 0xff | (data[from + 9] & 0xff) << 8) & 0x3fff;
    int firstEnd = from + FRAME_TAG_BYTES + (tag >> 5);
    if (width == 0 || height == 0 || firstEnd > end) {
      throw new Vp8Exception("the first partition is cut off");
    }
    modes = new BoolReader(data, from + FRAME_TAG_BYTES, firstEnd);
    modes.number(2); // colour space; whether clamping may be left out, which changes no valid picture
    readSegments();
    readFilter();
    residuals = partitions(data, firstEnd, end, 1 << modes.number(2));
    readSteps();
    modes.flag(); // whether the probabilities outlive the frame: there is but one
    for (int i = 0; i < coefficients.length; i++) {
      if (modes.bit(Tables.UPDATES[i]) == 1) {
        coefficients[i] = modes.number(8);
      }
    }
    maySkip = modes.flag();
    skip = maySkip ? modes.number(8) : 0;
    if (modes.exhausted()) {
      throw new Vp8Exception("the header is cut off");
    }
  }

  private void readSegments() {
    segmented = modes.flag();
    if (!segmented) {
      return;
    }
    mapsSegments = modes.flag();
    if (modes.flag()) {
      absolute = modes.flag();
      for (int i = 0; i < SEGMENTS; i++) {
        segmentIndexes[i] = modes.optional(7);
      }
      for (int i = 0; i < SEGMENTS; i++) {
        segmentLevels[i] = modes.optional(6);
      }
    }
    if (mapsSegments) {
      for (int i = 0; i < segmentTree.length; i++) {
        segmentTree[i] = modes.flag() ? modes.number(8) : 255;
      }
    }
  }

  private void readFilter() {
    simpleFilter = modes.flag();
    int level = modes.number(6);
    sharpness = modes.number(3);
    int ofKeyFrames = 0;
    int ofSubblocks = 0;
    if (modes.flag() && modes.flag()) {
      int[] deltas = new int[8];
      for (int i = 0; i < deltas.length; i++) {
        deltas[i] = modes.optional(6);
      }
      ofKeyFrames = deltas[0];
      ofSubblocks = deltas[4];
    }
    for (int i = 0; i < SEGMENTS && level > 0; i++) {
      int base = segmented ? segmentLevels[i] + (absolute ? 0 : level) : level;
      filterLevels[i][0] = clamp(base + ofKeyFrames, MAX_FILTER_LEVEL);
      filterLevels[i][1] = clamp(base + ofKeyFrames + ofSubblocks, MAX_FILTER_LEVEL);
    }
  }

  private static BoolReader[] partitions(byte[] data, int sizesAt, int end, int count) throws Vp8Exception {
    int at = sizesAt + SIZE_BYTES * (count - 1);
    if (at >= end) {
      throw new Vp8Exception("the partitions are cut off");
    }
    BoolReader[] readers = new BoolReader[count];
    for (int i = 0; i < count; i++) {
      int size = end - at;
      if (i < count - 1) {
        int s = sizesAt + SIZE_BYTES * i;
        size = Math.min(size, data[s] & 0xff | (data[s + 1] & 0xff) << 8 | (data[s + 2] & 0xff) << 16);
      }
      readers[i] = new BoolReader(data, at, at + size);
      at += size;
    }
    return readers;
  }

  private void readSteps() {
    int base = modes.number(7);
    int brightnessDc = modes.optional(4);
    int meansDc = modes.optional(4);
    int meansAc = modes.optional(4);
    int colourDc = modes.optional(4);
    int colourAc = modes.optional(4);
    for (int i = 0; i < SEGMENTS; i++) {
      int index = segmented ? segmentIndexes[i] + (absolute ? 0 : base) : base;
      steps[i][0] = Tables.DC_STEPS[clamp(index + brightnessDc, MAX_INDEX)];
      steps[i][1] = Tables.AC_STEPS[clamp(index, MAX_INDEX)];
      steps[i][2] = Tables.DC_STEPS[clamp(index + meansDc, MAX_INDEX)] * 2;
      steps[i][3] = Math.max(8, Tables.AC_STEPS[clamp(index + meansAc, MAX_INDEX)] * 155 / 100);
      steps[i][4] = Tables.DC_STEPS[clamp(index + colourDc, MAX_CHROMA_DC_INDEX)];
      steps[i][5] = Tables.AC_STEPS[clamp(index + colourAc, MAX_INDEX)];
    }
  }

  private static int clamp(int value, int max) {
    return Math.max(0, Math.min(max, value));
  }
}
