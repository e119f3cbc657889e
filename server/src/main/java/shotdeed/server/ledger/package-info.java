/**
 * The append-only log (RFC 6962, c2sp.org/tlog-tiles): what was certified, decided and sealed, in the order in which it
 * was. Features append in the transaction of the step itself; who reads proofs needs {@link shotdeed.server.ledger.Ledger}.
 */
package shotdeed.server.ledger;
