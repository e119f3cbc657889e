/** Complaints about many listings of one shop, split as each marketplace's form takes them, prepared in one go. */
package shotdeed.server.complain.batch;
