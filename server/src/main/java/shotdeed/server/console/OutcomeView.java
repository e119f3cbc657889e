package shotdeed.server.console;

import shotdeed.server.account.Caller;
import shotdeed.server.complain.outcome.Progress;
import shotdeed.server.complain.outcome.ReadProgress;

/** What the page of a complaint shows of its way. */
public final class OutcomeView {
  private final ReadProgress progress;

  public OutcomeView(ReadProgress progress) {
    this.progress = progress;
  }

  Progress of(Caller caller, int complaint) {
    return progress.run(caller, complaint);
  }
}
