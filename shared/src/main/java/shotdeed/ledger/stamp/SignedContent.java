package shotdeed.ledger.stamp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import shotdeed.ledger.Crypto;
import shotdeed.ledger.stamp.StampRefused.Reason;

/** A signed message of CMS with one signer (RFC 5652, 5.1), whose certificate it carries. */
final class SignedContent {
  private static final String SIGNED_DATA = "2a864886f70d010702";
  private static final int MAX_CERTIFICATES = 16;

  private final String type;
  private final byte[] content;
  private final List<StampCertificate> certificates = new ArrayList<>();
  private final DerElement signer;
  private final DerElement hash;
  private final Attributes attributes;
  private final DerElement algorithm;
  private final byte[] signature;

  /** Reads a ContentInfo. */
  SignedContent(DerElement info) throws StampRefused {
    DerReader outer = info.require(DerElement.SEQUENCE).inside();
    if (!outer.next().oid().equals(SIGNED_DATA)) {
      throw DerElement.form("no signed message");
    }
    DerReader explicit = outer.next(DerElement.field(0)).inside();
    outer.end();
    DerReader data = explicit.next(DerElement.SEQUENCE).inside();
    explicit.end();
    requireVersion(data.next().small());
    DerReader hashes = data.next(DerElement.SET).inside();
    while (hashes.more()) {
      Algorithms.requireAny(hashes.next());
    }
    DerReader encapsulated = data.next(DerElement.SEQUENCE).inside();
    type = encapsulated.next().oid();
    DerReader field = encapsulated.next(DerElement.field(0)).inside();
    encapsulated.end();
    content = field.next(DerElement.OCTET_STRING).content();
    field.end();
    readCertificates(data.optional(DerElement.field(0)));
    data.optional(DerElement.field(1)); // revocations, which say nothing about the stamp's own time
    DerReader signers = data.next(DerElement.SET).inside();
    data.end();
    DerReader one = signers.next(DerElement.SEQUENCE).inside();
    signers.end();
    requireVersion(one.next().small());
    signer = one.next();
    hash = one.next();
    attributes = new Attributes(one.next());
    algorithm = one.next();
    signature = one.next(DerElement.OCTET_STRING).content();
    one.optional(DerElement.field(1)); // nobody signed these
    one.end();
  }

  private static void requireVersion(int version) throws StampRefused {
    if (version < 1 || version > 5) {
      throw DerElement.form("a signed message of version " + version);
    }
  }

  private void readCertificates(DerElement field) throws StampRefused {
    DerReader all = field == null ? null : field.inside();
    while (all != null && all.more()) {
      DerElement next = all.next();
      if (certificates.size() == MAX_CERTIFICATES) {
        throw DerElement.form("more than " + MAX_CERTIFICATES + " certificates");
      }
      certificates.add(StampCertificate.of(next));
    }
  }

  /** The type of what is signed, as {@link DerElement#oid} gives it. */
  String type() {
    return type;
  }

  /** What is signed. */
  byte[] content() {
    return content;
  }

  /**
   * Checks the signature.
   *
   * @return the certificate whose key made it
   */
  StampCertificate check(Crypto crypto) throws StampRefused {
    StampCertificate certificate = signerCertificate();
    String hashName = Algorithms.hash(hash, false);
    attributes.requireContent(type, StampHash.of(hashName, content));
    attributes.requireCertificate(certificate);
    String name = Algorithms.signature(algorithm, hashName, certificate.key());
    if (!crypto.verify(name, certificate.key().encoded(), attributes.signed(), signature)) {
      throw new StampRefused(Reason.SIGNATURE, "the authority's signature does not hold");
    }
    return certificate;
  }

  private StampCertificate signerCertificate() throws StampRefused {
    for (StampCertificate each : certificates) {
      if (names(each)) {
        return each;
      }
    }
    throw new StampRefused(Reason.CERTIFICATE, "the certificate is not with the stamp");
  }

  private boolean names(StampCertificate certificate) throws StampRefused {
    if (signer.tag() == DerElement.plainField(0)) {
      return certificate.keyId() != null && Arrays.equals(signer.content(), certificate.keyId());
    }
    DerReader parts = signer.require(DerElement.SEQUENCE).inside();
    boolean issuer = Arrays.equals(parts.next().encoded(), certificate.issuer().encoded());
    boolean serial = Arrays.equals(parts.next().integer(), certificate.serial());
    parts.end();
    return issuer && serial;
  }
}
