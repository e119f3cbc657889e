package shotdeed.server.verify;

import java.util.List;
import shotdeed.ledger.LogRecord;

/** Where the log's records about a certificate come from. */
@FunctionalInterface
public interface CertificateLog {
  /**
   * A record and its place.
   *
   * @param origin of its log
   * @param leaf its place in the log, from 0
   */
  record Entry(LogRecord record, String origin, int leaf) {}

  /** What was logged about a certificate, in order; none if there is no such certificate, or its records were erased. */
  List<Entry> of(int certificate);
}
