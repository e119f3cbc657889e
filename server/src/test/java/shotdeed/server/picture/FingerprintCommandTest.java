package shotdeed.server.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import shotdeed.image.Samples;

class FingerprintCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void a_picture_gets_one_line_of_hash_quality_and_path() throws IOException {
    Path file = Files.write(folder.resolve("名 a,b.png"), vector("exact/square-512x512.png"));
    String[] expected = expected("exact/square-512x512.png");
    assertThat(run(file.toString())).isZero();
    assertThat(out).hasToString(expected[4] + "\t" + expected[3] + "\t" + file + "\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void the_eight_forms_are_eight_lines_in_the_order_of_the_reference() throws IOException {
    Path file = Files.write(folder.resolve("a.png"), vector("exact/small.png"));
    String[] expected = expected("exact/small.png");
    assertThat(run("--dihedral", file.toString())).isZero();
    List<String> lines = new ArrayList<>();
    for (int form = 0; form < 8; form++) {
      lines.add(expected[4 + form] + "\t" + expected[3] + "\t" + file);
    }
    assertThat(out.toString().lines()).containsExactlyElementsOf(lines);
  }

  @Test
  void what_cannot_be_read_is_reported_and_the_others_go_on() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "not a picture");
    Path empty = Files.write(folder.resolve("empty.jpg"), new byte[0]);
    byte[] photo = Samples.resource("/pictures/photo.jpg");
    Path cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(photo, photo.length / 2));
    Path bomb = Files.write(folder.resolve("bomb.png"), Samples.flatPng(30_000, 30_000));
    Path missing = folder.resolve("missing.jpg");
    Path good = Files.write(folder.resolve("good.jpg"), photo);
    assertThat(run("" + text, "" + empty, "" + cut, "" + bomb, "" + missing, "" + folder, "" + good)).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "shotdeed: " + text + ": cannot judge this picture, because it is no JPEG, PNG, GIF, WebP or BMP",
            "shotdeed: " + empty + ": cannot judge this picture, because it is no JPEG, PNG, GIF, WebP or BMP",
            "shotdeed: " + cut + ": cannot judge this picture, because it is cut off or damaged",
            "shotdeed: " + bomb + ": cannot judge this picture, because it has more than 60 million pixels, or more than 65535 a side",
            "shotdeed: " + missing + ": no such file",
            "shotdeed: " + folder + ": is a folder, not a file");
    assertThat(out.toString().lines()).singleElement().asString().matches("[0-9a-f]{64}\t[0-9]+\t.*good\\.jpg");
  }

  @Test
  void a_hash_that_says_nothing_is_printed_and_that_is_said() throws IOException {
    Path flat = Files.write(folder.resolve("flat.png"), Samples.flatPng(300, 300));
    assertThat(run("" + flat)).isZero();
    assertThat(out.toString()).matches("[0-9a-f]{64}\t0\t.*flat\\.png\n");
    assertThat(err.toString().lines())
        .containsExactly("shotdeed: " + flat + ": cannot judge this picture, because it shows little but one colour");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a pipe with a name, and names with line breaks")
  void a_pipe_is_refused_at_once_and_a_strange_name_stays_on_one_line() throws Exception {
    Path pipe = folder.resolve("fifo.jpg");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path strange = Files.write(folder.resolve("a\n\t\033\\ b.png"), vector("exact/square-512x512.png"));
    assertThat(run("" + pipe, "" + strange, "" + folder.resolve("no\nne"))).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "shotdeed: " + pipe + ": is not a regular file", "shotdeed: " + folder + "/no\\nne: no such file");
    assertThat(out.toString().lines())
        .singleElement()
        .asString()
        .endsWith("\t" + folder + "/a\\n\\t\\033\\\\ b.png");
  }

  @Test
  void without_a_file_the_usage_is_shown() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("FILE", "Usage: fingerprint");
    assertThat(run("--turned", "a.png")).isEqualTo(2);
  }

  private int run(String... arguments) {
    return new CommandLine(new FingerprintCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private static String[] expected(String file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                FingerprintCommandTest.class.getResourceAsStream("/pdq/expected_exact.csv"), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> line.startsWith(file + ",")).findFirst().orElseThrow().split(",");
    }
  }

  private static byte[] vector(String name) throws IOException {
    try (InputStream in = FingerprintCommandTest.class.getResourceAsStream("/pdq/" + name)) {
      return in.readAllBytes();
    }
  }
}
