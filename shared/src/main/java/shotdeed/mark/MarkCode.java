package shotdeed.mark;

import java.util.Arrays;

/**
 * A number as {@link #BITS} bits that stand a lot of damage: the number's 32 bits and 32 check bits (CRC-32C,
 * Castagnoli 1993), through a tail-biting convolutional code of rate 1/4 and constraint length 9 (generators 463, 535,
 * 733, 745 octal, free distance 24; Larsen, 1973), decoded by Viterbi's algorithm going round the tail-biting trellis
 * (Shao, Lin and Fossorier, "Two decoding algorithms for tailbiting codes", 2003).
 *
 * <p>A word made of nothing but noise passes the check once in 2^32 = 4.3 billion.
 */
final class MarkCode {
  /** Bits of a word. */
  static final int BITS = 256;

  private static final int[] GENERATORS = {0463, 0535, 0733, 0745};
  private static final int MEMORY = 8;
  private static final int STATES = 1 << MEMORY;
  private static final int MESSAGE = 64;
  private static final int LAPS = 3;
  private static final int CHECK_POLYNOMIAL = 0x82F63B78;

  /** Keeps words of few ones, such as that of number 0, from being plain. */
  private static final int CHECK_START = 0x5A17C0DE;

  /** For each eight-bit state and incoming bit: the four code bits, 0 to 15. */
  private static final byte[] OUTPUT = outputs();

  private final float[] metric = new float[STATES];
  private final float[] next = new float[STATES];
  private final byte[] survivors = new byte[LAPS * MESSAGE * STATES];
  private final float[] gains = new float[1 << GENERATORS.length];

  private static byte[] outputs() {
    byte[] outputs = new byte[2 * STATES];
    for (int register = 0; register < 2 * STATES; register++) {
      for (int i = 0; i < GENERATORS.length; i++) {
        outputs[register] |= (byte) ((Integer.bitCount(register & GENERATORS[i]) & 1) << i);
      }
    }
    return outputs;
  }

  /** The number's check bits. */
  static int check(int number) {
    int rest = CHECK_START;
    for (int i = 0; i < Integer.SIZE; i++) {
      int bit = (rest ^ number >>> i) & 1;
      rest = rest >>> 1 ^ (bit == 0 ? 0 : CHECK_POLYNOMIAL);
    }
    return ~rest;
  }

  /**
   * The number as it is encoded: neighbours, as certificates' numbers are, become words that have nothing in common.
   * The last steps of MurmurHash3 (Appleby, 2011), all of which can be undone.
   */
  static int scattered(int number) {
    int mixed = (number ^ number >>> 16) * 0x85EBCA6B;
    mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
    return mixed ^ mixed >>> 16;
  }

  /** The number that was scattered. */
  static int gathered(int mixed) {
    int number = (mixed ^ mixed >>> 16) * 0x7ED1B41D;
    number = (number ^ number >>> 13 ^ number >>> 26) * 0xA5CB9243;
    return number ^ number >>> 16;
  }

  /** The word of a number: {@link #BITS} values, each 1 or -1 (a one). */
  static byte[] encode(int number) {
    int check = check(number);
    int mixed = scattered(number);
    byte[] word = new byte[BITS];
    int state = 0;
    for (int i = -MEMORY; i < MESSAGE; i++) {
      int at = (i + MESSAGE) % MESSAGE;
      int bit = (at < Integer.SIZE ? mixed >>> at : check >>> at - Integer.SIZE) & 1;
      int register = bit << MEMORY | state;
      if (i >= 0) {
        for (int j = 0; j < GENERATORS.length; j++) {
          word[i * GENERATORS.length + j] = (byte) ((OUTPUT[register] >> j & 1) == 0 ? 1 : -1);
        }
      }
      state = register >>> 1;
    }
    return word;
  }

  /**
   * The likeliest number.
   *
   * @param soft {@link #BITS} values: above 0 for 1, below for -1, the larger the surer
   * @param number where the number goes, if there is one: one element
   * @return whether the check bits agree
   */
  boolean decode(float[] soft, int[] number) {
    Arrays.fill(metric, 0);
    int at = 0;
    for (int lap = 0; lap < LAPS; lap++) {
      for (int i = 0; i < MESSAGE; i++, at += STATES) {
        step(soft, i * GENERATORS.length, at);
      }
    }
    int state = 0;
    for (int i = 1; i < STATES; i++) {
      if (metric[i] > metric[state]) {
        state = i;
      }
    }
    int[] halves = new int[2];
    for (int i = LAPS * MESSAGE - 1; i >= MESSAGE; i--) {
      int from = survivors[i * STATES + state] & 1;
      if (i < 2 * MESSAGE) {
        int bit = state >>> MEMORY - 1;
        int place = i - MESSAGE;
        halves[place / Integer.SIZE] |= bit << place % Integer.SIZE;
      }
      state = (state << 1 | from) & STATES - 1;
    }
    number[0] = gathered(halves[0]);
    return check(number[0]) == halves[1];
  }

  /** A state is the last eight bits, the newest highest; its two forerunners differ in the bit that is dropped. */
  private void step(float[] soft, int from, int at) {
    for (int i = 0; i < gains.length; i++) {
      float gain = 0;
      for (int j = 0; j < GENERATORS.length; j++) {
        gain += (i >> j & 1) == 0 ? soft[from + j] : -soft[from + j];
      }
      gains[i] = gain;
    }
    for (int state = 0; state < STATES; state++) {
      int register = state << 1; // newest bit, seven kept, dropped bit 0
      int zero = register & STATES - 1;
      float a = metric[zero] + gains[OUTPUT[register]];
      float b = metric[zero | 1] + gains[OUTPUT[register | 1]];
      boolean other = b > a;
      next[state] = other ? b : a;
      survivors[at + state] = (byte) (other ? 1 : 0);
    }
    System.arraycopy(next, 0, metric, 0, STATES);
  }
}
