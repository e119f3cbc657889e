/** What becomes of a complaint once it is lodged: steps, deadlines, decisions, looking again, and what is known of a shop. */
package shotdeed.server.complain.outcome;
