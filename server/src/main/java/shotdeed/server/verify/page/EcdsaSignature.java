package shotdeed.server.verify.page;

/** ECDSA signatures: X.509 has two numbers in DER (RFC 3279, 2.2.3), browsers the two one behind the other. */
final class EcdsaSignature {
  /** Object identifiers of the curves in DER (RFC 5480, 2.1.1.1), as they stand in a key. */
  private static final int[] P256 = {0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07};

  private static final int[] P384 = {0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x22};
  private static final int[] P521 = {0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x23};

  /** Where a key of elliptic curves names its curve: behind the header and {@code id-ecPublicKey}. */
  private static final int LAST_PLACE = 20;

  private EcdsaSignature() {}

  /** The curve of a key as browsers call it; empty if it is none of theirs. */
  static String curve(byte[] subjectPublicKeyInfo) {
    return names(subjectPublicKeyInfo, P256)
        ? "P-256"
        : names(subjectPublicKeyInfo, P384) ? "P-384" : names(subjectPublicKeyInfo, P521) ? "P-521" : "";
  }

  private static boolean names(byte[] key, int[] curve) {
    for (int at = 0; at < LAST_PLACE && at + curve.length <= key.length; at++) {
      int same = 0;
      while (same < curve.length && (key[at + same] & 0xff) == curve[same]) {
        same++;
      }
      if (same == curve.length) {
        return true;
      }
    }
    return false;
  }

  /** Bytes of each of the two numbers. */
  static int bytes(String curve) {
    return switch (curve) {
      case "P-256" -> 32;
      case "P-384" -> 48;
      case "P-521" -> 66;
      default -> 0;
    };
  }

  /**
   * The two numbers one behind the other, each filled up with zeroes in front.
   *
   * @return {@code null} if the signature is not in its form
   */
  static byte[] plain(byte[] der, int each) {
    int at = header(der, 0, 0x30);
    if (at < 0 || at + length(der, 0) != der.length) {
      return null;
    }
    byte[] plain = new byte[2 * each];
    for (int number = 0; number < 2; number++) {
      int from = header(der, at, 0x02);
      int size = from < 0 ? 0 : length(der, at);
      if (size == 0 || size > der.length - from) {
        return null;
      }
      at = from + size;
      while (size > 1 && der[from] == 0) {
        from++;
        size--;
      }
      if (size > each) {
        return null;
      }
      System.arraycopy(der, from, plain, (number + 1) * each - size, size);
    }
    return at == der.length ? plain : null;
  }

  /** Where the content of a value starts; -1 if it is of another type. */
  private static int header(byte[] der, int at, int type) {
    if (at + 2 > der.length || (der[at] & 0xff) != type) {
      return -1;
    }
    boolean longer = (der[at + 1] & 0xff) == 0x81;
    return longer && at + 3 > der.length ? -1 : longer ? at + 3 : at + 2;
  }

  private static int length(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    return first == 0x81 ? der[at + 2] & 0xff : first;
  }
}
