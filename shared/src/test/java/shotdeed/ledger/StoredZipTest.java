package shotdeed.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class StoredZipTest {
  private static byte[] zip(String... pathsAndContents) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StoredZip.Writer writer = new StoredZip.Writer(out::writeBytes);
    for (int i = 0; i < pathsAndContents.length; i += 2) {
      writer.add(pathsAndContents[i], Utf8.bytes(pathsAndContents[i + 1]));
    }
    writer.end();
    return out.toByteArray();
  }

  private static final byte[] ZIP = zip("a.txt", "first", "b/c.txt", "", "b/d-1_2.bin", "third");

  @Test
  void other_programs_can_read_it() throws Exception {
    List<String> found = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(ZIP))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        found.add(entry.getName() + "=" + new String(in.readAllBytes(), "UTF-8"));
      }
    }
    assertThat(found).containsExactly("a.txt=first", "b/c.txt=", "b/d-1_2.bin=third");
  }

  @Test
  void it_reads_back() {
    StoredZip.Read read = StoredZip.read(ZIP);
    assertThat(read.damages()).isEmpty();
    assertThat(read.parts()).extracting(StoredZip.Part::path).containsExactly("a.txt", "b/c.txt", "b/d-1_2.bin");
    assertThat(read.parts().get(2).content(ZIP)).isEqualTo(Utf8.bytes("third"));
    assertThat(StoredZip.read(zip()).damages()).isEmpty();
  }

  @Test
  void every_flipped_bit_is_found() {
    for (int i = 0; i < ZIP.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = ZIP.clone();
        flipped[i] ^= (byte) (1 << bit);
        assertThat(StoredZip.read(flipped).damages()).isNotEmpty();
      }
    }
  }

  @Test
  void a_flipped_content_is_named() {
    byte[] flipped = ZIP.clone();
    flipped[StoredZip.read(ZIP).parts().get(2).from()] ^= 1;
    assertThat(StoredZip.read(flipped).damages())
        .containsExactly(new StoredZip.Damage("b/d-1_2.bin", "its content is damaged"));
  }

  @Test
  void every_cut_and_every_byte_more_is_found() {
    for (int length = 0; length < ZIP.length; length++) {
      assertThat(StoredZip.read(Arrays.copyOf(ZIP, length)).damages()).isNotEmpty();
      assertThat(StoredZip.read(Arrays.copyOfRange(ZIP, length + 1, ZIP.length)).damages()).isNotEmpty();
    }
    assertThat(StoredZip.read(Arrays.copyOf(ZIP, ZIP.length + 1)).damages()).isNotEmpty();
  }

  @Test
  void a_part_that_is_in_it_twice_is_named() {
    assertThat(StoredZip.read(zip("a.txt", "1", "a.txt", "2")).damages())
        .containsExactly(new StoredZip.Damage("a.txt", "it is in the archive twice"));
  }

  @Test
  void paths_that_lead_out_are_neither_written_nor_read() {
    for (String path : List.of("", "/a", "a/", "../a", "a/../b", "a//b", "a\\b", "a b", "é", "a:b", "x".repeat(201))) {
      assertThat(StoredZip.isPath(path)).isFalse();
      assertThatThrownBy(() -> zip(path, "")).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
