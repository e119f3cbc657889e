/** What every feature stands on: settings, data folder, database, files, the web server, errors and texts. */
package shotdeed.server.platform;
