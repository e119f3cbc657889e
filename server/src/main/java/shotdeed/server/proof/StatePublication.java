package shotdeed.server.proof;

import java.time.Instant;
import java.time.InstantSource;
import shotdeed.model.Grade;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.FirstPublication;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;

/** States, later than at the upload, where and when a registered photograph was first published. */
public final class StatePublication {
  /** Statements about one certificate. */
  private static final int MAX_STATEMENTS = 20;

  private final Database database;
  private final ProofAccess access;
  private final InstantSource clock;

  public StatePublication(Database database, ProofAccess access, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Adds a statement; the earlier ones stay.
   *
   * @param day ISO 8601
   * @throws Refused if one of them is missing, or the photograph was certified as unpublished
   */
  public void run(Caller caller, int certificate, String place, String day) {
    Instant now = clock.instant();
    String where = Fields.text("firstPublished", place, FirstPublication.MAX_PLACE);
    String on = Fields.present("publishedOn", FirstPublication.day(day, now));
    database.write(handle -> {
      Certificate found = access.change(handle, caller, certificate);
      if (found.grade() != Grade.REGISTERED_AFTER_PUBLICATION) {
        throw new Refused(Errors.NOT_FOUND);
      }
      if (FirstPublication.of(handle, certificate).size() >= MAX_STATEMENTS) {
        throw Fields.invalid("firstPublished", "stated " + MAX_STATEMENTS + " times at most");
      }
      FirstPublication.insert(handle, certificate, where, on, caller.account(), now);
      Audit.did(handle, now, caller, "publication.state", "certificate", certificate, on);
      return null;
    });
  }
}
