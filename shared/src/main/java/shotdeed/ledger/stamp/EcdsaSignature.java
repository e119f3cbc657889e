package shotdeed.ledger.stamp;

import shotdeed.ledger.Crypto;

/** The two forms of a signature of ECDSA: DER (RFC 3279, 2.2.3), and the two numbers side by side (IEEE P1363). */
public final class EcdsaSignature {
  private EcdsaSignature() {}

  /**
   * The two numbers side by side, as WebCrypto takes them.
   *
   * @param size bytes of each number: 32 for P-256, 48 for P-384
   * @return {@code 2 * size} bytes, or {@code null} if the signature cannot be read
   */
  public static byte[] numbers(byte[] der, int size) {
    try {
      DerReader parts = DerElement.whole(der).require(DerElement.SEQUENCE).inside();
      byte[] both = new byte[2 * size];
      for (int k = 1; k <= 2; k++) {
        byte[] number = parts.next().integer();
        int zeros = number[0] == 0 ? 1 : 0;
        int length = number.length - zeros;
        if (number[0] < 0 || length > size) {
          return null;
        }
        System.arraycopy(number, zeros, both, k * size - length, length);
      }
      parts.end();
      return both;
    } catch (StampRefused e) {
      return null;
    }
  }

  /**
   * Bytes of each number under a key: 32 for P-256, 48 for P-384.
   *
   * @param subjectPublicKeyInfo as {@link Crypto#verify} takes it
   * @return 0 for any other key
   */
  public static int size(byte[] subjectPublicKeyInfo) {
    try {
      String curve = Algorithms.curve(DerElement.whole(subjectPublicKeyInfo));
      return curve.equals(Algorithms.P_256) ? 32 : curve.equals(Algorithms.P_384) ? 48 : 0;
    } catch (StampRefused e) {
      return 0;
    }
  }
}
