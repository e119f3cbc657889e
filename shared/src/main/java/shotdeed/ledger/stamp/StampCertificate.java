package shotdeed.ledger.stamp;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import shotdeed.ledger.stamp.StampRefused.Reason;

/**
 * What a stamp's certificate says (X.509; RFC 5280, 4.1).
 *
 * @param serial its shortest form
 * @param key SubjectPublicKeyInfo
 * @param keyId of the extension, or {@code null}
 * @param stampsOnly whether it is for time stamps and nothing else, and says so critically (RFC 3161, 2.3)
 */
record StampCertificate(
    DerElement whole,
    DerElement issuer,
    byte[] serial,
    DerTime from,
    DerTime until,
    String subject,
    DerElement key,
    byte[] keyId,
    boolean stampsOnly) {
  private static final String KEY_ID = "551d0e";
  private static final String KEY_USAGE = "551d0f";
  private static final String EXTENDED_USAGE = "551d25";
  private static final String TIME_STAMPING = "2b06010505070308";

  /** Other extensions that may be critical without saying anything about a stamp: names, constraints, policies. */
  private static final Set<String> HARMLESS = Set.of("551d11", "551d13", "551d20");

  /** How the third version is written. */
  private static final int THREE = 2;

  private static final int SIGNATURES = 0xc0;

  /** Reads one. */
  static StampCertificate of(DerElement whole) throws StampRefused {
    DerReader parts = whole.require(DerElement.SEQUENCE).inside();
    DerReader body = parts.next(DerElement.SEQUENCE).inside();
    DerElement algorithm = parts.next(DerElement.SEQUENCE);
    parts.next().bits();
    parts.end();
    int version = version(body.optional(DerElement.field(0)));
    byte[] serial = body.next().integer();
    Algorithms.requireAny(algorithm);
    if (!Arrays.equals(body.next().encoded(), algorithm.encoded())) {
      throw DerElement.form("a certificate that says twice how it is signed");
    }
    DerElement issuer = body.next(DerElement.SEQUENCE);
    DerName.text(issuer);
    DerReader validity = body.next(DerElement.SEQUENCE).inside();
    DerTime from = DerTime.of(validity.next());
    DerTime until = DerTime.of(validity.next());
    validity.end();
    String subject = DerName.text(body.next());
    DerElement key = body.next(DerElement.SEQUENCE);
    DerReader keyParts = key.inside();
    Algorithms.requireAny(keyParts.next());
    keyParts.next().bits();
    keyParts.end();
    body.optional(DerElement.plainField(1));
    body.optional(DerElement.plainField(2));
    Extensions extensions = extensions(version == THREE ? body.optional(DerElement.field(3)) : null);
    body.end();
    return new StampCertificate(
        whole, issuer, serial, from, until, subject, key, extensions.keyId, extensions.stamps && extensions.known);
  }

  private static int version(DerElement field) throws StampRefused {
    if (field == null) {
      return 0;
    }
    DerReader inside = field.inside();
    int version = inside.next().small();
    inside.end();
    if (version < 1 || version > THREE) {
      throw DerElement.form("a certificate of another version");
    }
    return version;
  }

  private static final class Extensions {
    byte[] keyId;
    boolean stamps;
    boolean known = true;
  }

  private static Extensions extensions(DerElement field) throws StampRefused {
    Extensions found = new Extensions();
    if (field == null) {
      return found;
    }
    DerReader outer = field.inside();
    DerReader all = outer.next(DerElement.SEQUENCE).inside();
    outer.end();
    Set<String> seen = new HashSet<>();
    while (all.more()) {
      DerReader extension = all.next(DerElement.SEQUENCE).inside();
      String oid = extension.next().oid();
      boolean critical = extension.more(DerElement.BOOLEAN) && extension.next().truth();
      byte[] value = extension.next(DerElement.OCTET_STRING).content();
      extension.end();
      if (!seen.add(oid)) {
        throw DerElement.form("an extension stands twice");
      }
      read(found, oid, critical, value);
    }
    return found;
  }

  private static void read(Extensions found, String oid, boolean critical, byte[] value) throws StampRefused {
    switch (oid) {
      case EXTENDED_USAGE:
        DerReader uses = DerElement.whole(value).require(DerElement.SEQUENCE).inside();
        found.stamps = critical && uses.next().oid().equals(TIME_STAMPING) && !uses.more();
        break;
      case KEY_USAGE:
        // Signatures and commitments: what else the key may do, a stamp's key may not (RFC 3161, 2.3).
        byte[] bits = DerElement.whole(value).bits();
        int first = bits.length == 1 ? bits[0] & 0xff : 0;
        found.known &= (first & SIGNATURES) != 0 && (first & ~SIGNATURES) == 0;
        break;
      case KEY_ID:
        found.keyId = DerElement.whole(value).require(DerElement.OCTET_STRING).content();
        break;
      default:
        found.known &= !critical || HARMLESS.contains(oid);
        break;
    }
  }

  /** Refuses a certificate that is not for time stamps, or was not valid at a time. */
  void require(DerTime time) throws StampRefused {
    if (!stampsOnly) {
      throw new StampRefused(Reason.CERTIFICATE, "the certificate is not one for time stamps");
    }
    if (time.seconds() < from.seconds() || time.seconds() > until.seconds()) {
      throw new StampRefused(
          Reason.EXPIRED, "the certificate is valid from " + from.text() + " to " + until.text() + ", not " + time.text());
    }
  }
}
