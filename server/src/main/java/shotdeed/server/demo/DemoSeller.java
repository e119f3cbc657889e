package shotdeed.server.demo;

import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shotdeed.model.CertificateState;
import shotdeed.server.Features;
import shotdeed.server.account.Caller;
import shotdeed.server.account.CreateSignInLink;
import shotdeed.server.account.Pairing;
import shotdeed.server.certify.Basis;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.Declaration;
import shotdeed.server.certify.ListCertificates;
import shotdeed.server.certify.UploadResult;
import shotdeed.server.learn.Attempt;
import shotdeed.server.learn.Exam;
import shotdeed.server.platform.Content;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Texts;

/** The demo's seller, who does what a seller does, through the same use cases. */
final class DemoSeller {
  private static final Set<CertificateState> ENDED =
      EnumSet.of(CertificateState.REJECTED, CertificateState.RETIRED, CertificateState.VOIDED);

  private static final String ADDRESS = "127.0.0.1";

  private final Features features;
  private final InstantSource clock;
  private final Caller caller;

  /** Signs in as the admin, who is owner of the first seller. */
  DemoSeller(Features features, InstantSource clock) {
    this.features = features;
    this.clock = clock;
    String session = features.sessions().signIn(signInCode(), ADDRESS);
    this.caller = features.sessions().caller(session);
    features.sessions().signOut(session);
  }

  private String signInCode() {
    return new CreateSignInLink(features.database(), clock).run();
  }

  Caller caller() {
    return caller;
  }

  /** A link that signs a person in to the console, once. */
  String signInLink(String origin) {
    return CreateSignInLink.link(origin, signInCode());
  }

  /** A link that pairs a browser, once. */
  String pairingLink(String origin) {
    return Pairing.link(origin, features.pairing().createCode(caller));
  }

  /** How many browsers were ever paired. */
  int devices() {
    return features.devices().list(caller).size();
  }

  /**
   * Uploads, reviews and monitors the photographs that are not there yet.
   *
   * @return number of the certificate by photograph
   * @throws IllegalStateException if the server refuses, such as on a full disk
   */
  Map<String, Integer> certify(List<Catalogue.Certified> photographs) throws IOException {
    try {
      passExam();
      return certifyAll(photographs);
    } catch (Refused refused) {
      Texts texts = Texts.in(Language.ENGLISH);
      throw new IllegalStateException(refused.title(texts) + ": " + refused.detail(texts), refused);
    }
  }

  /** Answers the exam as anybody does who has read the lesson. */
  private void passExam() {
    Exam exam = features.people().exam();
    if (exam.passed(caller)) {
      return;
    }
    Attempt attempt = exam.start(caller);
    for (Attempt.Asked asked : attempt.asked()) {
      if (asked.chosen() == null) {
        exam.answer(caller, attempt.id(), asked.place(), asked.order().indexOf(asked.question().rightAnswer()));
      }
    }
  }

  private Map<String, Integer> certifyAll(List<Catalogue.Certified> photographs) throws IOException {
    Map<String, Certificate> standing = standing();
    Map<String, Integer> numbers = new HashMap<>();
    for (Catalogue.Certified photograph : photographs) {
      byte[] file = Catalogue.photograph(photograph.photo());
      Certificate found = standing.get(Secrets.sha256(file));
      numbers.put(photograph.photo(), found == null ? certify(photograph, file) : found.id());
    }
    return numbers;
  }

  private int certify(Catalogue.Certified photograph, byte[] file) throws IOException {
    String name = photograph.photo().substring(photograph.photo().lastIndexOf('/') + 1) + ".jpg";
    UploadResult result = features.certifyUpload().run(
        caller, Content.of(name, file), new Declaration(true, Basis.OWN, null, photograph.title()));
    if (!result.state().equals(CertificateState.FIRST_PASSED.text())) {
      throw new IllegalStateException("the server refused the demo's photograph " + name + ": " + result.message());
    }
    features.secondReview().run(caller, result.certificate(), true, null);
    features.monitoring().steps().monitor(caller, result.certificate());
    return result.certificate();
  }

  /** Certificates by the SHA-256 of their files: all but those that ended. */
  private Map<String, Certificate> standing() {
    Map<String, Certificate> found = new HashMap<>();
    int seen = 0;
    for (int number = 1; ; number++) {
      ListCertificates.Page page = features.listCertificates().own(caller, null, number);
      for (Certificate certificate : page.certificates()) {
        seen++;
        if (!ENDED.contains(certificate.state())) {
          found.put(certificate.sha256(), certificate);
        }
      }
      if (page.certificates().isEmpty() || seen >= page.total()) {
        return found;
      }
    }
  }
}
