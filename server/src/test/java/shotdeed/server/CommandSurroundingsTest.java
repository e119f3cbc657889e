package shotdeed.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.ledger.verify.TestBundle;

/** Commands as a shell starts them: other locales, and a standard output that is lost. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "starts a shell")
class CommandSurroundingsTest {
  private static final String PHOTO = "src/test/resources/pictures/photo.jpg";

  @TempDir private Path folder;

  /** Runs a line of shell in which {@code $S} stands for the program. */
  private Ended shell(String line) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path script = folder.resolve("script.sh");
    Files.writeString(script, "S='" + java + " -XX:TieredStopAtLevel=1 shotdeed.server.Shotdeed'\n" + line + "\n");
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of("sh", script.toString())));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process =
        builder
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    int code = process.waitFor();
    return new Ended(code, read("out"), read("err"));
  }

  private String read(String name) throws IOException {
    return new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {">/dev/full", ">&-"})
  void a_lost_output_is_a_failure(String lost) throws Exception {
    Ended fingerprint = shell("$S fingerprint " + PHOTO + " " + lost);
    assertThat(fingerprint.err()).isEqualTo("shotdeed: could not write to standard output\n");
    assertThat(fingerprint.code()).isEqualTo(1);
    Ended forecast = shell("$S forecast --market taobao --next 2026-01-04 " + lost);
    assertThat(forecast.err()).isEqualTo("shotdeed: could not write to standard output\n");
    assertThat(forecast.code()).isEqualTo(1);
  }

  @Test
  void a_verdict_against_a_bundle_stands_though_nobody_reads_its_words() throws Exception {
    TestBundle bundle = TestBundle.genuine();
    byte[] changed = bundle.zip();
    changed[changed.length / 2] ^= 1;
    Files.write(folder.resolve("genuine.zip"), bundle.zip());
    Files.write(folder.resolve("changed.zip"), changed);
    String key = " --key " + bundle.log.key().fingerprint();
    assertThat(shell("cd " + folder + " && $S verify" + key + " changed.zip >/dev/full").code()).isEqualTo(1);
    assertThat(shell("cd " + folder + " && $S verify genuine.zip >/dev/full").code()).isEqualTo(2);
    assertThat(shell("cd " + folder + " && $S verify" + key + " genuine.zip >/dev/full").code()).isEqualTo(70);
    assertThat(shell("cd " + folder + " && $S verify" + key + " genuine.zip").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "C.UTF-8"})
  void chinese_names_are_read_and_written_in_every_locale(String locale) throws Exception {
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    Files.copy(Path.of(PHOTO), Path.of(URI.create(pictures.toUri() + "%E5%BD%B1%E5%A5%91.jpg")));
    Ended named = shell("cd " + pictures + " && LC_ALL=" + locale + " $S fingerprint 影契.jpg");
    assertThat(named.err()).isEmpty();
    assertThat(named.out()).matches("[0-9a-f]{64}\t[0-9]+\t影契.jpg\n");
    Ended match =
        shell("cd " + folder + " && LC_ALL=" + locale + " $S match --library pictures --out 出.csv pictures");
    assertThat(match.err()).isEmpty();
    assertThat(match.code()).isZero();
    Path csv = Path.of(URI.create(folder.toUri() + "%E5%87%BA.csv"));
    assertThat(Files.readString(csv).split("\r\n")[1]).isEqualTo("影契.jpg,影契.jpg,copy,exact,0,,,");
    Ended given =
        shell("cd " + pictures + " && LC_ALL=" + locale + " $S match --library . --out ../b.csv 影契.jpg ../pictures");
    assertThat(given.code()).isZero();
    assertThat(Files.readString(folder.resolve("b.csv")).lines().skip(1))
        .containsExactly(
            "../pictures/影契.jpg,影契.jpg,copy,exact,0,,,", "影契.jpg,影契.jpg,copy,exact,0,,,");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void what_the_locale_makes_impossible_is_said() throws Exception {
    Ended serve = shell("LC_ALL=C $S serve --port 0 --data 影");
    assertThat(serve.err())
        .startsWith("cannot use the data folder 影: set LANG to a UTF-8 locale, such as C.UTF-8\n");
    assertThat(serve.code()).isEqualTo(2);
    Path photo = Path.of(PHOTO).toAbsolutePath();
    Ended lost = shell("cd " + folder + " && mkdir 影 && cd 影 && cp " + photo + " a.jpg && LC_ALL=C $S fingerprint a.jpg");
    assertThat(lost.err())
        .isEqualTo(
            "shotdeed: this locale cannot tell the name of the current folder: set LANG to a UTF-8 locale, such as"
                + " C.UTF-8, or start in another folder\n");
    assertThat(lost.code()).isEqualTo(1);
  }

  @Test
  void a_chinese_name_that_is_not_there_is_named_in_the_message() throws Exception {
    Ended missing = shell("LC_ALL=C $S fingerprint 无.jpg");
    assertThat(missing.err()).isEqualTo("shotdeed: 无.jpg: no such file\n");
    assertThat(missing.code()).isEqualTo(1);
  }
}
