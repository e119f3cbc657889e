package shotdeed.server.verify.page;

import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.typedarrays.Int8Array;
import shotdeed.ledger.Crypto;
import shotdeed.ledger.stamp.EcdsaSignature;

/** Signature checks by the browser (Web Cryptography, and its Secure Curves for Ed25519). Waits: call it in a thread. */
final class WebCrypto implements Crypto {
  /** Ed25519 of RFC 8032, 7.1, test 1: a key in SubjectPublicKeyInfo and its signature of the empty message. */
  private static final String KEY =
      "302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

  private static final String SIGNATURE =
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24"
          + "655141438e7a100b";

  /** Bytes of a number of the smaller of the two curves. */
  private static final int P_256 = 32;

  /** Whether this browser can check what every bundle is signed with; an old one cannot. */
  boolean works() {
    byte[] signature = bytes(SIGNATURE);
    boolean right = verify(ED25519, bytes(KEY), new byte[0], signature);
    signature[0] ^= 1;
    return right && !verify(ED25519, bytes(KEY), new byte[0], signature);
  }

  @Override
  public boolean verify(String algorithm, byte[] subjectPublicKeyInfo, byte[] message, byte[] signature) {
    byte[] given = signature;
    String name = algorithm;
    String hash = "";
    String curve = "";
    if (!algorithm.equals(ED25519)) {
      if (!algorithm.startsWith("SHA") || algorithm.indexOf("with") < 0) {
        return false;
      }
      hash = "SHA-" + algorithm.substring(3, algorithm.indexOf("with"));
      name = algorithm.endsWith("withRSA") ? "RSASSA-PKCS1-v1_5" : "ECDSA";
      if (name.equals("ECDSA")) {
        int size = EcdsaSignature.size(subjectPublicKeyInfo);
        given = size == 0 ? null : EcdsaSignature.numbers(signature, size);
        if (given == null) {
          return false;
        }
        curve = size == P_256 ? "P-256" : "P-384";
      }
    }
    JSPromise<JSNumber> answer =
        check(name, hash, curve, js(subjectPublicKeyInfo), js(message), js(given));
    return Browser.await(answer).intValue() == 1;
  }

  private static Int8Array js(byte[] bytes) {
    return Int8Array.copyFromJavaArray(bytes);
  }

  private static byte[] bytes(String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (Character.digit(hex.charAt(2 * i), 16) << 4 | Character.digit(hex.charAt(2 * i + 1), 16));
    }
    return bytes;
  }

  @JSBody(
      params = {"name", "hash", "curve", "key", "message", "signature"},
      script =
          "return Promise.resolve().then(function() {"
              + " var how = {name: name};"
              + " if (hash) { how.hash = hash; }"
              + " if (curve) { how.namedCurve = curve; }"
              + " return crypto.subtle.importKey('spki', key, how, false, ['verify']).then(function(k) {"
              + "   return crypto.subtle.verify(how, k, signature, message); });"
              + " }).then(function(holds) { return holds === true ? 1 : 0; }, function() { return 0; });")
  private static native JSPromise<JSNumber> check(
      String name, String hash, String curve, Int8Array key, Int8Array message, Int8Array signature);
}
