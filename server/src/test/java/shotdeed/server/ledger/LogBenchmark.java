package shotdeed.server.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.TlogProof;

/**
 * A log of 1,000,000 leaves: appends that are on the disk, beside the same commit of one row without a log; proofs, their
 * size and time; signing; the look at the start. Prints figures, asserts none: {@code mvn test -pl server -am
 * -Dgroups=benchmark -DexcludedGroups= -Dtest=LogBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("benchmark")
class LogBenchmark {
  private static final int LEAVES = Integer.getInteger("log.leaves", 1_000_000);
  private static final int AT_ONCE = 10_000;
  private static final int ROUNDS = 300;

  @TempDir Path folder;

  private interface Work {
    void run() throws Exception;
  }

  @Test
  void a_million_leaves() throws Exception {
    try (LogOnDisk log = new LogOnDisk(folder)) {
      long start = System.nanoTime();
      while (log.row().size() < LEAVES) {
        log.append(Math.min(AT_ONCE, LEAVES - log.row().size()));
      }
      System.out.printf("%n%,d leaves in %.1f s, %,d MiB%n", LEAVES, (System.nanoTime() - start) / 1e9,
          Files.size(log.data.resolve("shotdeed.db")) >> 20);
      log.database.write(handle -> handle.execute("create table bare (number integer, text text)"));
      print("one row without a log, durable", () -> log.database.write(handle ->
          handle.execute("insert into bare values (?, ?)", 1, "a".repeat(300))));
      print("one leaf, durable", () -> log.append(1));
      print("one leaf, durable, and a signed checkpoint remembered outside", () -> {
        log.append(1);
        log.ledger.checkpoint();
      });
      SignedNote checkpoint = log.ledger.checkpoint();
      int size = log.row().size();
      Random random = new Random(1);
      int[] bytes = new int[ROUNDS + 20];
      int[] made = {0};
      print("a proof of any leaf, read and checked", () -> {
        int number = random.nextInt(size);
        Leaf leaf = log.database.read(handle -> LogStore.range(handle, 1, number, number + 1)).get(0);
        TlogProof proof = log.ledger.proof(leaf, checkpoint);
        bytes[made[0]++ % bytes.length] = Ledger.bytes(new TlogProof(new byte[0], proof.index(), proof.path(), checkpoint)).length;
      });
      Arrays.sort(bytes);
      System.out.printf("a proof's file without the record: at most %,d bytes, path alone %,d as bytes%n",
          bytes[bytes.length - 1], 32 * (32 - Integer.numberOfLeadingZeros(size - 1)));
      print("consistency of any two sizes", () -> {
        int one = 1 + random.nextInt(size);
        int other = 1 + random.nextInt(size);
        log.ledger.consistency(log.row().origin(), Math.min(one, other), Math.max(one, other));
      });
      long open = System.nanoTime();
      log.restart();
      System.out.printf("start, the store and its look at the log: %.0f ms%n", (System.nanoTime() - open) / 1e6);
    }
  }

  private static void print(String what, Work work) throws Exception {
    for (int i = 0; i < 20; i++) {
      work.run();
    }
    double[] millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      work.run();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf("%-66s median %.2f ms, 99 %% %.2f, largest %.2f%n", what, millis[ROUNDS / 2],
        millis[ROUNDS * 99 / 100], millis[ROUNDS - 1]);
  }
}
