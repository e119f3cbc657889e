/**
 * What others say about when the log had come so far: a time-stamp authority (RFC 3161) and a witness. Asking them takes
 * its own time beside the log and never holds it up; without them every time is this server's own claim.
 */
package shotdeed.server.ledger.outside;
