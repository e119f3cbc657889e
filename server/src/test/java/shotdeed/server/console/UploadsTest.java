package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.upload.ZipFiles;

/** Uploads that arrive in pieces: what the upload page's script does, and what goes wrong on the way. */
class UploadsTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] DRESS = Photos.photo("dress");

  private TestServer server;
  private Person person;

  @BeforeEach
  void start() {
    server = TestServer.start();
    person = Person.admin(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Opens an upload of files that nobody has seen; names, contents and so on. */
  private static JsonNode open(Person who, int upload, Object... namesAndFiles) {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < namesAndFiles.length; i += 2) {
      int size = namesAndFiles[i + 1] instanceof byte[] bytes ? bytes.length : (Integer) namesAndFiles[i + 1];
      files.add("{\"name\":\"" + namesAndFiles[i] + "\",\"size\":" + size + ",\"modified\":1700000000000}");
    }
    String request = "{\"upload\":" + upload + ",\"unpublished\":true,\"basis\":\"own\",\"firstPublished\":\"\","
        + "\"publishedOn\":\"\",\"files\":[" + String.join(",", files) + "]}";
    Client.Reply reply = who.ask("POST", "/uploads", "application/json", request.getBytes(StandardCharsets.UTF_8));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private static Client.Reply piece(Person who, JsonNode opened, int file, byte[] content, int from, int to) {
    return who.ask(
        "PUT",
        "/uploads/" + opened.get("upload").asInt() + "/files/" + opened.at("/files/" + file + "/id").asInt()
            + "?offset=" + from,
        "application/octet-stream",
        Arrays.copyOfRange(content, from, to));
  }

  private static void whole(Person who, JsonNode opened, int file, byte[] content) {
    assertThat(piece(who, opened, file, content, 0, content.length).text())
        .isEqualTo("{\"received\":" + content.length + "}");
  }

  /** What became of an upload, once everything that is whole was reviewed. */
  private List<String> lines(Person who, int upload) {
    server.reviewUploads();
    List<String> lines = new ArrayList<>();
    for (JsonNode line : who.get("/uploads/" + upload + "/status").json().get("lines")) {
      lines.add(line.get("name").asText() + ": " + line.get("words").asText());
    }
    return lines;
  }

  private int certificates() {
    return server.admin().get("/api/v1/certificates").json().get("total").asInt();
  }

  @Test
  void files_sent_in_pieces_are_reviewed_and_have_a_page() {
    JsonNode opened = open(person, 0, "a/coat.jpg", COAT, "notes.txt", 5);
    int upload = opened.get("upload").asInt();
    assertThat(piece(person, opened, 0, COAT, 0, 5000).text()).isEqualTo("{\"received\":5000}");
    assertThat(piece(person, opened, 0, COAT, 5000, COAT.length).text())
        .isEqualTo("{\"received\":" + COAT.length + "}");
    assertThat(person.page("/uploads/" + upload)).contains("Files that are still being sent or reviewed: ");
    whole(person, opened, 1, "notes".getBytes(StandardCharsets.UTF_8));
    assertThat(lines(person, upload))
        .containsExactlyInAnyOrder("a/coat.jpg: First review passed", "notes.txt: This file is not a picture.");
    assertThat(person.page("/uploads/" + upload))
        .contains("Accepted: 1, refused: 1", "Choose a photograph: JPEG, PNG, WebP or GIF.")
        .doesNotContain("still being sent");
    int number = 0;
    for (JsonNode line : person.get("/uploads/" + upload + "/status").json().get("lines")) {
      number = line.get("refused").asBoolean() ? number : line.get("certificate").asInt();
    }
    assertThat(Arrays.equals(person.get("/certificates/" + number + "/original").bytes(), COAT)).isTrue();
    assertThat(server.data().resolve("uploads").toFile().list()).isEmpty();
  }

  @Test
  void published_photographs_without_where_and_when_are_refused_before_a_byte_is_sent() {
    for (String stated : List.of("", ",\"firstPublished\":\"shop\"", ",\"publishedOn\":\"2025-01-01\"")) {
      String body = "{\"upload\":0,\"unpublished\":false,\"basis\":\"own\"" + stated
          + ",\"files\":[{\"name\":\"coat.jpg\",\"size\":10,\"modified\":0}]}";
      JsonNode refused =
          person.ask("POST", "/uploads", "application/json", body.getBytes(StandardCharsets.UTF_8)).json();
      assertThat(refused.get("code").asText()).as(stated).isEqualTo("publication-missing");
    }
    assertThat(server.server().features().database().<Integer, RuntimeException>read(handle ->
            handle.createQuery("select count(*) from upload").mapTo(int.class).one()))
        .isZero();
  }

  @Test
  void after_a_reload_the_same_files_go_on_where_they_stopped() {
    JsonNode opened = open(person, 0, "coat.jpg", COAT);
    piece(person, opened, 0, COAT, 0, 7000);
    JsonNode again = open(person, opened.get("upload").asInt(), "coat.jpg", COAT, "dress.jpg", DRESS);
    assertThat(again.get("upload")).isEqualTo(opened.get("upload"));
    assertThat(again.at("/files/0/id")).isEqualTo(opened.at("/files/0/id"));
    assertThat(again.at("/files/0/received").asInt()).isEqualTo(7000);
    assertThat(again.at("/files/1/received").asInt()).isZero();
    assertThat(piece(person, again, 0, COAT, 7000, COAT.length).status()).isEqualTo(200);
    assertThat(lines(person, again.get("upload").asInt())).containsExactly("coat.jpg: First review passed");
  }

  @Test
  void a_piece_that_is_cut_off_half_way_is_kept_as_far_as_it_came() throws IOException {
    JsonNode opened = open(person, 0, "coat.jpg", COAT);
    int upload = opened.get("upload").asInt();
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(("PUT /uploads/" + upload + "/files/" + opened.at("/files/0/id").asInt() + "?offset=0 HTTP/1.1\r\n"
              + "Host: 127.0.0.1:" + server.port() + "\r\nCookie: shotdeed=" + person.cookie("shotdeed")
              + "\r\nX-Shotdeed-Form: " + person.csrf() + "\r\nContent-Type: application/octet-stream\r\n"
              + "Content-Length: " + COAT.length + "\r\n\r\n")
          .getBytes(StandardCharsets.UTF_8));
      out.write(COAT, 0, 6000);
      out.flush();
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes(); // until the server noticed and answered
    }
    JsonNode again = open(person, upload, "coat.jpg", COAT);
    int received = again.at("/files/0/received").asInt();
    assertThat(received).isBetween(1, 6000);
    assertThat(piece(person, again, 0, COAT, received, COAT.length).status()).isEqualTo(200);
    assertThat(lines(person, upload)).containsExactly("coat.jpg: First review passed");
    assertThat(person.get("/certificates/1/original").bytes()).isEqualTo(COAT);
  }

  @Test
  void a_server_that_is_started_again_has_what_was_received() {
    JsonNode opened = open(person, 0, "coat.jpg", COAT);
    piece(person, opened, 0, COAT, 0, 7000);
    server.restart();
    JsonNode again = open(person, opened.get("upload").asInt(), "coat.jpg", COAT);
    assertThat(again.at("/files/0/received").asInt()).isEqualTo(7000);
    piece(person, again, 0, COAT, 7000, COAT.length);
    assertThat(lines(person, opened.get("upload").asInt())).containsExactly("coat.jpg: First review passed");
  }

  @Test
  void a_piece_that_begins_elsewhere_is_told_where_to_go_on() {
    JsonNode opened = open(person, 0, "coat.jpg", COAT);
    piece(person, opened, 0, COAT, 0, 3000);
    Client.Reply reply = piece(person, opened, 0, COAT, 9000, COAT.length);
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().get("code").asText()).isEqualTo("upload-offset");
    assertThat(reply.json().get("received").asInt()).isEqualTo(3000);
  }

  @Test
  void more_than_the_file_should_have_is_not_kept() {
    JsonNode opened = open(person, 0, "coat.jpg", 5000);
    assertThat(piece(person, opened, 0, COAT, 0, COAT.length).text()).isEqualTo("{\"received\":5000}");
    assertThat(lines(person, opened.get("upload").asInt()))
        .containsExactly("coat.jpg: The picture is cut off or damaged.");
  }

  @Test
  void the_same_file_from_two_browsers_at_once_is_one_certificate_and_the_other_is_told() throws Exception {
    Person other = Person.signedIn(server, person.cookie("shotdeed")).speaking("en");
    JsonNode first = open(person, 0, "coat.jpg", COAT);
    JsonNode second = open(other, 0, "coat.jpg", COAT);
    assertThat(first.get("upload")).isNotEqualTo(second.get("upload"));
    ExecutorService browsers = Executors.newFixedThreadPool(2);
    try {
      CountDownLatch go = new CountDownLatch(1);
      List<Future<?>> sent = new ArrayList<>();
      for (JsonNode opened : List.of(first, second)) {
        sent.add(browsers.submit(() -> {
          go.await();
          whole(person, opened, 0, COAT);
          return null;
        }));
      }
      go.countDown();
      for (Future<?> each : sent) {
        each.get();
      }
    } finally {
      browsers.shutdownNow();
    }
    List<String> both = new ArrayList<>(lines(person, first.get("upload").asInt()));
    both.addAll(lines(person, second.get("upload").asInt()));
    assertThat(both)
        .containsExactlyInAnyOrder(
            "coat.jpg: First review passed", "coat.jpg: You have certified this very file already.");
    assertThat(certificates()).isEqualTo(1);
  }

  @Test
  void two_windows_that_send_one_file_do_not_mix_its_bytes() throws Exception {
    JsonNode opened = open(person, 0, "coat.jpg", COAT);
    ExecutorService windows = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        answers.add(windows.submit(() -> piece(person, opened, 0, COAT, 0, COAT.length).status()));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    } finally {
      windows.shutdownNow();
    }
    assertThat(lines(person, opened.get("upload").asInt())).containsExactly("coat.jpg: First review passed");
    assertThat(person.get("/certificates/1/original").bytes()).isEqualTo(COAT);
  }

  @Test
  void a_zip_file_has_a_line_for_each_photograph_in_it() {
    byte[] zip = ZipFiles.of(
        "裙/coat.jpg", COAT, "../../dress.jpg", DRESS, "__MACOSX/._coat.jpg", COAT, "readme.txt", new byte[] {1, 2, 3},
        "bomb.jpg", new byte[30 << 20], "inner.zip", ZipFiles.of("x.jpg", COAT));
    JsonNode opened = open(person, 0, "Spring.zip", zip);
    whole(person, opened, 0, zip);
    int upload = opened.get("upload").asInt();
    assertThat(lines(person, upload))
        .containsExactly(
            "Spring.zip › 裙/coat.jpg: First review passed",
            "Spring.zip › ../../dress.jpg: First review passed",
            "Spring.zip › readme.txt: This file is not a picture.",
            "Spring.zip › bomb.jpg: This file unpacks to far more than a photograph can.",
            "Spring.zip › inner.zip: This is a zip file inside the zip file.");
    assertThat(person.page("/uploads/" + upload))
        .contains("Accepted: 2, refused: 3", "Left out, since systems put them beside photographs: 1");
    assertThat(person.page("/certificates/2")).contains("dress.jpg").doesNotContain("../");
  }

  @Test
  void a_zip_file_in_the_plain_form_is_taken_too() {
    byte[] zip = ZipFiles.of("coat.jpg", COAT, "b.txt", new byte[] {1});
    Client.Reply reply = person.upload(Person.unpublished("all.zip", zip).file("file", "dress.jpg", DRESS));
    assertThat(reply.text())
        .contains("Accepted: 2, refused: 1", "all.zip › coat.jpg", "all.zip › b.txt", "This file is not a picture.");
    assertThat(person.upload(Person.unpublished("empty.zip", ZipFiles.of("a/", new byte[0]))).text())
        .contains("There is no photograph in this zip file.");
    assertThat(person.upload(Person.unpublished("half.zip", Arrays.copyOf(zip, 400))).text())
        .contains("The zip file, or this file in it, is damaged.");
  }

  @Test
  void what_cannot_be_taken_is_said_before_it_is_sent() {
    JsonNode opened = open(person, 0, "huge.jpg", 33 << 20, "empty.jpg", 0);
    assertThat(opened.at("/files/0/state").asText()).isEqualTo("done");
    assertThat(lines(person, opened.get("upload").asInt()))
        .containsExactly("huge.jpg: The file is too large.", "empty.jpg: This file is not a picture.");
    assertThat(certificates()).isZero();
  }

  @Test
  void what_is_not_finished_within_a_day_is_forgotten_with_its_bytes() {
    JsonNode opened = open(person, 0, "coat.jpg", COAT);
    piece(person, opened, 0, COAT, 0, 3000);
    server.pass(Duration.ofHours(23));
    server.expireUploads();
    assertThat(piece(person, opened, 0, COAT, 3000, 6000).status()).isEqualTo(200);
    server.pass(Duration.ofHours(25));
    server.expireUploads();
    assertThat(server.data().resolve("uploads").toFile().list()).isEmpty();
    assertThat(piece(person, opened, 0, COAT, 6000, 9000).status()).isEqualTo(404);
  }

  @Test
  void what_is_given_up_leaves_nothing_and_what_was_certified_stays() {
    JsonNode opened = open(person, 0, "coat.jpg", COAT, "dress.jpg", DRESS);
    int upload = opened.get("upload").asInt();
    whole(person, opened, 0, COAT);
    piece(person, opened, 1, DRESS, 0, 100);
    server.reviewUploads();
    assertThat(person.ask("POST", "/uploads/" + upload + "/discard", "text/plain", new byte[0]).status())
        .isEqualTo(200);
    assertThat(server.data().resolve("uploads").toFile().list()).isEmpty();
    assertThat(person.get("/uploads/" + upload + "/status").json().get("done").asBoolean()).isTrue();
    assertThat(certificates()).isEqualTo(1);
  }

  @Test
  void other_statements_begin_another_upload() {
    JsonNode opened = open(person, 0, "coat.jpg", COAT);
    String published = "{\"upload\":" + opened.get("upload").asInt() + ",\"unpublished\":false,\"basis\":\"own\","
        + "\"firstPublished\":\"shop\",\"publishedOn\":\"2025-01-01\","
        + "\"files\":[{\"name\":\"coat.jpg\",\"size\":" + COAT.length + ",\"modified\":1700000000000}]}";
    JsonNode other = person.ask(
        "POST", "/uploads", "application/json", published.getBytes(StandardCharsets.UTF_8)).json();
    assertThat(other.get("upload")).isNotEqualTo(opened.get("upload"));
    whole(person, other, 0, COAT);
    server.reviewUploads();
    assertThat(person.page("/certificates/1")).contains("Registered after publication", "2025-01-01");
  }

  @Test
  void an_upload_is_its_own_persons() {
    JsonNode opened = open(person, 0, "coat.jpg", COAT);
    int upload = opened.get("upload").asInt();
    Person stranger = Person.signedIn(
        server, TestAccounts.session(server.server().features(), "Rowan", EnumSet.of(Role.OWNER), server.now()));
    assertThat(stranger.get("/uploads/" + upload).status()).isEqualTo(404);
    assertThat(stranger.get("/uploads/" + upload + "/status").status()).isEqualTo(404);
    assertThat(piece(stranger, opened, 0, COAT, 0, 100).status()).isEqualTo(404);
    assertThat(stranger.ask("POST", "/uploads/" + upload + "/discard", "text/plain", new byte[0]).status())
        .isEqualTo(404);
    JsonNode own = open(stranger, 0, "coat.jpg", COAT);
    assertThat(piece(
                stranger,
                TestServer.json(("{\"upload\":" + own.get("upload") + ",\"files\":[" + opened.at("/files/0") + "]}")
                    .getBytes(StandardCharsets.UTF_8)),
                0, COAT, 0, 100).status())
        .isEqualTo(404);
    assertThat(new Person(server).get("/uploads/" + upload + "/status").status()).isEqualTo(401);
    Client.Reply forged = server.anybody().send(
        "PUT", "/uploads/" + upload + "/files/1?offset=0", "text/plain", new byte[] {1}, "Cookie",
        "shotdeed=" + person.cookie("shotdeed"), "X-Shotdeed-Form", "wrong");
    assertThat(forged.status()).isEqualTo(403);
  }
}
