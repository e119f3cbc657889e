package shotdeed.server.ledger.outside;

import java.time.Duration;
import shotdeed.server.platform.OutsideCall;

/** Somebody outside who is asked about the log again and again, for as long as the server runs. */
abstract sealed class Outsider implements AutoCloseable permits Stamping, Witnessing {
  /** For a connection. */
  static final Duration CONNECT = Duration.ofSeconds(5);

  /** For all of a call. */
  static final Duration WHOLE = Duration.ofSeconds(20);

  private final OutsideCall call;
  private final OutsideErrand errand;

  Outsider(OutsideCall call, OutsideErrand errand) {
    this.call = call;
    this.errand = errand;
  }

  final OutsideErrand errand() {
    return errand;
  }

  /** Goes on with what an earlier run left. */
  public final void start() {
    errand.start();
  }

  /** Evidence was sealed, so that it matters to be soon; returns at once. */
  public final void sealed() {
    errand.sealed();
  }

  /** Asks now if that is due; returns whether there is an answer that was not there before. */
  public final boolean once() {
    return errand.once();
  }

  /** How it stands, for a log of so many leaves. */
  public final OutsideStatus.Side side(String origin, int size) {
    return errand.side(origin, size);
  }

  @Override
  public final void close() {
    errand.stop();
    call.close();
    errand.close();
  }
}
