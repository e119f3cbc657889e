/** The figures of a seller's weeks: monitored, seen, new, complained, and what came of it. */
package shotdeed.server.dashboard;
