package shotdeed.server.ledger.outside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The openssl program: another hand's authority, and another hand's check. */
public final class Openssl {
  private final Path folder;

  public Openssl(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs it in the folder.
   *
   * @return what it said
   * @throws AssertionError if it fails
   */
  public String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError(String.join(" ", command) + "\n" + said);
    }
    return said;
  }

  /**
   * Makes an authority: {@code ca.pem}, {@code tsa.pem} and its key.
   *
   * @param key arguments of {@code genpkey}
   */
  Openssl authority(String... key) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("tsa.cnf"), """
        [req]
        distinguished_name = none
        [none]
        [stamp]
        extendedKeyUsage = critical,timeStamping
        keyUsage = critical,digitalSignature
        subjectKeyIdentifier = hash
        [root]
        basicConstraints = critical,CA:TRUE
        keyUsage = critical,keyCertSign
        [tsa]
        default_tsa = config
        [config]
        serial = serial
        signer_cert = tsa.pem
        signer_key = tsa.key
        certs = ca.pem
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        accuracy = secs:1, millisecs:500
        clock_precision_digits = 3
        ordering = yes
        tsa_name = yes
        ess_cert_id_chain = no
        ess_cert_id_alg = sha256
        """);
    Files.writeString(folder.resolve("serial"), "01\n");
    run("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "ca.key", "-out",
        "ca.pem", "-subj", "/C=CN/O=Willow/CN=Willow Root", "-days", "30", "-config", "tsa.cnf", "-extensions", "root",
        "-utf8");
    List<String> make = new ArrayList<>(List.of("genpkey", "-out", "tsa.key"));
    make.addAll(List.of(key));
    run(make.toArray(new String[0]));
    run("req", "-new", "-key", "tsa.key", "-out", "tsa.csr", "-subj", "/C=CN/O=\u67f3\u7ec7/CN=Willow Time Stamping", "-config",
        "tsa.cnf", "-utf8");
    run("x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "tsa.pem", "-days",
        "20", "-extfile", "tsa.cnf", "-extensions", "stamp");
    return this;
  }

  /** Answers a question as the authority. */
  byte[] answer(byte[] question) throws IOException, InterruptedException {
    Files.write(folder.resolve("question.tsq"), question);
    run("ts", "-reply", "-config", "tsa.cnf", "-section", "config", "-queryfile", "question.tsq", "-out", "answer.tsr");
    return Files.readAllBytes(folder.resolve("answer.tsr"));
  }

  /** Checks an answer as a court's expert would. */
  String verify(byte[] data, byte[] tsr, String ca) throws IOException, InterruptedException {
    Files.write(folder.resolve("x.checkpoint"), data);
    Files.write(folder.resolve("x.tsr"), tsr);
    Files.writeString(folder.resolve("roots.pem"), ca);
    return run("ts", "-verify", "-data", "x.checkpoint", "-in", "x.tsr", "-CAfile", "roots.pem");
  }
}
