package shotdeed.server.bench.alter;

import static shotdeed.server.bench.alter.Codec.jpeg;
import static shotdeed.server.bench.alter.Codec.webp;
import static shotdeed.server.bench.alter.Geometry.centre;
import static shotdeed.server.bench.alter.Geometry.detail;
import static shotdeed.server.bench.alter.Geometry.longestSide;
import static shotdeed.server.bench.alter.Geometry.mirrored;
import static shotdeed.server.bench.alter.Geometry.nearCorner;
import static shotdeed.server.bench.alter.Geometry.quarterTurn;
import static shotdeed.server.bench.alter.Geometry.square;
import static shotdeed.server.bench.alter.Geometry.turned;
import static shotdeed.server.bench.alter.Geometry.upsideDown;
import static shotdeed.server.bench.alter.Geometry.widthTimes;
import static shotdeed.server.bench.alter.Grain.blurred;
import static shotdeed.server.bench.alter.Grain.noisy;
import static shotdeed.server.bench.alter.Grain.sharpened;
import static shotdeed.server.bench.alter.Overlays.logoAndBand;
import static shotdeed.server.bench.alter.Overlays.priceBand;
import static shotdeed.server.bench.alter.Overlays.priceSticker;
import static shotdeed.server.bench.alter.Overlays.text;
import static shotdeed.server.bench.alter.Overlays.watermark;
import static shotdeed.server.bench.alter.Padding.blackBars;
import static shotdeed.server.bench.alter.Padding.frameWithText;
import static shotdeed.server.bench.alter.Padding.onOwnBlur;
import static shotdeed.server.bench.alter.Padding.unevenBorder;
import static shotdeed.server.bench.alter.Padding.whiteFrame;
import static shotdeed.server.bench.alter.Padding.whiteToSquare;
import static shotdeed.server.bench.alter.Tone.brightness;
import static shotdeed.server.bench.alter.Tone.colourCast;
import static shotdeed.server.bench.alter.Tone.contrast;
import static shotdeed.server.bench.alter.Tone.gamma;
import static shotdeed.server.bench.alter.Tone.grey;
import static shotdeed.server.bench.alter.Tone.hue;
import static shotdeed.server.bench.alter.Tone.saturation;

import java.util.List;

/** Everything that is done to photographs, with all its parameters: 63 alterations in 17 groups. */
public final class Alterations {
  /** What is said of an alteration with words on a machine that has no font for them. */
  public static final String NO_FONT = Writing.NO_FONT;

  /** What a shop saves a picture as when it is not the file that matters. */
  private static final Codec SHOP = jpeg(82, 85);

  private static final Step NOTHING = (picture, scene) -> picture;

  /** In the order that tables show them in, groups together. */
  public static final List<Alteration> ALL =
      List.of(
          of(Group.RECOMPRESS, "jpeg-30", NOTHING, jpeg(30)),
          of(Group.RECOMPRESS, "jpeg-60", NOTHING, jpeg(60)),
          of(Group.RECOMPRESS, "webp-50", NOTHING, webp(50)),
          of(Group.RESIZE, "side-120", longestSide(120)),
          of(Group.RESIZE, "side-200", longestSide(200)),
          of(Group.RESIZE, "side-300", longestSide(300)),
          of(Group.RESIZE, "side-400", longestSide(400)),
          of(Group.CROP_MILD, "centre-95", centre(0.95)),
          of(Group.CROP_MILD, "centre-90", centre(0.90)),
          of(Group.CROP_MILD, "centre-85", centre(0.85)),
          of(Group.CROP_MILD, "centre-80", centre(0.80)),
          of(Group.CROP_MILD, "square", square()),
          of(Group.CROP_HARD, "centre-70", centre(0.70)),
          of(Group.CROP_HARD, "centre-60", centre(0.60)),
          of(Group.CROP_HARD, "centre-50", centre(0.50)),
          of(Group.CROP_HARD, "corner-70", nearCorner(0.70)),
          of(Group.CROP_HARD, "corner-50", nearCorner(0.50)),
          of(Group.ZOOM, "detail-centre-30", detail(0.30, 0, 0.25)),
          of(Group.ZOOM, "detail-aside-30", detail(0.30, 0.35, 0.7)),
          of(Group.PAD, "white-to-square", whiteToSquare(0.15)),
          of(Group.PAD, "black-bars", blackBars(0.12, 0.25)),
          of(Group.PAD, "white-frame", whiteFrame(0.10, 0.20)),
          of(Group.PAD, "on-own-blur", onOwnBlur()),
          of(Group.PAD, "frame-with-text", frameWithText(0.03, 0.08, 0.14, 0.22)),
          of(Group.PAD, "uneven-border", unevenBorder(0.02, 0.25)),
          of(Group.OVERLAY, "price-sticker", priceSticker(0.24, 0.34)),
          of(Group.OVERLAY, "text-5", text(0.05, 1, 0.6)),
          of(Group.OVERLAY, "text-15", text(0.15, 2, 0.8)),
          of(Group.OVERLAY, "text-30", text(0.30, 3, 0.9)),
          of(Group.OVERLAY, "watermark", watermark(0.25, 0.45)),
          of(Group.OVERLAY, "logo-and-band", logoAndBand(0.12)),
          of(Group.FLIP, "horizontal", mirrored()),
          of(Group.FLIP, "vertical", upsideDown()),
          of(Group.ROTATE, "turned-2", turned(2)),
          of(Group.ROTATE, "turned-5", turned(5)),
          of(Group.ROTATE, "turned-minus-8", turned(-8)),
          of(Group.ROTATE, "turned-15", turned(15)),
          of(Group.ROTATE, "turned-90", quarterTurn()),
          of(Group.PHOTOMETRIC, "brighter", brightness(1.3)),
          of(Group.PHOTOMETRIC, "darker", brightness(0.7)),
          of(Group.PHOTOMETRIC, "contrast-more", contrast(1.4)),
          of(Group.PHOTOMETRIC, "contrast-less", contrast(0.6)),
          of(Group.PHOTOMETRIC, "saturation", saturation(0.5, 1.7)),
          of(Group.PHOTOMETRIC, "hue", hue(20, 60)),
          of(Group.PHOTOMETRIC, "gamma", gamma(1.6, 0.62)),
          of(Group.PHOTOMETRIC, "grey", grey()),
          of(Group.BLUR_SHARPEN_NOISE, "blurred", blurred(2.5)),
          of(Group.BLUR_SHARPEN_NOISE, "sharpened", sharpened(2, 1.2)),
          of(Group.BLUR_SHARPEN_NOISE, "noisy", noisy(12)),
          of(Group.ASPECT, "wider-15", widthTimes(1.15)),
          of(Group.ASPECT, "narrower-15", widthTimes(0.85)),
          of(Group.COLLAGE, "two-by-one", Collages.of(2, 1, 0.9, 0.04)),
          of(Group.COLLAGE, "two-by-two", Collages.of(2, 2, 0.75, 0.04)),
          of(Group.COLLAGE, "two-by-two-watermark", Collages.of(2, 2, 0.75, 0.04).then(watermark(0.25, 0.45))),
          strip("page-750", 750, 0, false),
          strip("page-790", 790, 20, true),
          of(Group.CUT_OUT, "on-white", CutOuts.onWhite()),
          of(Group.CUT_OUT, "on-another-scene", CutOuts.onAnotherScene()),
          of(Group.SCREENSHOT, "phone", Screenshots.phone(540, 1170)),
          of(Group.SCREENSHOT, "desktop", Screenshots.desktop(1120, 720)),
          of(Group.PIPELINE, "mirror-crop-band", mirrored().then(centre(0.85)).then(priceBand(0.12, 0.16)), jpeg(60)),
          of(
              Group.PIPELINE,
              "collage-watermark-cast",
              Collages.of(2, 1, 0.6, 0.04).then(watermark(0.25, 0.4)).then(colourCast(0.12))),
          of(Group.PIPELINE, "turn-frame-text", turned(3).then(frameWithText(0.03, 0.08, 0.14, 0.22)), jpeg(50)));

  private Alterations() {}

  private static Alteration of(Group group, String name, Step step) {
    return of(group, name, step, SHOP);
  }

  private static Alteration of(Group group, String name, Step step, Codec codec) {
    return new Alteration(group, name, (picture, scene) -> List.of(step.apply(picture, scene)), codec);
  }

  private static Alteration strip(String name, int width, int margin, boolean words) {
    return new Alteration(
        Group.STRIP, name, (picture, scene) -> Strips.slices(picture, scene, width, margin, words), SHOP);
  }
}
