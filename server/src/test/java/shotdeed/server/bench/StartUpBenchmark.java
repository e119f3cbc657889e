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
import shotdeed.fingerprint.Kernel;
import shotdeed.server.TestServer;

/**
 * From launching the jar to its first line, with none, with 100,000 monitored certificates of one fingerprint, and with
 * 10,000 of 64. Prints figures, asserts none. Needs {@code target/shotdeed.jar}: {@code mvn -DskipTests package}, then {@code mvn test -pl server -am
 * -Dgroups=benchmark -DexcludedGroups=}.
 */
@Tag("benchmark")
class StartUpBenchmark {
  private static final int ROUNDS = 7;

  @Test
  void from_launch_to_the_first_line(@TempDir Path empty, @TempDir Path single, @TempDir Path many) throws Exception {
    TestServer.start(empty, 0).stop();
    TestServer.start(single, 0).stop();
    TestServer.start(many, 0).stop();
    fill(single, 100_000, 1);
    fill(many, 10_000, 64);
    System.out.printf(
        "%nstart-up, median of %d, ms: %.0f with no fingerprint, %.0f with 100,000 x 1, %.0f with 10,000 x 64;"
            + " jar %.1f MB%n",
        ROUNDS, median(empty), median(single), median(many), Files.size(jar()) / 1e6);
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

  /** Monitored certificates straight into the store: what is measured is reading them. */
  private static void fill(Path data, int certificates, int fingerprints) throws Exception {
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
            connection.prepareStatement(
                "insert into fingerprint values (?, ?, " + Kernel.VERSION + ", 0, 0, 10000, 10000, 100, 47, ?)")) {
      connection.setAutoCommit(false);
      byte[] hash = new byte[32];
      for (int i = 1; i <= certificates; i++) {
        certificate.setString(1, String.format("%064x", i));
        certificate.addBatch();
        for (int place = 0; place < fingerprints; place++) {
          random.nextBytes(hash);
          fingerprint.setInt(1, i);
          fingerprint.setInt(2, place);
          fingerprint.setBytes(3, hash);
          fingerprint.addBatch();
        }
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
