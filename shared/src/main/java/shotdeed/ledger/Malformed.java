package shotdeed.ledger;

/** Something that is not in the form it should be in; the message says in English what is wrong with it. */
public final class Malformed extends Exception {
  public Malformed(String message) {
    super(message);
  }
}
