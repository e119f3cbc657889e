/**
 * The theft report: what was seen of whose pictures since the last one, made each day at an hour of the seller's own clock,
 * and on demand; kept, shown, and handed over.
 */
package shotdeed.server.report;
