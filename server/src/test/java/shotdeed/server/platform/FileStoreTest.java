package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
  private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);
  private static final String ABC_SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path temporary;
  private FileStore files;

  @BeforeEach
  void make() {
    files = new FileStore(temporary.resolve("files"), temporary.resolve("tmp"));
  }

  @Test
  void a_file_is_named_by_the_hash_of_its_content() throws IOException {
    assertThat(files.put(ABC)).isEqualTo(ABC_SHA256);
    assertThat(temporary.resolve("files/ba/78/" + ABC_SHA256)).hasBinaryContent(ABC);
    assertThat(files.get(ABC_SHA256)).isEqualTo(ABC);
    assertThat(temporary.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void the_same_content_is_kept_once() throws IOException {
    files.put(ABC);
    assertThat(files.put(ABC.clone())).isEqualTo(ABC_SHA256);
    assertThat(temporary.resolve("files/ba/78").toFile().list()).hasSize(1);
  }

  @Test
  void a_file_goes_only_if_it_was_last_put_before_the_time() throws IOException {
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    files.put(ABC);
    assertThat(files.deleteIfOlder(ABC_SHA256, yesterday)).isEqualTo(-1);
    Files.setLastModifiedTime(files.path(ABC_SHA256), FileTime.from(yesterday.minusSeconds(1)));
    files.put(ABC);
    assertThat(files.deleteIfOlder(ABC_SHA256, yesterday)).isEqualTo(-1);
    Files.setLastModifiedTime(files.path(ABC_SHA256), FileTime.from(yesterday.minusSeconds(1)));
    assertThat(files.deleteIfOlder(ABC_SHA256, yesterday)).isEqualTo(3);
    assertThat(files.path(ABC_SHA256)).doesNotExist();
    assertThat(files.deleteIfOlder(ABC_SHA256, yesterday)).isEqualTo(-1);
  }

  @Test
  void what_was_never_put_is_not_there() {
    assertThatThrownBy(() -> files.get(ABC_SHA256)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void nothing_but_a_hash_becomes_a_path() {
    for (String hostile : new String[] {"../../etc/passwd", "", ABC_SHA256.toUpperCase(), ABC_SHA256 + "/../x"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> files.path(hostile));
    }
  }
}
