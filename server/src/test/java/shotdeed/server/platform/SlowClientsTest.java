package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.server.TestServer;
import shotdeed.wire.PairRequest;

@Timeout(60)
class SlowClientsTest {
  private static final int ANSWER_MILLIS = 5_000;

  @TempDir private Path folder;

  /** 70 clients that sent a byte every ten seconds once left nobody to answer. */
  @Test
  void two_hundred_strangers_who_send_slowly_leave_the_server_to_everybody_else() throws IOException {
    try (TestServer server = TestServer.start()) {
      List<Socket> slow = new ArrayList<>();
      try {
        for (int i = 0; i < 200; i++) {
          slow.add(send(server.port(), i % 2 == 0 ? post("/api/v1/pair", "application/json", "{")
              : post("/sign-in", "application/x-www-form-urlencoded", "c")));
        }
        assertThat(answer(send(server.port(), get("/livez")))).startsWith("HTTP/1.1 200 ").endsWith("ok");
        assertThat(answer(send(server.port(), post("/api/v1/pair", "application/json", "{}"))))
            .startsWith("HTTP/1.1 503 ")
            .contains("Retry-After: 10", "\"title\":\"The server is busy\"", "\"code\":\"busy\"");
      } finally {
        for (Socket socket : slow) {
          socket.close();
        }
      }
    }
  }

  @Test
  void a_body_that_comes_in_a_trickle_is_given_up() throws IOException {
    try (WebServer web = server(Duration.ofMinutes(1));
        Socket socket = send(web.port(), post("/strangers", "application/json", "{"))) {
      assertThat(trickle(socket, 1))
          .startsWith("HTTP/1.1 408 ")
          .contains("\"title\":\"The request arrives too slowly\"", "\"code\":\"body-too-slow\"");
    }
  }

  @Test
  void a_strangers_body_has_to_arrive_within_a_time_however_fast_it_flows() throws IOException {
    try (WebServer web = server(Duration.ofMillis(200));
        Socket socket = send(web.port(), post("/strangers", "application/json", "{"))) {
      assertThat(trickle(socket, 200)).startsWith("HTTP/1.1 408 ").contains("\"code\":\"body-too-slow\"");
    }
  }

  @Test
  void a_strangers_body_of_more_than_16_kibibytes_is_refused() throws IOException {
    String body = "{\"code\":\"" + "a".repeat(16 << 10) + "\"}";
    try (WebServer web = server(Duration.ofMinutes(1))) {
      String request = "POST /strangers HTTP/1.1\r\nHost: localhost:" + web.port()
          + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n"
          + body;
      assertThat(answer(send(web.port(), request)))
          .startsWith("HTTP/1.1 413 ")
          .contains("\"title\":\"The request is larger than 16 KiB\"", "\"code\":\"body-too-large\"");
    }
  }

  @Test
  void only_so_many_strangers_are_waited_for_and_a_place_is_free_again_after_each() throws IOException {
    try (WebServer web = server(Duration.ofMillis(200))) {
      for (int i = 0; i < 3; i++) {
        String request = post("/strangers", "application/json", "{}").replace("Content-Length: 9000", "Content-Length: 2");
        assertThat(answer(send(web.port(), request))).startsWith("HTTP/1.1 200 ");
      }
    }
  }

  /** One route that waits for one stranger at a time. */
  private WebServer server(Duration time) {
    StrangerBodies strangers = new StrangerBodies(1, time);
    RouteGroup route = routes ->
        routes.post("/strangers", context -> Json.send(context, strangers.json(context, PairRequest.class)));
    return WebServer.start(Settings.local(folder, 0), List.of(route), null);
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: close\r\n\r\n";
  }

  /** The head of a request with 9,000 bytes, and the first of them. */
  private static String post(String path, String type, String first) {
    return "POST " + path + " HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Type: " + type
        + "\r\nConnection: close\r\nContent-Length: 9000\r\n\r\n" + first;
  }

  private static Socket send(int port, String request) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(ANSWER_MILLIS);
    OutputStream out = socket.getOutputStream();
    out.write(request.replace("PORT", "" + port).getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    try (socket) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Sends pieces of blanks, one every 20 milliseconds, until there is an answer. */
  private static String trickle(Socket socket, int piece) throws IOException {
    InputStream in = socket.getInputStream();
    socket.setSoTimeout(20);
    StringBuilder answer = new StringBuilder();
    byte[] blanks = " ".repeat(piece).getBytes(StandardCharsets.US_ASCII);
    for (int sent = 1; sent + piece < 9_000; sent += piece) {
      try {
        int next = in.read();
        socket.setSoTimeout(ANSWER_MILLIS);
        answer.append((char) next).append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        return answer.toString();
      } catch (java.net.SocketTimeoutException e) {
        socket.getOutputStream().write(blanks);
      } catch (SocketException e) {
        return answer.toString();
      }
    }
    return "no answer";
  }
}
