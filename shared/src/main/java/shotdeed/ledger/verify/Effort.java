package shotdeed.ledger.verify;

import shotdeed.ledger.Crypto;

/** How much of a bundle is checked, so that a hostile one does not keep whoever checks it busy for hours. */
final class Effort implements Crypto {
  /** A complaint of 300 sightings, each of another certificate with fifteen entries, has fewer. */
  static final int MAX_RECORDS = 5_000;

  /** The log's and a witness's of each record, and time stamps. */
  static final int MAX_SIGNATURES = 12_000;

  private final Crypto crypto;
  private int records;
  private int signatures;

  /** Thrown when there is more. */
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final int max;

    private TooMuch(String what, int max) {
      super("more than " + max + " " + what);
      this.what = what;
      this.max = max;
    }

    String what() {
      return what;
    }

    int max() {
      return max;
    }
  }

  Effort(Crypto crypto) {
    this.crypto = crypto;
  }

  /** Counts a record that is looked at. */
  void record() {
    if (++records > MAX_RECORDS) {
      throw new TooMuch("records", MAX_RECORDS);
    }
  }

  @Override
  public boolean verify(String algorithm, byte[] key, byte[] message, byte[] signature) {
    if (++signatures > MAX_SIGNATURES) {
      throw new TooMuch("signatures", MAX_SIGNATURES);
    }
    return crypto.verify(algorithm, key, message, signature);
  }
}
