package shotdeed.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

/** The JDK's signature checks, for tests of what needs some. */
public final class JdkCrypto implements Crypto {
  @Override
  public boolean verify(String algorithm, byte[] subjectPublicKeyInfo, byte[] message, byte[] signature) {
    try {
      String family = algorithm.endsWith("RSA") ? "RSA" : algorithm.endsWith("ECDSA") ? "EC" : algorithm;
      Signature check = Signature.getInstance(algorithm);
      check.initVerify(KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo)));
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
