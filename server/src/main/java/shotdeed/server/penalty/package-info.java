/** Penalty policies on the server: the files, their validation, the choice among them, and the {@code forecast} command. */
package shotdeed.server.penalty;
