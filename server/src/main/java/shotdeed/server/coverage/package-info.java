/** What the team's browsers have looked at, day by day: a report about copies says what it rests on. */
package shotdeed.server.coverage;
