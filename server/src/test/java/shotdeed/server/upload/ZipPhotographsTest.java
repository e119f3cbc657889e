package shotdeed.server.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken from a zip file, and what is not. */
class ZipPhotographsTest {
  private static final byte[] TEXT = "photograph".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  /** Each file: its name as shown, and its size or why it is not taken. */
  private List<String> files(byte[] zip) throws IOException {
    Path file = folder.resolve("upload.part");
    Files.write(file, zip);
    List<String> found = new ArrayList<>();
    try (ZipPhotographs photographs = ZipPhotographs.open(file)) {
      for (ZipDirectory.Entry entry : photographs.entries()) {
        try {
          found.add(entry.name() + " " + photographs.bytes(entry).length);
        } catch (ZipFault fault) {
          found.add(entry.name() + " " + fault.getMessage());
        }
      }
      if (photographs.junk() > 0) {
        found.add("junk " + photographs.junk());
      }
    } catch (ZipFault fault) {
      found.add("all " + fault.getMessage());
    }
    assertThat(folder.toFile().list()).containsExactly("upload.part");
    return found;
  }

  @Test
  void files_are_read_and_folders_and_what_systems_add_are_left_out() throws IOException {
    byte[] none = new byte[0];
    assertThat(files(ZipFiles.of(
            "2025/", none, "2025/coat.jpg", TEXT, "__MACOSX/2025/._coat.jpg", TEXT, "2025/.DS_Store", TEXT,
            "Thumbs.db", TEXT, "2025/._dress.jpg", TEXT, "dress.jpg", new byte[2_000_000])))
        .containsExactly("2025/coat.jpg 10", "dress.jpg zip-bomb", "junk 4");
  }

  @Test
  void names_lead_nowhere_and_are_only_shown() throws IOException {
    assertThat(files(ZipFiles.of(
            "../../../etc/passwd", TEXT, "/absolute.jpg", TEXT, "C:\\windows\\coat.jpg", TEXT, "a\u202egpj.exe", TEXT,
            "裙子/连衣裙 №1 👗.jpg", TEXT, "line\nbreak\u0000.jpg", TEXT)))
        .containsExactly(
            "../../../etc/passwd 10",
            "/absolute.jpg 10",
            "C:/windows/coat.jpg 10",
            "agpj.exe 10",
            "裙子/连衣裙 №1 👗.jpg 10",
            "line break.jpg 10");
  }

  @Test
  void names_in_another_character_set_than_the_file_claims_do_no_harm() throws IOException {
    byte[] chinese = ZipFiles.in(Charset.forName("GB18030"), "裙子/连衣裙.jpg", TEXT);
    assertThat(files(chinese)).containsExactly("裙子/连衣裙.jpg 10");
    assertThat(files(ZipFiles.claimingUtf8(chinese))).containsExactly("裙子/连衣裙.jpg 10");
    assertThat(files(ZipFiles.claimingUtf8(ZipFiles.in(StandardCharsets.ISO_8859_1, "\u00ff\u00fe.jpg", TEXT))))
        .hasSize(1)
        .allMatch(line -> line.endsWith(".jpg 10"));
  }

  @Test
  void a_bomb_is_noticed_before_it_is_unpacked() throws IOException {
    assertThat(files(ZipFiles.of("a.jpg", TEXT, "bomb.jpg", new byte[30 << 20], "b.jpg", TEXT)))
        .containsExactly("a.jpg 10", "bomb.jpg zip-bomb", "b.jpg 10");
    assertThat(files(ZipFiles.of("large.jpg", new byte[33 << 20]))).containsExactly("large.jpg picture-too-large");
    byte[] lying = ZipFiles.patched(ZipFiles.of("liar.jpg", new byte[3 << 20]), 26, 0x0030);
    assertThat(files(lying)).containsExactly("liar.jpg zip-bomb");
  }

  @Test
  void too_many_files_are_refused_before_the_first() throws IOException {
    Object[] many = new Object[2 * 2001];
    for (int i = 0; i < 2001; i++) {
      many[2 * i] = i + ".jpg";
      many[2 * i + 1] = TEXT;
    }
    assertThat(files(ZipFiles.of(many))).containsExactly("all zip-too-large");
  }

  @Test
  void a_zip_file_in_a_zip_file_is_not_opened_whatever_it_is_called() throws IOException {
    byte[] inner = ZipFiles.of("coat.jpg", TEXT);
    assertThat(files(ZipFiles.of("inner.ZIP", inner, "inner.jpg", inner)))
        .containsExactly("inner.ZIP zip-nested", "inner.jpg zip-nested");
  }

  @Test
  void what_needs_a_password_is_named() throws IOException {
    assertThat(files(ZipFiles.encrypted(ZipFiles.of("coat.jpg", TEXT)))).containsExactly("coat.jpg zip-encrypted");
  }

  @Test
  void a_file_that_is_cut_off_or_no_zip_file_is_damaged() throws IOException {
    byte[] zip = ZipFiles.of("coat.jpg", TEXT, "dress.jpg", TEXT);
    for (int length : new int[] {0, 3, 21, zip.length / 2, zip.length - 1}) {
      assertThat(files(Arrays.copyOf(zip, length))).as("%d bytes", length).containsExactly("all zip-damaged");
    }
  }

  @Test
  void damaged_bytes_end_in_a_fault_and_never_in_anything_else() throws IOException {
    byte[] zip = ZipFiles.of("coat.jpg", TEXT, "folder/dress.jpg", new byte[5000], "shirt.jpg", TEXT);
    Random random = new Random(5);
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = zip.clone();
      for (int j = 0; j <= i % 4; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      assertThat(files(damaged)).hasSizeLessThanOrEqualTo(4);
    }
  }
}
