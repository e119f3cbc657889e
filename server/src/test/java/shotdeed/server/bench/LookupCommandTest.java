package shotdeed.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import shotdeed.server.Photos;

class LookupCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path originals;
  private Path distractors;

  @BeforeEach
  void two_originals_and_two_distractors() throws IOException {
    originals = Files.createDirectories(folder.resolve("originals"));
    distractors = Files.createDirectories(folder.resolve("distractors"));
    for (String name : List.of("coat", "dress")) {
      Files.write(originals.resolve(name + ".jpg"), Photos.photo(name));
    }
    for (String name : List.of("photo", "photo-2")) {
      try (InputStream in = LookupCommandTest.class.getResourceAsStream("/pictures/" + name + ".jpg")) {
        Files.copy(in, distractors.resolve(name + ".jpg"));
      }
    }
  }

  @Test
  void each_size_of_library_has_a_column_the_smallest_first() {
    assertThat(run("--certificates", "30,6")).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString()).startsWith("2 originals, 2 distractors; 16 hard alterations, seed 1: 32 pictures\n");
    assertThat(cells("certificates")).containsExactly("6", "30");
    assertThat(cells("  of them mixtures")).containsExactly("2", "26");
    assertThat(out.toString())
        .contains("Mixtures: each feature is one of two distractors', every bit flipped with a probability of 1/8.");
    assertThat(cells("heap of the index, MB")).hasSize(2);
    assertThat(cells("CPU, ms a picture")).hasSize(2);
  }

  @Test
  void the_right_certificate_is_among_the_best_of_thirty() {
    assertThat(run("--certificates", "30")).isZero();
    List<String> alterations =
        List.of(
            "jpeg-30", "side-120", "corner-50", "detail-centre-30", "detail-aside-30", "text-15", "text-30",
            "horizontal", "blurred", "two-by-two-watermark", "on-white", "on-another-scene", "phone",
            "collage-watermark-cast", "turn-frame-text");
    for (String alteration : alterations) {
      assertThat(cells(alteration)).as(alteration).containsExactly("100.0");
    }
    assertThat(Double.parseDouble(cells("turned-15").get(0))).isBetween(0.0, 100.0);
    assertThat(Double.parseDouble(cells("all").get(0))).isGreaterThan(93);
  }

  @Test
  void the_same_photographs_and_seed_give_the_same_shares_whatever_else_is_measured() {
    assertThat(run("--certificates", "20", "--seed", "7")).isZero();
    List<String> alone = shares();
    assertThat(run("--certificates", "20,5", "--seed", "7")).isZero();
    assertThat(shares()).hasSameSizeAs(alone);
    for (int i = 0; i < alone.size(); i++) {
      String last = shares().get(i).substring(shares().get(i).lastIndexOf(' '));
      assertThat(alone.get(i)).endsWith(last);
    }
  }

  private List<String> shares() {
    return out.toString().lines()
        .dropWhile(line -> !line.startsWith("Among"))
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .toList();
  }

  @Test
  void damaged_pictures_are_named_others_counted_and_the_rest_is_measured() throws IOException {
    byte[] coat = Photos.photo("coat");
    Path cut = Files.write(distractors.resolve("cut.jpg"), Arrays.copyOf(coat, coat.length / 2));
    Files.write(originals.resolve("same.jpg"), coat);
    Files.writeString(distractors.resolve("notes.txt"), "text");
    assertThat(run("--certificates", "8")).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "shotdeed: " + cut + ": cannot judge this picture, because it is cut off or damaged",
            "shotdeed: left out, not pictures: 1 file (notes.txt)",
            "shotdeed: left out, the same picture as another: 1 file");
    assertThat(out.toString()).startsWith("2 originals, 2 distractors; ");
    assertThat(cells("  of them mixtures")).containsExactly("4");
  }

  @Test
  void without_an_original_or_two_distractors_there_is_nothing_to_measure() throws IOException {
    String nothing =
        "shotdeed: nothing to measure: one photograph in " + originals + " and two in " + distractors
            + " are needed at least";
    Files.delete(distractors.resolve("photo.jpg"));
    assertThat(run("--certificates", "8")).isEqualTo(1);
    assertThat(err.toString().strip()).isEqualTo(nothing);
    assertThat(out.toString()).isEmpty();
    Files.write(distractors.resolve("shoe.jpg"), Photos.photo("shoe"));
    Files.delete(originals.resolve("coat.jpg"));
    Files.delete(originals.resolve("dress.jpg"));
    err.getBuffer().setLength(0);
    assertThat(run("--certificates", "8")).isEqualTo(1);
    assertThat(err.toString().strip()).isEqualTo(nothing);
  }

  @Test
  void wrong_usage_is_said_before_any_work() {
    wrong("--certificates is 1 to 1000000, not 0", "--certificates", "5,0");
    wrong("--certificates is 1 to 1000000, not 1000001", "--certificates", "1000001");
    wrong(
        "--certificates 3 is less than the folders' 4 photographs, which are all certified", "--certificates", "10,3");
    distractors = folder.resolve("gone");
    wrong("--distractors " + distractors + " is not a folder");
    originals = folder.resolve("away");
    wrong("--originals " + originals + " is not a folder");
  }

  private void wrong(String message, String... more) {
    err.getBuffer().setLength(0);
    assertThat(run(more)).isEqualTo(2);
    assertThat(err.toString()).startsWith("shotdeed: " + message);
  }

  private int run(String... more) {
    out.getBuffer().setLength(0);
    List<String> arguments = new ArrayList<>(List.of("lookup"));
    arguments.addAll(List.of("--originals", "" + originals, "--distractors", "" + distractors));
    arguments.addAll(List.of(more));
    return new CommandLine(new BenchCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }

  private List<String> cells(String name) {
    String row = out.toString().lines().filter(line -> line.startsWith(name + "  ")).findFirst().orElseThrow();
    return List.of(row.substring(name.length()).strip().split(" +"));
  }
}
