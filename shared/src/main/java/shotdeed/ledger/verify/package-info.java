/** Checks an evidence bundle by its bytes alone; the same on a server, in a command and in an offline page. */
package shotdeed.ledger.verify;
