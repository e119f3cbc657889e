package shotdeed.server.complain.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.platform.Language;

class KeptPaperTest {
  private static Caller of(int seller) {
    return new Caller(1, "Li", seller, "Willow", "library", Set.of(Role.OWNER), null, null, null);
  }

  @Test
  void a_paper_is_made_once_for_each_seller_complaint_and_language() throws IOException {
    List<String> made = new ArrayList<>();
    KeptPaper paper = new KeptPaper((caller, complaint, language) -> {
      made.add(caller.seller() + " " + complaint + " " + language.tag());
      return complaint == 9 ? null : new byte[] {1};
    });
    for (int i = 0; i < 2; i++) {
      assertThat(paper.of(of(7), 1, Language.ENGLISH)).containsExactly(1);
      assertThat(paper.of(of(8), 1, Language.ENGLISH)).containsExactly(1);
      assertThat(paper.of(of(7), 2, Language.ENGLISH)).containsExactly(1);
      assertThat(paper.of(of(7), 1, Language.SIMPLIFIED_CHINESE)).containsExactly(1);
    }
    assertThat(made).containsExactly("7 1 en", "8 1 en", "7 2 en", "7 1 zh-CN");
    assertThat(paper.of(of(7), 9, Language.ENGLISH)).isNull();
  }
}
