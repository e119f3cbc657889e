package shotdeed.server.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the tables of a database up to date, after copying an existing one aside. */
final class Migrations {
  private final Path file;
  private final String location;

  Migrations(Path file) {
    this(file, "classpath:db/migration");
  }

  Migrations(Path file, String location) {
    this.file = file;
    this.location = location;
  }

  void run(DataSource source) {
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
