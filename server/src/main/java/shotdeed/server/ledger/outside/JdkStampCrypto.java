package shotdeed.server.ledger.outside;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import shotdeed.ledger.stamp.StampCrypto;

/** The JDK's primitives. */
public final class JdkStampCrypto implements StampCrypto {
  @Override
  public boolean verify(String algorithm, byte[] subjectPublicKeyInfo, byte[] message, byte[] signature) {
    try {
      KeyFactory keys = KeyFactory.getInstance(algorithm.endsWith("withRSA") ? "RSA" : "EC");
      Signature check = Signature.getInstance(algorithm);
      check.initVerify(keys.generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo)));
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  @Override
  public byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
