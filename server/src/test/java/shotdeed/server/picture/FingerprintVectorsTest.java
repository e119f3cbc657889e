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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import shotdeed.fingerprint.Hash256;

/** The command on the very files of the reference (see {@code pdq/README.md}), decoding and colour included. */
class FingerprintVectorsTest {
  private static final int FIRST_HASH_COLUMN = 4;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> the_eight_forms_and_the_quality_equal_the_reference() throws IOException {
    return rows("expected_exact.csv").stream()
        .map(row -> DynamicTest.dynamicTest(row[0], () -> assertEightForms(row)));
  }

  /** Only the picture of quality 3 may be off, by two bits in two forms: its coefficients tie at the median. */
  private void assertEightForms(String[] row) throws IOException {
    List<String[]> lines = fingerprint("--dihedral", row[0]);
    assertThat(lines).hasSize(8);
    int formsOff = 0;
    for (int form = 0; form < 8; form++) {
      assertThat(lines.get(form)[1]).as("quality").isEqualTo(row[3]);
      int off = distance(row[FIRST_HASH_COLUMN + form], lines.get(form)[0]);
      assertThat(off).as("bits off in form %s", form).isLessThanOrEqualTo(row[3].equals("3") ? 2 : 0);
      formsOff += off > 0 ? 1 : 0;
    }
    assertThat(formsOff).isLessThanOrEqualTo(2);
  }

  @TestFactory
  Stream<DynamicTest> photographs_stay_within_ten_bits_of_the_reference_tool() throws IOException {
    List<String[]> rows = rows("expected_cpp.csv").stream().filter(row -> Integer.parseInt(row[3]) >= 80).toList();
    assertThat(rows).hasSizeGreaterThan(20);
    return rows.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0],
                    () -> {
                      List<String[]> lines = fingerprint(row[0]);
                      assertThat(lines).hasSize(1);
                      assertThat(distance(row[4], lines.get(0)[0])).isLessThanOrEqualTo(10);
                    }));
  }

  /** The fields of each line that the command prints; its last argument names a vector. */
  private List<String[]> fingerprint(String... arguments) throws IOException {
    int last = arguments.length - 1;
    Path file = folder.resolve(Path.of(arguments[last]).getFileName());
    try (InputStream in = FingerprintVectorsTest.class.getResourceAsStream("/pdq/" + arguments[last])) {
      Files.write(file, in.readAllBytes());
    }
    arguments[last] = file.toString();
    StringWriter out = new StringWriter();
    assertThat(new CommandLine(new FingerprintCommand()).setOut(new PrintWriter(out)).execute(arguments)).isZero();
    return out.toString().lines().map(line -> line.split("\t")).toList();
  }

  private static int distance(String expected, String actual) {
    return Hash256.ofHex(expected).distance(Hash256.ofHex(actual));
  }

  private static List<String[]> rows(String list) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                FingerprintVectorsTest.class.getResourceAsStream("/pdq/" + list), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split(",")).toList();
    }
  }
}
