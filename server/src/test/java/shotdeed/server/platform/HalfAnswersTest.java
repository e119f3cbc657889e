package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalfAnswersTest {
  private static final String CUT = "x".repeat(1000);

  @TempDir private Path folder;
  private WebServer web;

  @BeforeEach
  void start() {
    RouteGroup routes = config -> {
      config.get("/begun", context -> fail(context.contentType("text/plain").outputStream(), 1));
      config.get("/under-way", context -> fail(context.contentType("text/plain").outputStream(), 1000));
    };
    web = WebServer.start(Settings.local(folder, 0), List.of(routes), null);
  }

  private static void fail(java.io.OutputStream out, int kilobytes) throws IOException {
    for (int i = 0; i < kilobytes; i++) {
      out.write(CUT.getBytes(StandardCharsets.US_ASCII));
    }
    throw new IOException("a part is missing");
  }

  @AfterEach
  void stop() {
    web.close();
  }

  @Test
  void what_fails_before_anything_was_sent_is_a_problem_and_nothing_else() throws IOException {
    String answer = answer("/begun");
    assertThat(answer).startsWith("HTTP/1.1 500 ").contains("\"code\":\"internal\"").doesNotContain("xxx");
  }

  @Test
  void what_fails_under_way_is_cut_off_rather_than_ended_as_if_it_were_whole() throws IOException {
    String answer = answer("/under-way");
    assertThat(answer).startsWith("HTTP/1.1 200 ").contains("xxx").doesNotContain("internal").doesNotEndWith("0\r\n\r\n");
  }

  private String answer(String path) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", web.port())) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + web.port() + "\r\n\r\n";
      if (path.equals("/begun")) {
        request = request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
      }
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
