package shotdeed.server.verify;

import java.util.ArrayList;
import java.util.List;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.ledger.Leaf;
import shotdeed.server.ledger.LogStore;
import shotdeed.server.platform.Database;

/** The log's records about certificates, from the store. */
public final class StoredRecords implements CertificateLog {
  private final Database database;
  private final Ledger ledger;

  public StoredRecords(Database database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  @Override
  public List<Entry> of(int certificate) {
    List<Entry> entries = new ArrayList<>();
    for (Leaf leaf : database.read(handle -> LogStore.ofCertificate(handle, certificate))) {
      // What an earlier log never signed was logged again in the one after it.
      if (ledger.isCovered(leaf)) {
        entries.add(new Entry(leaf.entry(), ledger.origin(leaf), leaf.number()));
      }
    }
    return entries;
  }
}
