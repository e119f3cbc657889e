package shotdeed.server.ledger.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;
import shotdeed.server.Checks;
import shotdeed.server.TestServer;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.ledger.LogEntry;
import shotdeed.server.ledger.LogMemory;
import shotdeed.server.ledger.LogStore;
import shotdeed.server.ledger.PlatformCrypto;
import shotdeed.server.ledger.SigningKey;
import shotdeed.server.platform.AddressFilter;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.OutsideCall;
import shotdeed.server.platform.OutsideSettings;
import shotdeed.server.platform.TestTargets;

/** A log that has a second server witness it, and witnesses that answer wrongly. */
@Timeout(300)
class WitnessingTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final byte[] NOTHING = {};

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-11-21T08:00:00Z");
  private Database database;
  private Ledger log;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("log.db"));
    log = new Ledger(database, folder.resolve("keys"), new LogMemory(null), () -> now);
    log.open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void append(int leaves) {
    List<LogEntry> entries = new ArrayList<>();
    for (int i = 0; i < leaves; i++) {
      entries.add(new LogEntry("test", null, null, null, Map.of("number", String.valueOf(i))));
    }
    database.write(handle -> {
      LogStore.append(handle, now, entries);
      return null;
    });
    now = now.plusSeconds(60);
  }

  private TestServer witness(String... logs) {
    return TestServer.start(
        folder.resolve("witness"),
        new OutsideSettings(null, List.of(), null, null, List.of(logs), TestTargets.of()));
  }

  private Witnessing asking(TestServer witness) {
    String key = Checks.ok(witness.anybody().get("/witness/key")).text().trim();
    return asking("127.0.0.1:" + witness.port(), key);
  }

  private Witnessing asking(String target, String key) {
    OutsideSettings settings = new OutsideSettings(
        null, List.of(), "http://" + target + "/witness", key, List.of(), TestTargets.of(target));
    AddressFilter filter = new AddressFilter(settings.targets(), name -> {
      throw new UnknownHostException(name);
    });
    return new Witnessing(
        settings,
        new OutsideCall(filter, LIMIT, LIMIT),
        new OwnLog() {
          @Override
          public SignedNote checkpoint() {
            return log.checkpoint();
          }

          @Override
          public NoteKey key() {
            return log.key();
          }

          @Override
          public List<byte[]> consistency(String origin, int before, int size) {
            return log.consistency(origin, before, size);
          }

          @Override
          public void signedOutside(Checkpoint signed) {
            log.signedOutside(signed);
          }
        },
        database,
        () -> now);
  }

  private List<OutsideTime> covering(int leaf) {
    String origin = log.origin();
    return database.read(handle -> OutsideTimes.covering(handle, origin, leaf));
  }

  private static String fault(Witnessing witnessing) {
    assertThat(witnessing.once()).isFalse();
    return witnessing.errand().state().fault();
  }

  @Test
  void a_second_server_signs_what_grew_and_when() throws Exception {
    append(3);
    try (TestServer witness = witness(log.key().text()); Witnessing witnessing = asking(witness)) {
      assertThat(witnessing.once()).isTrue();
      append(4);
      assertThat(witnessing.once()).isTrue();
      now = now.plusSeconds(60);
      assertThat(witnessing.once()).isFalse(); // nothing new

      NoteKey key = NoteKey.parse(Checks.ok(witness.anybody().get("/witness/key")).text().trim());
      OutsideTime first = covering(2).get(0);
      assertThat(first.stamp()).isFalse();
      assertThat(first.by()).isEqualTo(key.name()).startsWith("shotdeed-witness/");
      assertThat(first.time()).isEqualTo("2026-11-21T08:00:00Z");
      assertThat(first.checkpoint().size()).isEqualTo(3);
      SignedNote note = first.checkpoint().note();
      assertThat(note.isSignedBy(log.key(), new PlatformCrypto())).isTrue();
      assertThat(note.witnessedBy(key, new PlatformCrypto())).isEqualTo(1_795_248_000L);
      assertThat(covering(3).get(0).checkpoint().size()).isEqualTo(7);
      assertThat(covering(7)).isEmpty();
      assertThat(log.checkpoint().format())
          .isEqualTo(Checks.ok(witness.anybody().get("/witness/checkpoint?log=" + log.origin())).text());
    }
  }

  @Test
  void a_proof_of_a_leaf_carries_the_witnesss_signature() throws Exception {
    append(3);
    try (TestServer witness = witness(log.key().text()); Witnessing witnessing = asking(witness)) {
      assertThat(witnessing.once()).isTrue();
      SignedNote checkpoint = covering(0).get(0).checkpoint().note();
      assertThat(checkpoint.signatures()).hasSize(2);
      assertThat(Checkpoint.parse(checkpoint.text()).size()).isEqualTo(3);
    }
  }

  @Test
  void a_witness_that_does_not_know_the_log_or_its_key_says_so() throws Exception {
    append(3);
    String other = SigningKey.generate().named("elsewhere.example/log").text();
    try (TestServer witness = witness(other); Witnessing witnessing = asking(witness)) {
      assertThat(fault(witnessing)).isEqualTo("log-unknown");
      assertThat(witnessing.errand().state().detail()).isEqualTo(log.key().text());
    }
    String before = log.key().text();
    log.rotate(true);
    now = now.plusSeconds(60);
    try (TestServer witness = witness(before); Witnessing witnessing = asking(witness)) {
      assertThat(fault(witnessing)).isEqualTo("key-unknown");
      assertThat(witnessing.errand().state().detail()).isEqualTo(log.key().text());
    }
    assertThat(covering(0)).isEmpty();
  }

  private void copy(String from, String to) throws Exception {
    close();
    for (String end : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(folder.resolve(to + end));
    }
    Files.copy(folder.resolve(from), folder.resolve(to));
    open();
  }

  @Test
  void an_old_backup_that_came_back_is_found_by_the_witness_and_a_successor_starts() throws Exception {
    append(3);
    try (TestServer witness = witness(log.key().text()); Witnessing witnessing = asking(witness)) {
      assertThat(witnessing.once()).isTrue();
      copy("log.db", "backup.db");
      append(7);
      try (Witnessing again = asking(witness)) {
        assertThat(again.once()).isTrue();
      }
      String origin = log.origin();
      Checkpoint signed = Checkpoint.parse(log.checkpoint().text());
      copy("backup.db", "log.db");
      append(1);
      try (Witnessing again = asking(witness)) {
        assertThat(fault(again)).isEqualTo("ahead");
        assertThat(log.origin()).isNotEqualTo(origin);
        assertThat(predecessor()).isEqualTo(signed.text().replace("\n", " ").trim() + " older-than-signed");
        now = now.plusSeconds(60);
        assertThat(fault(again)).isEqualTo("log-unknown"); // the new log has to be named to the witness
      }
    }
  }

  private String predecessor() throws Exception {
    var record = log.predecessor(log.origin()).entry();
    return record.field("origin") + " " + record.field("size") + " " + record.field("root") + " "
        + record.field("reason");
  }

  @ParameterizedTest
  @CsvSource({
    "9, grew past what the witness signed",
    "4, has the size that the witness signed but other leaves"
  })
  void an_old_backup_that_went_its_own_way_is_found_too(int appended, String way) throws Exception {
    append(3);
    copy("log.db", "backup.db");
    append(4);
    try (TestServer witness = witness(log.key().text()); Witnessing witnessing = asking(witness)) {
      assertThat(witnessing.once()).isTrue();
      String origin = log.origin();
      copy("backup.db", "log.db");
      append(appended);
      try (Witnessing again = asking(witness)) {
        assertThat(fault(again)).as(way).isEqualTo("forked");
      }
      assertThat(log.origin()).isNotEqualTo(origin);
      assertThat(predecessor()).startsWith(origin + " ").endsWith(" differs-from-what-was-signed");
    }
  }

  /** What is said when a witness answers so; nothing is kept, and the log goes on. */
  private String against(AuthorityServer.Behaviour behaviour) throws Exception {
    String origin = log.origin();
    database.write(handle -> handle.execute("delete from outside_errand"));
    SigningKey key = SigningKey.generate();
    NoteKey named = new NoteKey("witness.example", NoteKey.WITNESS, key.publicKey());
    try (AuthorityServer server = AuthorityServer.start(behaviour);
        Witnessing witnessing = asking(server.target(), named.text())) {
      String fault = fault(witnessing);
      assertThat(covering(0)).isEmpty();
      assertThat(log.origin()).isEqualTo(origin);
      return fault;
    }
  }

  private static AuthorityServer.Behaviour answering(int status, String type, String text) {
    return (exchange, body) ->
        AuthorityServer.send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_witness_that_lies_about_the_size_ends_no_log() throws Exception {
    append(3);
    assertThat(against(answering(409, "text/x.tlog.size", "4\n"))).isEqualTo("ahead");
    assertThat(against(answering(409, "text/x.tlog.size", "9999999999\n"))).isEqualTo("ahead");
    assertThat(against(answering(409, "text/x.tlog.size", "2\n"))).isEqualTo("forked");
    assertThat(against(answering(409, "text/x.tlog.size", "0\n"))).isEqualTo("forked");
    assertThat(against((exchange, body) -> {
      boolean asked = exchange.getRequestURI().getPath().endsWith("checkpoint") && body.length == 0;
      String own = log.origin() + "\n9\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
      SignedNote forged = new SignedNote(own, List.of(SigningKey.generate().signature(log.origin(), own)));
      byte[] answer = (asked ? forged.format() : "9\n").getBytes(StandardCharsets.UTF_8);
      AuthorityServer.send(exchange, asked ? 200 : 409, "text/x.tlog.size", answer);
    })).isEqualTo("ahead");
  }

  @Test
  void sizes_of_another_form_are_none() throws Exception {
    append(3);
    assertThat(against(answering(409, "text/plain", "2\n"))).isEqualTo("form");
    for (String size : List.of("", "\n", "2", "02\n", "-2\n", "2\n\n", "two\n", "99999999999\n")) {
      assertThat(against(answering(409, "text/x.tlog.size", size))).isEqualTo("form");
    }
  }

  @Test
  void a_signature_by_somebody_else_is_none() throws Exception {
    append(3);
    String text = log.checkpoint().text();
    String line = new SignedNote(text, List.of(SigningKey.generate().signature("witness.example", text)))
        .format().substring(text.length() + 1);
    assertThat(against(answering(200, "text/plain", line))).isEqualTo("signature");
    assertThat(against(answering(200, "text/plain", "hello\n"))).isEqualTo("form");
    assertThat(against(answering(200, "text/plain", ""))).isEqualTo("form");
    assertThat(against((exchange, body) -> AuthorityServer.send(exchange, 200, "text/plain", new byte[10 << 20])))
        .isEqualTo("large");
  }

  @Test
  void a_signature_about_something_else_or_at_another_time_is_none() throws Exception {
    append(3);
    SigningKey key = SigningKey.generate();
    NoteKey named = new NoteKey("witness.example", NoteKey.WITNESS, key.publicKey());
    String text = log.checkpoint().text();
    long time = now.getEpochSecond();
    assertThat(signedSo(key, named, text, time)).isEqualTo("null");
    database.write(handle -> handle.execute("delete from cosignature"));
    assertThat(signedSo(key, named, text.replace("\n3\n", "\n4\n"), time)).isEqualTo("signature");
    assertThat(signedSo(key, named, text, time - 86_400)).isEqualTo("clock");
    assertThat(signedSo(key, named, text, time + 86_400)).isEqualTo("clock");
  }

  private String signedSo(SigningKey key, NoteKey named, String text, long seconds) throws Exception {
    database.write(handle -> handle.execute("delete from outside_errand"));
    byte[] signature = ByteBuffer.allocate(72)
        .putLong(seconds)
        .put(key.sign(SignedNote.witnessed(text, seconds)))
        .array();
    String line = new SignedNote(
        text, List.of(new SignedNote.Signature(named.name(), named.id(), signature))).format().substring(text.length() + 1);
    try (AuthorityServer server = AuthorityServer.start(answering(200, "text/plain", line));
        Witnessing witnessing = asking(server.target(), named.text())) {
      witnessing.once();
      assertThat(covering(0)).hasSize(witnessing.errand().state().fault() == null ? 1 : 0);
      return String.valueOf(witnessing.errand().state().fault());
    }
  }

  @Test
  void one_that_hangs_leads_astray_or_breaks() throws Exception {
    append(3);
    CountDownLatch end = new CountDownLatch(1);
    assertThat(against((exchange, body) -> end.await())).isEqualTo("slow");
    end.countDown();
    assertThat(against((exchange, body) -> {
      exchange.getResponseHeaders().set("Location", "http://127.0.0.1:9/");
      AuthorityServer.send(exchange, 307, "text/plain", NOTHING);
    })).isEqualTo("redirect");
    assertThat(against(answering(500, "text/plain", "x"))).isEqualTo("status");
  }
}
