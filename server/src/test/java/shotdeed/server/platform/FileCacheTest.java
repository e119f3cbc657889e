package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {
  @TempDir private Path temporary;

  private Path folder() {
    return temporary.resolve("cache");
  }

  private static byte[] content(int first) {
    return new byte[] {(byte) first, 2, 3, 4};
  }

  private void lastUsed(String name, String time) throws IOException {
    Files.setLastModifiedTime(folder().resolve(name), FileTime.from(Instant.parse(time)));
  }

  @Test
  void what_is_kept_is_given_back_and_nothing_else() throws IOException {
    FileCache cache = new FileCache(folder(), 100);
    assertThat(cache.get("a")).isNull();
    cache.put("a", content(1));
    cache.put("a", content(9));
    assertThat(cache.get("a")).isEqualTo(content(9));
    assertThat(folder()).isDirectoryContaining(file -> file.endsWith("a"));
    assertThat(folder().toFile().list()).hasSize(1);
  }

  @Test
  void when_it_is_full_what_was_not_used_for_the_longest_goes() throws IOException {
    FileCache cache = new FileCache(folder(), 12);
    cache.put("a", content(1));
    cache.put("b", content(2));
    cache.put("c", content(3));
    cache.get("a");
    cache.put("d", content(4));
    assertThat(folder().toFile().list()).containsExactlyInAnyOrder("a", "c", "d");
    cache.put("e", new byte[8]);
    assertThat(folder().toFile().list()).containsExactlyInAnyOrder("d", "e");
  }

  @Test
  void the_order_of_use_outlives_the_program() throws IOException {
    FileCache before = new FileCache(folder(), 12);
    before.put("a", content(1));
    before.put("b", content(2));
    before.put("c", content(3));
    lastUsed("a", "2026-01-01T00:00:00Z");
    lastUsed("b", "2026-01-02T00:00:00Z");
    lastUsed("c", "2026-01-03T00:00:00Z");
    before.get("a");
    FileCache after = new FileCache(folder(), 12);
    after.put("d", content(4));
    assertThat(folder().toFile().list()).containsExactlyInAnyOrder("a", "c", "d");
  }

  @Test
  void a_smaller_bound_than_before_is_kept_from_the_first_use_on() throws IOException {
    FileCache before = new FileCache(folder(), 12);
    before.put("a", content(1));
    before.put("b", content(2));
    lastUsed("a", "2026-01-01T00:00:00Z");
    FileCache after = new FileCache(folder(), 5);
    assertThat(after.get("a")).isNull();
    assertThat(folder().toFile().list()).containsExactly("b");
  }

  @Test
  void one_file_larger_than_the_whole_cache_drives_nothing_out() throws IOException {
    FileCache cache = new FileCache(folder(), 12);
    cache.put("a", content(1));
    cache.put("huge", new byte[13]);
    assertThat(folder().toFile().list()).containsExactly("a");
  }

  @Test
  void what_was_left_half_written_goes_and_what_was_deleted_is_only_missing() throws IOException {
    Files.createDirectories(folder());
    Files.write(folder().resolve("x.part"), content(1));
    Files.write(folder().resolve("empty"), new byte[0]);
    FileCache cache = new FileCache(folder(), 12);
    assertThat(cache.get("empty")).isNull();
    assertThat(folder()).isEmptyDirectory();
    cache.put("a", content(1));
    Files.delete(folder().resolve("a"));
    assertThat(cache.get("a")).isNull();
    cache.put("b", new byte[12]);
    assertThat(cache.get("b")).hasSize(12);
  }
}
