package shotdeed.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.LogRecord;
import shotdeed.ledger.Merkle;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.platform.Secrets;

/** Certificates and decisions come into the log, and anybody can watch it without seeing what they are. */
class LogRoutesTest {
  private TestServer server;
  private Client anybody;

  @BeforeEach
  void start() {
    server = TestServer.start();
    anybody = server.anybody();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Ledger ledger() {
    return server.server().features().ledger();
  }

  private String prefix() {
    return "/log/" + ledger().origin().substring("shotdeed/".length());
  }

  private List<LogRecord> of(int certificate) {
    return server.server().features().database()
        .read(handle -> LogStore.ofCertificate(handle, certificate))
        .stream()
        .map(Leaf::entry)
        .toList();
  }

  @Test
  void a_certificate_and_each_decision_about_it_is_a_leaf() {
    int id = server.monitored(server.newSeller("Willow"), Photos.photo("coat"));
    List<LogRecord> records = of(id);
    assertThat(records).extracting(LogRecord::kind)
        .containsExactly("certificate", "decision", "state", "decision", "state");
    assertThat(records.get(0).field("certificate")).isEqualTo(String.valueOf(id));
    assertThat(records.get(0).field("original-sha256"))
        .isEqualTo(Secrets.sha256(Photos.photo("coat")));
    assertThat(records.get(0).field("grade")).isEqualTo("certified-before-publication");
    assertThat(records.get(0).time()).isEqualTo("2026-11-21T08:00:00.000Z");
    assertThat(records.get(1).field("decision")).isEqualTo("pass");
    assertThat(records).extracting(record -> record.field("state"))
        .containsExactly("first-passed", "", "certified", "", "monitored");
  }

  @Test
  void a_refused_picture_and_why_is_logged_too() {
    Client seller = server.newSeller("Willow");
    seller.postParts(
        "/api/v1/certificates", new Client.Parts().field("unpublished", "true").file("file", "x.jpg", new byte[] {1, 2}));
    assertThat(of(1)).extracting(LogRecord::kind).containsExactly("certificate", "decision");
    assertThat(of(1).get(1).field("decision")).isEqualTo("refuse");
  }

  @Test
  void the_record_names_nobody() {
    int id = server.monitored(server.newSeller("Willow"), Photos.photo("coat"));
    for (LogRecord record : of(id)) {
      assertThat(new String(record.bytes(), StandardCharsets.UTF_8))
          .doesNotContain("Willow")
          .doesNotContain("photo.jpg");
    }
  }

  @Test
  void anybody_can_check_the_tree_from_checkpoint_key_tiles_and_entries() throws Exception {
    server.monitored(server.newSeller("Willow"), Photos.photo("coat"));
    NoteKey key = NoteKey.parse(anybody.get(prefix() + "/key").text().trim());
    SignedNote note = SignedNote.parse(anybody.get(prefix() + "/checkpoint").text());
    assertThat(note.isSignedBy(key, new PlatformCrypto())).isTrue();
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    int size = checkpoint.size();
    assertThat(size).isEqualTo(5);
    byte[] tile = anybody.get(prefix() + "/tile/0/000.p/" + size).bytes();
    byte[] entries = anybody.get(prefix() + "/tile/entries/000.p/" + size).bytes();
    assertThat(tile).hasSize(32 * size);
    assertThat(entries).hasSize(34 * size);
    for (int i = 0; i < size; i++) {
      byte[] entry = Arrays.copyOfRange(entries, 34 * i + 2, 34 * (i + 1));
      assertThat(entries[34 * i + 1]).isEqualTo((byte) 32);
      assertThat(Merkle.leaf(entry)).isEqualTo(Arrays.copyOfRange(tile, 32 * i, 32 * (i + 1)));
    }
    byte[] four = Merkle.node(
        Merkle.node(Arrays.copyOf(tile, 32), Arrays.copyOfRange(tile, 32, 64)),
        Merkle.node(Arrays.copyOfRange(tile, 64, 96), Arrays.copyOfRange(tile, 96, 128)));
    assertThat(Merkle.node(four, Arrays.copyOfRange(tile, 128, 160))).isEqualTo(checkpoint.root());
  }

  @Test
  void places_that_are_none_are_not_found() {
    server.monitored(server.newSeller("Willow"), Photos.photo("coat"));
    for (String path : List.of(
        "/log/0123456789abcdef/checkpoint",
        "/log/x/checkpoint",
        prefix(),
        prefix() + "/tile/0/000",
        prefix() + "/tile/0/000.p/6",
        prefix() + "/tile/0/000.p/0",
        prefix() + "/tile/0/000.p/256",
        prefix() + "/tile/0/001",
        prefix() + "/tile/64/000",
        prefix() + "/tile/entries/000.p/6",
        prefix() + "/tile/entries/x999/x999/x999/999",
        prefix() + "/tile/0/x999/x999/x999/999.p/1",
        prefix() + "/tile/0/../000")) {
      assertThat(anybody.get(path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void what_was_certified_before_there_was_a_log_is_logged_at_the_next_start_under_the_time_of_then() {
    int id = server.monitored(server.newSeller("Willow"), Photos.photo("coat"));
    server.server().features().database().write(handle -> {
      handle.execute("delete from log_leaf");
      handle.execute("delete from log_tile");
      handle.execute("delete from log_checkpoint");
      handle.execute("delete from log_key");
      return handle.execute("delete from log");
    });
    server.pass(Duration.ofDays(2));
    server.restart();
    List<LogRecord> records = of(id);
    assertThat(records).extracting(LogRecord::kind).containsExactly("certificate", "decision", "decision");
    assertThat(records.get(0).time()).isEqualTo("2026-11-23T08:00:00.000Z");
    assertThat(records.get(0).field("received")).isEqualTo("2026-11-21T08:00:00.000Z");
    assertThat(records.get(0).field("state")).isEqualTo("monitored");
    server.restart();
    assertThat(of(id)).hasSize(3);
  }
}
