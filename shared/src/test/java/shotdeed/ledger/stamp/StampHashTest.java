package shotdeed.ledger.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampHashTest {
  /** All lengths around the ends of one block, of two and of three. */
  @ParameterizedTest
  @ValueSource(strings = {"SHA-1", "SHA-256", "SHA-384", "SHA-512"})
  void hashes_are_those_of_the_jdk(String name) throws Exception {
    MessageDigest reference = MessageDigest.getInstance(name);
    Random random = new Random(1);
    for (int length = 0; length < 400; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertThat(StampHash.of(name, bytes)).as("%d bytes", length).isEqualTo(reference.digest(bytes));
    }
  }
}
