package shotdeed.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static byte[] line(String words) {
    return words.replace(' ', '\0').getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void bytes_that_were_replaced_come_back() {
    byte[] line = line("java -jar shotdeed.jar fingerprint 影.jpg ??? ");
    assertThat(Arguments.restored(line, "fingerprint", "???.jpg", "???"))
        .containsExactly("fingerprint", "影.jpg", "???");
    assertThat(Arguments.restored(line, "fingerprint", "\uFFFD\uFFFD\uFFFD.jpg", "???"))
        .containsExactly("fingerprint", "影.jpg", "???");
  }

  @Test
  void arguments_that_are_whole_or_come_from_elsewhere_stay() {
    assertThat(Arguments.restored(line("java X 影.jpg "), "影.jpg")).containsExactly("影.jpg");
    assertThat(Arguments.restored(line("java @file "), "a", "???.jpg", "b")).containsExactly("a", "???.jpg", "b");
    assertThat(Arguments.restored(line("java X 影.jpg "), "other.j")).containsExactly("other.j");
  }
}
