package shotdeed.server.ledger.outside;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import shotdeed.ledger.Crypto;

/** Signature checks by the JDK. */
public final class JdkCrypto implements Crypto {
  @Override
  public boolean verify(String algorithm, byte[] subjectPublicKeyInfo, byte[] message, byte[] signature) {
    try {
      String kind = algorithm.equals(ED25519) ? ED25519 : algorithm.endsWith("withRSA") ? "RSA" : "EC";
      Signature check = Signature.getInstance(algorithm);
      check.initVerify(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo)));
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException | RuntimeException e) { // the JDK's readers throw both
      return false;
    }
  }
}
