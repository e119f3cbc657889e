package shotdeed.server.certify;

import org.jdbi.v3.core.Handle;

/** What else happens when a photograph has passed the first review. The one who uploads sees and waits for none of it. */
public interface AfterFirstReview {
  /** In the transaction that stores the certificate. */
  void stored(Handle handle, Certificate certificate);

  /** After that transaction, outside of every lock; returns at once. */
  void committed();
}
