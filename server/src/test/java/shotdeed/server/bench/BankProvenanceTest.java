package shotdeed.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.fingerprint.BackgroundBank;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.server.Photos;
import shotdeed.server.platform.Secrets;

/** The bank that is shipped is the one that its README tells how to build. */
class BankProvenanceTest {
  private static final byte[] BANK = resource("background.bin");
  private static final String README = new String(resource("README.md"), StandardCharsets.UTF_8);
  private static final List<String> ROWS =
      new String(resource("background-photographs.csv"), StandardCharsets.UTF_8).lines().toList();

  @Test
  void the_readme_states_its_sha256_its_hashes_and_its_kernel() {
    assertThat(BANK.length % Hash256.BYTES).isZero();
    assertThat(README)
        .contains("| SHA-256 | `" + Secrets.sha256(BANK) + "` |")
        .contains("| hashes | " + BANK.length / Hash256.BYTES + " |")
        .contains("| kernel version | " + Kernel.VERSION + " |");
  }

  @Test
  void no_hash_stands_twice() {
    Set<Hash256> hashes = new HashSet<>();
    for (int at = 0; at < BANK.length; at += Hash256.BYTES) {
      hashes.add(Hash256.ofBytes(BANK, at));
    }
    assertThat(hashes).hasSize(BANK.length / Hash256.BYTES);
  }

  @Test
  void each_photograph_has_the_name_that_its_sha256_gives_it_and_stands_once() {
    assertThat(ROWS.get(0)).isEqualTo("file,sha256,upstream");
    List<String> photographs = ROWS.subList(1, ROWS.size());
    assertThat(README).contains(", " + photographs.size() + " photographs, ");
    assertThat(photographs)
        .doesNotHaveDuplicates()
        .isSorted()
        .allMatch(row -> row.matches("([0-9a-f]{12})\\.jpg,\\1[0-9a-f]{52},images/[0-9a-f-]{36}\\.jpg"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"coat", "dress", "shirt", "shoe"})
  void photographs_that_tests_certify_are_not_among_them(String name) {
    String sha256 = Secrets.sha256(Photos.photo(name));
    assertThat(ROWS).noneMatch(row -> row.contains(sha256));
  }

  private static byte[] resource(String name) {
    try (InputStream in = BackgroundBank.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
