package shotdeed.extension.complain;

import java.util.List;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.scan.Hit;
import shotdeed.model.PictureRole;
import shotdeed.wire.SeenPicture;

/**
 * Where on a listing a copy stands, in words that complaint forms use: main picture 1, detail picture 3, detail picture
 * 3–5 for one that three slices show together.
 */
final class Place {
  private Place() {}

  static String of(Hit hit) {
    SeenPicture picture = hit.report().picture();
    List<SeenPicture> slices = hit.report().slices();
    int first = picture.position();
    int last = first;
    for (int i = 0; i < slices.size(); i++) {
      if (hit.parts().get(i).shows()) {
        first = Math.min(first, slices.get(i).position());
        last = Math.max(last, slices.get(i).position());
      }
    }
    String key =
        switch (PictureRole.of(picture.role())) {
          case MAIN -> "placeMain";
          case SKU -> "placeSku";
          case DETAIL -> "placeDetail";
          case REVIEW -> "placeReview";
          case OTHER -> "placeOther";
        };
    return Extension.message(key, first == last ? String.valueOf(first) : first + "–" + last);
  }
}
