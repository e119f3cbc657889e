package shotdeed.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureCommandsTest {
  @ParameterizedTest
  @ValueSource(strings = {"fingerprint", "match"})
  void the_program_knows_the_command_and_explains_it(String command) {
    assertThat(Shotdeed.run(command, "--help")).isZero();
    assertThat(Shotdeed.run(command)).isEqualTo(2);
  }
}
