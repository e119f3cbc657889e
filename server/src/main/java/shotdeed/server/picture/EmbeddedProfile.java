package shotdeed.server.picture;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import shotdeed.image.PictureFormat;

/**
 * The ICC profile that a file carries (ICC.1, annex B.4; PNG, section 11.3.2.3; RFC 9649, section 2.7.1.4). Java's PNG
 * reader ignores it, the readers of JPEG and WebP apply it with rounding of their own and not to grey; so it is read
 * here, hidden from them, and {@link SrgbConversion} does the same for all formats. Only the profile of a CMYK JPEG is
 * left to its reader.
 */
final class EmbeddedProfile {
  private static final int MAX_PROFILE_BYTES = 4 << 20;
  private static final byte[] ICC_MARKER = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
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
      case JPEG -> jpeg(bytes);
      case PNG -> new EmbeddedProfile(bytes, png(bytes));
      case WEBP -> webp(bytes);
      default -> new EmbeddedProfile(bytes, null);
    };
  }

  /** The file, its profile made unrecognisable where the reader would apply it. */
  byte[] withoutProfile() {
    return withoutProfile;
  }

  /** The profile, or {@code null} where there is none that can be read. */
  ICC_Profile profile() {
    return profile;
  }

  /** A profile is cut into segments APP2, each with its number and their count, both from 1. */
  private static EmbeddedProfile jpeg(byte[] bytes) {
    byte[] hidden = null;
    byte[][] pieces = new byte[256][];
    int count = 0;
    int at = 2;
    while (at + 3 < bytes.length && bytes[at] == (byte) 0xff && bytes[at + 1] != (byte) 0xda) {
      int length = (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
      int data = at + 4 + ICC_MARKER.length;
      int end = at + 2 + length;
      if (bytes[at + 1] == (byte) 0xe2 && data + 2 <= end && end <= bytes.length
          && Arrays.equals(bytes, at + 4, data, ICC_MARKER, 0, ICC_MARKER.length)) {
        count = bytes[data + 1] & 0xff;
        pieces[bytes[data] & 0xff] = Arrays.copyOfRange(bytes, data + 2, end);
        hidden = hidden == null ? bytes.clone() : hidden;
        hidden[at + 4] = 'i';
      }
      at = bytes[at + 1] == (byte) 0xff ? at + 1 : end;
    }
    ICC_Profile profile = join(pieces, count);
    return profile == null || profile.getColorSpaceType() == ColorSpace.TYPE_CMYK
        ? new EmbeddedProfile(bytes, null)
        : new EmbeddedProfile(hidden, profile);
  }

  private static ICC_Profile join(byte[][] pieces, int count) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int i = 1; i <= count; i++) {
      if (pieces[i] == null) {
        return null;
      }
      whole.writeBytes(pieces[i]);
    }
    return count == 0 || whole.size() > MAX_PROFILE_BYTES ? null : parse(whole.toByteArray());
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
          profile = parse(Arrays.copyOfRange(bytes, (int) at + 8, (int) (at + 8 + size)));
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
