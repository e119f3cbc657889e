package shotdeed.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCommandTest {
  @TempDir Path folder;
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Ended run(String... arguments) {
    return Ended.of(
        Stream.concat(
                Stream.of("log"),
                Stream.concat(
                    Stream.of(arguments), Stream.of("--data", server.data().toString(), "--log-memory", "off")))
            .toArray(String[]::new));
  }

  private String fingerprint() {
    return server.server().features().ledger().key().fingerprint();
  }

  @Test
  void it_prints_the_fingerprint_that_sellers_publish() {
    Ended ended = run("key");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .startsWith("fingerprint " + fingerprint() + "\n")
        .contains("key         " + server.server().features().ledger().key().text() + "\n")
        .contains("log         " + server.server().features().ledger().origin() + "\n");
  }

  @Test
  void a_new_key_signs_in_the_server_that_runs() {
    String before = fingerprint();
    Ended ended = run("rotate-key");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).doesNotContain(before).contains(fingerprint());
    assertThat(server.server().features().ledger().keyChanges(server.server().features().ledger().origin())).hasSize(1);
    assertThat(server.server().features().ledger().checkpoint().signatures().get(0).id())
        .isEqualTo(server.server().features().ledger().key().id());
  }

  @Test
  void a_successor_names_the_log_before() {
    String before = server.server().features().ledger().origin();
    assertThat(run("successor").code()).isZero();
    String after = server.server().features().ledger().origin();
    assertThat(after).isNotEqualTo(before);
    assertThat(server.server().features().ledger().predecessor(after).entry().field("origin")).isEqualTo(before);
  }

  @Test
  void a_key_is_copied_once_and_put_back() throws Exception {
    Path copy = folder.resolve("key.pem");
    assertThat(run("export-key", copy.toString()).code()).isZero();
    Ended again = run("export-key", copy.toString());
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).isEqualTo("shotdeed: there is a file already: " + copy + "\n");
    String fingerprint = fingerprint();
    Files.delete(server.server().features().ledger().keyFile());
    server.stop();
    assertThat(run("import-key", copy.toString()).out()).contains(fingerprint);
    server.startAgain();
    assertThat(fingerprint()).isEqualTo(fingerprint);
  }

  @Test
  void another_key_is_not_put_back() throws Exception {
    Path other = folder.resolve("other.pem");
    try (TestServer second = TestServer.start()) {
      Files.copy(second.server().features().ledger().keyFile(), other);
    }
    Ended ended = run("import-key", other.toString());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).startsWith("shotdeed: this is another key: ").contains(fingerprint());
    assertThat(run("import-key", folder.resolve("none").toString()).code()).isEqualTo(1);
  }

  @Test
  void what_is_said_of_a_closed_seller_is_erased_and_of_no_other() {
    server.monitored(server.newSeller("Willow"), Photos.photo("coat"));
    server.monitored(server.admin(), Photos.photo("dress"));
    Ended open = run("erase", "--seller", "2");
    assertThat(open.code()).isEqualTo(1);
    assertThat(open.err()).isEqualTo("shotdeed: there is no closed seller 2: its owner closes it in the console\n");
    int willow = server.server().features().database().write(handle -> {
      int seller = handle.createQuery("select id from seller where name = 'Willow'").mapTo(int.class).one();
      handle.execute(
          "insert into seller_standing (seller_id, closed_at, closed_by) values (?, '2026-11-21T08:00:00.000Z', 1)", seller);
      return seller;
    });
    assertThat(run("erase", "--seller", String.valueOf(willow)).out()).isEqualTo("erased 5\n");
    assertThat(run("erase", "--seller", String.valueOf(willow)).out()).isEqualTo("erased 0\n");
    int others = server.server().features().database().read(handle ->
        handle.createQuery("select count(*) from log_leaf where extra is null and seller_id <> :seller")
            .bind("seller", willow)
            .mapTo(int.class)
            .one());
    assertThat(others).isZero();
    assertThat(server.ledger().checkpoint().text()).contains("\n10\n");
  }
}
