package shotdeed.extension.page;

/** The pictures that a page shows, in its order. An array of our own: Java's lists cost the page more code. */
final class Pictures {
  private Shown[] all = new Shown[32];
  private int size;

  void add(Shown picture) {
    if (size == all.length) {
      Shown[] more = new Shown[2 * size];
      for (int i = 0; i < size; i++) {
        more[i] = all[i];
      }
      all = more;
    }
    all[size++] = picture;
  }

  int size() {
    return size;
  }

  Shown get(int i) {
    return all[i];
  }

  /** Whether an element still shows the picture that it showed. */
  boolean stillShows(Shown before) {
    for (int i = 0; i < size; i++) {
      if (all[i].element() == before.element()) {
        return all[i].url().equals(before.url());
      }
    }
    return false;
  }
}
