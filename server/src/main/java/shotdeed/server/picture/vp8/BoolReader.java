package shotdeed.server.picture.vp8;

/** Reads the arithmetic code of a partition (RFC 6386, section 7), bit by bit. */
final class BoolReader {
  private static final int HALF = 128;

  private final byte[] data;
  private final int end;
  private int at;
  private int value;
  private int bits = -8;

  /** One less than the RFC's range. */
  private int range = 254;

  private boolean exhausted;

  /** Reads {@code data} from {@code from} up to {@code end}. */
  BoolReader(byte[] data, int from, int end) {
    this.data = data;
    this.at = from;
    this.end = end;
  }

  /** Whether more was read than there is; from then on zeros are read. */
  boolean exhausted() {
    return exhausted;
  }

  /** A bit that is 0 with a probability of {@code probability} / 256. */
  int bit(int probability) {
    if (bits < 0) {
      load();
    }
    int split = range * probability >> 8;
    boolean one = value >> bits > split;
    if (one) {
      range -= split + 1;
      value -= split + 1 << bits;
    } else {
      range = split;
    }
    int shift = Integer.numberOfLeadingZeros(range + 1) - 24;
    range = (range + 1 << shift) - 1;
    bits -= shift;
    return one ? 1 : 0;
  }

  /** A bit that is as likely 0 as 1. */
  boolean flag() {
    return bit(HALF) == 1;
  }

  /** A number of so many bits, the highest first. */
  int number(int size) {
    int number = 0;
    for (int i = 0; i < size; i++) {
      number = number << 1 | bit(HALF);
    }
    return number;
  }

  /** A number of so many bits, then its sign. */
  int signed(int size) {
    int number = number(size);
    return flag() ? -number : number;
  }

  /** A signed number where a flag says that there is one; else 0. */
  int optional(int size) {
    return flag() ? signed(size) : 0;
  }

  private void load() {
    int next = 0;
    if (at < end) {
      next = data[at++] & 0xff;
    } else {
      exhausted = true;
    }
    value = value << 8 | next;
    bits += 8;
  }
}
