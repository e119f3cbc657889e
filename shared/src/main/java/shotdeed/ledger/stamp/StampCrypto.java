package shotdeed.ledger.stamp;

/** The primitives that a platform brings: the JDK's on the server, WebCrypto's in a browser. */
public interface StampCrypto {
  /**
   * Whether a signature holds.
   *
   * @param algorithm {@code SHA256withRSA}, {@code SHA384withRSA}, {@code SHA512withRSA} (PKCS #1, version 1.5), or
   *     {@code SHA256withECDSA}, {@code SHA384withECDSA}, {@code SHA512withECDSA} with a key on P-256 or P-384
   * @param subjectPublicKeyInfo the key, in DER (RFC 5280, 4.1)
   * @param signature of ECDSA in DER; {@link EcdsaSignature} makes the other form of it
   * @return {@code false} also for a key or a signature that cannot be read
   */
  boolean verify(String algorithm, byte[] subjectPublicKeyInfo, byte[] message, byte[] signature);

  /** The hash of bytes by {@code SHA-1}, {@code SHA-256}, {@code SHA-384} or {@code SHA-512}. */
  byte[] digest(String algorithm, byte[] bytes);
}
