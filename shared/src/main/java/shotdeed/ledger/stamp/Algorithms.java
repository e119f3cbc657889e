package shotdeed.ledger.stamp;

import shotdeed.ledger.Crypto;
import shotdeed.ledger.stamp.StampRefused.Reason;

/** The hashes and signatures that stamps are accepted with, by the object identifiers of RFC 5754 and 5758. */
final class Algorithms {
  private static final String RSA_PREFIX = "2a864886f70d0101";

  private static final String RSA = RSA_PREFIX + "01";
  private static final String EC_KEY = "2a8648ce3d0201";
  static final String P_256 = "2a8648ce3d030107";
  static final String P_384 = "2b81040022";

  private static final int MIN_RSA_BYTES = 256;

  private Algorithms() {}

  /**
   * The hash that an AlgorithmIdentifier names.
   *
   * @param old whether SHA-1 is taken too, for what a signature with another hash covers
   */
  static String hash(DerElement identifier, boolean old) throws StampRefused {
    DerReader parts = identifier.require(DerElement.SEQUENCE).inside();
    String oid = parts.next().oid();
    requireNoParameters(parts);
    switch (oid) {
      case "608648016503040201":
        return "SHA-256";
      case "608648016503040202":
        return "SHA-384";
      case "608648016503040203":
        return "SHA-512";
      case "2b0e03021a":
        if (old) {
          return "SHA-1";
        }
        throw unsupported("SHA-1");
      default:
        throw unsupported("hash " + oid);
    }
  }

  /**
   * What a signature's AlgorithmIdentifier comes to with a hash and a key, as {@link Crypto#verify} takes it.
   *
   * @param key SubjectPublicKeyInfo
   */
  static String signature(DerElement identifier, String hash, DerElement key) throws StampRefused {
    DerReader parts = identifier.require(DerElement.SEQUENCE).inside();
    String oid = parts.next().oid();
    requireNoParameters(parts);
    String bits = hash.substring(hash.indexOf('-') + 1);
    if (oid.equals(RSA) || oid.equals(rsa(bits))) {
      requireRsa(key);
      return "SHA" + bits + "withRSA";
    }
    if (oid.equals(ecdsa(bits))) {
      requireCurve(key);
      return "SHA" + bits + "withECDSA";
    }
    throw unsupported("signature " + oid + " with SHA-" + bits);
  }

  /** An AlgorithmIdentifier that only has to be one. */
  static void requireAny(DerElement identifier) throws StampRefused {
    DerReader parts = identifier.require(DerElement.SEQUENCE).inside();
    parts.next().oid();
    if (parts.more()) {
      parts.next();
    }
    parts.end();
  }

  private static String rsa(String bits) {
    return RSA_PREFIX + (bits.equals("256") ? "0b" : bits.equals("384") ? "0c" : "0d");
  }

  private static String ecdsa(String bits) {
    return "2a8648ce3d0403" + (bits.equals("256") ? "02" : bits.equals("384") ? "03" : "04");
  }

  private static void requireNoParameters(DerReader parts) throws StampRefused {
    if (parts.more() && parts.next(DerElement.NULL).length() != 0) {
      throw DerElement.form("parameters of nothing");
    }
    parts.end();
  }

  private static void requireRsa(DerElement key) throws StampRefused {
    DerReader parts = key.inside();
    DerReader identifier = parts.next(DerElement.SEQUENCE).inside();
    if (!identifier.next().oid().equals(RSA)) {
      throw unsupported("a key that is not one of RSA");
    }
    requireNoParameters(identifier);
    DerReader numbers = DerElement.whole(parts.next().bits()).require(DerElement.SEQUENCE).inside();
    byte[] modulus = numbers.next().integer();
    int zeros = modulus[0] == 0 ? 1 : 0;
    if (modulus[0] < 0 || modulus.length - zeros < MIN_RSA_BYTES) {
      throw unsupported("a key of RSA below 2048 bits");
    }
  }

  /** The named curve of a key in the form of {@link DerElement#oid}; empty for another key. */
  static String curve(DerElement key) throws StampRefused {
    DerReader identifier = key.require(DerElement.SEQUENCE).inside().next(DerElement.SEQUENCE).inside();
    String kind = identifier.next().oid();
    return kind.equals(EC_KEY) && identifier.more(DerElement.OID) ? identifier.next().oid() : "";
  }

  private static void requireCurve(DerElement key) throws StampRefused {
    String curve = curve(key);
    if (!curve.equals(P_256) && !curve.equals(P_384)) {
      throw unsupported("a key that is not on P-256 or P-384");
    }
  }

  private static StampRefused unsupported(String detail) {
    return new StampRefused(Reason.ALGORITHM, detail);
  }
}
