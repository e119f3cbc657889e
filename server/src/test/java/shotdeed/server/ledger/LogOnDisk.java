package shotdeed.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.LogRecord;
import shotdeed.server.platform.DataFolder;
import shotdeed.server.platform.Database;

/** A log in a data folder, with a memory outside it and a clock that a test can set. */
final class LogOnDisk implements AutoCloseable {
  final Path data;
  final Path memory;
  Instant now = Instant.parse("2026-11-22T10:00:00Z");
  Database database;
  Ledger ledger;

  LogOnDisk(Path folder) {
    this(folder.resolve("data"), folder.resolve("data.checkpoint"));
  }

  LogOnDisk(Path data, Path memory) {
    this.data = data;
    this.memory = memory;
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open();
  }

  void open() {
    database = Database.open(DataFolder.databaseIn(data));
    ledger = new Ledger(database, DataFolder.keysIn(data), new LogMemory(memory), () -> now);
    ledger.open();
  }

  void restart() {
    close();
    open();
  }

  void append(int count) {
    List<LogEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(LogEntry.ofLog("test", "number", i));
    }
    database.write(handle -> {
      LogStore.append(handle, now, entries);
      return null;
    });
    now = now.plus(Duration.ofSeconds(1));
  }

  LogRow row() {
    return database.read(LogStore::newest);
  }

  List<Leaf> leaves() {
    LogRow log = row();
    return database.read(handle -> LogStore.range(handle, log.id(), 0, log.size()));
  }

  LogRecord last() {
    List<Leaf> leaves = leaves();
    return leaves.get(leaves.size() - 1).entry();
  }

  Checkpoint signed() {
    return CheckpointStore.checkpoint(ledger.checkpoint());
  }

  /** As a backup would be made, of a store that may be open. */
  void copyTo(Path to) {
    copy(data, to);
  }

  void comeBack(Path from) {
    close();
    for (String each : List.of("shotdeed.db", "shotdeed.db-wal", "shotdeed.db-shm")) {
      try {
        Files.deleteIfExists(data.resolve(each));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    copy(from, data);
    open();
  }

  static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
