package shotdeed.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of photographs on the data folder of a server that is stopped. */
class ImportCommandTest {
  private static final String UPLOADS = "/api/v1/certificates";

  @TempDir private Path folder;
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    server = TestServer.start();
    put("coat.jpg", Photos.photo("coat"));
    put("2025 春/裙 <b>.jpg", Photos.photo("dress"));
    put("2025 春/notes.txt", "no picture".getBytes(StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void put(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** Stops the server, runs the command on its folder, and starts the server again. */
  private Ended run(String... more) {
    server.stop();
    try {
      return command(more);
    } finally {
      server.startAgain();
    }
  }

  private Ended command(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of(
            "import", folder.toString(), "--data", server.data().toString(), "--exam", "offered"));
    arguments.addAll(List.of(more));
    return Ended.of(arguments.toArray(new String[0]));
  }

  @Test
  void every_picture_below_the_folder_is_certified_and_waits_for_a_person() throws IOException {
    Path csv = server.data().resolve("results.csv");
    Ended ended = run("--csv", csv.toString());
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .contains("taken: 2, now waiting", "already there: 0", "refused: 0", "left out, not pictures: 1");
    assertThat(ended.code()).isZero();
    assertThat(Files.readString(csv).lines())
        .hasSize(4)
        .startsWith("file,outcome,certificate,code,message")
        .anyMatch(line -> line.matches("2025 春/裙 <b>\\.jpg,taken,[12],,"))
        .anyMatch(line -> line.matches("coat\\.jpg,taken,[12],,"))
        .contains("2025 春/notes.txt,not-a-picture,,,");
    assertThat(server.admin().get(UPLOADS + "?state=first-passed").json().get("certificates"))
        .extracting(c -> c.get("title").asText() + " " + c.get("grade").asText())
        .containsExactlyInAnyOrder(
            "coat.jpg certified-before-publication", "2025 春/裙 <b>.jpg certified-before-publication");
  }

  @Test
  void published_photographs_are_registered_with_where_and_when() {
    Ended ended = run(
        "--published", "--first-published", "item.taobao.com, shop Willow", "--published-on", "2025-03-08",
        "--basis", "employee");
    assertThat(ended.code()).isZero();
    assertThat(server.admin().get(UPLOADS + "/1").text())
        .contains(
            "\"grade\":\"registered-after-publication\"",
            "\"basis\":\"employee\"",
            "\"firstPublished\":\"item.taobao.com, shop Willow\",\"publishedOn\":\"2025-03-08\"");
  }

  @Test
  void run_again_it_goes_on_and_records_nothing_twice() throws IOException {
    put("again/coat.jpg", Photos.photo("coat"));
    put("small.jpg", Photos.recompressed(Photos.photo("coat"), 0.5, 0.9f));
    Ended first = run();
    assertThat(first.out())
        .contains("taken: 2", "already there: 1", "refused: 1, refused before: 0", "picture-too-small: 1");
    assertThat(first.code()).isEqualTo(1);
    put("shirt.jpg", Photos.photo("shirt"));
    Ended second = run();
    assertThat(second.out()).contains("taken: 1", "already there: 3", "refused: 0, refused before: 1");
    assertThat(server.admin().get(UPLOADS).json().get("total").asInt()).isEqualTo(3);
    assertThat(server.admin().get(UPLOADS + "?state=refused").json().get("total").asInt()).isEqualTo(1);
    assertThat(run("--retry-refused").out()).contains("refused: 1, refused before: 0");
  }

  @Test
  void a_full_disk_stops_it_and_says_how_to_go_on() throws IOException {
    Files.writeString(server.data().resolve("shotdeed.properties"), "free-space-floor-mib=1000000000\n");
    Ended ended = run();
    assertThat(ended.err())
        .contains("stopped: The server's disk is almost full", "not reached: 2; run the command again");
    assertThat(ended.out()).contains("taken: 0");
    assertThat(ended.code()).isEqualTo(1);
    Files.delete(server.data().resolve("shotdeed.properties"));
    assertThat(run().out()).contains("taken: 2");
  }

  @Test
  void who_has_not_passed_the_exam_imports_nothing() {
    server.stop();
    int code = Shotdeed.run("import", folder.toString(), "--data", server.data().toString());
    server.startAgain();
    assertThat(code).isEqualTo(1);
    assertThat(server.admin().get(UPLOADS).json().get("total").asInt()).isZero();
  }

  @Test
  void beside_a_running_server_it_does_nothing() {
    Ended ended = command();
    assertThat(ended.err()).contains("another server is already running on the data folder");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void of_several_sellers_one_is_named() {
    server.newSeller("Willow");
    Ended unnamed = run();
    assertThat(unnamed.err()).contains("there are several sellers: name one with --seller: ", "Willow");
    assertThat(unnamed.code()).isEqualTo(1);
    assertThat(run("--seller", "Rowan").err()).contains("there is no seller with an owner named Rowan");
    assertThat(run("--seller", "Willow").out()).contains("taken: 2");
    assertThat(server.admin().get(UPLOADS).json().get("total").asInt()).isZero();
  }

  @Test
  void an_import_is_on_the_sellers_record_and_so_is_an_exam_that_was_passed_over() {
    run();
    assertThat(actions()).containsSubsequence("import.no-exam", "import.end 2 / 0");
    server.server().features().database().write(handle -> handle.execute(
        "insert into exam_attempt (account_id, started_at, finished_at, correct, passed) values (1, '', '', 9, 1)"));
    run();
    assertThat(actions()).containsSubsequence("import.end 2 / 0", "import.begin", "import.end 0 / 0");
  }

  /** What stands on record of the first seller's imports, the oldest first. */
  private List<String> actions() {
    return server.server().features().database().read(handle ->
        handle.createQuery("select trim(action || ' ' || details) from audit where account_id is null and seller_id = 1"
                + " order by id")
            .mapTo(String.class)
            .list());
  }

  @Test
  void wrong_usage_is_said_before_anything_is_read() {
    assertThat(command("--first-published", "shop").err()).contains("they need --published");
    assertThat(command("--basis", "stolen").err()).contains("--basis must be own, employee, commissioned, licensed or");
    Ended nowhere = command("--published");
    assertThat(nowhere.err()).contains("Missing: --first-published, --published-on.");
    assertThat(nowhere.code()).isEqualTo(2);
    assertThat(command("--published", "--published-on", "2025-03-08").err()).contains("Missing: --first-published.");
    assertThat(command("--published", "--first-published", " ").err())
        .contains("Missing: --first-published, --published-on.");
    String tomorrow = LocalDate.now().plusDays(3).toString();
    Ended late = command("--published", "--published-on", tomorrow);
    assertThat(late.err()).contains("--published-on must be a date from 1990-01-01 to today.");
    assertThat(late.code()).isEqualTo(2);
  }
}
