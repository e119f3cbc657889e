package shotdeed.ledger.stamp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import shotdeed.ledger.stamp.StampRefused.Reason;

/** The signed attributes of a stamp (RFC 5652, 5.3 and 11; RFC 2634, 5.4; RFC 5035). */
final class Attributes {
  private static final String CONTENT_TYPE = "2a864886f70d010903";
  private static final String MESSAGE_DIGEST = "2a864886f70d010904";
  private static final String SIGNING_CERTIFICATE = "2a864886f70d010910020c";
  private static final String SIGNING_CERTIFICATE_2 = "2a864886f70d010910022f";

  private final byte[] signed;
  private final Map<String, DerElement> values = new HashMap<>();

  /** Reads the field that holds them. */
  Attributes(DerElement field) throws StampRefused {
    signed = field.require(DerElement.field(0)).encoded();
    signed[0] = DerElement.SET; // RFC 5652, 5.4: the signature is over this tag
    DerReader all = field.inside();
    while (all.more()) {
      DerReader attribute = all.next(DerElement.SEQUENCE).inside();
      String oid = attribute.next().oid();
      DerReader set = attribute.next(DerElement.SET).inside();
      attribute.end();
      DerElement value = set.next();
      set.end();
      if (values.put(oid, value) != null) {
        throw DerElement.form("an attribute stands twice");
      }
    }
  }

  /** The bytes that the signature is over. */
  byte[] signed() {
    return signed;
  }

  /** Refuses another content than the one that they are about. */
  void requireContent(String type, byte[] digest) throws StampRefused {
    if (!type.equals(required(CONTENT_TYPE).oid())) {
      throw new StampRefused(Reason.SIGNATURE, "the signature is about a content of another type");
    }
    DerElement stated = required(MESSAGE_DIGEST).require(DerElement.OCTET_STRING);
    if (!Arrays.equals(digest, stated.content())) {
      throw new StampRefused(Reason.SIGNATURE, "the signature is about another content");
    }
  }

  /** Refuses a certificate that is not the first that they name. */
  void requireCertificate(StampCertificate certificate) throws StampRefused {
    DerElement first = values.get(SIGNING_CERTIFICATE);
    DerElement second = values.get(SIGNING_CERTIFICATE_2);
    if (first == null && second == null) {
      throw new StampRefused(Reason.CERTIFICATE, "the signature does not name its certificate");
    }
    if (first != null) {
      requireNamed(first, false, certificate);
    }
    if (second != null) {
      requireNamed(second, true, certificate);
    }
  }

  private static void requireNamed(DerElement value, boolean stating, StampCertificate certificate)
      throws StampRefused {
    DerReader names = value.require(DerElement.SEQUENCE).inside().next(DerElement.SEQUENCE).inside();
    DerReader name = names.next(DerElement.SEQUENCE).inside();
    String hash = stating ? "SHA-256" : "SHA-1";
    if (stating && name.more(DerElement.SEQUENCE)) {
      hash = Algorithms.hash(name.next(), true);
    }
    byte[] stated = name.next(DerElement.OCTET_STRING).content();
    boolean same = Arrays.equals(stated, StampHash.of(hash, certificate.whole().encoded()));
    if (same && name.more()) {
      DerReader issuer = name.next(DerElement.SEQUENCE).inside();
      issuer.next(DerElement.SEQUENCE);
      same = Arrays.equals(issuer.next().integer(), certificate.serial());
      issuer.end();
    }
    name.end();
    if (!same) {
      throw new StampRefused(Reason.CERTIFICATE, "the signature names another certificate");
    }
  }

  private DerElement required(String oid) throws StampRefused {
    DerElement value = values.get(oid);
    if (value == null) {
      throw DerElement.form("a signed attribute is missing");
    }
    return value;
  }
}
