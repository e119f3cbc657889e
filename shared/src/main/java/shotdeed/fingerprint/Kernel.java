package shotdeed.fingerprint;

import java.util.ArrayList;
import java.util.List;
import shotdeed.image.LumaImage;

/**
 * What this version of the software looks a page's picture up with. What a certificate keeps of its photograph is
 * {@link Certifier}'s; the two belong together and share a version. Fingerprints of different versions are not compared.
 *
 * <p>Version 1: the whole picture on both sides. Version 2: regions on both sides, of 64 x 64 samples. Version 3: a
 * region's 32 x 32 samples are means over cells of the picture at its working size, instead of PDQ's filter; what follows
 * is PDQ's own: see {@link SampleHasher}.
 *
 * <p>Not for two threads at once. Cost: linear in the picture's pixels, then some fifty regions.
 */
public final class Kernel {
  /** Written beside every stored fingerprint, into snapshots and into the handshake. */
  public static final int VERSION = 3;

  /**
   * Below this quality a region is too flat for its hash to say anything; it matches nothing.
   *
   * <p>Measured: 555 real photographs of clothing have 89 to 100. Of 450 copies at half the contrast none falls below 20
   * (the lowest has 30), at a quarter 14 do; a gate of 50 would lose 9 and 199. A higher gate buys no certainty: among
   * 2,400 drawn gradients, shapes, texts and faded photographs the share of wrong pairs within 47 bits is near 0.01 % at
   * every gate from 20 to 89. What quality cannot tell apart, the background bank does.
   */
  public static final int MIN_QUALITY = 20;

  private static final Dihedral[] FORMS = Dihedral.values();

  private final SampleHasher hasher = new SampleHasher(SampleHasher.REGION_SIDE);

  /**
   * The hashes that a picture from a page is looked up with.
   *
   * @param forms indexed by {@link Dihedral#ordinal()}; {@code null} for a form that this region is not looked up in
   * @param quality 0 to 100
   * @param region the part of the page's picture
   */
  public record Query(Hash256[] forms, int quality, Region region) {}

  /** The regions of a picture from a page, the whole first; empty if all of it is too flat to be told apart. */
  public List<Query> query(LumaImage page) {
    LumaImage picture = WorkingPicture.of(page);
    AreaSums sums = new AreaSums(picture);
    List<Query> queries = new ArrayList<>();
    for (QueryRegions.Part part : QueryRegions.of(picture, sums)) {
      sums.sample(part.box(), hasher.samples);
      int quality = hasher.quality();
      if (quality >= MIN_QUALITY) {
        hasher.transformSamples();
        Region region = part.box().in(picture.width(), picture.height());
        queries.add(new Query(forms(part.turned()), quality, region));
      }
    }
    return queries;
  }

  private Hash256[] forms(boolean turned) {
    Hash256[] hashes = new Hash256[FORMS.length];
    for (Dihedral form : FORMS) {
      if (turned || form == Dihedral.ROTATE0 || form == Dihedral.FLIPY) {
        hashes[form.ordinal()] = hasher.hash(form);
      }
    }
    return hashes;
  }
}
