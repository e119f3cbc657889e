/**
 * What thieves do to photographs, as a program: a table of alterations ({@link Alterations}) and the work behind it, a file
 * a kind. Pure: the same picture, names and seed give the same files.
 */
package shotdeed.server.bench.alter;
