package shotdeed.fingerprint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import shotdeed.image.LumaImage;

/**
 * Proposes the pictures that a picture may be put together from: cut at the strongest seam or gutter, trimmed, cut again,
 * and so on. Every box on the way is kept, because a cut may run through a photograph.
 */
final class Panels {
  /** A picture or collage has no more boxes than this; a strip has {@link #MAX_IN_STRIP}. */
  private static final int MAX = 14;

  private static final int MAX_IN_STRIP = 40;

  /** Cuts on the way to a box. */
  private static final int DEPTH = 7;

  /** Pixels a side; a smaller box says too little. */
  private static final int LEAST_SIDE = 40;

  /** Share of the picture; a smaller box says too little. */
  private static final double LEAST_AREA = 0.03;

  /** In a strip, the share of the square over its width. */
  private static final double LEAST_AREA_IN_STRIP = 0.25;

  private final Margins margins;
  private final Seams seams;
  private final Box whole;
  private final List<Box> boxes = new ArrayList<>();

  private record Part(Box box, int depth) {}

  private Panels(LumaImage picture, Margins margins) {
    this.margins = margins;
    seams = new Seams(picture);
    whole = new Box(0, 0, picture.width(), picture.height());
  }

  /** The boxes, the whole picture first, then by the number of cuts. */
  static List<Box> of(LumaImage picture, Margins margins) {
    Panels panels = new Panels(picture, margins);
    panels.propose();
    return panels.boxes;
  }

  private void propose() {
    double shortSide = Math.min(whole.width(), whole.height());
    boolean strip = WorkingPicture.isLong(whole.width(), whole.height());
    int most = strip ? MAX_IN_STRIP : MAX;
    double leastArea =
        strip ? LEAST_AREA_IN_STRIP * shortSide * shortSide : LEAST_AREA * whole.width() * whole.height();
    ArrayDeque<Part> todo = new ArrayDeque<>();
    todo.add(new Part(whole, 0));
    while (!todo.isEmpty() && boxes.size() < most) {
      Part part = todo.poll();
      keep(part.box(), leastArea);
      Box trimmed = margins.trimmed(part.box());
      if (boxes.size() < most) {
        keep(trimmed, leastArea);
      }
      Seams.Cut cut = part.depth() < DEPTH ? seams.strongest(trimmed) : null;
      if (cut != null) {
        todo.add(new Part(before(trimmed, cut), part.depth() + 1));
        todo.add(new Part(behind(trimmed, cut), part.depth() + 1));
      }
    }
  }

  private void keep(Box box, double leastArea) {
    if (box.width() < LEAST_SIDE || box.height() < LEAST_SIDE || box.width() * box.height() < leastArea) {
      return;
    }
    for (Box known : boxes) {
      if (!box.differsFrom(known, Margins.SAME)) {
        return;
      }
    }
    boxes.add(box);
  }

  private static Box before(Box box, Seams.Cut cut) {
    return cut.rows()
        ? new Box(box.left(), box.top(), box.right(), box.top() + cut.from())
        : new Box(box.left(), box.top(), box.left() + cut.from(), box.bottom());
  }

  private static Box behind(Box box, Seams.Cut cut) {
    return cut.rows()
        ? new Box(box.left(), box.top() + cut.to(), box.right(), box.bottom())
        : new Box(box.left() + cut.to(), box.top(), box.right(), box.bottom());
  }
}
