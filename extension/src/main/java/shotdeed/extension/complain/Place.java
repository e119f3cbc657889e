package shotdeed.extension.complain;

import shotdeed.extension.browser.Extension;
import shotdeed.model.PictureRole;
import shotdeed.wire.SeenPicture;

/** Where on a listing a picture stands, in words that complaint forms use: main picture 1, detail picture 3. */
final class Place {
  private Place() {}

  static String of(SeenPicture picture) {
    String key =
        switch (PictureRole.of(picture.role())) {
          case MAIN -> "placeMain";
          case SKU -> "placeSku";
          case DETAIL -> "placeDetail";
          case REVIEW -> "placeReview";
          case OTHER -> "placeOther";
        };
    return Extension.message(key, String.valueOf(picture.position()));
  }
}
