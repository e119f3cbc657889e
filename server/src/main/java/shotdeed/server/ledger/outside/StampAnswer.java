package shotdeed.server.ledger.outside;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import shotdeed.ledger.stamp.StampRefused;
import shotdeed.ledger.stamp.TimeStamp;
import shotdeed.server.ledger.PlatformCrypto;
import shotdeed.server.platform.PageText;

/**
 * Checks an authority's answer twice: with Bouncy Castle, and with the reader that the verifiers of bundles use, so that
 * nothing is kept that those would not take.
 */
final class StampAnswer {
  /** The stated time may be so far from this computer's. */
  static final Duration CLOCKS = Duration.ofHours(1);

  private static final int MAX_DETAIL = 200;

  private final List<X509Certificate> roots;

  /** With the certificates that the authority's must come from; none if it may be any. */
  StampAnswer(List<X509Certificate> roots) {
    this.roots = roots;
  }

  /**
   * Checks an answer.
   *
   * @param stamped the bytes that the question was about
   * @param now this computer's time
   */
  TimeStamp check(byte[] tsr, TimeStampRequest question, byte[] stamped, Instant now) throws NotGiven {
    TimeStampResponse response = granted(tsr);
    TimeStampToken token = response.getTimeStampToken();
    if (!question.getNonce().equals(token.getTimeStampInfo().getNonce())) {
      throw new NotGiven(OutsideFault.NONCE, "");
    }
    TimeStamp stamp;
    try {
      stamp = TimeStamp.check(tsr, stamped, new PlatformCrypto());
    } catch (StampRefused e) {
      throw new NotGiven(OutsideFault.of(e.reason()), detail(e));
    }
    second(response, question);
    requireChain(token);
    Duration apart = Duration.between(Instant.ofEpochSecond(stamp.seconds()), now).abs();
    if (apart.compareTo(CLOCKS) > 0) {
      throw new NotGiven(OutsideFault.CLOCK, stamp.time());
    }
    return stamp;
  }

  private static TimeStampResponse granted(byte[] tsr) throws NotGiven {
    TimeStampResponse response;
    try {
      response = new TimeStampResponse(tsr);
    } catch (TSPException | IOException | RuntimeException e) { // its parser throws whatever comes to hand
      throw new NotGiven(OutsideFault.FORM, detail(e));
    }
    if (response.getStatus() > 1 || response.getTimeStampToken() == null) {
      String said = response.getStatusString();
      throw new NotGiven(
          OutsideFault.REJECTED,
          PageText.line(said == null || said.isBlank() ? "status " + response.getStatus() : said, MAX_DETAIL));
    }
    return response;
  }

  private static void second(TimeStampResponse response, TimeStampRequest question) throws NotGiven {
    TimeStampToken token = response.getTimeStampToken();
    try {
      response.validate(question);
      X509CertificateHolder signer = signer(token);
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
    } catch (TSPValidationException e) {
      throw new NotGiven(OutsideFault.CERTIFICATE, detail(e));
    } catch (TSPException | OperatorCreationException | GeneralSecurityException | RuntimeException e) {
      throw new NotGiven(OutsideFault.SIGNATURE, detail(e));
    }
  }

  private static X509CertificateHolder signer(TimeStampToken token) throws NotGiven {
    for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
      if (token.getSID().match(each)) {
        return each;
      }
    }
    throw new NotGiven(OutsideFault.CERTIFICATE, "");
  }

  /** Up to one of the roots, all valid at the stated time; who revoked what since is not asked. */
  private void requireChain(TimeStampToken token) throws NotGiven {
    if (roots.isEmpty()) {
      return;
    }
    try {
      JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
      List<X509Certificate> all = new ArrayList<>();
      for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
        all.add(converter.getCertificate(each));
      }
      X509CertSelector own = new X509CertSelector();
      own.setCertificate(converter.getCertificate(signer(token)));
      Set<TrustAnchor> anchors = new HashSet<>();
      roots.forEach(root -> anchors.add(new TrustAnchor(root, null)));
      PKIXBuilderParameters chain = new PKIXBuilderParameters(anchors, own);
      chain.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
      chain.setRevocationEnabled(false);
      chain.setDate(Date.from(token.getTimeStampInfo().getGenTime().toInstant()));
      CertPathBuilder.getInstance("PKIX").build(chain);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new NotGiven(OutsideFault.CHAIN, detail(e));
    }
  }

  private static String detail(Exception e) {
    return PageText.line(e.getMessage(), MAX_DETAIL);
  }
}
