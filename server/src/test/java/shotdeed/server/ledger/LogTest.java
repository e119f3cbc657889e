package shotdeed.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.LogRecord;
import shotdeed.ledger.Merkle;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.TlogProof;

class LogTest {
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
  void each_leaf_has_a_proof_that_anybody_can_check() throws Exception {
    log.append(600);
    SignedNote checkpoint = log.ledger.checkpoint();
    assertThat(checkpoint.isSignedBy(log.ledger.key(), new PlatformCrypto())).isTrue();
    for (Leaf leaf : log.leaves()) {
      TlogProof read = TlogProof.parse(log.ledger.proof(leaf, checkpoint).format());
      assertThat(read.leadsToItsRoot()).isTrue();
      assertThat(read.index()).isEqualTo(leaf.number());
      assertThat(LogRecord.ofExtra(read.extra()).field("number")).isEqualTo(String.valueOf(leaf.number()));
    }
  }

  @Test
  void the_tree_is_the_same_however_the_leaves_came() {
    for (int size : new int[] {0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 1000}) {
      while (log.row().size() < size) {
        log.append(Math.min(97, size - log.row().size()));
      }
      List<byte[]> hashes = log.leaves().stream().map(leaf -> Merkle.leaf(leaf.commitment())).toList();
      assertThat(log.signed().root()).isEqualTo(root(hashes));
      assertThat(log.signed().size()).isEqualTo(size);
    }
  }

  private static byte[] root(List<byte[]> hashes) {
    if (hashes.isEmpty()) {
      return Merkle.empty();
    }
    if (hashes.size() == 1) {
      return hashes.get(0);
    }
    int k = Integer.highestOneBit(hashes.size() - 1);
    return Merkle.node(root(hashes.subList(0, k)), root(hashes.subList(k, hashes.size())));
  }

  @Test
  void every_checkpoint_is_shown_to_have_grown_from_every_earlier_one() {
    List<Checkpoint> all = new ArrayList<>();
    for (int more : new int[] {1, 1, 5, 200, 49, 1, 300, 500}) {
      log.append(more);
      all.add(log.signed());
    }
    for (Checkpoint before : all) {
      for (Checkpoint after : all) {
        if (before.size() <= after.size()) {
          List<byte[]> path = log.ledger.consistency(log.row().origin(), before.size(), after.size());
          assertThat(Merkle.grew(before.size(), before.root(), after.size(), after.root(), path)).isTrue();
        }
      }
    }
    assertThatThrownBy(() -> log.ledger.consistency(log.row().origin(), 1, 100_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_leaf_of_a_tree_of_seventy_thousand_is_proven_with_seventeen_hashes() throws Exception {
    log.append(70_000);
    SignedNote checkpoint = log.ledger.checkpoint();
    for (Leaf leaf : List.of(log.leaves().get(0), log.leaves().get(65_535), log.leaves().get(65_536))) {
      TlogProof proof = log.ledger.proof(leaf, checkpoint);
      assertThat(proof.path()).hasSizeBetween(13, 17);
      assertThat(proof.leadsToItsRoot()).isTrue();
    }
  }

  @Test
  void a_time_of_the_log_never_goes_back_when_the_clock_does() {
    log.append(1);
    log.now = Instant.parse("2020-01-01T00:00:00Z");
    log.append(1);
    assertThat(log.leaves()).extracting(Leaf::at).containsOnly(Instant.parse("2026-11-22T10:00:00Z"));
    assertThat(log.last().time()).isEqualTo("2026-11-22T10:00:00.000Z");
  }

  @Test
  void what_a_step_logged_goes_with_the_step_when_that_fails() {
    log.append(3);
    Checkpoint before = log.signed();
    assertThatThrownBy(() -> log.database.write(handle -> {
          LogStore.append(handle, log.now, LogEntry.ofLog("test", "number", 4));
          throw new IllegalStateException("the step failed");
        }))
        .hasMessage("the step failed");
    assertThat(log.signed().isSame(before)).isTrue();
    log.append(1);
    assertThat(log.signed().size()).isEqualTo(4);
  }

  @Test
  void many_at_once_lose_and_double_nothing() throws Exception {
    int threads = 8;
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> all = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int own = t;
      Thread thread = new Thread(() -> {
        try {
          start.await();
        } catch (InterruptedException e) {
          return;
        }
        for (int i = 0; i < 40; i++) {
          int number = own * 100 + i;
          log.database.write(handle -> {
            LogStore.append(handle, log.now, LogEntry.ofLog("test", "number", number));
            return null;
          });
          log.ledger.checkpoint();
        }
      });
      thread.start();
      all.add(thread);
    }
    start.countDown();
    for (Thread thread : all) {
      thread.join();
    }
    Map<String, Integer> found = new HashMap<>();
    for (Leaf leaf : log.leaves()) {
      found.merge(leaf.entry().field("number"), 1, Integer::sum);
      assertThat(log.ledger.proof(leaf, log.ledger.checkpoint()).leadsToItsRoot()).isTrue();
    }
    assertThat(found).hasSize(threads * 40).allSatisfy((number, times) -> assertThat(times).isEqualTo(1));
    assertThat(log.signed().size()).isEqualTo(threads * 40);
  }

  @Test
  void what_was_erased_can_no_longer_be_read_and_changes_no_proof_of_another() throws Exception {
    log.append(2);
    log.database.write(handle -> handle.execute("update log_leaf set extra = null where number = 0"));
    SignedNote checkpoint = log.ledger.checkpoint();
    Leaf erased = log.leaves().get(0);
    assertThatThrownBy(erased::entry).isInstanceOf(IllegalStateException.class);
    assertThat(log.ledger.proof(log.leaves().get(1), checkpoint).leadsToItsRoot()).isTrue();
    log.restart();
    assertThat(log.signed().isSame(CheckpointStore.checkpoint(checkpoint))).isTrue();
  }

  @Test
  void the_same_record_twice_gives_two_leaves_that_do_not_tell_so() {
    log.database.write(handle -> {
      LogStore.append(handle, log.now, LogEntry.ofLog("test", "number", 1));
      LogStore.append(handle, log.now, LogEntry.ofLog("test", "number", 1));
      return null;
    });
    assertThat(log.leaves().get(0).commitment()).isNotEqualTo(log.leaves().get(1).commitment());
  }

  @Test
  void nothing_but_checkpoints_is_signed_that_looks_like_one() {
    assertThatThrownBy(() -> log.ledger.sign(log.row().origin() + "\n1\nx\n", log.ledger.standing()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(log.ledger.sign("shotdeed-bundle@v1\n", log.ledger.standing()).isSignedBy(log.ledger.key(), new PlatformCrypto())).isTrue();
  }

  @Test
  void a_restart_goes_on_with_the_same_log_and_key() {
    log.append(3);
    String origin = log.row().origin();
    String key = log.ledger.key().text();
    log.signed();
    log.now = log.now.plus(Duration.ofDays(1));
    log.restart();
    assertThat(log.row().origin()).isEqualTo(origin);
    assertThat(log.ledger.key().text()).isEqualTo(key);
    assertThat(log.row().size()).isEqualTo(3);
  }
}
