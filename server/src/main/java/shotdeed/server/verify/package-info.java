/** Checking evidence bundles: the command, the public page, and the offline page that goes into each bundle. */
package shotdeed.server.verify;
