package shotdeed.server.ledger.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/** A real time-stamp authority with a root of its own. */
public final class TestAuthority {
  /** When its certificates begin; they end two years later. */
  public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

  private static final KeyPair ROOT_KEY = key("secp256r1");
  private static final KeyPair RSA = key("2048");
  private static final KeyPair P_256 = key("secp256r1");
  private static final KeyPair P_384 = key("secp384r1");

  private final KeyPair key;
  private final X509Certificate root;
  private X509Certificate certificate;
  private String algorithm;
  private boolean sha1Id;
  private X509Certificate named;
  private X509Certificate anything;

  private TestAuthority(KeyPair key, String algorithm) {
    this.key = key;
    this.algorithm = algorithm;
    X500Name name = new X500Name("C=CN,O=Willow,CN=Willow Root");
    root = certificate(name, ROOT_KEY, name, "SHA256withECDSA", FROM, List.of(
        new Extra(Extension.basicConstraints, true, new BasicConstraints(true)),
        new Extra(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))));
    certified(stamps(true, KeyPurposeId.id_kp_timeStamping));
  }

  /** One more extension of a certificate. */
  record Extra(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {}

  /** One that signs with RSA of 2048 bits and SHA-256. */
  public static TestAuthority rsa() {
    return signing("SHA256withRSA");
  }

  /** One that signs so, with a key on P-384 if the hash is SHA-384 and the algorithm is ECDSA. */
  public static TestAuthority signing(String algorithm) {
    return new TestAuthority(
        algorithm.endsWith("RSA") ? RSA : algorithm.startsWith("SHA384") ? P_384 : P_256, algorithm);
  }

  static TestAuthority weak() {
    return new TestAuthority(key("1024"), "SHA256withRSA");
  }

  static Extra stamps(boolean critical, KeyPurposeId... purposes) {
    return new Extra(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purposes));
  }

  /** With a certificate that has these extensions. */
  TestAuthority certified(Extra... extras) {
    return certified(FROM, extras);
  }

  TestAuthority certified(Instant from, Extra... extras) {
    certificate = certificate(
        new X500Name("C=CN,O=Willow,CN=Willow Root"),
        key,
        new X500Name("C=CN,O=Willow,CN=Willow Time Stamping"),
        "SHA256withECDSA",
        from,
        List.of(extras));
    return this;
  }

  /** Signs with a certificate that no authority would sign with. */
  TestAuthority certifiedForAnything(Extra... extras) {
    certified(stamps(true, KeyPurposeId.id_kp_timeStamping));
    X509Certificate good = certificate;
    certified(FROM, extras);
    anything = certificate;
    certificate = good;
    return this;
  }

  /** Names its certificate by SHA-1, as older authorities do. */
  TestAuthority namingBySha1() {
    sha1Id = true;
    return this;
  }

  /** Names another certificate than its own. */
  TestAuthority naming(X509Certificate other) {
    named = other;
    return this;
  }

  public X509Certificate root() {
    return root;
  }

  X509Certificate certificate() {
    return certificate;
  }

  String rootPem() {
    return pem(root);
  }

  public static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'})
          .encodeToString(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers a question. */
  public byte[] answer(byte[] question, Instant time) {
    try {
      byte[] tsr =
          answers().generate(new TimeStampRequest(question), BigInteger.TEN, Date.from(time)).getEncoded();
      return anything == null ? tsr : signedAnew(tsr);
    } catch (TSPException | CMSException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] signedAnew(byte[] tsr)
      throws TSPException, IOException, CMSException, OperatorCreationException, GeneralSecurityException {
    TimeStampTokenInfo read = new TimeStampResponse(tsr).getTimeStampToken().getTimeStampInfo();
    byte[] info = read.getEncoded();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(anything.getEncoded());
    Attribute names = new Attribute(
        PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash))));
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
        .setSignedAttributeGenerator(new AttributeTable(new DERSet(new ASN1Encodable[] {
          names, new Attribute(CMSAttributes.signingTime, new DERSet(new Time(read.getGenTime())))
        })))
        .build(algorithm, key.getPrivate(), anything));
    generator.addCertificates(new JcaCertStore(List.of(anything, root)));
    CMSSignedData token =
        generator.generate(new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, info), true);
    return new DERSequence(new ASN1Encodable[] {
      new DERSequence(new ASN1Integer(0)), token.toASN1Structure().toASN1Primitive()
    }).getEncoded("DER");
  }

  /** Refuses a question. */
  byte[] refusal(String words) {
    try {
      return answers().generateRejectedResponse(new TSPException(words)).getEncoded();
    } catch (TSPException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TimeStampResponseGenerator answers() {
    try {
      AlgorithmIdentifier hash =
          new AlgorithmIdentifier(sha1Id ? OIWObjectIdentifiers.idSHA1 : NISTObjectIdentifiers.id_sha256);
      TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
          new JcaSimpleSignerInfoGeneratorBuilder().build(
              algorithm, key.getPrivate(), named == null ? certificate : named),
          new JcaDigestCalculatorProviderBuilder().build().get(hash),
          new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1"));
      tokens.addCertificates(new JcaCertStore(List.of(certificate, root)));
      return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
    } catch (OperatorCreationException | GeneralSecurityException | TSPException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate certificate(
      X500Name issuer, KeyPair key, X500Name subject, String algorithm, Instant from, List<Extra> extras) {
    try {
      JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
          issuer,
          BigInteger.valueOf(subject.equals(issuer) ? 1 : 4711),
          Date.from(from),
          Date.from(from.plus(Duration.ofDays(730))),
          subject,
          key.getPublic());
      for (Extra each : extras) {
        builder.addExtension(each.oid(), each.critical(), each.value());
      }
      return new JcaX509CertificateConverter().getCertificate(
          builder.build(new JcaContentSignerBuilder(algorithm).build(ROOT_KEY.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair key(String kind) {
    try {
      boolean curve = kind.startsWith("secp");
      KeyPairGenerator generator = KeyPairGenerator.getInstance(curve ? "EC" : "RSA");
      if (curve) {
        generator.initialize(new ECGenParameterSpec(kind));
      } else {
        generator.initialize(Integer.parseInt(kind));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
