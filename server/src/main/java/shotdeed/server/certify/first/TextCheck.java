package shotdeed.server.certify.first;

import shotdeed.fingerprint.Lettering;
import shotdeed.image.LumaImage;

/** Size charts, slogans, washing instructions: words on an even ground, and no photograph that is worth the name. */
final class TextCheck implements Check {
  /** Share of the area that lettering has at least. */
  private static final double MOSTLY = 0.3;

  @Override
  public Remark look(Seen seen) {
    LumaImage picture = seen.picture();
    if (Lettering.covers(picture, 0, 0, picture.width(), picture.height())) {
      return Remark.of(Kind.TEXT, true, 1);
    }
    Composition composition = seen.composition();
    double lettering = composition.share(Composition.Content.LETTERING);
    return composition.photographs() == 0 && lettering >= MOSTLY ? Remark.of(Kind.TEXT, true, lettering) : null;
  }
}
