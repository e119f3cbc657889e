package shotdeed.server.report.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Texts;
import shotdeed.server.report.paper.ReportFiles.Form;

/** Who may make a PDF when. */
class ReportFilesTest {
  @Test
  void a_pdf_asked_for_while_another_is_made_is_refused_at_once_and_says_when_to_come_back() {
    Semaphore turn = new Semaphore(1, true);
    turn.acquireUninterruptibly();
    ReportFiles files = new ReportFiles(null, null, null, turn);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Refused refused = catchThrowableOfType(
        Refused.class, () -> files.write(out, PaperSample.report(1), Form.PDF, Texts.in(Language.of("en"))));
    assertThat(refused.error()).isEqualTo(Errors.BUSY);
    assertThat(refused.members()).containsEntry("retryAfter", 10);
    assertThat(out.size()).isZero();
    assertThat(turn.availablePermits()).as("nobody's turn was taken from them").isZero();
  }
}
