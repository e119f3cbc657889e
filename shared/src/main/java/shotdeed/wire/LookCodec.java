package shotdeed.wire;

import static shotdeed.wire.SealedBytes.TRAILER;
import static shotdeed.wire.SealedBytes.intAt;
import static shotdeed.wire.SealedBytes.putInt;
import static shotdeed.wire.SealedBytes.putShort;
import static shotdeed.wire.SealedBytes.shortAt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import shotdeed.feature.FeaturesCodec;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Region;

/**
 * The compact binary form of a {@link Look}. All numbers are unsigned and big-endian.
 *
 * <pre>
 * bytes 0–3    "SDLK"
 * 4–5          format, 1
 * 6–7          kernel version of the fingerprints
 * 8–9          kernel version of the features
 * 10           number of candidates, n
 * 11–          n candidates of 22 bytes: certificate (4), distance (1), form (1), region left, top, right, bottom
 *              (2 each), part of the original left, top, right, bottom (2 each)
 * then         bytes of the features (4), and the features as {@link FeaturesCodec} writes them
 * then         raster's width and height (2 each, both 0 without one), and its pixels row by row (1 each)
 * last 4       CRC-32 (ISO 3309, as in PNG and gzip) of everything before
 * </pre>
 */
public final class LookCodec {
  /** The media type of a request that carries it. */
  public static final String MEDIA_TYPE = "application/octet-stream";

  /** Bytes at most. */
  public static final int MAX_BYTES = 1 << 20;

  /** The format that is written and read here. */
  public static final int FORMAT = 1;

  /** "SDLK". */
  private static final int MAGIC = 0x53444c4b;

  private static final int HEADER = 11;
  private static final int CANDIDATE = 22;
  private static final int LEAST = HEADER + 4 + 4 + TRAILER;

  private static final Dihedral[] FORMS = Dihedral.values();

  private LookCodec() {}

  /**
   * Writes a look; the same look gives the same bytes.
   *
   * @throws IllegalArgumentException if that would be more than {@link #MAX_BYTES}
   */
  public static byte[] encode(Look look) {
    List<Look.Candidate> candidates = look.candidates();
    byte[] features = FeaturesCodec.encode(look.features());
    GreyRaster raster = look.raster();
    int pixels = raster == null ? 0 : raster.grey().length;
    int size = LEAST + candidates.size() * CANDIDATE + features.length + pixels;
    if (size > MAX_BYTES) {
      throw new IllegalArgumentException("a look of " + size + " bytes is too large");
    }
    byte[] out = new byte[size];
    putInt(out, 0, MAGIC);
    putShort(out, 4, FORMAT);
    putShort(out, 6, look.kernel());
    putShort(out, 8, look.featureKernel());
    out[10] = (byte) candidates.size();
    int at = HEADER;
    for (int i = 0; i < candidates.size(); i++) {
      putCandidate(out, at, candidates.get(i));
      at += CANDIDATE;
    }
    putInt(out, at, features.length);
    System.arraycopy(features, 0, out, at + 4, features.length);
    at += 4 + features.length;
    if (raster != null) {
      putShort(out, at, raster.width());
      putShort(out, at + 2, raster.height());
      System.arraycopy(raster.grey(), 0, out, at + 4, pixels);
    }
    SealedBytes.seal(out);
    return out;
  }

  /**
   * Reads a look. Memory is proportional to the bytes given, whatever they claim.
   *
   * @throws IllegalArgumentException if the bytes are no whole look of a known format, saying what is wrong
   */
  public static Look decode(byte[] bytes) {
    requireLook(bytes);
    if (!SealedBytes.isSealed(bytes)) {
      throw new IllegalArgumentException("this look was damaged on its way");
    }
    int end = bytes.length - TRAILER;
    int count = bytes[10] & 0xff;
    int at = HEADER + count * CANDIDATE;
    if (end - at < 4 + 4) {
      throw cutOff(bytes);
    }
    List<Look.Candidate> candidates = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      candidates.add(candidateAt(bytes, HEADER + i * CANDIDATE));
    }
    int features = intAt(bytes, at);
    at += 4;
    if (features < 0 || features > end - at - 4) {
      throw cutOff(bytes);
    }
    byte[] block = Arrays.copyOfRange(bytes, at, at + features);
    return new Look(
        shortAt(bytes, 6),
        shortAt(bytes, 8),
        candidates,
        FeaturesCodec.decode(block),
        rasterAt(bytes, at + features, end));
  }

  /**
   * The version of a look's features. To be asked first where another version deserves another answer than that the bytes
   * cannot be read.
   *
   * @throws IllegalArgumentException if the bytes are no look of a known format, saying what is wrong
   */
  public static int featureKernel(byte[] bytes) {
    requireLook(bytes);
    return shortAt(bytes, 8);
  }

  private static void requireLook(byte[] bytes) {
    if (bytes.length < LEAST || intAt(bytes, 0) != MAGIC) {
      throw new IllegalArgumentException("these bytes are no look");
    }
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("a look of " + bytes.length + " bytes is too large");
    }
    int format = shortAt(bytes, 4);
    if (format != FORMAT) {
      throw new IllegalArgumentException("this look has format " + format + "; format " + FORMAT + " is read here");
    }
  }

  private static GreyRaster rasterAt(byte[] bytes, int at, int end) {
    int width = shortAt(bytes, at);
    int height = shortAt(bytes, at + 2);
    if (end - at - 4 != (double) width * height) {
      throw cutOff(bytes);
    }
    return width == 0 && height == 0 ? null : new GreyRaster(width, height, Arrays.copyOfRange(bytes, at + 4, end));
  }

  private static IllegalArgumentException cutOff(byte[] bytes) {
    return new IllegalArgumentException("this look is not whole: its " + bytes.length + " bytes are not what it counts");
  }

  private static void putCandidate(byte[] out, int at, Look.Candidate candidate) {
    putInt(out, at, candidate.certificate());
    out[at + 4] = (byte) candidate.distance();
    out[at + 5] = (byte) candidate.form().ordinal();
    putRegion(out, at + 6, candidate.region());
    putRegion(out, at + 14, candidate.original());
  }

  private static Look.Candidate candidateAt(byte[] bytes, int at) {
    int form = bytes[at + 5] & 0xff;
    if (form >= FORMS.length) {
      throw new IllegalArgumentException("a picture has " + FORMS.length + " forms, and " + form + " is none of them");
    }
    return new Look.Candidate(
        intAt(bytes, at), bytes[at + 4] & 0xff, FORMS[form], regionAt(bytes, at + 6), regionAt(bytes, at + 14));
  }

  private static void putRegion(byte[] out, int at, Region region) {
    putShort(out, at, region.left());
    putShort(out, at + 2, region.top());
    putShort(out, at + 4, region.right());
    putShort(out, at + 6, region.bottom());
  }

  private static Region regionAt(byte[] bytes, int at) {
    return new Region(shortAt(bytes, at), shortAt(bytes, at + 2), shortAt(bytes, at + 4), shortAt(bytes, at + 6));
  }
}
