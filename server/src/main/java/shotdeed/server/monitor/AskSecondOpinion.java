package shotdeed.server.monitor;

import dev.brachtendorf.jimagehash.hash.Hash;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Region;
import shotdeed.server.confirm.Affine;
import shotdeed.server.confirm.Laid;
import shotdeed.server.monitor.SecondOpinion.Figure;
import shotdeed.server.monitor.SecondOpinion.Missing;
import shotdeed.server.picture.Cropped;
import shotdeed.server.picture.HeadlessPerceptiveHash;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.Turned;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Secrets;

/**
 * Has JImageHash's algorithms compare the part of a copy that matches with the part of the original that it matches. In
 * two steps, so that the two pictures need not be in memory at once. Neither step fails: what goes wrong is the answer.
 */
final class AskSecondOpinion {
  private static final Logger LOG = LoggerFactory.getLogger(AskSecondOpinion.class);

  /** In the order of {@link SecondOpinion#ALGORITHMS}; their state settles with the first hash, so they are shared. */
  private static final List<HeadlessPerceptiveHash> HASHERS =
      List.of(new HeadlessPerceptiveHash(64), new HeadlessPerceptiveHash(256));

  /** Pixels of the longer side of what is laid over a copy, at most; many more than the algorithms look at. */
  private static final double LAID_SIDE = 1_000;

  private final FileStore files;
  private final PictureDecoder decoder;

  AskSecondOpinion(FileStore files, PictureDecoder decoder) {
    this.files = files;
    this.decoder = decoder;
  }

  /**
   * What was seen of the copy.
   *
   * @param hashes empty if they could not be made
   * @param width pixels of the part that was looked at, before it was turned
   */
  record Look(List<Hash> hashes, int width, int height) {}

  /**
   * Looks at the copy.
   *
   * @param region the part of it that matches
   * @param form how that part is turned or mirrored to look as the original does
   */
  Look look(BufferedImage copy, Region region, Dihedral form) {
    try {
      BufferedImage part = Cropped.to(region, copy);
      return new Look(hashes(Turned.to(form, part)), part.getWidth(), part.getHeight());
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("no second opinion: a copy could not be hashed", e);
      return new Look(List.of(), 0, 0);
    }
  }

  /** Compares the part that a verdict names with the original laid over it, or without geometry with its part. */
  SecondOpinion compare(Look copy, String originalSha256, Verdicts.Verdicted verdict) {
    return verdict.geometry() == null
        ? compare(copy, originalSha256, verdict.found().original())
        : compareLaid(copy, originalSha256, verdict.mapToPart());
  }

  /**
   * Compares the copy with the original.
   *
   * @param part of the original that the copy matches
   */
  SecondOpinion compare(Look copy, String originalSha256, Region part) {
    return compare(copy, originalSha256, original -> Cropped.to(part, original));
  }

  /**
   * Compares the copy with the original laid over it: nothing is left of a turn, a mirroring or a cut between the two.
   * What is laid is small, however large the copy, so that nobody's huge picture is in memory beside the original.
   *
   * @param copy looked at as it is ({@link Dihedral#ROTATE0})
   * @param map from the original to the part that was looked at, as if each were 1 wide and 1 high
   */
  SecondOpinion compareLaid(Look copy, String originalSha256, Affine map) {
    return compare(copy, originalSha256, original -> {
      double size = Math.min(1, LAID_SIDE / Math.max(copy.width(), copy.height()));
      int width = Math.max(1, (int) (copy.width() * size));
      int height = Math.max(1, (int) (copy.height() * size));
      Affine pixels = map.resized(original.getWidth(), original.getHeight(), width, height);
      return Laid.over(original, pixels, Region.WHOLE, width, height);
    });
  }

  private SecondOpinion compare(Look copy, String originalSha256, UnaryOperator<BufferedImage> part) {
    if (copy.hashes().isEmpty()) {
      return SecondOpinion.missing(Missing.FAILED);
    }
    try {
      byte[] bytes = files.get(originalSha256);
      if (!Secrets.sha256(bytes).equals(originalSha256)) {
        LOG.warn("no second opinion: the stored original {} was damaged", originalSha256);
        return SecondOpinion.missing(Missing.ORIGINAL_UNREADABLE);
      }
      return compared(copy.hashes(), hashes(part.apply(decoder.decode(bytes).image())));
    } catch (NoSuchFileException e) {
      LOG.warn("no second opinion: the original {} is not stored", originalSha256);
      return SecondOpinion.missing(Missing.ORIGINAL_MISSING);
    } catch (UnreadablePicture e) {
      LOG.warn("no second opinion: the original {} does not decode", originalSha256, e);
      return SecondOpinion.missing(Missing.ORIGINAL_UNREADABLE);
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.warn("no second opinion: the original {} could not be compared", originalSha256, e);
      return SecondOpinion.missing(Missing.FAILED);
    }
  }

  private static List<Hash> hashes(BufferedImage image) {
    List<Hash> hashes = new ArrayList<>();
    for (HeadlessPerceptiveHash hasher : HASHERS) {
      hashes.add(hasher.hash(image));
    }
    return hashes;
  }

  private static SecondOpinion compared(List<Hash> copy, List<Hash> original) {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < copy.size(); i++) {
      Hash hash = original.get(i);
      figures.add(new Figure(
          SecondOpinion.ALGORITHMS.get(i), hash.getBitResolution(), hash.hammingDistance(copy.get(i)), null));
    }
    return new SecondOpinion(figures);
  }
}
