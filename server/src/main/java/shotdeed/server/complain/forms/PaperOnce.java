package shotdeed.server.complain.forms;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Content;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;

/**
 * The evidence on paper, made once however many places want it. The other files are no worse for a paper that cannot be
 * made: only who asks for its content gets to know.
 */
final class PaperOnce {
  private static final Logger LOG = LoggerFactory.getLogger(PaperOnce.class);

  private final EvidencePaper paper;
  private final Caller caller;
  private final int complaint;
  private final Language language;
  private boolean asked;
  private byte[] made;
  private IOException damaged;
  private Refused busy;

  PaperOnce(EvidencePaper paper, Caller caller, int complaint, Language language) {
    this.paper = paper;
    this.caller = caller;
    this.complaint = complaint;
    this.language = language;
  }

  /** Whether there is one, or would be. */
  boolean exists() {
    if (!asked) {
      asked = true;
      make();
    }
    return made != null || unmade();
  }

  private void make() {
    try {
      made = paper.of(caller, complaint, language);
    } catch (IOException e) {
      LOG.error("the evidence of complaint {} could not be put on paper", complaint, e);
      damaged = e;
    } catch (Refused e) {
      if (e.error() != Errors.BUSY) {
        throw e;
      }
      busy = e;
    }
  }

  /** Whether it was asked for and could not be made now. */
  boolean unmade() {
    return damaged != null || busy != null;
  }

  /**
   * The paper that {@link #exists}.
   *
   * @throws IOException if a sealed part is missing or damaged
   * @throws Refused if too many are being made
   */
  Content content() throws IOException {
    if (damaged != null) {
      throw damaged;
    }
    if (busy != null) {
      throw busy;
    }
    return Content.of("", made);
  }
}
