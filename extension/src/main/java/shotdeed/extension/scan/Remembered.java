package shotdeed.extension.scan;

import java.util.HashMap;
import java.util.Map;

/** What came of pictures, by address, while the worker lives and the library stays the same. */
final class Remembered {
  /** Addresses at most; with more, all are forgotten. */
  private static final int MOST = 3000;

  private final Library library;
  private final Map<String, String> byAddress = new HashMap<>();
  private String version = "";

  Remembered(Library library) {
    this.library = library;
  }

  /** What was remembered, or {@code null}. */
  String of(String address) {
    return version.equals(library.version()) ? byAddress.get(address) : null;
  }

  void put(String address, String what) {
    if (!version.equals(library.version()) || byAddress.size() >= MOST) {
      byAddress.clear();
      version = library.version();
    }
    byAddress.put(address, what);
  }

  void remove(String address) {
    byAddress.remove(address);
  }

  void clear() {
    byAddress.clear();
  }
}
