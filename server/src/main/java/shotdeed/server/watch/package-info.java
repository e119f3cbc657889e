/** The watch list: listings and shops that a team wants looked at again, who was there last, and what came of it. */
package shotdeed.server.watch;
