package shotdeed.server.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the tables of a database up to date, after copying an existing one aside. */
final class Migrations {
  /** The newest of the program's own migrations; raise it with each one added. */
  static final String NEWEST = "46";

  /** Where the program's own migrations are. */
  static final String OWN = "classpath:db/migration";

  private final Path file;
  private final String location;
  private final String newest;

  Migrations(Path file) {
    this(file, OWN, NEWEST);
  }

  Migrations(Path file, String location, String newest) {
    this.file = file;
    this.location = location;
    this.newest = newest;
  }

  void run(DataSource source) {
    if (!newest.equals(stored(source))) {
      migrate(source);
    }
  }

  /** Changes nothing; only the holder of the data folder's lock may migrate. */
  void requireCurrent(DataSource source) {
    String stored = stored(source);
    if (!newest.equals(stored)) {
      throw new IllegalStateException(
          "the tables of " + file + " are at version " + stored + ", and this program works with " + newest
              + ": start the server once with this version of the program, or use the version that made them");
    }
  }

  /**
   * The version of the tables, or {@code null} if there are none or the last change failed. Asked directly, because
   * looking at all that Flyway looks at takes most of a second of each start.
   */
  private static String stored(DataSource source) {
    String tables = "select count(*) from sqlite_master where type = 'table' and name = 'flyway_schema_history'";
    String last = "select version, success from flyway_schema_history order by installed_rank desc limit 1";
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery(tables)) {
        if (!rows.next() || rows.getInt(1) == 0) {
          return null;
        }
      }
      try (ResultSet rows = statement.executeQuery(last)) {
        return rows.next() && rows.getBoolean("success") ? rows.getString("version") : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the store's version", e);
    }
  }

  private void migrate(DataSource source) {
    Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations(location)
        .failOnMissingLocations(true)
        .load();
    MigrationInfo current = flyway.info().current();
    if (current != null) {
      refuseNewer(current.getVersion(), newest(flyway));
      if (flyway.info().pending().length > 0) {
        copyAside(source, current.getVersion());
      }
    }
    flyway.migrate();
  }

  private static MigrationVersion newest(Flyway flyway) {
    MigrationVersion newest = MigrationVersion.EMPTY;
    for (MigrationInfo info : flyway.info().all()) {
      if (info.getState().isResolved() && info.getVersion().compareTo(newest) > 0) {
        newest = info.getVersion();
      }
    }
    return newest;
  }

  private void refuseNewer(MigrationVersion stored, MigrationVersion known) {
    if (stored.compareTo(known) > 0) {
      throw new IllegalStateException(
          file + " was written by a newer version of ShotDeed (its tables are at version " + stored
              + ", this program knows " + known + "): start that version, or restore an older copy");
    }
  }

  private void copyAside(DataSource source, MigrationVersion from) {
    Path copy = file.resolveSibling(file.getFileName() + ".before-version-" + from + ".bak");
    for (int i = 2; Files.exists(copy); i++) {
      copy = file.resolveSibling(file.getFileName() + ".before-version-" + from + "-" + i + ".bak");
    }
    try (Connection connection = source.getConnection();
        PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
      vacuum.setString(1, copy.toString());
      vacuum.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot copy " + file + " to " + copy + "; nothing was changed", e);
    }
  }
}
