package shotdeed.server.certify.second;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.model.CertificateState;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Leaks;
import shotdeed.server.certify.ListCertificates;
import shotdeed.server.certify.SecondReview;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Times;

/**
 * Where an admin has a share of the pictures looked at by a person, draws lots and approves the others by machine, which
 * their certificates say. Lots come from the system's secure source, are drawn once a picture, and only after the upload
 * was answered: nobody who uploads can know or try. Whoever had a picture rejected lately is looked at by a person in
 * any case, or lots would be worth trying again.
 */
public final class MachineReview {
  private static final Logger LOG = LoggerFactory.getLogger(MachineReview.class);

  /** How long a rejection has all of a seller's pictures looked at by a person. */
  static final Duration WARY = Duration.ofDays(90);

  private static final int CHUNK = 200;

  private final Database database;
  private final SecondReview review;
  private final RandomGenerator random;
  private final InstantSource clock;

  public MachineReview(Database database, SecondReview review, InstantSource clock) {
    this(database, review, new SecureRandom(), clock);
  }

  MachineReview(Database database, SecondReview review, RandomGenerator random, InstantSource clock) {
    this.database = database;
    this.review = review;
    this.random = random;
    this.clock = clock;
  }

  /** Draws for all that waits and was not drawn for; does nothing where a person looks at every picture. */
  public int run() throws IOException {
    int approved = 0;
    List<Integer> undrawn = undrawn();
    while (!undrawn.isEmpty()) {
      for (int certificate : undrawn) {
        approved += draw(certificate) ? 1 : 0;
      }
      undrawn = undrawn();
    }
    return approved;
  }

  private List<Integer> undrawn() {
    return database.read(handle ->
        ReviewSettings.current(handle).sampled() ? QueueStore.undrawn(handle, CHUNK) : List.of());
  }

  /** Returns whether the machine approved it. */
  private boolean draw(int id) throws IOException {
    Certificate found = database.read(handle -> CertificateStore.find(handle, id));
    CertificateState after =
        review.changing(found.seller(), id, () -> database.write(handle -> drawn(handle, id))).state();
    return ListCertificates.UNMONITORED.contains(after);
  }

  private Certificate drawn(Handle handle, int id) {
    Certificate before = CertificateStore.find(handle, id);
    ReviewSettings settings = ReviewSettings.current(handle);
    if (before.state() != CertificateState.FIRST_PASSED || !settings.sampled()) {
      return before; // somebody was quicker
    }
    boolean person = random.nextInt(settings.oneIn()) == 0 || wary(handle, before.seller()) || Leaks.known(handle, before);
    QueueStore.drawn(handle, id, person, settings.oneIn());
    if (person) {
      return before;
    }
    LOG.debug("certificate {} is approved by the machine", id);
    return review.approveByMachine(handle, before, clock.instant());
  }

  private boolean wary(Handle handle, int seller) {
    return handle.createQuery(
            """
            select count(*) from review r join certificate c on c.id = r.certificate_id
            where c.seller_id = :seller and c.state = 'rejected' and r.decision = 'reject' and r.decided_at > :since""")
        .bind("seller", seller)
        .bind("since", Times.text(clock.instant().minus(WARY)))
        .mapTo(int.class)
        .one() > 0;
  }
}
