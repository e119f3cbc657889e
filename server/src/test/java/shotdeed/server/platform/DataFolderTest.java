package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
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
  void half_written_files_of_a_server_that_died_are_gone_at_the_next_start() throws IOException {
    Files.createDirectory(temporary.resolve("tmp"));
    Files.writeString(temporary.resolve("tmp/half"), "half");
    try (DataFolder folder = DataFolder.open(temporary)) {
      assertThat(folder.temporary()).isEmptyDirectory();
    }
  }
}
