package shotdeed.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import shotdeed.image.Samples;

class MarkBenchCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;
  private Path originals;
  private Path distractors;

  @BeforeEach
  void photographs() throws IOException {
    originals = Files.createDirectory(folder.resolve("originals"));
    distractors = Files.createDirectory(folder.resolve("distractors"));
    Files.write(originals.resolve("a.jpg"), Samples.resource("/pictures/photo.jpg"));
    Files.write(distractors.resolve("b.jpg"), Samples.resource("/pictures/photo-2.jpg"));
  }

  @Test
  void a_photograph_is_marked_altered_and_read() {
    assertThat(run("--originals", "" + originals, "--distractors", "" + distractors, "--parts", "1")).isZero();
    assertThat(out.toString())
        .contains("1 photographs marked, 0 refused")
        .containsPattern("jpeg-75 +100\\.0 +100\\.0 +100\\.0")
        .contains("wrong numbers 0; unmarked pictures and parts read as marked 0 of 2");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_page_of_pairs_shows_parts_of_each_photograph_beside_its_copy() throws IOException {
    Path pairs = folder.resolve("new/pairs");
    Files.write(originals.resolve("b&<b>.jpg"), Samples.resource("/pictures/photo-3.jpg"));
    String[] folders = {"--originals", "" + originals, "--distractors", "" + distractors, "--pairs", "" + pairs};
    assertThat(run(folders)).isZero();
    String page = Files.readString(pairs.resolve("index.html"));
    assertThat(page).contains("<h2>a.jpg</h2>", "<h2>b&amp;&lt;b>.jpg</h2>", "002-middle.png");
    BufferedImage part = ImageIO.read(pairs.resolve("001-middle.png").toFile());
    assertThat(part.getWidth()).isEqualTo(3 * 300 + 2 * 4);
    assertThat(part.getHeight()).isEqualTo(300);
    assertThat(out.toString()).containsPattern("\\d+ fingerprints of certificates moved by \\d+ % of their radius");
  }

  @Test
  void a_folder_without_photographs_is_reported() {
    assertThat(run("--originals", "" + folder.resolve("none"), "--distractors", "" + distractors)).isEqualTo(2);
    assertThat(run("--originals", "" + originals, "--distractors", "" + distractors, "--half", "third")).isEqualTo(2);
  }

  private int run(String... arguments) {
    return new CommandLine(new MarkBenchCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
