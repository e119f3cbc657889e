package shotdeed.server.bench.alter;

import java.util.Locale;

/** The kinds of what thieves do to a photograph before they show it as theirs. */
public enum Group {
  RECOMPRESS,
  RESIZE,
  CROP_MILD,
  CROP_HARD,
  ZOOM,
  PAD,
  OVERLAY,
  FLIP,
  ROTATE,
  PHOTOMETRIC,
  BLUR_SHARPEN_NOISE,
  ASPECT,
  COLLAGE,
  STRIP,
  CUT_OUT,
  SCREENSHOT,
  PIPELINE;

  /** As tables and the command line write it: {@code crop-mild}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
