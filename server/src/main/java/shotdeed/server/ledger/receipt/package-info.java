/** What the log says of a certificate, for its owner to keep: proofs, with what others said about their times. */
package shotdeed.server.ledger.receipt;
