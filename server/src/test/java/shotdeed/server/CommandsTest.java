package shotdeed.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  @TempDir private Path data;

  private Process serve() throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        "shotdeed.server.Shotdeed",
        "serve",
        "--data",
        data.toString(),
        "--port",
        "0"));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  @Test
  void serve_prints_its_address_and_the_first_sign_in_link_and_stops_when_told() throws Exception {
    Process first = serve();
    BufferedReader out = new BufferedReader(new InputStreamReader(first.getInputStream(), StandardCharsets.UTF_8));
    String address = out.readLine();
    assertThat(address).matches("ShotDeed 0\\.1\\.0 at http://127\\.0\\.0\\.1:\\d+");
    String origin = address.substring(address.indexOf("http"));
    String link = out.readLine();
    assertThat(link).startsWith("Sign in once, within 24 hours: " + origin + "/sign-in?code=");

    Ended busy = Ended.of("serve", "--data", data.toString(), "--port", "0");
    assertThat(busy.err()).contains("another server is already running on the data folder " + data);
    assertThat(busy.code()).isEqualTo(1);

    Ended signIn = Ended.of("sign-in", "--data", data.toString());
    assertThat(signIn.err()).isEmpty();
    assertThat(signIn.code()).isZero();
    assertThat(signIn.out()).startsWith(origin + "/sign-in?code=");
    String code = signIn.out().trim().substring(signIn.out().indexOf("code=") + 5);
    HttpResponse<Void> signedIn = HttpClient.newHttpClient().send(
        HttpRequest.newBuilder(URI.create(origin + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("code=" + code))
            .build(),
        HttpResponse.BodyHandlers.discarding());
    assertThat(signedIn.statusCode()).isEqualTo(303);

    first.toHandle().destroy();
    assertThat(first.waitFor(15, TimeUnit.SECONDS)).isTrue();
    Process second = serve();
    try (BufferedReader again =
        new BufferedReader(new InputStreamReader(second.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(again.readLine()).startsWith("ShotDeed 0.1.0 at ");
      second.toHandle().destroy();
      assertThat(again.readLine()).isNull(); // no second sign-in link
    }
    assertThat(second.waitFor(15, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_port_in_use_is_said_and_ends_with_1() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended ended = Ended.of("serve", "--data", data.toString(), "--port", "" + taken.getLocalPort());
      assertThat(ended.err())
          .contains(
              "shotdeed: cannot listen on 127.0.0.1:" + taken.getLocalPort()
                  + " (another program may be using it); choose another with --port");
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.out()).isEmpty();
    }
  }

  /** With the logging that the program ships, which is not that of the tests. */
  @Test
  void a_port_in_use_is_one_line_on_stderr() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path err = data.resolve("err");
      Process process = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Dlogback.configurationFile=logback.xml",
              "-cp",
              System.getProperty("java.class.path"),
              "shotdeed.server.Shotdeed",
              "serve",
              "--data",
              data.resolve("server").toString(),
              "--port",
              "" + taken.getLocalPort())
          .redirectError(err.toFile())
          .start();
      assertThat(process.getInputStream().readAllBytes()).isEmpty();
      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(Files.readAllLines(err))
          .containsExactly(
              "shotdeed: cannot listen on 127.0.0.1:" + taken.getLocalPort()
                  + " (another program may be using it); choose another with --port");
    }
  }

  @Test
  void sign_in_without_a_server_says_what_to_do() {
    Ended ended = Ended.of("sign-in", "--data", data.resolve("nothing").toString());
    assertThat(ended.err())
        .isEqualTo(
            "shotdeed: there is no server's data in " + data.resolve("nothing") + ": start it once with serve\n");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void help_is_a_command_too() {
    assertThat(Ended.of("help").out()).contains("Usage: shotdeed", "fingerprint", "serve");
    assertThat(Ended.of("help", "match").out()).contains("Usage: shotdeed match");
    assertThat(Ended.of("help").code()).isZero();
  }

  @Test
  void a_data_folder_that_cannot_be_used_is_named_with_the_reason() throws IOException {
    Path file = Files.writeString(data.resolve("file"), "");
    Ended ended = Ended.of("serve", "--data", file.toString(), "--port", "0");
    assertThat(ended.err()).isEqualTo("shotdeed: cannot use the data folder " + file + ": it is a file\n");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void wrong_usage_ends_with_2_and_help_with_0() {
    assertThat(Ended.of("serve", "--prot", "1").code()).isEqualTo(2);
    assertThat(Ended.of("serve", "--port", "http").code()).isEqualTo(2);
    Ended open = Ended.of("serve", "--data", data.toString(), "--host", "0.0.0.0");
    assertThat(open.err()).startsWith("listening on 0.0.0.0 opens the server to other computers");
    assertThat(open.code()).isEqualTo(2);
    assertThat(Ended.of("serve", "--help").code()).isZero();
    assertThat(Ended.of("sign-in", "--help").out()).contains("one-time sign-in link");
  }
}
