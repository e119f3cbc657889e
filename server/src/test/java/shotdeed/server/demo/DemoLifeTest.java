package shotdeed.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.server.certify.Certificate;

class DemoLifeTest {
  @TempDir Path folder;

  @Test
  void nothing_of_it_stays_when_it_ends() throws Exception {
    Demo demo = start(null, 0, 0);
    String server = demo.server().origin() + "/livez";
    String market = demo.market().origin() + "/";
    Path temporary = demo.temporary();
    assertThat(Visitor.get(server).statusCode()).isEqualTo(200);
    assertThat(temporary.resolve("data/shotdeed.db")).exists();
    demo.close();
    assertThat(temporary).doesNotExist();
    assertThatThrownBy(() -> Visitor.get(server)).isInstanceOf(ConnectException.class);
    assertThatThrownBy(() -> Visitor.get(market)).isInstanceOf(ConnectException.class);
  }

  @Test
  void a_named_data_folder_stays_and_the_next_demo_goes_on_with_its_certificates() throws Exception {
    Path data = folder.resolve("kept");
    List<Integer> first;
    try (Demo demo = start(data, 0, 0)) {
      first = certificates(demo);
    }
    try (Demo demo = start(data, 0, 0)) {
      assertThat(certificates(demo)).isEqualTo(first).hasSize(8);
      assertThat(demo.isPaired()).isFalse();
    }
  }

  private static List<Integer> certificates(Demo demo) {
    return demo.server().features().listCertificates().own(demo.seller().caller(), null, 1).certificates().stream()
        .map(Certificate::id)
        .toList();
  }

  @Test
  void a_folder_with_somebodys_files_is_left_alone() throws Exception {
    Path data = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(data.resolve("thesis.txt"), "42");
    assertThatThrownBy(() -> start(data, 0, 0))
        .hasMessage(data + " holds other files than a demo's: name an empty folder");
    try (Stream<Path> content = Files.list(data)) {
      assertThat(content).containsExactly(data.resolve("thesis.txt"));
    }
  }

  @Test
  void a_data_folder_that_cannot_be_made_is_named() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> start(file.resolve("data"), 0, 0))
        .hasMessage("cannot write in the data folder " + file.resolve("data"));
  }

  @Test
  void a_port_that_was_asked_for_and_is_taken_is_named() throws Exception {
    try (ServerSocket taken = taken()) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> start(null, port, 0))
          .hasMessageStartingWith("cannot listen on 127.0.0.1:" + port)
          .hasMessageEndingWith("choose another with --port");
      assertThatThrownBy(() -> start(null, 0, port))
          .hasMessageStartingWith("cannot listen on 127.0.0.1:" + port)
          .hasMessageEndingWith("choose another with --market-port");
    }
  }

  @Test
  void the_usual_port_gives_way_to_any_free_one_when_it_is_taken() throws Exception {
    int port;
    try (ServerSocket taken = taken()) {
      port = taken.getLocalPort();
      assertThat(FreePort.choose(null, port)).isZero();
      assertThat(FreePort.choose(port, 1)).isEqualTo(port);
    }
    assertThat(FreePort.choose(null, port)).isEqualTo(port);
  }

  private static ServerSocket taken() throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
    return socket;
  }

  /** A demo that runs, or, if it cannot, one that is closed. */
  private static Demo start(Path data, int port, int marketPort) throws IOException {
    Demo demo = new Demo();
    try {
      demo.start(new Demo.Options(data, port, marketPort, null), InstantSource.system());
      return demo;
    } catch (IOException | RuntimeException e) {
      demo.close();
      throw e;
    }
  }

  @Test
  @Timeout(60)
  void the_command_prints_its_addresses_and_cleans_up_when_it_is_asked_to_end() throws Exception {
    Path extension = Files.createDirectory(folder.resolve("built"));
    Files.writeString(extension.resolve("manifest.json"), "{\"manifest_version\": 3}");
    Process process = command("--no-browser", "--port", "0", "--market-port", "0", "--extension", extension.toString());
    List<String> lines = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (line.startsWith("then open ")) {
          break;
        }
      }
      assertThat(lines).hasSize(6);
      assertThat(lines.get(1)).matches("Console \\(signs in once\\): +http://127\\.0\\.0\\.1:\\d+/sign-in\\?code=\\S+");
      assertThat(lines.get(2)).matches("Marketplace: +http://127\\.0\\.0\\.1:\\d+/");
      assertThat(lines.get(3)).matches("Pairing link \\(10 minutes\\): +http://127\\.0\\.0\\.1:\\d+/pair#\\S+");
      Path prepared = Path.of(lines.get(4).substring(
          "Open chrome://extensions, switch on Developer mode, Load unpacked: ".length()));
      assertThat(prepared.resolve("preset.json")).exists();
      assertThat(Visitor.get(lines.get(5).substring("then open ".length())).statusCode()).isEqualTo(200);
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).isEqualTo(143);
    try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith("shotdeed-demo"))).isEmpty();
    }
  }

  @Test
  @Timeout(60)
  void the_command_says_in_one_line_what_is_wrong() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(output("--extension", empty.toString()))
        .isEqualTo("1 shotdeed: there is no extension in " + empty + " (no manifest.json)\n");
    assertThat(output("--port", "70000")).startsWith("2 --port is 0 to 65535, not 70000\n");
  }

  private String output(String... options) throws Exception {
    Process process = command(options);
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + words;
  }

  private Process command(String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
        "-cp",
        System.getProperty("java.class.path"),
        "shotdeed.server.Shotdeed",
        "demo"));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
