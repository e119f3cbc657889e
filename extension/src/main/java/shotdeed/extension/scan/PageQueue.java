package shotdeed.extension.scan;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/** The pictures of a page that wait to be checked: those in view first, each group in the page's order. */
final class PageQueue {
  private final ArrayDeque<Arrived> inView = new ArrayDeque<>();
  private final ArrayDeque<Arrived> others = new ArrayDeque<>();

  /** Addresses that are or were in view. */
  private final Set<String> seen = new HashSet<>();

  void add(Arrived picture) {
    (seen.contains(picture.picture().url()) ? inView : others).add(picture);
  }

  /** A picture came into view. */
  void seen(String url) {
    if (seen.add(url) && !others.isEmpty()) {
      for (Arrived picture : others) {
        if (picture.picture().url().equals(url)) {
          others.remove(picture);
          inView.add(picture);
          return;
        }
      }
    }
  }

  /** The next to check, or {@code null}. */
  Arrived next() {
    Arrived first = inView.poll();
    return first == null ? others.poll() : first;
  }

  boolean isEmpty() {
    return inView.isEmpty() && others.isEmpty();
  }

  void clear() {
    inView.clear();
    others.clear();
    seen.clear();
  }
}
