package shotdeed.fingerprint;

import java.util.List;
import shotdeed.image.LumaImage;

/**
 * What this version of the software computes of a picture: which regions of a certified photograph are fingerprinted,
 * with which radius, and which hashes a picture from a page is looked up with. Fingerprints of different versions are
 * not compared.
 *
 * <p>Version 1: the whole picture on both sides; the page's picture in all eight dihedral forms, so that mirrored and
 * turned copies match.
 */
public final class Kernel {
  /** Written beside every stored fingerprint, into snapshots and into the handshake. */
  public static final int VERSION = 1;

  /**
   * Bits within which a whole picture matches in any of its eight forms. Measured on 670,000 wrong pairs of real clothing
   * photographs: none at 49 bits; 47 keeps a margin.
   */
  public static final int WHOLE_RADIUS = 47;

  /**
   * Below this quality a picture is too flat for its hash to say anything; it matches nothing.
   *
   * <p>Measured: 555 real photographs of clothing have 89 to 100. Of 450 copies at half the contrast none falls below 20
   * (the lowest has 30), at a quarter 14 do; a gate of 50 would lose 9 and 199. A higher gate buys no certainty: among
   * 2,400 drawn gradients, shapes, texts and faded photographs the share of wrong pairs within {@link #WHOLE_RADIUS} is
   * near 0.01 % at every gate from 20 to 89, and plain radial gradients of quality 50 to 69 even match each other one
   * time in five. What quality cannot tell apart is for geometry to tell apart.
   */
  public static final int MIN_QUALITY = 20;

  private final Pdq pdq = new Pdq();

  /**
   * The hashes that a picture from a page is looked up with.
   *
   * @param forms indexed by {@link Dihedral#ordinal()}; {@code null} for a form that this region is not looked up in
   * @param quality 0 to 100
   * @param region the part of the page's picture
   */
  public record Query(Hash256[] forms, int quality, Region region) {}

  /** The fingerprints that a certificate of this photograph keeps; empty if it is too flat to be told apart. */
  public List<Fingerprint> certificate(LumaImage photograph) {
    Pdq.Result whole = pdq.hash(photograph.reduced());
    return whole.quality() < MIN_QUALITY
        ? List.of()
        : List.of(
            new Fingerprint(whole.hash(Dihedral.ROTATE0), whole.quality(), Region.WHOLE, WHOLE_RADIUS));
  }

  /** The regions of a picture from a page; empty if it is too flat to be told apart. */
  public List<Query> query(LumaImage picture) {
    Pdq.Result whole = pdq.hash(picture.reduced());
    return whole.quality() < MIN_QUALITY
        ? List.of()
        : List.of(new Query(whole.hashes(), whole.quality(), Region.WHOLE));
  }
}
