package shotdeed.extension.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The finished jar, run as its users run it. */
public final class ShotDeedServer implements AutoCloseable {
  private static final Path JAR = Path.of("..", "server", "target", "shotdeed.jar").toAbsolutePath().normalize();

  private final TemporaryFolder data = TemporaryFolder.named("shotdeed-data");
  private Process process;
  private String origin;
  private String signInLink;

  private final List<String> options;

  /**
   * Starts a server on a free port with an empty data folder.
   *
   * @param options of {@code serve}, beyond data folder and port
   */
  public ShotDeedServer(String... options) {
    this.options = List.of(options);
    start(0);
  }

  /** Such as {@code http://127.0.0.1:8710}. */
  public String origin() {
    return origin;
  }

  /** The one-time link that the first start printed. */
  public String signInLink() {
    return signInLink;
  }

  /** Ends the server at once, as a power cut would. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  /** Starts the server again on the same port and data. */
  public void startAgain() {
    start(port());
  }

  /** Ends the server, changes its store as days that pass would, and starts it again. */
  public void letPass(String sql) {
    kill();
    try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + data.path().resolve("shotdeed.db"));
        Statement statement = store.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
    startAgain();
  }

  /** The port it listens on, or listened on before it was ended. */
  public int port() {
    return Integer.parseInt(origin.substring(origin.lastIndexOf(':') + 1));
  }

  /** The jar's program. */
  public static Path jar() {
    if (!Files.isRegularFile(JAR)) {
      throw new IllegalStateException("server/target/shotdeed.jar is missing: run mvn verify from the top");
    }
    return JAR;
  }

  private void start(int port) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", jar().toString(), "serve"));
    command.addAll(List.of("--exam", "offered")); // what is tried here is the browser, not whether its person learned
    command.addAll(options);
    command.addAll(List.of("--data", data.path().toString(), "--port", String.valueOf(port)));
    try {
      process =
          new ProcessBuilder(command)
              .redirectError(Path.of("target", "server.log").toFile())
              .start();
      BufferedReader out =
          new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      boolean first = origin == null;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("ShotDeed ") && line.contains(" at http")) {
          origin = line.substring(line.indexOf(" at ") + 4);
          if (!first) {
            return;
          }
        } else if (line.contains("/sign-in")) {
          signInLink = line.substring(line.indexOf("http"));
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the server could not be started", e);
    }
    throw new IllegalStateException("the server ended before it printed its address; see target/server.log");
  }

  private void await() {
    try {
      process.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.destroy();
    await();
    if (process.isAlive()) {
      kill();
    }
    data.close();
  }
}
