package shotdeed.server.console;

import java.util.List;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.Slice;

/** Where on a listing a copy stands: main picture 1, or detail picture 3–5 for one that three slices show together. */
public final class Place {
  private Place() {}

  /**
   * The place in words.
   *
   * @param slices of the sighting; none for a picture alone
   */
  public static String of(Page page, Sighting sighting, List<Slice> slices) {
    int first = sighting.picture().position();
    int last = first;
    for (Slice slice : slices) {
      if (slice.shows()) {
        first = Math.min(first, slice.picture().position());
        last = Math.max(last, slice.picture().position());
      }
    }
    String key = "sighting.place." + sighting.picture().role();
    return first == last ? page.t(key, first) : page.t(key, first + "–" + last);
  }
}
