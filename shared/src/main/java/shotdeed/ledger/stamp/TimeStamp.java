package shotdeed.ledger.stamp;

import java.util.Arrays;
import shotdeed.digest.Sha256;
import shotdeed.ledger.Crypto;
import shotdeed.ledger.stamp.StampRefused.Reason;

/**
 * What an authority signed about the time at which some bytes existed (RFC 3161). It says when, not who made them or that
 * they are true; and whether to trust the authority is for the reader of its name and fingerprint.
 *
 * @param time ISO 8601 in UTC, such as {@code 2026-11-22T10:00:00Z}; with a fraction of a second if the authority gave one
 * @param seconds the same since 1970, rounded down
 * @param authority the certificate's subject, such as {@code CN=Example Time Stamping, O=Example, C=CN}; at most ten parts
 *     of 120 characters
 * @param fingerprint SHA-256 of the certificate, 64 characters of lower-case hexadecimal
 */
public record TimeStamp(String time, long seconds, String authority, String fingerprint) {
  /** Bytes of an answer; usual are 1 to 8 KB. */
  public static final int MAX_BYTES = 64 << 10;

  private static final String TST_INFO = "2a864886f70d0109100104";
  private static final String HASH = "SHA-256";

  /**
   * Checks an authority's answer ({@code .tsr}): that it grants, is about these bytes by their SHA-256, and is signed by the
   * key of a certificate that it carries, which is for time stamps only and was valid at the stated time. It does not
   * check who issued that certificate.
   *
   * @throws StampRefused if anything does not hold; nothing else is thrown, whatever the answer is
   */
  public static TimeStamp check(byte[] tsr, byte[] stamped, Crypto crypto) throws StampRefused {
    if (tsr.length > MAX_BYTES) {
      throw DerElement.form("more than " + MAX_BYTES + " bytes");
    }
    DerReader answer = DerElement.whole(tsr).require(DerElement.SEQUENCE).inside();
    requireGranted(answer.next(DerElement.SEQUENCE).inside());
    SignedContent token = new SignedContent(answer.next());
    answer.end();
    if (!token.type().equals(TST_INFO)) {
      throw DerElement.form("a signed message that is no time stamp");
    }
    DerTime time = time(token.content(), Sha256.of(stamped));
    StampCertificate certificate = token.check(crypto);
    certificate.require(time);
    return new TimeStamp(
        time.text(), time.seconds(), certificate.subject(), Sha256.hex(certificate.whole().encoded()));
  }

  /** Reads PKIStatusInfo (RFC 3161, 2.4.2). */
  private static void requireGranted(DerReader parts) throws StampRefused {
    int status = parts.next().small();
    DerElement words = parts.optional(DerElement.SEQUENCE);
    DerReader lines = words == null ? null : words.inside();
    while (lines != null && lines.more()) {
      lines.next(DerElement.UTF8);
    }
    parts.optional(DerElement.BIT_STRING);
    parts.end();
    if (status > 1) { // 0 granted, 1 granted with changes
      throw new StampRefused(Reason.STATUS, "the authority answered with status " + status);
    }
  }

  /** Reads TSTInfo (RFC 3161, 2.4.2) and refuses one about another hash. */
  private static DerTime time(byte[] info, byte[] digest) throws StampRefused {
    DerReader parts = DerElement.whole(info).require(DerElement.SEQUENCE).inside();
    if (parts.next().small() != 1) {
      throw DerElement.form("a time stamp of another version");
    }
    parts.next().oid();
    DerReader imprint = parts.next(DerElement.SEQUENCE).inside();
    String hash = Algorithms.hash(imprint.next(), true);
    byte[] stated = imprint.next(DerElement.OCTET_STRING).content();
    imprint.end();
    parts.next().integer();
    DerTime time = DerTime.of(parts.next(DerElement.GENERALIZED_TIME));
    parts.optional(DerElement.SEQUENCE);
    if (parts.more(DerElement.BOOLEAN)) {
      parts.next().truth();
    }
    if (parts.more(DerElement.INTEGER)) {
      parts.next().integer();
    }
    parts.optional(DerElement.field(0));
    parts.optional(DerElement.field(1));
    parts.end();
    if (!hash.equals(HASH) || !Arrays.equals(stated, digest)) {
      throw new StampRefused(Reason.IMPRINT, "the stamp is about other bytes");
    }
    return time;
  }
}
