package shotdeed.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.ledger.verify.Tampering;
import shotdeed.ledger.verify.TestBundle;

/** The finished jar, as it is handed out: what merging many jars into one can break. */
class PackagedJarIT {
  private static final Path JAR = Path.of("target", "shotdeed.jar");

  @Test
  void it_carries_no_signatures_of_the_jars_that_it_was_made_of() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(entry -> entry.getName()))
          .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|DSA|RSA|EC)"));
    }
  }

  @Test
  void services_of_several_jars_stand_together() throws IOException {
    assertThat(service("javax.imageio.spi.ImageReaderSpi"))
        .contains("com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi")
        .contains("com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi");
    assertThat(service("java.sql.Driver")).contains("org.sqlite.JDBC");
    assertThat(service("org.flywaydb.core.extensibility.Plugin")).contains("org.flywaydb");
  }

  @Test
  void it_reads_the_formats_that_plug_ins_bring() throws Exception {
    Run run =
        run(
            "fingerprint",
            Path.of("..", "shared", "src", "test", "resources", "pictures", "lossless.webp").toString(),
            Path.of("src", "test", "resources", "pictures", "photo.jpg").toString());
    assertThat(run.exit).isZero();
    assertThat(run.out.lines()).hasSize(2).allMatch(line -> line.matches("[0-9a-f]{64}\t\\d+\t.*"));
  }

  @Test
  void it_checks_a_bundle_and_holds_the_page_that_does_so_without_it(@TempDir Path folder) throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.getEntry("shotdeed/server/verify/verify.html").getSize()).isGreaterThan(100_000);
    }
    TestBundle bundle = TestBundle.genuine();
    String file = Files.write(folder.resolve("bundle.zip"), bundle.zip()).toString();
    Run unknown = run("verify", "--language", "zh-CN", file);
    assertThat(unknown.exit).isEqualTo(2);
    assertThat(unknown.out).startsWith("未被改动，但密钥尚未确认");
    assertThat(run("verify", "--key", bundle.log.key().fingerprint(), file).exit).isZero();
    Files.write(folder.resolve("bundle.zip"), Tampering.all(bundle).get(0).zip());
    assertThat(run("verify", "--key", bundle.log.key().fingerprint(), file).exit).isEqualTo(1);
    assertThat(run("verify", folder.resolve("none.zip").toString()).exit).isEqualTo(66);
    assertThat(run("verify").exit).isEqualTo(64);
  }

  @Test
  void it_writes_webp_and_the_library_that_does_announces_itself_to_nobody(@TempDir Path folder) throws Exception {
    assertThat(service("javax.imageio.spi.ImageReaderSpi")).doesNotContain("luciad");
    assertThat(service("javax.imageio.spi.ImageWriterSpi")).doesNotContain("luciad");
    String photos = Path.of("..", "shared", "src", "test", "resources", "photos").toString();
    String others = Path.of("src", "test", "resources", "pictures").toString();
    Path csv = folder.resolve("result.csv");
    Run run =
        run(
            "bench", "matching", "--originals", photos, "--distractors", others, "--limit", "2", "--only", "recompress",
            "--out", csv.toString());
    assertThat(run.exit).isZero();
    assertThat(csv).content().contains("ShotDeed,own,recompress,webp-50,2,2,1.0000,");
  }

  @Test
  void it_starts_on_an_empty_folder_migrates_and_answers(@TempDir Path folder) throws Exception {
    Process server = start("serve", "--data", folder.toString(), "--port", "0");
    try (var out = server.inputReader(StandardCharsets.UTF_8)) {
      String address = out.readLine();
      assertThat(address).startsWith("ShotDeed " + Version.current() + " at http://127.0.0.1:");
      assertThat(out.readLine()).contains("/sign-in");
      URI origin = URI.create(address.substring(address.indexOf("http")));
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(origin.resolve("/readyz")).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private record Run(int exit, String out) {}

  private static Run run(String... arguments) throws Exception {
    Process process = start(arguments);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out);
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String service(String name) throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      var entry = jar.getEntry("META-INF/services/" + name);
      assertThat(entry).as(name).isNotNull();
      try (var in = jar.getInputStream(entry)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
