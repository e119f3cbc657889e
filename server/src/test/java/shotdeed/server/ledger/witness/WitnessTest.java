package shotdeed.server.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.ledger.LogEntry;
import shotdeed.server.ledger.LogMemory;
import shotdeed.server.ledger.LogStore;
import shotdeed.server.ledger.PlatformCrypto;
import shotdeed.server.ledger.SigningKey;
import shotdeed.server.platform.Database;

/** What a witness signs, and what it does not, asked by a real log. */
class WitnessTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path folder;
  private Database logs;
  private Ledger log;
  private Database store;
  private Witness witness;

  @BeforeEach
  void open() throws IOException {
    logs = Database.open(folder.resolve("log.db"));
    log = new Ledger(logs, folder.resolve("log-keys"), new LogMemory(null), () -> NOW);
    log.open();
    store = Database.open(folder.resolve("witness.db"));
    witness = witness(log.key().text());
  }

  @AfterEach
  void close() {
    logs.close();
    store.close();
  }

  private Witness witness(String... keys) throws IOException {
    return Witness.open(store, folder.resolve("keys"), List.of(keys), () -> NOW);
  }

  private SignedNote grown(int leaves) {
    List<LogEntry> entries = new ArrayList<>();
    for (int i = 0; i < leaves; i++) {
      entries.add(new LogEntry("test", null, null, null, Map.of("number", String.valueOf(i))));
    }
    logs.write(handle -> {
      LogStore.append(handle, NOW, entries);
      return null;
    });
    return log.checkpoint();
  }

  private String request(int old, SignedNote note) throws Exception {
    int size = Checkpoint.parse(note.text()).size();
    StringBuilder body = new StringBuilder("old " + old + "\n");
    if (old > 0 && old <= size) {
      log.consistency(log.origin(), old, size)
          .forEach(hash -> body.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
    }
    return body + "\n" + note.format();
  }

  /** The status, and what the answer says unless that is a signature. */
  private String ask(String body) {
    Witness.Answer answer = witness.add(body.getBytes(StandardCharsets.UTF_8));
    return answer.outcome() == Witness.Outcome.SIGNED || answer.outcome() == Witness.Outcome.OTHER_SIZE
        ? answer.outcome().status() + (answer.outcome() == Witness.Outcome.SIGNED ? "" : " " + answer.text().trim())
        : String.valueOf(answer.outcome().status());
  }

  @Test
  void a_log_that_grew_is_signed_with_the_time() throws Exception {
    SignedNote first = grown(3);
    Witness.Answer answer = witness.add(request(0, first).getBytes(StandardCharsets.UTF_8));
    assertThat(answer.outcome()).isEqualTo(Witness.Outcome.SIGNED);
    assertThat(answer.text()).startsWith("\u2014 shotdeed-witness/").endsWith("\n");
    SignedNote signed = first.with(SignedNote.signature(answer.text().trim()));
    NoteKey key = NoteKey.parse(witness.keyText());
    assertThat(key.type()).isEqualTo(NoteKey.WITNESS);
    assertThat(signed.witnessedBy(key, new PlatformCrypto())).isEqualTo(NOW.getEpochSecond());
    assertThat(ask(request(3, grown(10)))).isEqualTo("200");
    assertThat(ask(request(13, grown(300)))).isEqualTo("200");
    assertThat(ask(request(313, log.checkpoint()))).isEqualTo("200"); // once more, the same
    assertThat(witness.latest(log.origin())).isEqualTo(log.checkpoint().format());
  }

  @Test
  void a_log_that_states_another_size_is_told_the_one_that_was_signed() throws Exception {
    SignedNote first = grown(3);
    assertThat(ask(request(2, first))).isEqualTo("409 0");
    assertThat(ask(request(0, first))).isEqualTo("200");
    assertThat(ask(request(0, grown(1)))).isEqualTo("409 3");
    assertThat(ask(request(2, log.checkpoint()))).isEqualTo("409 3");
    assertThat(ask(request(3, log.checkpoint()))).isEqualTo("200");
    assertThat(ask(request(3, first))).isEqualTo("409 4"); // an older copy of the log
  }

  @Test
  void what_it_signed_it_knows_after_a_restart_and_signs_with_the_same_key() throws Exception {
    grown(3);
    assertThat(ask(request(0, log.checkpoint()))).isEqualTo("200");
    String key = witness.keyText();
    store.close();
    store = Database.open(folder.resolve("witness.db"));
    witness = witness(log.key().text());
    assertThat(witness.keyText()).isEqualTo(key);
    assertThat(ask(request(0, log.checkpoint()))).isEqualTo("409 3");
  }

  @Test
  void its_key_is_for_its_owner_only() throws Exception {
    assertThat(PosixFilePermissions.toString(
        Files.getPosixFilePermissions(folder.resolve("keys").resolve("witness.pem")))).isEqualTo("rw-------");
  }

  @Test
  void a_log_that_nobody_named_is_not_signed() throws Exception {
    SigningKey other = SigningKey.generate();
    String text = "elsewhere.example/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    SignedNote note = new SignedNote(text, List.of(other.signature("elsewhere.example/log", text)));
    assertThat(ask("old 0\n\n" + note.format())).isEqualTo("404");
  }

  @Test
  void a_checkpoint_that_the_logs_key_did_not_sign_is_not_signed() throws Exception {
    SignedNote note = grown(3);
    SigningKey other = SigningKey.generate();
    String forged = new SignedNote(note.text(), List.of(other.signature(log.origin(), note.text()))).format();
    assertThat(ask("old 0\n\n" + forged)).isEqualTo("403");
    String bent = note.format().replace("\n3\n", "\n4\n");
    assertThat(ask("old 0\n\n" + bent)).isEqualTo("403");
    assertThat(witness.latest(log.origin())).isNull();
  }

  @Test
  void a_tree_that_did_not_grow_from_the_signed_one_is_not_signed() throws Exception {
    assertThat(ask(request(0, grown(5)))).isEqualTo("200");
    String right = request(5, grown(4));
    String[] lines = right.split("\n");
    assertThat(ask(right.replace(lines[1], lines[2]))).isEqualTo("422"); // another hash
    assertThat(ask(right.replace(lines[1] + "\n", ""))).isEqualTo("422"); // one missing
    assertThat(ask(right.replaceFirst("\n", "\n" + lines[1] + "\n"))).isEqualTo("422"); // one too many
    assertThat(ask(right)).isEqualTo("200");
  }

  @Test
  void another_tree_of_the_size_that_was_signed_is_not_signed() throws Exception {
    assertThat(ask(request(0, grown(5)))).isEqualTo("200");
    Path key;
    try (var files = Files.list(folder.resolve("log-keys"))) {
      key = files.findFirst().orElseThrow();
    }
    String text = log.origin() + "\n5\n" + Base64.getEncoder().encodeToString(new byte[32]) + "\n";
    SignedNote fork = new SignedNote(text, List.of(SigningKey.read(key).signature(log.origin(), text)));
    assertThat(ask("old 5\n\n" + fork.format())).isEqualTo("409 5");
    String six = text.replace("\n5\n", "\n6\n");
    SignedNote later = new SignedNote(six, List.of(SigningKey.read(key).signature(log.origin(), six)));
    assertThat(ask("old 5\n" + text.split("\n")[2] + "\n\n" + later.format())).isEqualTo("422");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "\n", "old 0", "old 0\n", "old 0\n\n", "old 0\n\nx", "old 0\n\nx\n0\n", "old -1\n\nNOTE", "old 00\n\nNOTE",
    "old 01\n\nNOTE", "old  0\n\nNOTE", "new 0\n\nNOTE", "old 99999999999\n\nNOTE", "old 4294967296\n\nNOTE", "old 4\n\nNOTE",
    "old 0\nhash\n\nNOTE", "old 0\nAAAA\n\nNOTE", "old 0\r\n\r\nNOTE", "old 0\n\n\nNOTE", "OLD 0\n\nNOTE"
  })
  void requests_of_another_form_are_refused(String body) throws Exception {
    assertThat(ask(body.replace("NOTE", grown(3).format()))).isEqualTo("400");
    assertThat(witness.latest(log.origin())).isNull();
  }

  @Test
  void more_hashes_than_a_proof_can_have_are_refused() throws Exception {
    String hash = Base64.getEncoder().encodeToString(new byte[32]) + "\n";
    assertThat(ask("old 0\n" + hash.repeat(64) + "\n" + grown(3).format())).isEqualTo("400");
    assertThat(ask("old 0\n" + hash.repeat(63) + "\n" + log.checkpoint().format())).isEqualTo("422");
    assertThat(witness.add(new byte[] {(byte) 0xff, (byte) 0xfe}).outcome()).isEqualTo(Witness.Outcome.MALFORMED);
  }

  @Test
  void of_many_at_once_no_two_that_contradict_each_other_are_signed() throws Exception {
    List<String> requests = new ArrayList<>();
    requests.add(request(0, grown(1)));
    for (int i = 2; i <= 16; i++) {
      requests.add(request(0, grown(1)));
    }
    CyclicBarrier together = new CyclicBarrier(requests.size());
    ExecutorService threads = Executors.newFixedThreadPool(requests.size());
    List<Future<String>> answers = new ArrayList<>();
    for (String each : requests) {
      Callable<String> task = () -> {
        together.await();
        return ask(each);
      };
      answers.add(threads.submit(task));
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Future<String> each : answers) {
      counts.merge(each.get().substring(0, 3), 1, Integer::sum);
    }
    threads.shutdown();
    // All state that nothing was signed; that holds for the first only.
    assertThat(counts).isEqualTo(Map.of("200", 1, "409", 15));
  }

  @Test
  void a_log_whose_key_changed_is_signed_under_both_while_both_are_named() throws Exception {
    assertThat(ask(request(0, grown(2)))).isEqualTo("200");
    String before = log.key().text();
    log.rotate(true);
    assertThat(ask(request(2, grown(2)))).isEqualTo("403");
    witness = witness(before, log.key().text());
    assertThat(ask(request(2, log.checkpoint()))).isEqualTo("200");
    assertThat(witness.logs()).containsExactly(log.origin());
  }

  @Test
  void lines_behind_the_root_are_signed_too_and_not_understood() throws Exception {
    Path key;
    try (var files = Files.list(folder.resolve("log-keys"))) {
      key = files.findFirst().orElseThrow();
    }
    String text = grown(3).text() + "extension 1\n";
    SignedNote note = new SignedNote(text, List.of(SigningKey.read(key).signature(log.origin(), text)));
    Witness.Answer answer = witness.add(("old 0\n\n" + note.format()).getBytes(StandardCharsets.UTF_8));
    assertThat(note.with(SignedNote.signature(answer.text().trim()))
        .witnessedBy(NoteKey.parse(witness.keyText()), new PlatformCrypto())).isEqualTo(NOW.getEpochSecond());
  }

  @Test
  void settings_that_name_no_log_are_refused_at_the_start() {
    assertThatThrownBy(() -> witness("hello")).hasMessageStartingWith("witness-logs: hello is no key of a log");
    assertThatThrownBy(() -> witness(witness.keyText())).hasMessageContaining("is the key of a witness");
  }

  @Test
  void a_server_that_watches_nobody_has_no_key() throws Exception {
    Witness none = Witness.open(store, folder.resolve("none"), List.of(), () -> NOW);
    assertThat(none.keyText()).isNull();
    assertThat(folder.resolve("none")).doesNotExist();
  }
}
