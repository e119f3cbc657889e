package shotdeed.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Sha256Test {
  @Test
  void the_hash_of_nothing_and_of_abc_are_those_of_the_standard() {
    assertThat(Sha256.hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Sha256.hex("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void any_length_in_any_pieces_hashes_as_the_platform_does() throws Exception {
    Random random = new Random(1);
    for (int length = 0; length < 300; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      byte[] expected = MessageDigest.getInstance("SHA-256").digest(bytes);
      Sha256 hash = new Sha256();
      for (int at = 0; at < length; ) {
        int piece = Math.min(length - at, random.nextInt(100));
        hash.add(bytes, at, piece);
        at += piece;
      }
      assertThat(hash.end()).isEqualTo(expected);
      int middle = length / 2;
      assertThat(Sha256.of(Arrays.copyOf(bytes, middle), Arrays.copyOfRange(bytes, middle, length))).isEqualTo(expected);
    }
  }
}
