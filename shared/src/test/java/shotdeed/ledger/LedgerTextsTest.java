package shotdeed.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.digest.Sha256;

/** The texts that the log and bundles consist of read back, and have one form. */
class LedgerTextsTest {
  private static final String HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "é", "影契", "\ud83d\ude00 x", "\u07ff\u0800\uffff"})
  void text_reads_back_from_utf_8(String text) throws Malformed {
    assertThat(Utf8.bytes(text)).isEqualTo(bytes(text));
    assertThat(Utf8.text(bytes(text))).isEqualTo(text);
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    int[][] wrong = {{0x80}, {0xc0, 0x80}, {0xc1, 0xbf}, {0xe0, 0x80, 0x80}, {0xed, 0xa0, 0x80}, {0xf0, 0x80, 0x80, 0x80},
      {0xf4, 0x90, 0x80, 0x80}, {0xf5, 0x80, 0x80, 0x80}, {0xe5, 0xbd}, {0xe5, 0x41, 0x41}, {0xff}};
    for (int[] each : wrong) {
      byte[] bytes = new byte[each.length];
      for (int i = 0; i < each.length; i++) {
        bytes[i] = (byte) each[i];
      }
      assertThatThrownBy(() -> Utf8.text(bytes)).isInstanceOf(Malformed.class);
    }
  }

  @Test
  void a_record_reads_back_and_a_line_feed_in_a_value_makes_no_new_field() throws Malformed {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", "certificate");
    fields.put("time", "2026-11-22T10:00:00Z");
    fields.put("certificate", "12");
    fields.put("grade", "a\nkind forged");
    byte[] record = new LogRecord(fields).bytes();
    assertThat(record).isEqualTo(bytes(
        "shotdeed-record@v1\nkind certificate\ntime 2026-11-22T10:00:00Z\ncertificate 12\ngrade a kind forged\n"));
    assertThat(LogRecord.parse(record).field("grade")).isEqualTo("a kind forged");
    assertThat(LogRecord.parse(record).field("none")).isEmpty();
    byte[] extra = LogRecord.parse(record).extra(new byte[32]);
    assertThat(LogRecord.ofExtra(extra).kind()).isEqualTo("certificate");
    assertThat(LogRecord.commitment(extra)).isEqualTo(Sha256.of(new byte[32], record));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "shotdeed-record@v1\n", "shotdeed-record@v1\ntime x\nkind y\n",
    "shotdeed-record@v1\nkind a\ntime b\nkind c\n", "shotdeed-record@v1\nkind a\ntime b\nc\n",
    "shotdeed-record@v1\nkind a\ntime b", "shotdeed-record@v2\nkind a\ntime b\n", "shotdeed-record@v1\nkind a\ntime b\nc d\re\n"})
  void what_is_no_record_is_refused(String text) {
    assertThatThrownBy(() -> LogRecord.parse(bytes(text))).isInstanceOf(Malformed.class);
  }

  @Test
  void a_sealed_list_reads_back_and_knows_its_parts() throws Malformed {
    SealedList.Part part = new SealedList.Part(HASH, 3, "sighting-1/picture.jpg");
    byte[] list = new SealedList(List.of(part)).bytes();
    assertThat(list).isEqualTo(bytes("shotdeed-sealed@v1\n" + HASH + " 3 sighting-1/picture.jpg\n"));
    assertThat(SealedList.parse(list).parts()).containsExactly(part);
    assertThat(part.isOf(bytes("abc"))).isTrue();
    assertThat(part.isOf(bytes("abd"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "shotdeed-sealed@v1", "shotdeed-sealed@v1\nx\n", "shotdeed-sealed@v1\n" + HASH + " 3 ../a\n",
    "shotdeed-sealed@v1\n" + HASH + " -3 a\n", "shotdeed-sealed@v1\n" + HASH + " 3 a\n" + HASH + " 3 a\n",
    "shotdeed-sealed@v1\nBA" + " 3 a\n"})
  void what_is_no_sealed_list_is_refused(String text) {
    assertThatThrownBy(() -> SealedList.parse(bytes(text))).isInstanceOf(Malformed.class);
  }

  @Test
  void a_bundles_contents_read_back() throws Malformed {
    BundleContents contents = new BundleContents(
        "shotdeed/0123456789abcdef",
        new NoteKey("shotdeed/0123456789abcdef", NoteKey.LOG, new byte[NoteKey.BYTES]),
        7,
        "zh-CN",
        "2026-11-22T10:00:00Z",
        List.of(new SealedList.Part(HASH, 3, "manifest.json")),
        List.of(new SealedList.Part(HASH, 3, "screenshot.png")));
    assertThat(BundleContents.parse(contents.text())).isEqualTo(contents);
    assertThat(contents.text()).endsWith("file " + HASH + " 3 manifest.json\nwithheld " + HASH + " 3 screenshot.png\n");
  }

  @Test
  void contents_that_name_a_part_twice_or_themselves_are_refused() {
    String key = new NoteKey("o", NoteKey.LOG, new byte[NoteKey.BYTES]).text();
    String head = "shotdeed-bundle@v1\norigin o\nkey " + key + "\ncomplaint 1\nlanguage en\npacked t\n";
    for (String wrong : List.of(
        "file " + HASH + " 3 a\nwithheld " + HASH + " 3 a\n",
        "file " + HASH + " 3 contents.note\n",
        "withheld " + HASH + " 3 a\nfile " + HASH + " 3 b\n",
        "other " + HASH + " 3 a\n")) {
      assertThatThrownBy(() -> BundleContents.parse(head + wrong)).isInstanceOf(Malformed.class);
    }
  }

  @Test
  void a_proof_reads_back_and_leads_to_its_root() throws Malformed {
    byte[] extra = new LogRecord(new LinkedHashMap<>(Map.of("kind", "x"))).extra(new byte[32]);
    List<byte[]> leaves = MerkleTest.leaves(5);
    leaves.set(3, LogRecord.commitment(extra));
    Checkpoint checkpoint = new Checkpoint("log", 5, MerkleTest.root(leaves));
    SignedNote note =
        new SignedNote(checkpoint.text(), List.of(new SignedNote.Signature("log", new byte[4], new byte[64])));
    TlogProof proof = new TlogProof(extra, 3, MerkleTest.path(3, leaves), note);
    TlogProof read = TlogProof.parse(proof.format());
    assertThat(read.format()).isEqualTo(proof.format());
    assertThat(read.leadsToItsRoot()).isTrue();
    assertThat(new TlogProof(extra, 2, read.path(), note).leadsToItsRoot()).isFalse();
    assertThat(proof.format()).startsWith("c2sp.org/tlog-proof@v1\nextra ").contains("\nindex 3\n");
  }
}
