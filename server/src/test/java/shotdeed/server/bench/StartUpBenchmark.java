package shotdeed.server.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.server.TestServer;

/**
 * From launching the jar to its first line, with 100,000 monitored fingerprints and, beside it, with none. Prints figures,
 * asserts none. Needs {@code target/shotdeed.jar}: {@code mvn -DskipTests package}, then {@code mvn test -pl server -am
 * -Dgroups=benchmark -DexcludedGroups=}.
 */
@Tag("benchmark")
class StartUpBenchmark {
  private static final int FINGERPRINTS = 100_000;
  private static final int ROUNDS = 7;

  @Test
  void from_launch_to_the_first_line(@TempDir Path empty, @TempDir Path full) throws Exception {
    TestServer.start(empty, 0).stop();
    TestServer.start(full, 0).stop();
    fill(full);
    System.out.printf(
        "%nstart-up, median of %d, ms: %.0f with no fingerprint, %.0f with %d; jar %.1f MB%n",
        ROUNDS, median(empty), median(full), FINGERPRINTS, Files.size(jar()) / 1e6);
  }

  private static double median(Path data) throws Exception {
    double[] millis = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-jar",
                  jar().toString(),
                  "serve",
                  "--data",
                  data.toString(),
                  "--port",
                  "0")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var out = process.inputReader(StandardCharsets.UTF_8)) {
        out.readLine();
        millis[round] = (System.nanoTime() - start) / 1e6;
      } finally {
        process.destroy();
        process.waitFor();
      }
    }
    Arrays.sort(millis);
    return millis[ROUNDS / 2];
  }

  /** One monitored certificate a fingerprint, straight into the store: what is measured is reading them. */
  private static void fill(Path data) throws Exception {
    Random random = new Random(11);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("shotdeed.db"));
        PreparedStatement certificate =
            connection.prepareStatement(
                """
                insert into certificate (seller_id, account_id, title, state, grade, basis, sha256, bytes, media_type,
                  width, height, created_at, certified_at, monitored_at)
                values (1, 1, 'p', 'monitored', 'certified-before-publication', 'own', ?, 1, 'image/jpeg', 400, 400,
                  '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')""");
        PreparedStatement fingerprint =
            connection.prepareStatement("insert into fingerprint values (?, 0, 1, 0, 0, 10000, 10000, 100, 47, ?)")) {
      connection.setAutoCommit(false);
      byte[] hash = new byte[32];
      for (int i = 1; i <= FINGERPRINTS; i++) {
        random.nextBytes(hash);
        certificate.setString(1, String.format("%064x", i));
        certificate.addBatch();
        fingerprint.setInt(1, i);
        fingerprint.setBytes(2, hash);
        fingerprint.addBatch();
      }
      certificate.executeBatch();
      fingerprint.executeBatch();
      connection.commit();
    }
  }

  private static Path jar() {
    return Path.of("target", "shotdeed.jar");
  }
}
