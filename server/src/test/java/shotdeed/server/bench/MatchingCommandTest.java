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
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import shotdeed.server.Photos;

class MatchingCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path originals;
  private Path distractors;
  private Path csv;

  @BeforeEach
  void three_originals_and_three_distractors() throws IOException {
    originals = Files.createDirectories(folder.resolve("originals"));
    distractors = Files.createDirectories(folder.resolve("distractors"));
    csv = folder.resolve("result.csv");
    for (String name : List.of("coat", "dress", "shirt")) {
      Files.write(originals.resolve(name + ".jpg"), Photos.photo(name));
    }
    Files.write(distractors.resolve("shoe.jpg"), Photos.photo("shoe"));
    Files.write(distractors.resolve("one.jpg"), picture("photo.jpg"));
    Files.write(distractors.resolve("two.jpg"), picture("photo-2.jpg"));
  }

  @Test
  void every_matcher_finds_recompressed_and_only_those_with_eight_forms_mirrored_pictures() throws IOException {
    assertThat(run("--only", "recompress,flip")).isZero();
    assertThat(err.toString()).isEmpty();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(0))
        .startsWith("3 originals, 0 siblings, 3 distractors; 5 alterations, seed 1; ")
        .endsWith(" fingerprints a certificate");
    assertThat(cells("Recall, %"))
        .containsExactly("ShotDeed", "all stages", "PDQ", "PDQ 8 forms", "pHash 64", "pHash 256");
    assertThat(cells("radius, bits")).startsWith("own", "own", "31", "49").hasSize(6);
    assertThat(cells("unaltered")).containsOnly("100.0");
    assertThat(cells("recompress")).containsOnly("100.0").hasSize(6);
    assertThat(cells("flip")).containsExactly("100.0", "100.0", "0.0", "100.0", "0.0", "0.0");
    assertThat(cells("mean of 5 alterations")).startsWith("100.0", "100.0", "60.0", "100.0");
    assertThat(cells("mean of 2 groups")).startsWith("100.0", "100.0", "50.0", "100.0");
    assertThat(cells("worst alteration")).startsWith("100.0", "100.0", "0.0", "100.0");
    // Six photographs, each as it is and in five ways, beside the certificates of others: 3 of 3 and 2 of 3.
    assertThat(cells("unrelated")).containsOnly("0");
    assertThat(cells("  of pairs tried")).containsOnly("90");
    assertThat(cells("all wrong pairs")).containsOnly("0");
    assertThat(cells("  per million")).containsOnly("0.00");
    assertThat(lines).noneMatch(line -> line.startsWith("siblings"));
    assertThat(out.toString())
        .contains("CPU, ms a picture", "CPU, ms a certificate", "No --siblings were given: how siblings are judged was not measured.");
  }

  @Test
  void the_files_hold_every_alteration_of_every_matcher_and_the_wrong_pairs() throws IOException {
    assertThat(run("--only", "recompress,flip")).isZero();
    List<String> rows = Files.readAllLines(csv);
    assertThat(rows).hasSize(1 + 6 * 6);
    assertThat(rows.get(0))
        .isEqualTo(
            "matcher,radius,group,alteration,originals,found,recall,unrelated matched,unrelated pairs,"
                + "other-product matched,other-product pairs,other-view matched,other-view pairs,"
                + "other-colour matched,other-colour pairs");
    assertThat(rows)
        .contains("ShotDeed,own,unaltered,unaltered,3,3,1.0000,0,15,0,0,0,0,0,0")
        .contains("all stages,own,flip,vertical,3,3,1.0000,0,15,0,0,0,0,0,0")
        .contains("PDQ,31,flip,horizontal,3,0,0.0000,0,15,0,0,0,0,0,0")
        .contains("PDQ 8 forms,49,recompress,webp-50,3,3,1.0000,0,15,0,0,0,0,0,0");
    assertThat(Files.readAllLines(folder.resolve("result-wrong-pairs.csv")))
        .containsExactly(
            "matcher,kinship,query,alteration,picture,region,form,certificate,original,distance,radius");
  }

  @Test
  void a_page_is_judged_with_its_slices_joined_and_what_they_show_apart_has_a_line_of_its_own() throws IOException {
    assertThat(run("--only", "strip,flip")).isZero();
    assertThat(cells("strip").get(0)).isEqualTo("100.0");
    assertThat(cells("  its slices apart").subList(1, 6)).isEqualTo(cells("strip").subList(1, 6));
    assertThat(Double.parseDouble(cells("  its slices apart").get(0))).isBetween(50.0, 100.0);
    List<String> rows = Files.readAllLines(csv);
    assertThat(rows).hasSize(1 + 6 * 5 + 2);
    assertThat(rows).filteredOn(row -> row.startsWith("\"ShotDeed, slices apart\",own,strip,page-7")).hasSize(2);
    assertThat(run("--only", "flip")).isZero();
    assertThat(out.toString()).doesNotContain("apart");
    assertThat(csv).content().doesNotContain("apart");
  }

  @Test
  void siblings_are_counted_apart_and_a_wrong_pair_is_named() throws IOException {
    Path sets = Files.createDirectories(folder.resolve("sets/p1"));
    Files.createDirectories(folder.resolve("sets/p2"));
    Files.write(sets.resolve("p1-red_main.jpg"), picture("photo-3.jpg"));
    Files.write(sets.resolve("p1-red_back.jpg"), Photos.recompressed(picture("photo-3.jpg"), 1, 0.7f));
    Files.write(sets.resolve("p1-blue_main.jpg"), Photos.recompressed(picture("photo-3.jpg"), 0.9, 0.7f));
    Files.write(folder.resolve("sets/p2/p2-red_main.jpg"), Photos.recompressed(Photos.photo("shoe"), 1, 0.5f));
    assertThat(run("--only", "flip", "--siblings", "" + folder.resolve("sets"))).isZero();
    assertThat(cells("siblings, other view")).startsWith("12", "12", "4", "12"); // 2 pairs, both ways, in 3 forms
    assertThat(cells("siblings, other product")).startsWith("0", "0", "0", "0");
    assertThat(cells("(same view, other colour)")).startsWith("6", "6", "2", "6");
    assertThat(cells("unrelated")).startsWith("3", "3", "1", "3"); // the distractor that is a sibling's copy
    assertThat(cells("all wrong pairs")).startsWith("15", "15", "5", "15"); // another colour counts as neither
    long tried = 3 * (10 * 7 - 7 - 2); // ten photographs and seven certificates, but not themselves or another colour
    assertThat(out.toString().lines().filter(line -> line.startsWith("  of pairs tried")).toList().get(4))
        .matches("  of pairs tried( +" + tried + "){6}");
    assertThat(cells("  per million").get(0)).isEqualTo(String.format(Locale.ROOT, "%.2f", 15e6 / tried));
    assertThat(Files.readAllLines(folder.resolve("result-wrong-pairs.csv")))
        .anyMatch(row -> row.matches("ShotDeed,unrelated,distractors/shoe\\.jpg,unaltered,1,\\d+ \\d+ \\d+ \\d+,ROTATE0,"
            + "siblings/p2/p2-red_main\\.jpg,\\d+ \\d+ \\d+ \\d+,\\d+,\\d+"))
        .noneMatch(row -> row.contains("other-colour"))
        .anyMatch(row -> row.startsWith("PDQ,other-view,siblings/p1/p1-red_back.jpg,unaltered,1,,,"));
  }

  @Test
  void an_original_that_is_a_sibling_stands_in_both_roles() throws IOException {
    Path sets = Files.createDirectories(folder.resolve("sets/p1"));
    Files.write(sets.resolve("p1-red_main.jpg"), Photos.photo("coat"));
    Files.write(sets.resolve("p1-red_back.jpg"), picture("photo-3.jpg"));
    assertThat(run("--only", "flip", "--siblings", "" + folder.resolve("sets"))).isZero();
    assertThat(out.toString()).startsWith("3 originals, 1 siblings, 3 distractors; ");
    assertThat(out.toString().lines().filter(line -> line.startsWith("  of pairs tried")).toList().get(1))
        .matches("  of pairs tried( +6){6}");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void the_figures_do_not_depend_on_the_number_of_threads() throws IOException {
    assertThat(run("--only", "overlay,collage", "--threads", "1")).isZero();
    byte[] one = Files.readAllBytes(csv);
    byte[] onePairs = Files.readAllBytes(folder.resolve("result-wrong-pairs.csv"));
    assertThat(run("--only", "overlay,collage", "--threads", "3")).isZero();
    assertThat(csv).hasBinaryContent(one);
    assertThat(folder.resolve("result-wrong-pairs.csv")).hasBinaryContent(onePairs);
  }

  @Test
  void all_63_alterations_are_measured_unless_groups_are_named() throws IOException {
    assertThat(run("--limit", "2")).isZero();
    assertThat(out.toString()).startsWith("2 originals, 0 siblings, 2 distractors; 63 alterations, seed 1; ");
    assertThat(cells("mean of 17 groups")).hasSize(6);
    assertThat(cells("strip")).hasSize(6);
  }

  @Test
  void damaged_pictures_are_named_others_counted_and_the_rest_is_measured() throws IOException {
    byte[] coat = Photos.photo("coat");
    Path cut = Files.write(originals.resolve("cut.jpg"), Arrays.copyOf(coat, coat.length / 2));
    Files.write(distractors.resolve("same.jpg"), coat);
    Files.writeString(distractors.resolve("notes.txt"), "text");
    assertThat(run("--only", "flip")).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "shotdeed: " + cut + ": cannot judge this picture, because it is cut off or damaged",
            "shotdeed: left out, not pictures: 1 file (notes.txt)",
            "shotdeed: left out, the same picture as another: 1 file");
    assertThat(out.toString()).startsWith("3 originals, 0 siblings, 3 distractors; ");
  }

  @Test
  void a_folder_without_photographs_is_said_and_nothing_is_written() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(run(empty, distractors, "--only", "flip")).isEqualTo(1);
    assertThat(err.toString().strip())
        .isEqualTo("shotdeed: no photograph in " + empty + " could be certified, so there is nothing to measure");
    err.getBuffer().setLength(0);
    assertThat(run(originals, empty, "--only", "flip")).isEqualTo(1);
    assertThat(err.toString().strip())
        .isEqualTo("shotdeed: fewer than two photographs in " + empty + " could be read; collages need others");
    assertThat(csv).doesNotExist();
  }

  @Test
  void wrong_usage_is_said_before_any_work() {
    Path gone = folder.resolve("gone");
    wrong("shotdeed: --originals " + gone + " is not a folder", gone, distractors);
    wrong("shotdeed: --distractors " + gone + " is not a folder", originals, gone);
    wrong("shotdeed: --siblings " + gone + " is not a folder", originals, distractors, "--siblings", "" + gone);
    wrong("shotdeed: --limit is at least 1, not 0", originals, distractors, "--limit", "0");
    wrong("shotdeed: --threads is 1 to 64, not 65", originals, distractors, "--threads", "65");
    wrong("there is no group 'zooms'; the groups are recompress, resize,", originals, distractors, "--only", "zooms");
    csv = folder.resolve("no/result.csv");
    wrong("shotdeed: --out " + csv + " is in a folder that does not exist", originals, distractors);
    csv = originals;
    wrong("shotdeed: --out " + csv + " is there already and is not a file", originals, distractors);
    assertThat(new CommandLine(new BenchCommand()).setErr(new PrintWriter(err, true)).execute()).isEqualTo(2);
    assertThat(err.toString()).contains("shotdeed: say what to do: matching, lookup, mark, mistakes or bank");
  }

  private void wrong(String message, Path originals, Path distractors, String... more) {
    err.getBuffer().setLength(0);
    assertThat(run(originals, distractors, more)).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  private int run(String... more) {
    return run(originals, distractors, more);
  }

  private int run(Path originals, Path distractors, String... more) {
    out.getBuffer().setLength(0);
    List<String> arguments = new ArrayList<>(List.of("matching", "--out", "" + csv));
    arguments.addAll(List.of("--originals", "" + originals, "--distractors", "" + distractors));
    arguments.addAll(List.of(more));
    return new CommandLine(new BenchCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }

  /** The cells of the first row of that name; columns are at least two spaces apart. */
  private List<String> cells(String name) {
    String row = out.toString().lines().filter(line -> line.startsWith(name + "  ")).findFirst().orElseThrow();
    return List.of(row.substring(30).strip().split(" {2,}"));
  }

  private static byte[] picture(String name) throws IOException {
    try (InputStream in = MatchingCommandTest.class.getResourceAsStream("/pictures/" + name)) {
      return in.readAllBytes();
    }
  }
}
