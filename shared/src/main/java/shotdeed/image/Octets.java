package shotdeed.image;

/**
 * Numbers in a byte array, read without ever throwing: what lies wholly or partly outside reads as -1, which no field
 * of a picture header can mean.
 */
final class Octets {
  private final byte[] bytes;

  Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  int length() {
    return bytes.length;
  }

  boolean has(int at, int count) {
    return at >= 0 && count >= 0 && at <= bytes.length - count;
  }

  int u8(int at) {
    return has(at, 1) ? bytes[at] & 0xff : -1;
  }

  int u16be(int at) {
    return has(at, 2) ? (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff : -1;
  }

  int u16le(int at) {
    return has(at, 2) ? (bytes[at + 1] & 0xff) << 8 | bytes[at] & 0xff : -1;
  }

  int u24le(int at) {
    return has(at, 3) ? u16le(at) | (bytes[at + 2] & 0xff) << 16 : -1;
  }

  /** Four bytes as they are: above 2^31 negative. */
  int u32be(int at) {
    return has(at, 4) ? u16be(at) << 16 | u16be(at + 2) : -1;
  }

  /** Four bytes as they are: above 2^31 negative. */
  int u32le(int at) {
    return has(at, 4) ? u16le(at + 2) << 16 | u16le(at) : -1;
  }

  /** Four bytes as a size: {@link Integer#MAX_VALUE} stands for all that is larger. */
  int size32be(int at) {
    int value = u32be(at);
    return value < 0 && has(at, 4) ? Integer.MAX_VALUE : value;
  }

  /** Four bytes as a size: {@link Integer#MAX_VALUE} stands for all that is larger. */
  int size32le(int at) {
    int value = u32le(at);
    return value < 0 && has(at, 4) ? Integer.MAX_VALUE : value;
  }

  /** Whether these ASCII characters stand here. */
  boolean is(int at, String ascii) {
    if (!has(at, ascii.length())) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** {@code a + b + c} of three that are not negative, held at {@link Integer#MAX_VALUE} instead of wrapping. */
  static int sum(int a, int b, int c) {
    int sum = a + b;
    if (sum < 0) {
      return Integer.MAX_VALUE;
    }
    sum += c;
    return sum < 0 ? Integer.MAX_VALUE : sum;
  }
}
