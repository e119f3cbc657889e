/** Watches other servers' logs for them, as c2sp.org/tlog-witness has it: signs that they only grow, and when. */
package shotdeed.server.ledger.witness;
