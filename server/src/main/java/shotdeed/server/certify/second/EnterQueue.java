package shotdeed.server.certify.second;

import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.server.certify.AfterFirstReview;
import shotdeed.server.certify.Certificate;
import shotdeed.server.platform.Database;

/**
 * Gives what passed the first review its place in the queue of second reviews, and its deadline. The deadline is computed
 * once: a clock that jumps, other settings or another calendar move none that stands.
 */
public final class EnterQueue implements AfterFirstReview {
  private final Database database;
  private final SetUpReviews setUp;
  private final InstantSource clock;

  public EnterQueue(Database database, SetUpReviews setUp, InstantSource clock) {
    this.database = database;
    this.setUp = setUp;
    this.clock = clock;
  }

  @Override
  public void stored(Handle handle, Certificate certificate) {
    if (certificate.state() == CertificateState.FIRST_PASSED) {
      Instant now = clock.instant();
      QueueStore.enter(handle, certificate, setUp.due(ReviewSettings.current(handle), now), now);
    }
  }

  @Override
  public void committed() {
    // Whoever reviews looks for themselves.
  }

  /** A certificate that waited before waits again. */
  public void again(Handle handle, Certificate certificate) {
    if (certificate.state() == CertificateState.FIRST_PASSED) {
      QueueStore.again(handle, certificate.id(), setUp.due(ReviewSettings.current(handle), clock.instant()));
    }
  }

  /** Gives a place to whatever waits without one, as if it came now. */
  public void complete() {
    database.write(handle -> {
      QueueStore.missing(handle).forEach(certificate -> stored(handle, certificate));
      return null;
    });
  }
}
