package shotdeed.server.ledger.witness;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import shotdeed.ledger.NoteKey;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.RateLimit;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.StrangerBodies;

/**
 * The witness for the logs that it watches: {@code /witness} is what c2sp.org/tlog-witness calls the submission prefix.
 * Beside it, {@code /witness/key} shows the key that it signs with, and {@code /witness/checkpoint?log=ORIGIN} the last
 * checkpoint of a log that it signed, by which a log that came back from an old backup learns what it had signed.
 */
public final class WitnessRoutes implements RouteGroup {
  private static final String TEXT = "text/plain; charset=utf-8";

  /** Requests of one address that come to nothing, such as guesses at names of logs. */
  private static final int MOST_FAILED = 60;

  private final Witness witness;
  private final StrangerBodies strangers;
  private final RateLimit failures = new RateLimit(MOST_FAILED, Duration.ofMinutes(1));

  public WitnessRoutes(Witness witness, StrangerBodies strangers) {
    this.witness = witness;
    this.strangers = strangers;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/witness/add-checkpoint", this::add);
    routes.get("/witness/key", this::key);
    routes.get("/witness/checkpoint", this::checkpoint);
  }

  private void add(Context context) throws IOException {
    failures.require(context.ip());
    Witness.Answer answer = witness.add(strangers.bytes(context));
    switch (answer.outcome()) {
      case MALFORMED, UNSIGNED, UNKNOWN, INCONSISTENT -> failures.failed(context.ip());
      default -> { } // a size that is not known yet is how a log asks for it
    }
    context
        .status(answer.outcome().status())
        .contentType(answer.outcome() == Witness.Outcome.OTHER_SIZE ? "text/x.tlog.size" : TEXT)
        .result(answer.text());
  }

  private void key(Context context) {
    NoteKey key = witness.key().orElseThrow(() -> new Refused(Errors.NOT_FOUND));
    context.contentType(TEXT).result(key.text() + "\n");
  }

  private void checkpoint(Context context) {
    String origin = context.queryParam("log");
    String note = origin == null ? null : witness.latest(origin);
    if (note == null) {
      throw new Refused(Errors.NOT_FOUND);
    }
    context.contentType(TEXT).result(note);
  }
}
