package shotdeed.server.complain.forms;

import java.io.IOException;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Language;

/** The evidence on paper, as others make it. */
public interface EvidencePaper {
  /**
   * A PDF of one of the caller's own complaints. It is asked for with each page view and each file: see {@link
   * KeptPaper}.
   *
   * @return {@code null} if there is none
   */
  byte[] of(Caller caller, int complaint, Language language) throws IOException;
}
