package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path temporary;

  @Test
  void is_made_for_its_owner_alone() throws IOException {
    Path root = temporary.resolve("a/b");
    try (DataFolder folder = DataFolder.open(root)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root()))).isEqualTo("rwx------");
    }
  }

  @Test
  void an_empty_folder_or_an_old_data_folder_is_closed_to_others_and_any_other_is_left_as_it_was() throws IOException {
    Path empty = open(temporary.resolve("empty"), null);
    Path old = open(temporary.resolve("old"), "shotdeed.db");
    Path home = open(temporary.resolve("home"), "letters.txt");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(empty))).isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(old))).isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home))).isEqualTo("rwxr-xr-x");
  }

  private static Path open(Path folder, String file) throws IOException {
    Files.createDirectory(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    if (file != null) {
      Files.createFile(folder.resolve(file));
    }
    DataFolder.open(folder).close();
    return folder;
  }

  @Test
  void belongs_to_one_server_at_a_time() throws IOException {
    try (DataFolder first = DataFolder.open(temporary)) {
      assertThatThrownBy(() -> DataFolder.open(first.root()))
          .isInstanceOf(IOException.class)
          .hasMessage("another server is already running on the data folder " + temporary);
    }
    DataFolder.open(temporary).close();
  }

  @Test
  void says_why_it_cannot_be_used() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertThatThrownBy(() -> DataFolder.open(file))
        .hasMessage("cannot use the data folder " + file + ": it is a file");
    assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
        .hasMessage("cannot use the data folder " + file.resolve("data") + ": " + file + " is a file");
    assertThatThrownBy(() -> DataFolder.open(file.resolve("a/b")))
        .hasMessage("cannot use the data folder " + file.resolve("a/b") + ": not a directory");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void says_that_no_folder_can_be_made_in_proc_and_that_a_folder_is_closed() throws IOException {
    assertThatThrownBy(() -> DataFolder.open(Path.of("/proc/x")))
        .hasMessage("cannot use the data folder /proc/x: it cannot be made there");
    Path closed = Files.createDirectory(temporary.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
    assumeThat(Files.isWritable(closed)).as("root may write anywhere").isFalse();
    assertThatThrownBy(() -> DataFolder.open(closed))
        .hasMessage("cannot use the data folder " + closed + ": permission denied");
  }

  @Test
  void half_written_files_of_a_server_that_died_are_gone_at_the_next_start() throws IOException {
    Files.createDirectory(temporary.resolve("tmp"));
    Files.writeString(temporary.resolve("tmp/half"), "half");
    try (DataFolder folder = DataFolder.open(temporary)) {
      assertThat(folder.temporary()).isEmptyDirectory();
    }
  }
}
