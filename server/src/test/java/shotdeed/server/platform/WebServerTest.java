package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;

class WebServerTest {
  private static final int MEGABYTE = 1_000_000;

  private static TestServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    client = server.newSeller("Willow");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void says_that_it_lives_and_is_ready() {
    assertThat(server.anybody().get("/livez").text()).isEqualTo("ok");
    assertThat(server.anybody().get("/readyz").text()).isEqualTo("ok");
  }

  @Test
  void a_server_that_cannot_reach_its_store_lives_and_is_not_ready() {
    try (TestServer broken = TestServer.start()) {
      broken.server().features().database().close();
      assertThat(broken.anybody().get("/livez").text()).isEqualTo("ok");
      Checks.problem(
          broken.anybody().get("/readyz"),
          503,
          "not-ready",
          "The server is not ready",
          "It cannot reach its store. Its log has the cause.",
          "");
    }
  }

  @Test
  void a_text_that_is_too_long_is_refused_whether_it_comes_as_a_field_or_as_a_file() {
    String text = "x".repeat((1 << 20) + 1);
    for (Client.Parts parts :
        List.of(
            new Client.Parts().field("report", text),
            new Client.Parts().file("report", "", text.getBytes(StandardCharsets.US_ASCII)))) {
      Client.Reply reply = client.postParts("/api/v1/sightings", parts);
      assertThat(reply.text()).contains("\"code\":\"body-too-large\",\"maxBytes\":1048576");
      assertThat(reply.status()).isEqualTo(413);
    }
    String shorter = "x".repeat(1_000_000);
    assertThat(client.postParts("/api/v1/sightings", new Client.Parts().field("report", shorter)).text())
        .contains("\"code\":\"json-invalid\"");
  }

  @Test
  void a_form_that_cannot_be_read_ends_the_connection_and_says_so() {
    Client.Reply reply =
        client.postBody("/api/v1/sightings", Client.Parts.CONTENT_TYPE, "no parts".getBytes(StandardCharsets.US_ASCII));
    assertThat(reply.text()).contains("\"code\":\"multipart-invalid\"");
    assertThat(reply.header("Connection")).isEqualTo("close");
    assertThat(client.get("/api/v1/handshake").header("Connection")).isNull();
  }

  @Test
  void an_unknown_address_is_a_problem() {
    Checks.notFound(client.get("/api/v1/nothing"));
    Checks.notFound(client.get("/api/v1/certificates/seven"));
    Checks.notFound(client.get("/api/v1/certificates/99999999999999"));
    Checks.notFound(client.get("/api/v1/certificates/..%2f..%2fshotdeed.db"));
  }

  @Test
  void another_method_is_a_problem() {
    Client.Reply reply = client.method("DELETE", "/api/v1/handshake");
    assertThat(reply.header("Allow")).isEqualTo("GET");
    Checks.problem(
        reply,
        405,
        "method-not-allowed",
        "This address does not take DELETE",
        "Nothing was changed.",
        "");
  }

  @Test
  void every_answer_carries_the_security_headers() {
    for (Client.Reply reply : List.of(client.get("/api/v1/handshake"), client.get("/nothing"))) {
      assertThat(reply.header("Content-Security-Policy"))
          .isEqualTo(
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
                  + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
      assertThat(reply.header("Server")).isNull();
      assertThat(reply.header("Access-Control-Allow-Origin")).isNull();
      assertThat(reply.header("Strict-Transport-Security")).isNull();
    }
  }

  @Test
  void a_foreign_host_name_that_points_here_is_refused() throws IOException {
    String answer = raw("GET /api/v1/handshake HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 421 ").contains("\"code\":\"unknown-host\"");
    String loopback =
        raw("GET /livez HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nConnection: close\r\n\r\n");
    assertThat(loopback).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void a_request_that_is_no_http_gets_a_problem_without_a_word_about_the_server() throws IOException {
    String answer = raw("GET /api/a%ff HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nConnection: close\r\n\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains("application/problem+json", "\"code\":\"http-400\"")
        .doesNotContainIgnoringCase("jetty")
        .doesNotContain("Exception");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void an_upload_of_200_megabytes_is_refused_and_leaves_nothing_behind() throws IOException {
    for (boolean lengthStated : new boolean[] {true, false}) {
      Checks.problem(
          client.postStream("/api/v1/certificates", Client.Parts.CONTENT_TYPE, upload(200 * MEGABYTE, lengthStated)),
          413,
          "body-too-large",
          "The request is larger than 160 MiB",
          "Nothing was kept. Send less at a time.",
          ",\"maxBytes\":167772160");
      assertThat(temporaryFiles()).isEmpty();
    }
  }

  @Test
  void one_file_that_is_too_large_does_not_spoil_the_others() throws IOException {
    byte[] large = new byte[(32 << 20) + 1];
    Client.Reply reply = Checks.ok(client.postParts(
        "/api/v1/certificates",
        new Client.Parts().field("unpublished", "true").file("file", "large.jpg", large)
            .file("file", "coat.jpg", Photos.photo("coat"))));
    assertThat(reply.json().get("results"))
        .extracting(r -> r.get("state").asText() + " " + r.get("code").asText())
        .containsExactly("refused picture-too-large", "first-passed null");
    assertThat(temporaryFiles()).isEmpty();
  }

  @Test
  void a_picture_that_is_too_large_is_no_sighting() throws IOException {
    Checks.problem(
        shotdeed.server.Reports.send(
            client, shotdeed.server.Reports.report("large-1", "1", "7"), new byte[(32 << 20) + 1]),
        413,
        "picture-too-large",
        "The picture is larger than 32 MiB",
        "Nothing was kept. Choose a smaller file.",
        "");
    assertThat(temporaryFiles()).isEmpty();
  }

  @Test
  void a_json_body_is_bounded() {
    Checks.problem(
        client.postJson("/api/v1/complaints/1/submitted", " ".repeat((1 << 20) + 1)),
        413,
        "body-too-large",
        "The request is larger than 1 MiB",
        "Nothing was kept. Send less at a time.",
        ",\"maxBytes\":1048576");
  }

  @Test
  void a_page_of_pictures_may_be_larger_and_is_bounded_too() {
    Checks.problem(
        client.postJson("/api/v1/match", " ".repeat((10 << 20) + 1)),
        413,
        "body-too-large",
        "The request is larger than 10 MiB",
        "Nothing was kept. Send less at a time.",
        ",\"maxBytes\":10485760");
  }

  @Test
  void an_upload_cut_off_half_way_is_a_problem_and_leaves_nothing_behind() throws IOException {
    byte[] whole = new Client.Parts().file("file", "coat.jpg", Photos.photo("coat")).bytes();
    Checks.problem(
        client.postBody(
            "/api/v1/certificates", Client.Parts.CONTENT_TYPE, java.util.Arrays.copyOf(whole, whole.length / 2)),
        400,
        "multipart-invalid",
        "The upload could not be read",
        "It is cut off or has the wrong form. Nothing was kept; send it again.",
        "");
    assertThat(temporaryFiles()).isEmpty();
  }

  @Test
  void a_body_of_another_type_is_a_problem() {
    Checks.problem(
        client.postJson("/api/v1/certificates", "{}"),
        415,
        "wrong-content-type",
        "The body has the wrong type",
        "This address takes multipart/form-data. Nothing was changed.",
        "");
  }

  @Test
  void a_hundred_files_are_taken_and_not_one_more() {
    Client.Parts parts = new Client.Parts();
    for (int i = 0; i < 101; i++) {
      parts.file("file", i + ".jpg", new byte[1]);
    }
    Checks.problem(
        client.postParts("/api/v1/certificates", parts),
        400,
        "field-invalid",
        "A field has the wrong form: file",
        "file must be 1 to 100 files. Nothing was changed.",
        ",\"field\":\"file\"");
  }

  @Test
  void a_file_name_with_folders_loses_them() {
    Client.Reply reply = Checks.ok(client.postParts(
        "/api/v1/certificates",
        new Client.Parts().field("unpublished", "true").file("file", "../../etc/pass wd.jpg", new byte[1])));
    assertThat(reply.json().get("results").get(0).get("file").asText()).isEqualTo("pass wd.jpg");
  }

  private static List<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(server.data().resolve("tmp"))) {
      return files.toList();
    }
  }

  private static HttpRequest.BodyPublisher upload(int bytes, boolean lengthStated) {
    byte[] head = ("--" + Client.Parts.CONTENT_TYPE.substring(Client.Parts.CONTENT_TYPE.indexOf('=') + 1)
        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n").getBytes();
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(head, bytes));
    return lengthStated ? HttpRequest.BodyPublishers.fromPublisher(body, head.length + bytes) : body;
  }

  /** A head and then zeros, which are not in memory anywhere. */
  private static final class Zeros extends InputStream {
    private final byte[] head;
    private final int end;
    private int at;

    Zeros(byte[] head, int zeros) {
      this.head = head;
      this.end = head.length + zeros;
    }

    @Override
    public int read() {
      return at >= end ? -1 : at < head.length ? head[at++] & 0xff : at++ * 0;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (at >= head.length && at < end) {
        int n = Math.min(length, end - at);
        java.util.Arrays.fill(into, from, from + n, (byte) 0);
        at += n;
        return n;
      }
      int one = read();
      if (one < 0) {
        return -1;
      }
      into[from] = (byte) one;
      return 1;
    }
  }
}
