/**
 * The theft report as a file that leaves the server: PDF to read and pass on, CSV for a table, JSON for a program. Each
 * takes the report and its lines as they are; none knows a store or a route.
 */
package shotdeed.server.report.paper;
