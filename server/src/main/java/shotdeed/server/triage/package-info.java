/**
 * What people decide about copies that were found: one finding at a time, each decision on record, and each to be taken
 * back; and the shops that are excused, because they are the seller's own or may use the photographs.
 */
package shotdeed.server.triage;
