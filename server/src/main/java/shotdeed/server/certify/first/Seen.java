package shotdeed.server.certify.first;

import java.util.List;
import shotdeed.image.LumaImage;

/** A picture as the checks look at it; what several of them need is found once, when first asked for. */
final class Seen {
  /** Pixels of the longer side: the lines between two parts and the strokes of large signs are still sharp. */
  private static final int SIDE = 800;

  private final LumaImage picture;
  private Composition composition;
  private List<Words.Line> words;

  /** @param photograph of any size */
  Seen(LumaImage photograph) {
    LumaImage reduced = photograph.reduced();
    double scale = (double) SIDE / Math.max(reduced.width(), reduced.height());
    picture = scale >= 1
        ? reduced
        : reduced.scaledTo(
            Math.max(1, (int) Math.round(reduced.width() * scale)),
            Math.max(1, (int) Math.round(reduced.height() * scale)));
  }

  LumaImage picture() {
    return picture;
  }

  Composition composition() {
    if (composition == null) {
      composition = Composition.of(picture, words());
    }
    return composition;
  }

  List<Words.Line> words() {
    if (words == null) {
      words = Words.of(picture);
    }
    return words;
  }
}
