package shotdeed.server.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The store: SQLite in write-ahead mode, every commit on the disk before it is answered. SQLite has one writer at a
 * time; those of this process queue here in fairness, those of others wait in SQLite's own way.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int BUSY_MILLIS = 10_000;
  private static final int CONNECTIONS = 8;

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final ReentrantLock writer = new ReentrantLock(true);

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * Opens the file, makes it if there is none, and brings its tables up to date (a copy is made before).
   *
   * @throws IllegalStateException if the tables are from a newer version of the program
   */
  public static Database open(Path file) {
    return new Database(migrated(file, new Migrations(file)));
  }

  /**
   * Opens a store beside a server that may be running on it: its tables are left as they are.
   *
   * @throws IllegalStateException if they are not exactly those that this version of the program works with
   */
  public static Database openAsIs(Path file) {
    HikariDataSource pool = pool(file);
    try {
      new Migrations(file).requireCurrent(pool);
      return new Database(pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  static HikariDataSource migrated(Path file, Migrations migrations) {
    HikariDataSource pool = pool(file);
    try {
      migrations.run(pool);
      return pool;
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static HikariDataSource pool(Path file) {
    SQLiteConfig sqlite = new SQLiteConfig();
    sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
    sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    sqlite.setBusyTimeout(BUSY_MILLIS);
    sqlite.enforceForeignKeys(true);
    // Deleted secrets, such as a link in a mail, are overwritten where that costs no further write.
    sqlite.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "fast");
    // A transaction that reads first and writes later would fail at once, not wait, when another wrote in between.
    sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(sqlite);
    source.setUrl("jdbc:sqlite:" + file);
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setPoolName("store");
    return new HikariDataSource(config);
  }

  /** Reads; sees what is committed at each statement. */
  public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
    return jdbi.withHandle(work);
  }

  /** Reads and writes in one transaction: all of it stands, or, when {@code work} throws, none. */
  public <T, X extends Exception> T write(HandleCallback<T, X> work) throws X {
    writer.lock();
    try {
      return jdbi.inTransaction(work);
    } finally {
      writer.unlock();
    }
  }

  /** Writes what is good to know but not worth an error: on a full disk it is left out. */
  public void note(HandleConsumer<RuntimeException> work) {
    try {
      write(handle -> {
        work.useHandle(handle);
        return null;
      });
    } catch (RuntimeException e) {
      if (!FreeSpace.isUsedUp(e)) {
        throw e;
      }
      LOG.debug("the disk is full: a last use was not noted", e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
