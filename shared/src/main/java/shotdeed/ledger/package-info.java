/**
 * The formats of the log and of evidence, and what checks them: pure functions over bytes, the same on the server and in
 * a browser. Signatures are checked by whoever runs it, through {@link shotdeed.ledger.Crypto}.
 */
package shotdeed.ledger;
