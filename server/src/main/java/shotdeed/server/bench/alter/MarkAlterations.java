package shotdeed.server.bench.alter;

import java.awt.image.BufferedImage;
import java.util.List;

/** What an invisible mark has to outlast. */
public final class MarkAlterations {
  private static final Step NOTHING = (picture, scene) -> picture;
  private static final Step HALF = (picture, scene) -> Resample.by(picture, 0.5);

  /** What a shop saves a picture as when it is not the file that matters. */
  private static final Codec SHOP = Codec.jpeg(82, 85);

  /** In the order that tables show them in. */
  public static final List<Alteration> ALL =
      List.of(
          of(Group.RECOMPRESS, "jpeg-75", NOTHING, Codec.jpeg(75)),
          of(Group.RESIZE, "half", HALF, Codec.jpeg(95)),
          of(Group.RECOMPRESS, "jpeg-50", NOTHING, Codec.jpeg(50)),
          of(Group.RECOMPRESS, "webp-75", NOTHING, Codec.webp(75)),
          of(Group.CROP_MILD, "crop-80", MarkAlterations::cropped, SHOP),
          of(Group.OVERLAY, "text-15", Overlays.text(0.15, 2, 0.8), SHOP),
          page("page-750", 750, 0, false),
          page("page-790", 790, 20, true),
          of(Group.RESIZE, "half-jpeg-75", HALF, Codec.jpeg(75)));

  private MarkAlterations() {}

  private static Alteration of(Group group, String name, Step step, Codec codec) {
    return new Alteration(group, name, (picture, scene) -> List.of(step.apply(picture, scene)), codec);
  }

  private static Alteration page(String name, int width, int margin, boolean words) {
    return new Alteration(
        Group.STRIP, name, (picture, scene) -> Strips.slices(picture, scene, width, margin, words), SHOP);
  }

  /** Four fifths of each side, anywhere. */
  private static BufferedImage cropped(BufferedImage picture, Scene scene) {
    int width = Math.max(1, (int) Math.round(picture.getWidth() * 0.8));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * 0.8));
    int left = scene.between(0, picture.getWidth() - width);
    int top = scene.between(0, picture.getHeight() - height);
    return Geometry.part(picture, left, top, width, height);
  }
}
