package shotdeed.ledger;

/** Signature checks by the platform: the JDK's on a server, Web Cryptography in a browser. */
public interface Crypto {
  /** RFC 8032, signatures of 64 bytes. */
  String ED25519 = "Ed25519";

  /**
   * Whether a signature holds. Keys and signatures that are malformed do not.
   *
   * @param algorithm {@link #ED25519}, {@code SHA256withRSA}, {@code SHA384withRSA}, {@code SHA512withRSA},
   *     {@code SHA256withECDSA} or {@code SHA384withECDSA}, and so on, as the JDK names them
   * @param subjectPublicKeyInfo the key in DER (RFC 5280, 4.1)
   * @param signature as it is in X.509 and CMS: of ECDSA in DER
   */
  boolean verify(String algorithm, byte[] subjectPublicKeyInfo, byte[] message, byte[] signature);
}
