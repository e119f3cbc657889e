package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("shotdeed.db");
  }

  @Test
  void writes_ahead_forces_every_commit_to_the_disk_and_holds_references() {
    try (Database database = Database.open(file)) {
      assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(database, "synchronous")).isEqualTo("2"); // FULL
      assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
      assertThat(pragma(database, "busy_timeout")).isEqualTo("10000");
    }
  }

  private static String pragma(Database database, String name) {
    return database.read(handle -> handle.createQuery("pragma " + name).mapTo(String.class).one());
  }

  @Test
  void what_fails_in_the_middle_leaves_nothing() {
    try (Database database = Database.open(file)) {
      assertThatThrownBy(() ->
              database.write(handle -> {
                handle.execute("insert into seller (name, created_at) values ('a', 'b')");
                throw new Refused(Errors.NOT_FOUND);
              }))
          .isInstanceOf(Refused.class);
      assertThat(count(database)).isZero();
    }
  }

  @Test
  void what_was_committed_is_there_after_opening_again() {
    try (Database database = Database.open(file)) {
      database.write(handle -> handle.execute("insert into seller (name, created_at) values ('a', 'b')"));
    }
    try (Database database = Database.open(file)) {
      assertThat(count(database)).isEqualTo(1);
    }
  }

  private static int count(Database database) {
    return database.read(handle -> handle.createQuery("select count(*) from seller").mapTo(int.class).one());
  }

  @Test
  void a_store_of_a_newer_version_is_refused_and_untouched() {
    Database.migrated(file, new Migrations(file, "classpath:migrations/newer", "9001")).close();
    assertThatThrownBy(() -> Database.open(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            file + " was written by a newer version of ShotDeed (its tables are at version 9001, this program knows "
                + Migrations.NEWEST + "): start that version, or restore an older copy");
  }

  @Test
  void a_copy_is_made_before_an_existing_store_is_changed_and_only_then() throws IOException {
    Database.migrated(file, new Migrations(file, "classpath:migrations/older", "9000")).close();
    assertThat(copies()).isEmpty();
    Database.migrated(file, new Migrations(file, "classpath:migrations/newer", "9001")).close();
    assertThat(copies()).containsExactly("shotdeed.db.before-version-9000.bak");
    Database.migrated(file, new Migrations(file, "classpath:migrations/newer", "9001")).close();
    assertThat(copies()).hasSize(1);
  }

  @Test
  void the_newest_migration_is_the_one_that_the_program_names() {
    Flyway flyway = Flyway.configure()
        .dataSource("jdbc:sqlite:" + file, null, null)
        .locations(Migrations.OWN)
        .load();
    MigrationInfo[] all = flyway.info().all();
    assertThat(all[all.length - 1].getVersion().toString()).isEqualTo(Migrations.NEWEST);
  }

  @Test
  void sellers_from_before_libraries_had_ids_get_one_each() throws SQLException {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + file, null, null)
        .locations(Migrations.OWN)
        .target("1")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.createStatement().execute("insert into seller (name, created_at) values ('a', 'b'), ('c', 'd')");
    }
    try (Database database = Database.open(file)) {
      List<String> ids =
          database.read(handle -> handle.createQuery("select library from seller").mapTo(String.class).list());
      assertThat(ids)
          .hasSize(2)
          .doesNotHaveDuplicates()
          .allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }
  }

  /** What was found before parts were kept was found in whole pictures. */
  @Test
  void fingerprints_and_sightings_from_before_versions_stood_beside_each_other_are_kept() throws SQLException {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + file, null, null)
        .locations(Migrations.OWN)
        .target("5")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Statement statement = connection.createStatement();
      statement.execute("insert into seller (id, name, created_at, library) values (1, 'a', 'b', 'c')");
      statement.execute("insert into account (id, seller_id, name, created_at) values (1, 1, 'a', 'b')");
      statement.execute(
          "insert into certificate values (7, 1, 1, 't', 'monitored', 'g', 'own', null, 'x', 1, 'm', 4, 4, 'c', 'd', 'e')");
      statement.execute("insert into fingerprint values (7, 0, 1, 1, 2, 3, 4, 90, 47, x'00ff')");
      statement.execute("insert into fingerprint values (7, 1, 1, 5, 6, 7, 8, 91, 33, x'0fff')");
      statement.execute(
          "insert into sighting values (9, 1, 7, 1, null, 'new', 'copy', 'exact', 0, 0, '', 1, 7, 'taobao', 's', 'p',"
              + " 'l', 't', 'i', 'n', 'u', 'f', 'main', 1, 'x', 1, 'm', 1, 1, null, 's', 'r', 'd', 'e', 'b', 'l')");
    }
    try (Database database = Database.open(file)) {
      assertThat(text(database, "select group_concat(certificate_id || ' ' || place || ' ' || kernel || ' ' || region_left"
              + " || ' ' || region_top || ' ' || region_right || ' ' || region_bottom || ' ' || quality || ' ' || radius"
              + " || ' ' || hex(hash), ', ') from fingerprint"))
          .isEqualTo("7 0 1 1 2 3 4 90 47 00FF, 7 1 1 5 6 7 8 91 33 0FFF");
      assertThat(text(database, "select region_left || ' ' || region_top || ' ' || region_right || ' ' || region_bottom"
              + " || ' ' || original_left || ' ' || original_top || ' ' || original_right || ' ' || original_bottom"
              + " from sighting"))
          .isEqualTo("0 0 10000 10000 0 0 10000 10000");
    }
  }

  @Test
  void attempts_at_fingerprints_from_before_there_were_features_are_kept() throws SQLException {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + file, null, null)
        .locations(Migrations.OWN)
        .target("7")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Statement statement = connection.createStatement();
      statement.execute("pragma foreign_keys = on");
      statement.execute("insert into seller (id, name, created_at, library) values (1, 'a', 'b', 'c')");
      statement.execute("insert into account (id, seller_id, name, created_at) values (1, 1, 'a', 'b')");
      for (int id = 7; id <= 8; id++) {
        statement.execute("insert into certificate values (" + id
            + ", 1, 1, 't', 'monitored', 'g', 'own', null, 'x" + id + "', 1, 'm', 4, 4, 'c', 'd', 'e')");
      }
      statement.execute("insert into refingerprint values (7, 2, 1, null, 'then'), (8, 2, 3, 'flat', 'later')");
    }
    try (Database database = Database.open(file)) {
      assertThat(text(database, "select group_concat(certificate_id || ' ' || kernel || ' ' || features || ' '"
              + " || attempts || ' ' || coalesce(failed, '-') || ' ' || at, ', ') from refingerprint"))
          .isEqualTo("7 2 0 1 - then, 8 2 0 3 flat later");
      assertThat(text(database, "select count(*) from feature_set")).isEqualTo("0");
      assertThat(text(database, "select count(*) from pragma_foreign_key_check")).isEqualTo("0");
    }
  }

  @Test
  void mail_from_before_it_could_carry_files_still_waits() throws SQLException {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + file, null, null)
        .locations(Migrations.OWN)
        .target("26")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Statement statement = connection.createStatement();
      statement.execute("insert into seller (id, name, created_at, library) values (1, 'a', 'b', 'c')");
      statement.execute("insert into account (id, seller_id, name, created_at) values (1, 1, 'a', 'b')");
      statement.execute("insert into mail values (7, '<m>', 'overdue', 1, 'to', 's', 'text', 'm', 'e', 3, 'n', 'tls', null)");
    }
    try (Database database = Database.open(file)) {
      assertThat(text(database, "select group_concat(id || ' ' || message_id || ' ' || kind || ' ' || account_id || ' '"
              + " || recipient || ' ' || subject || ' ' || body || ' ' || made_at || ' ' || ends_at || ' ' || tries"
              + " || ' ' || next_at || ' ' || fault, ', ') from mail"))
          .isEqualTo("7 <m> overdue 1 to s text m e 3 n tls");
      assertThat(text(database, "select count(*) from pragma_foreign_key_check")).isEqualTo("0");
    }
  }

  private static String text(Database database, String query) {
    return database.read(handle -> handle.createQuery(query).mapTo(String.class).one());
  }

  @Test
  void a_store_of_another_version_is_left_as_it_is_by_who_does_not_hold_the_folder() {
    Database.migrated(file, new Migrations(file, "classpath:migrations/older", "9000")).close();
    assertThatThrownBy(() -> Database.openAsIs(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the tables of " + file + " are at version 9000, and this program works with " + Migrations.NEWEST
                + ": start the server once with this version of the program, or use the version that made them");
    Database.migrated(file, new Migrations(file, "classpath:migrations/older", "9000")).close();
  }

  @Test
  void a_store_of_this_version_is_opened_as_it_is() {
    Database.open(file).close();
    try (Database database = Database.openAsIs(file)) {
      assertThat(count(database)).isZero();
    }
  }

  private List<String> copies() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".bak")).toList();
    }
  }
}
