package shotdeed.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.ledger.KeyChange;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;

class LogKeyTest {
  private final PlatformCrypto crypto = new PlatformCrypto();
  @TempDir Path folder;
  private LogOnDisk log;

  @BeforeEach
  void open() {
    log = new LogOnDisk(folder);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void the_keys_file_is_for_its_owner_only_and_other_programs_can_read_it() throws Exception {
    Path file = log.ledger.keyFile();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    Process openssl = new ProcessBuilder("openssl", "pkey", "-in", file.toString(), "-pubout", "-outform", "DER").start();
    byte[] info = openssl.getInputStream().readAllBytes();
    assertThat(openssl.waitFor(20, TimeUnit.SECONDS)).isTrue();
    byte[] key = log.ledger.key().publicKey();
    assertThat(info).endsWith(key);
  }

  @Test
  void after_a_change_of_keys_the_new_one_signs_and_the_old_one_says_so() throws Exception {
    log.append(2);
    NoteKey before = log.ledger.key();
    SignedNote old = log.ledger.checkpoint();
    NoteKey after = log.ledger.rotate(true);
    SignedNote now = log.ledger.checkpoint();
    assertThat(now.isSignedBy(after, crypto)).isTrue();
    assertThat(now.isSignedBy(before, crypto)).isFalse();
    assertThat(old.isSignedBy(before, crypto)).isTrue();
    SignedNote statement = SignedNote.parse(log.ledger.keyChanges(log.row().origin()).get(0));
    assertThat(KeyChange.isSigned(statement, crypto)).isTrue();
    assertThat(KeyChange.parse(statement.text()).to()).isEqualTo(after);
    assertThat(log.last().field("old-key")).isEqualTo(before.fingerprint());
    assertThat(log.last().field("new-key")).isEqualTo(after.fingerprint());
    log.restart();
    assertThat(log.ledger.key()).isEqualTo(after);
  }

  @Test
  void a_key_that_somebody_else_may_have_says_nothing_about_the_next() {
    log.ledger.rotate(false);
    assertThat(log.ledger.keyChanges(log.row().origin())).isEmpty();
    assertThat(log.last().kind()).isEqualTo("key");
  }

  @Test
  void a_key_that_nothing_was_said_of_begins_a_new_chain() {
    log.ledger.rotate(true);
    log.ledger.rotate(false);
    assertThat(log.ledger.keyChanges(log.row().origin())).isEmpty();
    NoteKey begun = log.ledger.key();
    NoteKey next = log.ledger.rotate(true);
    assertThat(log.ledger.keyChanges(log.row().origin())).hasSize(1);
    assertThat(log.ledger.keys(log.row().origin())).containsExactly(begun, next);
  }

  @Test
  void nothing_is_signed_for_a_log_or_a_key_that_is_no_longer_the_one() {
    Ledger.Standing standing = log.ledger.standing();
    assertThat(log.ledger.sign("text\n", standing)).isNotNull();
    log.ledger.rotate(true);
    assertThat(log.ledger.sign("text\n", standing)).isNull();
    standing = log.ledger.standing();
    log.ledger.succeed();
    assertThat(log.ledger.sign("text\n", standing)).isNull();
  }

  @Test
  void a_server_that_runs_signs_with_the_new_key_once_another_program_changed_it() {
    Ledger beside = new Ledger(log.database, log.data.resolve("keys"), new LogMemory(null), () -> log.now);
    NoteKey after = beside.rotate(true);
    assertThat(log.ledger.checkpoint().isSignedBy(after, crypto)).isTrue();
  }

  @Test
  void a_lost_key_comes_back_from_its_copy() throws Exception {
    log.append(1);
    SignedNote before = log.ledger.checkpoint();
    NoteKey key = log.ledger.key();
    Path copy = folder.resolve("copy.pem");
    KeyFile.copy(log.ledger.keyFile(), copy);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy))).isEqualTo("rw-------");
    assertThatThrownBy(() -> KeyFile.copy(log.ledger.keyFile(), copy)).isInstanceOf(FileAlreadyExistsException.class);
    Files.delete(log.ledger.keyFile());
    Ledger fresh = new Ledger(log.database, log.data.resolve("keys"), new LogMemory(log.memory), () -> log.now);
    fresh.putBack(copy);
    log.append(1);
    assertThat(fresh.checkpoint().isSignedBy(key, crypto)).isTrue();
    assertThat(before.isSignedBy(key, crypto)).isTrue();
  }

  @Test
  void another_key_and_a_damaged_copy_are_refused() throws Exception {
    Path other = folder.resolve("other.pem");
    SigningKey.generate().write(other);
    assertThatThrownBy(() -> log.ledger.putBack(other)).isInstanceOf(IOException.class).hasMessageContaining("another key");
    Path mixed = folder.resolve("mixed.pem");
    String own = Files.readString(log.ledger.keyFile());
    String foreign = Files.readString(other);
    Files.writeString(
        mixed, own.substring(0, own.indexOf("-----BEGIN PUBLIC")) + foreign.substring(foreign.indexOf("-----BEGIN PUBLIC")));
    assertThatThrownBy(() -> log.ledger.putBack(mixed)).isInstanceOf(IOException.class).hasMessageContaining("belong together");
    Path nothing = Files.writeString(folder.resolve("nothing.pem"), "nothing");
    assertThatThrownBy(() -> log.ledger.putBack(nothing)).isInstanceOf(IOException.class);
  }

  @Test
  void without_its_key_and_without_a_copy_the_log_ends_and_a_successor_has_a_new_one() throws Exception {
    log.append(1);
    log.signed();
    NoteKey key = log.ledger.key();
    Files.delete(log.ledger.keyFile());
    log.restart();
    assertThat(log.ledger.key().fingerprint()).isNotEqualTo(key.fingerprint());
    assertThat(log.leaves().get(0).entry().field("reason")).isEqualTo("key-lost");
  }
}
