package shotdeed.server.verify;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import shotdeed.ledger.Crypto;

/** The JDK's signature checks. */
final class PlatformCrypto implements Crypto {
  @Override
  public boolean verify(String algorithm, byte[] subjectPublicKeyInfo, byte[] message, byte[] signature) {
    String family = algorithm.endsWith("RSA") ? "RSA" : algorithm.endsWith("ECDSA") ? "EC" : algorithm;
    try {
      Signature check = Signature.getInstance(algorithm);
      check.initVerify(KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo)));
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException | RuntimeException e) {
      return false; // the JDK answers what is malformed in many ways
    }
  }
}
