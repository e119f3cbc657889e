package shotdeed.model;

/** Where a complaint stands. */
public enum ComplaintState {
  /** Ready (已备好); the marketplace knows nothing of it. */
  PREPARED,
  /** Lodged (已提交): the marketplace's case number is recorded. */
  SUBMITTED,
  /** The accused shop may answer. */
  EVIDENCE_PERIOD,
  /** The marketplace agreed. */
  UPHELD,
  /** The marketplace did not agree. */
  DISMISSED,
  /** Somebody appealed. */
  APPEALED,
  /** No further step is possible. */
  FINAL,
  /** Taken back. */
  WITHDRAWN;

  /** As written in messages and files. */
  public String text() {
    return Names.text(this);
  }

  /** Reads {@link #text()}. */
  public static ComplaintState of(String text) {
    return Names.of(values(), text);
  }
}
