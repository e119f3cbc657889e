package shotdeed.model;

/** Where a certificate stands. */
public enum CertificateState {
  /** Refused by the first review, with reasons. */
  REFUSED,
  /** Passed the first review; waits for a person. */
  FIRST_PASSED,
  /** Rejected by the second review, with reasons. */
  REJECTED,
  /** Passed both reviews, declared unpublished when it was uploaded; not yet monitored. */
  CERTIFIED,
  /** Passed both reviews, published before it was uploaded; not yet monitored. */
  REGISTERED,
  /** In the monitor library: page pictures are matched against it. */
  MONITORED,
  /** Taken out of the monitor library for a while. */
  PAUSED,
  /** Taken out for good; kept as a record. */
  RETIRED,
  /** Somebody else claims the photograph: complaints about it wait until a neutral reviewer has decided. */
  CONTESTED,
  /** Taken away by the decision of a dispute; kept as a record. */
  REVOKED,
  /** Ended by its owner because the original leaked: whoever shows it proves nothing. Kept as a record. */
  VOIDED;

  /** As written in messages and files. */
  public String text() {
    return Names.text(this);
  }

  /** Reads {@link #text()}. */
  public static CertificateState of(String text) {
    return Names.of(values(), text);
  }
}
