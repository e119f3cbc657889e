package shotdeed.penalty;

/** The conditions that a marketplace's point rules distinguish. */
public enum RuleKind {
  /** The first of the year: see {@link Grace}. */
  GRACE,
  /** Each one that is nothing else. */
  ORDINARY,
  /** Serious: the same holder's right used again, from a number of established complaints on. */
  REPEATED,
  /** Serious cases have reached a number. */
  SEVERE,
  /** A person judges it so: a court's or agency's finding with bad means, or dense, massive, hostile to supervision. */
  EXTREME
}
