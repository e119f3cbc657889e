package shotdeed.ledger.verify;

/** What came of checking a bundle. */
public enum Verdict {
  /** Everything holds, and the key is one that whoever checks knows. */
  VALID("valid"),

  /** Something was changed, left out, added or put elsewhere since the bundle was packed. */
  TAMPERED("tampered"),

  /** Everything holds, under a key that whoever checks did not name: somebody may have made up the whole bundle. */
  UNKNOWN_KEY("unknown-key");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  /** Name for programs and words. */
  public String text() {
    return text;
  }
}
