package shotdeed.server.bench;

import java.util.ArrayList;
import java.util.List;
import shotdeed.image.LumaImage;
import shotdeed.image.Strip;
import shotdeed.image.StripPlanner;

/**
 * Some slices of a detail page, joined as the extension joins them when all of them are there.
 *
 * @param first index of the uppermost slice
 * @param last index of the lowest
 */
record JoinedSlices(int first, int last, LumaImage picture) {
  /** The strips of a listing's detail pictures, which are given in the page's order. */
  static List<JoinedSlices> of(List<Shown> pictures) {
    StripPlanner<Integer> planner = new StripPlanner<>();
    List<Strip.Slice> slices = new ArrayList<>();
    List<List<Integer>> strips = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      LumaImage luma = pictures.get(i).luma();
      slices.add(Strip.canJoin(luma.width(), luma.height()) ? Strip.slice(luma) : null);
      strips.addAll(planner.add(i, luma.width(), luma.height(), pictures.get(i).bytes(), i).strips());
    }
    strips.addAll(planner.pause().strips());
    List<JoinedSlices> joined = new ArrayList<>();
    for (List<Integer> strip : strips) {
      LumaImage picture = Strip.join(strip.stream().map(slices::get).toList());
      joined.add(new JoinedSlices(strip.get(0), strip.get(strip.size() - 1), picture));
    }
    return joined;
  }
}
