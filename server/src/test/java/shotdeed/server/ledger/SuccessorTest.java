package shotdeed.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.LogRecord;
import shotdeed.ledger.Merkle;

/** A size that was signed is never signed again with something else: what happens when the store went back. */
class SuccessorTest {
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
  void after_an_old_backup_a_successor_names_the_highest_checkpoint_that_was_signed() {
    log.append(5);
    log.signed();
    Path backup = folder.resolve("backup");
    log.copyTo(backup);
    log.append(3);
    Checkpoint highest = log.signed();
    log.comeBack(backup);
    assertThat(log.row().origin()).isNotEqualTo(highest.origin());
    LogRecord first = log.leaves().get(0).entry();
    assertThat(first.kind()).isEqualTo("predecessor");
    assertThat(first.field("origin")).isEqualTo(highest.origin());
    assertThat(first.field("size")).isEqualTo("8");
    assertThat(highest.text()).contains(first.field("root"));
    assertThat(first.field("reason")).isEqualTo("older-than-signed");
    assertThat(log.ledger.predecessor(log.row().origin()).entry()).isEqualTo(first);
  }

  @Test
  void the_log_before_is_never_signed_again() {
    log.append(5);
    Checkpoint five = log.signed();
    Path backup = folder.resolve("backup");
    log.copyTo(backup);
    log.append(1);
    log.signed();
    log.comeBack(backup);
    log.append(1);
    assertThat(log.signed().origin()).isNotEqualTo(five.origin());
    List<Integer> sizes = log.database.read(handle ->
        handle.createQuery("select size from log_checkpoint where log_id = 1 order by size")
            .mapTo(Integer.class)
            .list());
    assertThat(sizes).containsExactly(5);
  }

  @Test
  void what_the_backup_held_unsigned_is_logged_again_under_the_time_of_now() {
    log.append(2);
    log.signed();
    log.append(2);
    Path backup = folder.resolve("backup");
    log.copyTo(backup);
    log.append(1);
    log.signed();
    log.now = log.now.plusSeconds(3600);
    log.comeBack(backup);
    assertThat(log.leaves()).extracting(Leaf::kind).containsExactly("predecessor", "test", "test");
    assertThat(log.last().field("number")).isEqualTo("1");
    assertThat(log.last().time()).isEqualTo("2026-11-22T11:00:03.000Z");
    List<Leaf> earlier = log.database.read(handle -> LogStore.range(handle, 1, 0, 4));
    assertThat(earlier).extracting(log.ledger::isCovered).containsExactly(true, true, false, false);
    assertThat(CheckpointStore.checkpoint(log.ledger.covering(earlier.get(1))).size()).isEqualTo(2);
  }

  @Test
  void a_backup_that_holds_all_that_was_signed_goes_on() {
    log.append(5);
    Checkpoint signed = log.signed();
    Path backup = folder.resolve("backup");
    log.copyTo(backup);
    log.append(2);
    log.comeBack(backup);
    assertThat(log.row().origin()).isEqualTo(signed.origin());
    log.append(1);
    assertThat(log.signed().size()).isEqualTo(6);
  }

  @Test
  void a_backup_that_comes_back_twice_leads_to_a_third_log() {
    log.append(1);
    Path backup = folder.resolve("backup");
    log.copyTo(backup);
    log.append(1);
    log.signed();
    log.comeBack(backup);
    Checkpoint second = log.signed();
    log.comeBack(backup);
    assertThat(log.leaves().get(0).entry().field("origin")).isEqualTo(second.origin());
    assertThat(log.leaves().get(0).entry().field("size")).isEqualTo(String.valueOf(second.size()));
  }

  @Test
  void without_a_memory_it_starts_when_somebody_says_so() throws Exception {
    log.append(3);
    Checkpoint signed = log.signed();
    Files.delete(log.memory);
    log.ledger.succeed();
    assertThat(log.leaves().get(0).entry().field("root")).isEqualTo(signed.text().split("\n")[2]);
    assertThat(log.leaves().get(0).entry().field("reason")).isEqualTo("asked");
  }

  @Test
  void a_size_that_a_witness_knows_and_the_store_does_not_starts_one_once() {
    log.append(3);
    log.signed();
    String origin = log.row().origin();
    Checkpoint known = new Checkpoint(origin, 9, Merkle.empty());
    log.ledger.signedOutside(known);
    log.ledger.signedOutside(known);
    assertThat(log.leaves()).hasSize(1);
    assertThat(log.last().field("size")).isEqualTo("9");
  }

  @Test
  void a_memory_that_is_damaged_starts_one_because_nobody_knows_what_was_signed() throws Exception {
    log.append(3);
    log.signed();
    Files.writeString(log.memory, "shotdeed/");
    log.restart();
    assertThat(log.leaves().get(0).entry().field("reason")).isEqualTo("memory-damaged");
    assertThat(log.leaves().get(0).entry().field("size")).isEqualTo("3");
  }

  @Test
  void a_store_that_was_changed_by_hand_starts_one() {
    log.append(300);
    log.signed();
    log.database.write(handle -> handle.execute("update log_tile set hashes = zeroblob(32) where level = 1"));
    log.restart();
    assertThat(log.leaves().get(0).entry().field("reason")).isEqualTo("damaged");
  }

  @Test
  void a_proof_that_would_prove_nothing_is_not_given() {
    log.append(300);
    log.signed();
    log.database.write(handle ->
        handle.execute("update log_tile set hashes = zeroblob(8192) where level = 0 and number = 0"));
    assertThatThrownBy(() -> log.ledger.proof(log.leaves().get(7), log.ledger.checkpoint()))
        .hasMessage("the stored tree of the log is damaged near leaf 7");
    assertThat(log.ledger.proof(log.leaves().get(299), log.ledger.checkpoint()).index()).isEqualTo(299);
  }

  @Test
  void a_store_whose_last_leaf_was_changed_by_hand_starts_one() {
    log.append(3);
    log.database.write(handle -> handle.execute("update log_leaf set commitment = zeroblob(32) where number = 2"));
    log.restart();
    assertThat(log.leaves().get(0).entry().field("reason")).isEqualTo("damaged");
  }

  @Test
  void a_server_that_runs_signs_no_more_once_its_tree_was_changed() {
    log.append(3);
    log.signed();
    log.database.write(handle -> handle.execute("update log_tile set hashes = zeroblob(96)"));
    log.append(1);
    assertThatThrownBy(() -> log.ledger.checkpoint()).hasMessageContaining("no longer holds what was signed");
  }

  @Test
  void a_memory_of_another_log_is_named_by_a_new_one() throws Exception {
    log.append(3);
    Checkpoint signed = log.signed();
    try (LogOnDisk other = new LogOnDisk(folder.resolve("other"), log.memory)) {
      assertThat(other.leaves().get(0).entry().field("origin")).isEqualTo(signed.origin());
      assertThat(other.row().origin()).isNotEqualTo(signed.origin());
    }
  }

  @Test
  void a_memory_that_cannot_be_written_stops_nothing() {
    try (LogOnDisk other = new LogOnDisk(folder.resolve("other"), folder.resolve("no/such/folder/file"))) {
      other.append(1);
      assertThat(other.signed().size()).isEqualTo(1);
      other.restart();
      assertThat(other.row().size()).isEqualTo(1);
    }
  }

  @Test
  void a_log_that_just_started_goes_on_after_a_restart_whatever_the_memory_says() throws Exception {
    log.append(3);
    log.signed();
    byte[] before = Files.readAllBytes(log.memory);
    log.ledger.succeed();
    String origin = log.row().origin();
    log.restart();
    assertThat(log.row().origin()).isEqualTo(origin);
    Files.write(log.memory, before); // as if the end came before the successor was remembered
    log.restart();
    assertThat(log.row().origin()).isEqualTo(origin);
  }

  @Test
  void the_times_of_a_successor_go_on_from_those_of_the_log_before_when_the_clock_was_set_back() {
    log.append(1);
    log.now = Instant.parse("2020-01-01T00:00:00Z");
    log.ledger.succeed();
    log.append(1);
    assertThat(log.leaves()).extracting(Leaf::at).containsOnly(Instant.parse("2026-11-22T10:00:00Z"));
  }

  @Test
  void a_store_that_lost_tiles_starts_one() {
    log.append(300);
    log.signed();
    log.database.write(handle -> handle.execute("delete from log_tile where level = 1"));
    log.restart();
    assertThat(log.leaves().get(0).entry().field("reason")).isEqualTo("damaged");
  }

  @Test
  void a_successor_keeps_what_earlier_keys_said_of_later_ones() {
    log.append(1);
    log.ledger.rotate(true);
    log.ledger.succeed();
    assertThat(log.ledger.keyChanges(log.row().origin())).hasSize(1);
    log.ledger.rotate(true);
    assertThat(log.ledger.keyChanges(log.row().origin())).hasSize(2);
    assertThat(log.ledger.keys(log.row().origin())).hasSize(2);
  }

  /** The file that SQLite appends to is cut wherever a power cut may have left it. */
  @Test
  void a_file_that_was_cut_off_in_the_middle_of_an_append_loses_whole_steps_only_and_no_size_is_signed_twice()
      throws Exception {
    log.append(3);
    Checkpoint three = log.signed();
    log.append(1);
    Checkpoint four = log.signed();
    Path whole = folder.resolve("whole");
    log.copyTo(whole);
    long length = Files.size(whole.resolve("shotdeed.db-wal"));
    List<Integer> sizes = new ArrayList<>();
    for (int cut = 1; cut <= 12; cut++) {
      Path data = folder.resolve("cut" + cut);
      LogOnDisk.copy(whole, data);
      try (RandomAccessFile file = new RandomAccessFile(data.resolve("shotdeed.db-wal").toFile(), "rw")) {
        file.setLength(Math.max(0, length - cut * 2_500L));
      }
      Path memory = folder.resolve("cut" + cut + ".checkpoint");
      Files.copy(log.memory, memory);
      try (LogOnDisk back = new LogOnDisk(data, memory)) {
        boolean successor = !back.row().origin().equals(four.origin());
        sizes.add(successor ? Integer.valueOf(back.leaves().get(0).entry().field("size")) : back.row().size());
        back.append(1);
        Checkpoint next = back.signed();
        assertThat(successor || next.size() == 5).isTrue();
        for (Leaf leaf : back.leaves()) {
          assertThat(back.ledger.proof(leaf, back.ledger.checkpoint()).leadsToItsRoot()).isTrue();
        }
      }
    }
    assertThat(sizes).containsOnly(4);
    assertThat(three.size()).isEqualTo(3);
  }
}
