package shotdeed.server.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Complaints that count as one are said to do so; nobody is told to space complaints so that they cost a shop more. All
 * texts that people read are looked through: the console's words, the extension's, the policies', the templates.
 */
class NoAdviceTest {
  private static final List<Path> ROOTS = List.of(
      Path.of("src/main/resources"),
      Path.of("src/main/jte"),
      Path.of("../shared/src/main/resources"),
      Path.of("../extension/src/main/extension"));

  private static final Pattern ADVICE = Pattern.compile(
      "(?i)(space|spread|stagger|spacing|distribute)\\b[^.\\n]{0,20}\\bcomplaints?\\b"
          + "|complain(ts?)?\\b[^.\\n]{0,40}\\b(apart|every (few|three|four|five) days|later for more points)"
          + "|wait\\b[^.\\n]{0,40}\\b(next|another|second|further) complaint"
          + "|(more|higher) points if you"
          + "|(错开|隔开|拉开|分开|分次|分多次|间隔|每隔)[^。\\n]{0,12}(投诉|举报)|(投诉|举报)[^。\\n]{0,12}(错开|隔开|拉开|间隔|每隔)"
          + "|(錯開|隔開|拉開|分開|分次|分多次|間隔|每隔)[^。\\n]{0,12}(投訴|檢舉)|(投訴|檢舉)[^。\\n]{0,12}(錯開|隔開|拉開|間隔|每隔)"
          + "|等[^。\\n]{0,8}天[^。\\n]{0,6}再(次)?(投诉|投訴|举报|檢舉)");

  @Test
  void no_text_advises_on_spacing_complaints() throws IOException {
    List<String> found = new ArrayList<>();
    int files = 0;
    for (Path root : ROOTS) {
      try (Stream<Path> all = Files.walk(root)) {
        for (Path file : all.filter(NoAdviceTest::isText).toList()) {
          files++;
          for (String line : Files.readAllLines(file)) {
            if (ADVICE.matcher(line).find()) {
              found.add(file + ": " + line.strip());
            }
          }
        }
      }
    }
    assertThat(found).isEmpty();
    assertThat(files).isGreaterThan(150);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Space your complaints at least four days",
    "Lodge complaints four days apart",
    "Wait three days before the next complaint",
    "建议错开投诉",
    "每隔四天投诉一次",
    "建議每隔四天投訴一次",
    "等三天后再投诉"
  })
  void it_would_be_noticed(String advice) {
    assertThat(ADVICE.matcher(advice).find()).isTrue();
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".properties") || name.endsWith(".json") || name.endsWith(".jte") || name.endsWith(".html");
  }
}
