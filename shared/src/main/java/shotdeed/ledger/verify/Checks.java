package shotdeed.ledger.verify;

import java.util.ArrayList;
import java.util.List;

/** Collects what was looked at. */
final class Checks {
  /** Kept at most, so that a hostile bundle cannot fill the memory; the verdict counts those beyond. */
  private static final int MAX = 40_000;

  private final List<Check> all = new ArrayList<>();
  private boolean whole = true;

  /** Notes what was found; returns whether it is right. */
  boolean add(String code, String part, boolean ok, String... values) {
    whole &= ok;
    if (all.size() < MAX) {
      all.add(new Check(code, part, ok, List.of(values)));
    }
    return ok;
  }

  void good(String code, String part, String... values) {
    add(code, part, true, values);
  }

  void bad(String code, String part, String... values) {
    add(code, part, false, values);
  }

  /** Whether all was right so far. */
  boolean whole() {
    return whole;
  }

  List<Check> all() {
    return List.copyOf(all);
  }
}
