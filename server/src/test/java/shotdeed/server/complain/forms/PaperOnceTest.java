package shotdeed.server.complain.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;

class PaperOnceTest {
  private static PaperOnce once(EvidencePaper paper) {
    return new PaperOnce(paper, null, 7, Language.ENGLISH);
  }

  @Test
  void it_is_made_once_however_many_places_want_it() throws IOException {
    AtomicInteger made = new AtomicInteger();
    PaperOnce paper = once((caller, complaint, language) -> new byte[] {(byte) made.incrementAndGet()});
    assertThat(paper.exists()).isTrue();
    assertThat(paper.exists()).isTrue();
    assertThat(paper.content().bytes()).containsExactly(1);
    assertThat(paper.unmade()).isFalse();
    assertThat(once((caller, complaint, language) -> null).exists()).isFalse();
  }

  @Test
  void a_damaged_part_and_too_many_at_once_are_known_and_only_its_content_fails() {
    PaperOnce damaged = once((caller, complaint, language) -> {
      throw new IOException("the stored file ab was damaged");
    });
    assertThat(damaged.exists()).isTrue();
    assertThat(damaged.unmade()).isTrue();
    assertThatThrownBy(damaged::content).hasMessage("the stored file ab was damaged");
    PaperOnce busy = once((caller, complaint, language) -> {
      throw new Refused(Errors.BUSY);
    });
    assertThat(busy.exists()).isTrue();
    assertThat(busy.unmade()).isTrue();
    assertThatThrownBy(busy::content).isInstanceOf(Refused.class);
  }

  @Test
  void any_other_refusal_is_one_of_all_files() {
    PaperOnce strange = once((caller, complaint, language) -> {
      throw new Refused(Errors.NOT_FOUND);
    });
    assertThatThrownBy(strange::exists).isInstanceOf(Refused.class);
  }
}
