package shotdeed.server.ledger.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.ledger.stamp.StampRefused;
import shotdeed.ledger.stamp.TimeStamp;
import shotdeed.server.ledger.PlatformCrypto;

/** What verifiers of bundles read in an authority's answer, beside what Bouncy Castle and openssl find. */
class TimeStampTest {
  private static final byte[] TEXT =
      "shotdeed/3f9a\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n".getBytes(StandardCharsets.UTF_8);
  private static final Instant TIME = Instant.parse("2026-11-22T10:00:00Z");

  private static byte[] question(byte[] bytes) throws IOException, GeneralSecurityException {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    return generator.generate(
        NISTObjectIdentifiers.id_sha256,
        MessageDigest.getInstance("SHA-256").digest(bytes),
        BigInteger.valueOf(123_456_789)).getEncoded();
  }

  private static byte[] answer(TestAuthority authority) throws IOException, GeneralSecurityException {
    return authority.answer(question(TEXT), TIME);
  }

  private static TimeStamp check(byte[] tsr) throws StampRefused {
    return TimeStamp.check(tsr, TEXT, new PlatformCrypto());
  }

  /** The verdict in a word. */
  private static String verdict(byte[] tsr) {
    try {
      return check(tsr).time();
    } catch (StampRefused e) {
      return e.reason().name();
    }
  }

  private static String verdict(TestAuthority authority) throws IOException, GeneralSecurityException {
    return verdict(answer(authority));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "SHA256withRSA", "SHA384withRSA", "SHA512withRSA", "SHA256withECDSA", "SHA384withECDSA", "SHA512withECDSA"
  })
  void a_stamp_says_when_and_by_whom(String algorithm) throws Exception {
    TestAuthority authority = TestAuthority.signing(algorithm);
    TimeStamp stamp = check(answer(authority));
    assertThat(stamp).isEqualTo(new TimeStamp(
        "2026-11-22T10:00:00Z",
        TIME.getEpochSecond(),
        "CN=Willow Time Stamping, O=Willow, C=CN",
        HexFormat.of().formatHex(
            MessageDigest.getInstance("SHA-256").digest(authority.certificate().getEncoded()))));
  }

  @Test
  void an_older_authority_that_names_its_certificate_by_sha_1_is_taken() throws Exception {
    assertThat(verdict(TestAuthority.rsa().namingBySha1())).isEqualTo("2026-11-22T10:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA rsa_keygen_bits:3072", "EC ec_paramgen_curve:P-256", "EC ec_paramgen_curve:P-384"})
  void what_openssl_answers_is_taken_with_its_fraction_of_a_second(String key, @TempDir Path folder)
      throws Exception {
    String[] parts = key.split(" ");
    Openssl openssl = new Openssl(folder).authority("-algorithm", parts[0], "-pkeyopt", parts[1]);
    byte[] tsr = openssl.answer(question(TEXT));
    TimeStamp stamp = check(tsr);
    assertThat(stamp.authority()).isEqualTo("CN=Willow Time Stamping, O=柳织, C=CN");
    assertThat(stamp.time()).matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z");
    assertThat(Duration.between(Instant.parse(stamp.time()), Instant.now()).abs()).isLessThan(Duration.ofMinutes(5));
    assertThat(Instant.parse(stamp.time()).getEpochSecond()).isEqualTo(stamp.seconds());
    assertThat(openssl.verify(TEXT, tsr, Files.readString(folder.resolve("ca.pem")))).contains("Verification: OK");
  }

  @Test
  void openssl_takes_what_bouncy_castle_answers(@TempDir Path folder) throws Exception {
    TestAuthority authority = TestAuthority.signing("SHA384withECDSA");
    assertThat(new Openssl(folder).verify(TEXT, answer(authority), authority.rootPem())).contains("Verification: OK");
  }

  @Test
  void a_stamp_over_other_bytes_is_none() throws Exception {
    byte[] tsr = answer(TestAuthority.rsa());
    assertThatThrownBy(() -> TimeStamp.check(tsr, new byte[] {1}, new PlatformCrypto()))
        .isInstanceOf(StampRefused.class)
        .hasMessageStartingWith("IMPRINT");
  }

  @Test
  void an_answer_that_refuses_is_none() {
    assertThat(verdict(TestAuthority.rsa().refusal("no more today"))).isEqualTo("STATUS");
  }

  @Test
  void a_certificate_that_was_not_valid_then_is_refused() throws Exception {
    TestAuthority.Extra stamps = TestAuthority.stamps(true, KeyPurposeId.id_kp_timeStamping);
    assertThat(verdict(TestAuthority.rsa().certified(TIME.minus(Duration.ofDays(730)).minusSeconds(1), stamps)))
        .isEqualTo("EXPIRED");
    assertThat(verdict(TestAuthority.rsa().certified(TIME.minus(Duration.ofDays(730)), stamps)))
        .isEqualTo("2026-11-22T10:00:00Z");
    assertThat(verdict(TestAuthority.rsa().certified(TIME.plusSeconds(1), stamps))).isEqualTo("EXPIRED");
  }

  @Test
  void a_key_for_something_else_besides_is_no_authoritys() throws Exception {
    TestAuthority.Extra stamps = TestAuthority.stamps(true, KeyPurposeId.id_kp_timeStamping);
    TestAuthority.Extra signs = new TestAuthority.Extra(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    TestAuthority.Extra certifies = new TestAuthority.Extra(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign));
    TestAuthority.Extra unknown = new TestAuthority.Extra(
        new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.2"), true, new KeyUsage(KeyUsage.digitalSignature));
    assertThat(verdict(TestAuthority.rsa().certified(stamps, signs))).isEqualTo("2026-11-22T10:00:00Z");
    assertThat(verdict(TestAuthority.rsa().certified(stamps, certifies))).isEqualTo("CERTIFICATE");
    assertThat(verdict(TestAuthority.rsa().certified(stamps, unknown))).isEqualTo("CERTIFICATE");
  }

  @Test
  void weak_keys_are_refused() throws Exception {
    assertThat(verdict(TestAuthority.weak())).isEqualTo("ALGORITHM");
  }

  @Test
  void a_signature_by_a_hash_that_is_no_longer_safe_is_refused() throws Exception {
    assertThat(verdict(TestAuthority.signing("SHA1withRSA"))).isEqualTo("ALGORITHM");
  }

  @Test
  void a_signature_that_names_another_certificate_is_refused() throws Exception {
    TestAuthority other = TestAuthority.signing("SHA256withECDSA");
    assertThat(verdict(TestAuthority.rsa().naming(other.certificate()))).isIn("CERTIFICATE", "ALGORITHM", "SIGNATURE");
  }

  @Test
  void an_answer_cut_off_anywhere_or_with_something_behind_it_is_refused() throws Exception {
    byte[] tsr = answer(TestAuthority.rsa());
    for (int length = 0; length < tsr.length; length++) {
      assertThat(verdict(Arrays.copyOf(tsr, length))).isEqualTo("FORM");
    }
    assertThat(verdict(Arrays.copyOf(tsr, tsr.length + 1))).isEqualTo("FORM");
    assertThat(verdict(new byte[TimeStamp.MAX_BYTES + 1])).isEqualTo("FORM");
  }

  /**
   * Each byte in turn; where the reader takes the change, what it reads is the same, and Bouncy Castle takes it too, but
   * for the inside of the root's certificate, which is not what the stamp is checked with.
   */
  @ParameterizedTest
  @ValueSource(strings = {"SHA256withRSA", "SHA256withECDSA"})
  void whatever_byte_is_changed_nothing_is_taken_that_bouncy_castle_does_not_take(String algorithm)
      throws Exception {
    TestAuthority authority = TestAuthority.signing(algorithm);
    byte[] tsr = answer(authority);
    byte[] rootBytes = authority.root().getEncoded();
    int root = HexFormat.of().formatHex(tsr).indexOf(HexFormat.of().formatHex(rootBytes)) / 2;
    TimeStamp whole = check(tsr);
    int taken = 0;
    for (int i = 0; i < tsr.length; i++) {
      for (int change : new int[] {0x01, 0x20, 0x80, 0xff}) {
        byte[] changed = tsr.clone();
        changed[i] ^= (byte) change;
        TimeStamp read;
        try {
          read = check(changed);
        } catch (StampRefused e) {
          continue;
        }
        taken++;
        assertThat(read).as("byte %d ^ %x", i, change).isEqualTo(whole);
        if (i < root || i >= root + rootBytes.length) {
          assertThat(bouncy(changed)).as("byte %d ^ %x", i, change).isEqualTo(TIME);
        }
      }
    }
    // What nobody signed: the list of hashes, the other certificate, the status "granted with changes".
    assertThat(taken).isLessThan(tsr.length * 4 / 2);
  }

  private static Instant bouncy(byte[] tsr) {
    try {
      TimeStampToken token = new TimeStampResponse(tsr).getTimeStampToken();
      for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
        if (token.getSID().match(each)) {
          token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(each));
        }
      }
      return token.getTimeStampInfo().getGenTime().toInstant();
    } catch (Exception e) {
      return null;
    }
  }

  @Test
  void bytes_of_chance_and_bent_structures_are_refused_and_nothing_else_happens() throws Exception {
    Random random = new Random(7);
    byte[] tsr = answer(TestAuthority.signing("SHA256withECDSA"));
    for (int round = 0; round < 20_000; round++) {
      byte[] bent = tsr.clone();
      for (int k = 0; k <= random.nextInt(6); k++) {
        // Tags and lengths of what surrounds everything are near the beginning.
        int at = random.nextBoolean() ? random.nextInt(120) : random.nextInt(bent.length);
        bent[at] = (byte) random.nextInt(256);
      }
      verdict(bent);
      byte[] chance = new byte[random.nextInt(300)];
      random.nextBytes(chance);
      if (chance.length > 3) {
        chance[0] = 0x30;
        chance[1] = (byte) Math.min(127, chance.length - 2);
      }
      assertThat(verdict(chance)).isIn("FORM", "STATUS");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "30", "3000", "3080", "30800000", "308400000000", "3084ffffffff", "30847fffffff", "3083ffffff", "308100",
    "30020500", "0500", "1f8101", "3003020100", "300530030201ff"
  })
  void lengths_that_lie_are_refused(String hex) {
    assertThat(verdict(HexFormat.of().parseHex(hex))).isEqualTo("FORM");
  }

  @Test
  void depth_without_end_is_refused() {
    byte[] deep = new byte[TimeStamp.MAX_BYTES];
    Arrays.fill(deep, (byte) 0x30);
    assertThat(verdict(deep)).isEqualTo("FORM");
    byte[] indefinite = new byte[TimeStamp.MAX_BYTES];
    for (int i = 0; i < indefinite.length; i++) {
      indefinite[i] = (byte) (i % 2 == 0 ? 0x30 : 0x80);
    }
    assertThat(verdict(indefinite)).isEqualTo("FORM");
  }
}
