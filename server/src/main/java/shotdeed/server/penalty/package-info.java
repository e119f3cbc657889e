/** Penalty policies on the server: files, validation, the choice among them, and the {@code forecast} command. */
package shotdeed.server.penalty;
