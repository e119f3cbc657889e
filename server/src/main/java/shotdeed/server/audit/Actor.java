package shotdeed.server.audit;

/** Whoever does something that is put on record. */
public interface Actor {
  /** Number of the account. */
  int account();

  /** Number of the seller that the account belongs to. */
  int seller();

  /** Number of the paired device, or {@code null} in the console. */
  Integer device();

  /** Whether the whole record is open to them. */
  boolean administers();

  /** Whether the record of their own seller is open to them. */
  boolean owns();
}
