package shotdeed.server.ledger.receipt;

import java.time.Instant;
import java.util.List;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.TlogProof;
import shotdeed.server.ledger.Leaf;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.ledger.LogStore;
import shotdeed.server.ledger.outside.OutsideTime;
import shotdeed.server.ledger.outside.OutsideTimes;
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

  /**
   * An entry of the log.
   *
   * @param by who else says that it existed no later than {@code at}; {@code null} if its time is the operator's own claim
   */
  public record Receipt(Leaf leaf, String by, Instant at) {}

  /** Everything about a certificate of which there is a proof, oldest first. */
  public List<Receipt> of(int certificate) {
    return leaves(certificate).stream()
        .map(leaf -> {
          OutsideTime said = said(leaf);
          return new Receipt(leaf, said == null ? null : said.by(), said == null ? null : Instant.parse(said.time()));
        })
        .toList();
  }

  private List<Leaf> leaves(int certificate) {
    return database.read(handle -> LogStore.ofCertificate(handle, certificate)).stream()
        .filter(ledger::isCovered)
        .toList();
  }

  /** The earliest that was said outside, or {@code null}. */
  private OutsideTime said(Leaf leaf) {
    List<OutsideTime> all =
        database.read(handle -> OutsideTimes.covering(handle, ledger.origin(leaf), leaf.number()));
    return all.isEmpty() ? null : all.get(0);
  }

  /**
   * A proof that anybody can check without this server, under the earliest checkpoint that somebody outside saw.
   *
   * @param place in the list of {@link #of}, from 1
   */
  public TlogProof proof(int certificate, int place) {
    List<Leaf> leaves = leaves(certificate);
    if (place < 1 || place > leaves.size()) {
      throw new Refused(Errors.NOT_FOUND);
    }
    Leaf leaf = leaves.get(place - 1);
    OutsideTime said = said(leaf);
    SignedNote checkpoint = said == null ? ledger.covering(leaf) : said.checkpoint().note();
    return ledger.proof(leaf, checkpoint);
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
