package shotdeed.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import shotdeed.ledger.verify.Tampering;
import shotdeed.ledger.verify.TestBundle;

class VerifyCommandTest {
  private static final TestBundle GENUINE = TestBundle.genuine();
  private static final String KEY = GENUINE.log.key().fingerprint();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int verify(byte[] zip, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add(Files.write(folder.resolve("bundle.zip"), zip).toString());
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLine(new VerifyCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void a_bundle_under_a_known_key_is_valid_and_says_what_it_proves_and_what_not() throws IOException {
    assertThat(verify(GENUINE.zip(), "--language", "en", "--key", KEY)).isZero();
    assertThat(out.toString())
        .startsWith("Valid: complete and unchanged\n")
        .contains(
            "\nComplaint: 9\n",
            "\nPacked: 2026-11-22 12:00:00 UTC\n",
            "\n+ Certificate 3: the original with SHA-256",
            "logged at 2026-11-01 08:00:00 UTC, as Certified before publication. This time is the operator’s own claim.",
            "\n- Who took a photograph.");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void under_an_unknown_key_it_prints_the_fingerprint_which_then_makes_it_valid() throws IOException {
    assertThat(verify(GENUINE.zip(), "--language", "en")).isEqualTo(2);
    String line = out.toString().lines().filter(each -> each.startsWith("Key fingerprint: ")).findFirst().orElseThrow();
    assertThat(verify(GENUINE.zip(), "--key", line.substring("Key fingerprint: ".length()))).isZero();
    assertThat(verify(GENUINE.zip(), "--key", "0".repeat(64))).isEqualTo(2);
    assertThat(verify(GENUINE.zip(), "--key", "0".repeat(64), "--key", KEY)).isZero();
  }

  @Test
  void every_way_of_tampering_ends_with_1_and_names_the_part() throws IOException {
    for (Tampering done : Tampering.all(GENUINE)) {
      assertThat(verify(done.zip(), "--language", "en", "--key", KEY)).as(done.name()).isEqualTo(1);
      assertThat(out.toString()).as(done.name()).startsWith("Not valid: it was changed\n").doesNotContain("\n+ ");
      for (String part : done.named()) {
        assertThat(out.toString()).as(done.name()).contains("  ✗ " + part + ": ");
      }
    }
  }

  @Test
  void it_speaks_three_languages() throws IOException {
    verify(GENUINE.zip(), "--language", "zh-CN", "--key", KEY);
    assertThat(out.toString()).startsWith("有效：完整且未被改动\n").contains("时间由运营者自述。", "\n投诉: 9\n");
    verify(GENUINE.zip(), "--language", "zh-TW", "--key", KEY);
    assertThat(out.toString()).startsWith("有效：完整且未經更動\n").contains("時間由營運者自述。");
    assertThat(verify(GENUINE.zip(), "--language", "fr")).isEqualTo(64);
    assertThat(err.toString()).contains("--language must be en, zh-CN or zh-TW, not fr");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "x"})
  void a_key_that_is_no_fingerprint_is_wrong_usage_and_no_verdict(String key) throws IOException {
    assertThat(verify(GENUINE.zip(), "--key=" + key)).isEqualTo(64);
    assertThat(err.toString()).contains("--key must be 64 hexadecimal digits");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_read_is_no_verdict() {
    assertThat(run(folder.resolve("none.zip").toString())).isEqualTo(66);
    assertThat(err.toString()).isEqualTo("shotdeed: " + folder.resolve("none.zip") + ": no such file\n");
    assertThat(run(folder.toString())).isEqualTo(66);
    assertThat(run()).isEqualTo(64);
    assertThat(run("--no-such-option", "x")).isEqualTo(64);
  }

  @Test
  void another_file_is_no_bundle() throws IOException {
    assertThat(verify("no zip".getBytes(StandardCharsets.UTF_8), "--language", "en")).isEqualTo(1);
    assertThat(out.toString()).contains("This is no evidence bundle", "✗ contents.note: This file is missing");
  }

  @Test
  void words_of_a_bundle_cannot_move_a_terminals_cursor() throws IOException {
    TestBundle bundle = TestBundle.genuine();
    bundle.proof("certificate-12-3", bundle.log.append(
        "state", "2026-11-22T11:00:01Z", "certificate", "12", "from", "paused", "state", "\u009b2J\u202evalid"));
    assertThat(verify(bundle.zip(), "--language", "en")).isEqualTo(2);
    assertThat(out.toString()).contains("to: \ufffd2J\ufffdvalid.");
  }

  @Test
  void programs_get_codes_and_values() throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      assertThat(verify(GENUINE.zip(), "--json")).isEqualTo(2);
    } finally {
      System.setOut(before);
    }
    JsonNode json = new ObjectMapper().readTree(printed.toByteArray());
    assertThat(json.at("/verdict").asText()).isEqualTo("unknown-key");
    assertThat(json.at("/keys")).hasToString("[\"" + KEY + "\"]");
    assertThat(json.at("/complaint").asInt()).isEqualTo(9);
    assertThat(json.at("/faultyParts")).isEmpty();
    assertThat(json.at("/checks/0")).hasToString("{\"code\":\"zip\",\"part\":\"\",\"ok\":true,\"values\":[]}");
    assertThat(json.at("/records/0/record/kind").asText()).isEqualTo("evidence");
    assertThat(json.at("/records/0/noLaterThan")).isEmpty();
  }
}
