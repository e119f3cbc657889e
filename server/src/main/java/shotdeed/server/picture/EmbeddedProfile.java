package shotdeed.server.picture;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import shotdeed.image.PictureFormat;

/**
 * The ICC profile that a PNG or WebP carries (PNG, section 11.3.2.3; RFC 9649, section 2.7.1.4). Java's PNG reader
 * ignores it and the WebP reader applies it with rounding of its own, so both are handed the picture without one and
 * {@link SrgbConversion} does it for all formats. A JPEG's profile comes with the decoded picture.
 */
final class EmbeddedProfile {
  private static final int MAX_PROFILE_BYTES = 4 << 20;
  private static final int ICCP_PNG = 0x69434350;
  private static final int IDAT = 0x49444154;
  private static final int ICCP_WEBP = 0x50434349; // "ICCP", little-endian
  private static final int UNKNOWN_WEBP = 0x70434349; // "ICCp", which no reader knows
  private static final int VP8X = 0x58385056;
  private static final int VP8X_FLAGS_AT = 20;
  private static final int VP8X_HAS_PROFILE = 0x20;

  private final byte[] withoutProfile;
  private final ICC_Profile profile;

  private EmbeddedProfile(byte[] withoutProfile, ICC_Profile profile) {
    this.withoutProfile = withoutProfile;
    this.profile = profile;
  }

  static EmbeddedProfile of(PictureFormat format, byte[] bytes) {
    return switch (format) {
      case PNG -> new EmbeddedProfile(bytes, png(bytes));
      case WEBP -> webp(bytes);
      default -> new EmbeddedProfile(bytes, null);
    };
  }

  /** The file, its profile made unrecognisable where the reader would apply it. */
  byte[] withoutProfile() {
    return withoutProfile;
  }

  /** The file's profile, or that of the decoded picture, or {@code null} where there is none but sRGB. */
  ICC_Profile profileOr(BufferedImage decoded) {
    ColorSpace space = decoded.getColorModel().getColorSpace();
    return profile == null && space instanceof ICC_ColorSpace icc && !space.isCS_sRGB() ? icc.getProfile() : profile;
  }

  private static ICC_Profile png(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long at = 8;
    while (at + 12 <= bytes.length && in.getInt((int) at + 4) != IDAT) {
      long length = Integer.toUnsignedLong(in.getInt((int) at));
      if (in.getInt((int) at + 4) == ICCP_PNG && at + 12 + length <= bytes.length) {
        return inflate(bytes, (int) at + 8, (int) length);
      }
      at += 12 + length;
    }
    return null;
  }

  /** A name, a zero, the method (0: deflate), then the compressed profile. */
  private static ICC_Profile inflate(byte[] bytes, int from, int length) {
    int at = from;
    while (at < from + length && bytes[at] != 0) {
      at++;
    }
    at += 2;
    if (at >= from + length) {
      return null;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, at, from + length - at);
      byte[] header = new byte[4];
      if (inflater.inflate(header) < header.length) {
        return null;
      }
      int size = ByteBuffer.wrap(header).getInt(); // a profile starts with its own size
      if (size < 128 || size > MAX_PROFILE_BYTES) {
        return null;
      }
      byte[] profile = new byte[size];
      System.arraycopy(header, 0, profile, 0, header.length);
      int filled = header.length;
      int more = 1;
      while (filled < size && more > 0) {
        more = inflater.inflate(profile, filled, size - filled);
        filled += more;
      }
      return filled == size ? parse(profile) : null;
    } catch (DataFormatException damaged) {
      return null; // browsers show a picture with a damaged profile as if it had none
    } finally {
      inflater.end();
    }
  }

  private static EmbeddedProfile webp(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < 30 || in.getInt(12) != VP8X || (bytes[VP8X_FLAGS_AT] & VP8X_HAS_PROFILE) == 0) {
      return new EmbeddedProfile(bytes, null);
    }
    byte[] hidden = bytes.clone();
    hidden[VP8X_FLAGS_AT] &= ~VP8X_HAS_PROFILE;
    ICC_Profile profile = null;
    long at = 12;
    while (at + 8 <= bytes.length) {
      long size = Integer.toUnsignedLong(in.getInt((int) at + 4));
      if (in.getInt((int) at) == ICCP_WEBP) {
        ByteBuffer.wrap(hidden).order(ByteOrder.LITTLE_ENDIAN).putInt((int) at, UNKNOWN_WEBP);
        if (profile == null && size <= MAX_PROFILE_BYTES && at + 8 + size <= bytes.length) {
          profile = parse(java.util.Arrays.copyOfRange(bytes, (int) at + 8, (int) (at + 8 + size)));
        }
      }
      at += 8 + size + (size & 1);
    }
    return new EmbeddedProfile(hidden, profile);
  }

  private static ICC_Profile parse(byte[] profile) {
    try {
      return ICC_Profile.getInstance(profile);
    } catch (IllegalArgumentException damaged) {
      return null; // as above
    }
  }
}
