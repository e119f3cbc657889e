package shotdeed.server.ledger.outside;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import shotdeed.digest.Sha256;
import shotdeed.ledger.stamp.TimeStamp;
import shotdeed.server.platform.OutsideCall;
import shotdeed.server.platform.PageText;

/** Asks a time-stamp authority over HTTP (RFC 3161, 3.4). */
final class StampClient {
  private static final int NONCE_BITS = 96;
  private static final String QUERY = "application/timestamp-query";
  private static final String REPLY = "application/timestamp-reply";
  private static final int MAX_TYPE = 100;

  private final OutsideCall call;
  private final String url;
  private final StampAnswer answer;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /** With the certificates that the authority's must come from; none if it may be any. */
  StampClient(OutsideCall call, String url, List<X509Certificate> roots, InstantSource clock) {
    this.call = call;
    this.url = url;
    this.answer = new StampAnswer(roots);
    this.clock = clock;
  }

  /** What the authority answered, as it came, and what it says. */
  record Given(byte[] tsr, TimeStamp stamp) {}

  String url() {
    return url;
  }

  /** Has bytes stamped. */
  Given stamp(byte[] bytes) throws NotGiven {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest question = generator.generate(
        NISTObjectIdentifiers.id_sha256,
        Sha256.of(bytes),
        // The top bit is set, so that it is as long as it should be.
        new BigInteger(NONCE_BITS, random).setBit(NONCE_BITS));
    byte[] tsr = ask(question);
    return new Given(tsr, answer.check(tsr, question, bytes, clock.instant()));
  }

  private byte[] ask(TimeStampRequest question) throws NotGiven {
    OutsideCall.Answer got;
    try {
      got = call.post(
          url,
          Map.of("User-Agent", "ShotDeed", "Accept", REPLY),
          QUERY,
          question.getEncoded(),
          TimeStamp.MAX_BYTES + 1);
    } catch (OutsideCall.Failed e) {
      throw new NotGiven(OutsideFault.of(e.fault()), "");
    } catch (IOException e) {
      throw new IllegalStateException("cannot write a question of RFC 3161", e);
    }
    OutsideFault fault = OutsideFault.of(got.status());
    if (fault != null) {
      throw new NotGiven(fault, Integer.toString(got.status()));
    }
    String type = got.contentType() == null ? "" : got.contentType();
    if (!type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT).equals(REPLY)) {
      throw new NotGiven(OutsideFault.TYPE, PageText.line(type, MAX_TYPE));
    }
    if (got.body().length > TimeStamp.MAX_BYTES) {
      throw new NotGiven(OutsideFault.LARGE, "");
    }
    return got.body();
  }
}
