package shotdeed.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import shotdeed.fingerprint.BackgroundBank;
import shotdeed.fingerprint.Certifier;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.image.LumaImage;
import shotdeed.server.Photos;
import shotdeed.server.picture.PictureDecoder;

class BankCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path photographs;
  private Path bank;

  @BeforeEach
  void three_photographs() throws IOException {
    photographs = Files.createDirectories(folder.resolve("photographs"));
    bank = folder.resolve("bank.bin");
    for (String name : List.of("coat", "dress", "shirt")) {
      Files.write(photographs.resolve(name + ".jpg"), Photos.photo(name));
    }
  }

  @Test
  void the_same_photographs_and_seed_give_the_same_bytes_and_another_seed_gives_others() throws IOException {
    assertThat(run("--seed", "7")).isZero();
    byte[] first = Files.readAllBytes(bank);
    assertThat(run("--seed", "7")).isZero();
    assertThat(bank).hasBinaryContent(first);
    assertThat(run("--seed", "8")).isZero();
    assertThat(Files.readAllBytes(bank)).isNotEqualTo(first);
    assertThat(err.toString()).isEmpty();
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void no_hash_stands_twice_and_what_was_taken_in_is_said() throws IOException {
    assertThat(run("--alterations", "0")).isZero();
    byte[] bytes = Files.readAllBytes(bank);
    Set<Hash256> hashes = new HashSet<>();
    for (int at = 0; at < bytes.length; at += Hash256.BYTES) {
      assertThat(hashes.add(Hash256.ofBytes(bytes, at))).as("hash at byte %d", at).isTrue();
    }
    // One drawing of each of ten kinds, and three pictures of soft shapes.
    assertThat(out.toString().strip()).isEqualTo("3 photographs, 16 pictures, " + hashes.size() + " hashes");
  }

  @Test
  void each_alteration_adds_a_picture_and_a_page_its_slices() throws IOException {
    assertThat(run("--alterations", "63")).isZero();
    int pictures = Integer.parseInt(out.toString().split(" ")[2]);
    assertThat(pictures).isGreaterThan(13 + 3 * 64);
  }

  @Test
  void what_is_in_the_bank_gets_no_fingerprint_and_another_photograph_does() throws Exception {
    Files.delete(photographs.resolve("coat.jpg"));
    assertThat(run("--alterations", "0")).isZero();
    Certifier certifier = new Certifier(BackgroundBank.of(Files.readAllBytes(bank)));
    assertThat(certifier.certificate(luma("coat"))).extracting(Fingerprint::hash).contains(whole("coat"));
    assertThat(certifier.certificate(luma("dress"))).extracting(Fingerprint::hash).doesNotContain(whole("dress"));
  }

  @Test
  void damaged_pictures_are_named_others_counted_and_the_rest_is_taken_in() throws IOException {
    byte[] coat = Photos.photo("coat");
    Path cut = Files.write(photographs.resolve("cut.jpg"), Arrays.copyOf(coat, coat.length / 2));
    Files.write(photographs.resolve("same.jpg"), coat);
    Files.writeString(photographs.resolve("notes.txt"), "text");
    assertThat(run("--alterations", "0")).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "shotdeed: " + cut + ": cannot judge this picture, because it is cut off or damaged",
            "shotdeed: left out, not pictures: 1 file (notes.txt)",
            "shotdeed: left out, the same picture as another: 1 file");
    assertThat(out.toString()).startsWith("3 photographs, ");
    assertThat(bank).isNotEmptyFile();
  }

  @Test
  void of_fewer_than_two_photographs_nothing_is_written_and_an_older_bank_stays() throws IOException {
    Files.delete(photographs.resolve("coat.jpg"));
    Files.delete(photographs.resolve("dress.jpg"));
    Files.writeString(bank, "older");
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString().strip())
        .isEqualTo(
            "shotdeed: fewer than two photographs in " + photographs + " could be read; collages need others");
    assertThat(bank).hasContent("older");
  }

  @Test
  void wrong_usage_is_said_before_any_work() {
    wrong("--alterations is 0 to 63, not 64", "--alterations", "64");
    wrong("--alterations is 0 to 63, not -1", "--alterations", "-1");
    bank = folder.resolve("no/bank.bin");
    wrong("--out " + bank + " is in a folder that does not exist");
    bank = photographs;
    wrong("--out " + bank + " is there already and is not a file");
    bank = folder.resolve("bank.bin");
    photographs = folder.resolve("gone");
    wrong("--photographs " + photographs + " is not a folder");
    assertThat(bank).doesNotExist();
  }

  private void wrong(String message, String... more) {
    err.getBuffer().setLength(0);
    assertThat(run(more)).isEqualTo(2);
    assertThat(err.toString()).startsWith("shotdeed: " + message);
  }

  private int run(String... more) {
    out.getBuffer().setLength(0);
    List<String> arguments = new ArrayList<>(List.of("bank", "--photographs", "" + photographs, "--out", "" + bank, "--drawings", "1", "--shapes", "3"));
    arguments.addAll(List.of(more));
    return new CommandLine(new BenchCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }

  private static Hash256 whole(String name) throws Exception {
    return new Kernel().query(luma(name)).get(0).forms()[Dihedral.ROTATE0.ordinal()];
  }

  private static LumaImage luma(String name) throws Exception {
    return new PictureDecoder().decode(Photos.photo(name)).luma();
  }
}
