package shotdeed.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.digest.Sha256;

class SignedNoteTest {
  /** The example that golang.org/x/mod/sumdb/note documents. */
  private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String NOTE =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n"
          + "\n"
          + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  private final Crypto crypto = new JdkCrypto();

  @Test
  void a_published_note_is_signed_by_its_published_key() throws Malformed {
    NoteKey key = NoteKey.parse(KEY);
    SignedNote note = SignedNote.parse(NOTE);
    assertThat(note.isSignedBy(key, crypto)).isTrue();
    assertThat(note.format()).isEqualTo(NOTE);
    assertThat(key.text()).isEqualTo(KEY);
    assertThat(key.fingerprint()).isEqualTo(Sha256.hex(key.publicKey())).hasSize(64);
  }

  @Test
  void another_text_or_another_key_is_not_signed() throws Malformed {
    NoteKey key = NoteKey.parse(KEY);
    assertThat(SignedNote.parse(NOTE.replace("answer", "Answer")).isSignedBy(key, crypto)).isFalse();
    NoteKey other = new NoteKey(key.name(), NoteKey.LOG, new byte[32]);
    assertThat(SignedNote.parse(NOTE).isSignedBy(other, crypto)).isFalse();
    assertThat(SignedNote.parse(NOTE).witnessedBy(key, crypto)).isEqualTo(-1);
  }

  @Test
  void a_second_signature_of_the_same_key_that_does_not_hold_spoils_the_note() throws Malformed {
    NoteKey key = NoteKey.parse(KEY);
    SignedNote note = SignedNote.parse(NOTE);
    SignedNote two = note.with(new SignedNote.Signature(key.name(), key.id(), new byte[64]));
    assertThat(two.isSignedBy(key, crypto)).isFalse();
    assertThat(note.with(new SignedNote.Signature("other", new byte[4], new byte[64])).isSignedBy(key, crypto)).isTrue();
  }

  @Test
  void sixteen_signatures_are_read_and_no_more() throws Malformed {
    String signature = NOTE.substring(NOTE.lastIndexOf("\n\n") + 2);
    assertThat(SignedNote.parse("text\n\n" + signature.repeat(16)).signatures()).hasSize(16);
    assertThatThrownBy(() -> SignedNote.parse("text\n\n" + signature.repeat(17))).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> SignedNote.parse("text\n\n— name " + "AAAA".repeat(3_000) + "\n"))
        .isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "",
    "\n\n",
    "text\n",
    "text\n\n",
    "text\n\nno signature\n",
    "text\n\n— name\n",
    "text\n\n— name AAAA\n",
    "text\n\n— na me AAAAAAAA\n",
    "text\n\n— na+me AAAAAAAA\n",
    "text\n\n— name AAAAAAAA",
    "text\r\n\n— name AAAAAAAA\n",
    "text\n\n— name AAAAAAB=\n"
  })
  void what_is_no_note_is_refused(String text) {
    assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a+b", "a+00000000+AA==", "a b+00000000+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"})
  void what_is_no_key_is_refused(String text) {
    assertThatThrownBy(() -> NoteKey.parse(text)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"origin\n1\n", "origin\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
    "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "origin\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
    "origin\n99999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "origin\n1\n47DEQpj8\n",
    "origin\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nmore\n"})
  void what_is_no_checkpoint_is_refused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(Malformed.class);
  }

  @Test
  void a_checkpoint_reads_back() throws Malformed {
    String text = "example.com/log\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    assertThat(Checkpoint.parse(text).size()).isEqualTo(20852163);
    assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
  }
}
