/** Time stamps of RFC 3161: what an authority signed about the time at which a log's checkpoint existed. */
package shotdeed.ledger.stamp;
