package shotdeed.digest;

/** SHA-256 (FIPS 180-4), for where the platform has none at hand; bytes can be added piece by piece. */
public final class Sha256 {
  /** Bytes of a hash. */
  public static final int BYTES = 32;

  private static final int BLOCK = 64;
  private static final int[] K = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
  };

  private final int[] state = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  };
  private final int[] w = new int[BLOCK];
  private final byte[] rest = new byte[BLOCK];
  private int kept;
  private long length;

  /** Of the parts, one behind the other. */
  public static byte[] of(byte[]... parts) {
    Sha256 hash = new Sha256();
    for (byte[] part : parts) {
      hash.add(part, 0, part.length);
    }
    return hash.end();
  }

  /** Of the parts, one behind the other, in {@link Hex}. */
  public static String hex(byte[]... parts) {
    return Hex.of(of(parts));
  }

  /** Adds {@code count} bytes from {@code from} on. */
  public void add(byte[] bytes, int from, int count) {
    int at = from;
    int end = from + count;
    length += count;
    if (kept > 0) {
      int taken = Math.min(BLOCK - kept, count);
      System.arraycopy(bytes, at, rest, kept, taken);
      kept += taken;
      at += taken;
      if (kept < BLOCK) {
        return;
      }
      block(rest, 0);
      kept = 0;
    }
    for (; end - at >= BLOCK; at += BLOCK) {
      block(bytes, at);
    }
    kept = end - at;
    System.arraycopy(bytes, at, rest, 0, kept);
  }

  /** The hash of all that was added; nothing may be added after it. */
  public byte[] end() {
    long bits = length * Byte.SIZE;
    int padding = (kept < BLOCK - Long.BYTES ? BLOCK : 2 * BLOCK) - kept;
    byte[] tail = new byte[padding];
    tail[0] = (byte) 0x80;
    for (int i = 1; i <= Long.BYTES; i++) {
      tail[padding - i] = (byte) bits;
      bits >>>= Byte.SIZE;
    }
    add(tail, 0, padding);
    byte[] hash = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      hash[i] = (byte) (state[i >> 2] >>> (3 - (i & 3)) * Byte.SIZE);
    }
    return hash;
  }

  private void block(byte[] bytes, int from) {
    for (int i = 0; i < 16; i++) {
      int at = from + 4 * i;
      w[i] = bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
    }
    for (int i = 16; i < BLOCK; i++) {
      int before = w[i - 15];
      int last = w[i - 2];
      int s0 = turned(before, 7) ^ turned(before, 18) ^ before >>> 3;
      int s1 = turned(last, 17) ^ turned(last, 19) ^ last >>> 10;
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int i = 0; i < BLOCK; i++) {
      int s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      int first = h + s1 + (e & f ^ ~e & g) + K[i] + w[i];
      int s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      int second = s0 + (a & b ^ a & c ^ b & c);
      h = g;
      g = f;
      f = e;
      e = d + first;
      d = c;
      c = b;
      b = a;
      a = first + second;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }

  private static int turned(int word, int by) {
    return word >>> by | word << -by;
  }
}
