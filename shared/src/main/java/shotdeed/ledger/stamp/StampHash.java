package shotdeed.ledger.stamp;

import shotdeed.digest.Sha256;

/** The hashes of FIPS 180-4 that authorities sign with, for where the platform has none at hand. */
final class StampHash {
  private static final int ROUNDS = 80;

  private static final long[] K = {
    0x428a2f98d728ae22L, 0x7137449123ef65cdL, 0xb5c0fbcfec4d3b2fL, 0xe9b5dba58189dbbcL,
    0x3956c25bf348b538L, 0x59f111f1b605d019L, 0x923f82a4af194f9bL, 0xab1c5ed5da6d8118L,
    0xd807aa98a3030242L, 0x12835b0145706fbeL, 0x243185be4ee4b28cL, 0x550c7dc3d5ffb4e2L,
    0x72be5d74f27b896fL, 0x80deb1fe3b1696b1L, 0x9bdc06a725c71235L, 0xc19bf174cf692694L,
    0xe49b69c19ef14ad2L, 0xefbe4786384f25e3L, 0x0fc19dc68b8cd5b5L, 0x240ca1cc77ac9c65L,
    0x2de92c6f592b0275L, 0x4a7484aa6ea6e483L, 0x5cb0a9dcbd41fbd4L, 0x76f988da831153b5L,
    0x983e5152ee66dfabL, 0xa831c66d2db43210L, 0xb00327c898fb213fL, 0xbf597fc7beef0ee4L,
    0xc6e00bf33da88fc2L, 0xd5a79147930aa725L, 0x06ca6351e003826fL, 0x142929670a0e6e70L,
    0x27b70a8546d22ffcL, 0x2e1b21385c26c926L, 0x4d2c6dfc5ac42aedL, 0x53380d139d95b3dfL,
    0x650a73548baf63deL, 0x766a0abb3c77b2a8L, 0x81c2c92e47edaee6L, 0x92722c851482353bL,
    0xa2bfe8a14cf10364L, 0xa81a664bbc423001L, 0xc24b8b70d0f89791L, 0xc76c51a30654be30L,
    0xd192e819d6ef5218L, 0xd69906245565a910L, 0xf40e35855771202aL, 0x106aa07032bbd1b8L,
    0x19a4c116b8d2d0c8L, 0x1e376c085141ab53L, 0x2748774cdf8eeb99L, 0x34b0bcb5e19b48a8L,
    0x391c0cb3c5c95a63L, 0x4ed8aa4ae3418acbL, 0x5b9cca4f7763e373L, 0x682e6ff3d6b2b8a3L,
    0x748f82ee5defb2fcL, 0x78a5636f43172f60L, 0x84c87814a1f0ab72L, 0x8cc702081a6439ecL,
    0x90befffa23631e28L, 0xa4506cebde82bde9L, 0xbef9a3f7b2c67915L, 0xc67178f2e372532bL,
    0xca273eceea26619cL, 0xd186b8c721c0c207L, 0xeada7dd6cde0eb1eL, 0xf57d4f7fee6ed178L,
    0x06f067aa72176fbaL, 0x0a637dc5a2c898a6L, 0x113f9804bef90daeL, 0x1b710b35131c471bL,
    0x28db77f523047d84L, 0x32caab7b40c72493L, 0x3c9ebe0a15c9bebcL, 0x431d67c49c100d4cL,
    0x4cc5d4becb3e42b6L, 0x597f299cfc657e2aL, 0x5fcb6fab3ad6faecL, 0x6c44198c4a475817L
  };

  private static final long[] START_512 = {
    0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
    0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
  };

  private static final long[] START_384 = {
    0xcbbb9d5dc1059ed8L, 0x629a292a367cd507L, 0x9159015a3070dd17L, 0x152fecd8f70e5939L,
    0x67332667ffc00b31L, 0x8eb44a8768581511L, 0xdb0c2e0d64f98fa7L, 0x47b5481dbefa4fa4L
  };

  private StampHash() {}

  /** The hash of bytes by {@code SHA-1}, {@code SHA-256}, {@code SHA-384} or {@code SHA-512}. */
  static byte[] of(String name, byte[] bytes) {
    switch (name) {
      case "SHA-1":
        return sha1(bytes);
      case "SHA-256":
        return Sha256.of(bytes);
      case "SHA-384":
        return sha512(bytes, START_384, 48);
      case "SHA-512":
        return sha512(bytes, START_512, 64);
      default:
        throw new IllegalArgumentException(name);
    }
  }

  /** The bytes, one bit, zeros, and their length in bits at the end of the last block. */
  private static byte[] padded(byte[] bytes, int block, int lengthBytes) {
    int blocks = (bytes.length + 1 + lengthBytes + block - 1) / block;
    byte[] all = new byte[blocks * block];
    System.arraycopy(bytes, 0, all, 0, bytes.length);
    all[bytes.length] = (byte) 0x80;
    long bits = 8L * bytes.length;
    for (int i = 1; i <= Long.BYTES; i++) {
      all[all.length - i] = (byte) bits;
      bits >>>= Byte.SIZE;
    }
    return all;
  }

  private static byte[] sha1(byte[] bytes) {
    byte[] all = padded(bytes, 64, 8);
    int[] state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    int[] w = new int[ROUNDS];
    for (int block = 0; block < all.length; block += 64) {
      for (int i = 0; i < 16; i++) {
        int at = block + 4 * i;
        w[i] = all[at] << 24 | (all[at + 1] & 0xff) << 16 | (all[at + 2] & 0xff) << 8 | all[at + 3] & 0xff;
      }
      for (int i = 16; i < ROUNDS; i++) {
        w[i] = turned(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
      }
      sha1Block(state, w);
    }
    byte[] hash = new byte[20];
    for (int i = 0; i < hash.length; i++) {
      hash[i] = (byte) (state[i >> 2] >>> 24 - 8 * (i & 3));
    }
    return hash;
  }

  private static void sha1Block(int[] state, int[] w) {
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    for (int i = 0; i < ROUNDS; i++) {
      int mixed = i < 20 ? (b & c ^ ~b & d) + 0x5a827999
          : i < 40 ? (b ^ c ^ d) + 0x6ed9eba1
          : i < 60 ? (b & c ^ b & d ^ c & d) + 0x8f1bbcdc
          : (b ^ c ^ d) + 0xca62c1d6;
      int next = turned(a, 5) + mixed + e + w[i];
      e = d;
      d = c;
      c = turned(b, 30);
      b = a;
      a = next;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
  }

  private static byte[] sha512(byte[] bytes, long[] start, int length) {
    byte[] all = padded(bytes, 128, 16);
    long[] state = start.clone();
    long[] w = new long[ROUNDS];
    for (int block = 0; block < all.length; block += 128) {
      for (int i = 0; i < 16; i++) {
        w[i] = 0;
        for (int k = 0; k < 8; k++) {
          w[i] = w[i] << 8 | all[block + 8 * i + k] & 0xff;
        }
      }
      for (int i = 16; i < ROUNDS; i++) {
        long before = w[i - 15];
        long last = w[i - 2];
        w[i] = w[i - 16] + (turned(before, 1) ^ turned(before, 8) ^ before >>> 7) + w[i - 7]
            + (turned(last, 19) ^ turned(last, 61) ^ last >>> 6);
      }
      sha512Block(state, w);
    }
    byte[] hash = new byte[length];
    for (int i = 0; i < length; i++) {
      hash[i] = (byte) (state[i >> 3] >>> 56 - 8 * (i & 7));
    }
    return hash;
  }

  private static void sha512Block(long[] state, long[] w) {
    long[] s = state.clone();
    for (int i = 0; i < ROUNDS; i++) {
      long first = s[7] + (turned(s[4], 14) ^ turned(s[4], 18) ^ turned(s[4], 41)) + (s[4] & s[5] ^ ~s[4] & s[6]) + K[i]
          + w[i];
      long second = (turned(s[0], 28) ^ turned(s[0], 34) ^ turned(s[0], 39)) + (s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]);
      for (int k = 7; k > 0; k--) {
        s[k] = s[k - 1];
      }
      s[4] += first;
      s[0] = first + second;
    }
    for (int k = 0; k < 8; k++) {
      state[k] += s[k];
    }
  }

  /** To the left. */
  private static int turned(int word, int by) {
    return word << by | word >>> -by;
  }

  /** To the right. */
  private static long turned(long word, int by) {
    return word >>> by | word << -by;
  }
}
