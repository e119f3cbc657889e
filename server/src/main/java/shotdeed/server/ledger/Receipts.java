package shotdeed.server.ledger;

import java.util.List;
import shotdeed.ledger.TlogProof;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** What the log says of a certificate, with a proof of each; whoever asks must have looked whose it is. */
public final class Receipts {
  private final Database database;
  private final Ledger ledger;

  public Receipts(Database database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /** Everything about a certificate of which there is a proof, oldest first. */
  public List<Leaf> of(int certificate) {
    return database.read(handle -> LogStore.ofCertificate(handle, certificate)).stream().filter(ledger::isCovered).toList();
  }

  /**
   * A proof that anybody can check without this server.
   *
   * @param place in the list of {@link #of}, from 1
   */
  public TlogProof proof(int certificate, int place) {
    List<Leaf> leaves = of(certificate);
    if (place < 1 || place > leaves.size()) {
      throw new Refused(Errors.NOT_FOUND);
    }
    Leaf leaf = leaves.get(place - 1);
    return ledger.proof(leaf, ledger.covering(leaf));
  }

  /** See {@link Ledger#origin}. */
  public String origin() {
    return ledger.origin();
  }

  /** What people know the log's key by. */
  public String fingerprint() {
    return ledger.key().fingerprint();
  }
}
