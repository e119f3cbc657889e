/** The monitor library: what the browser matches against, what the server confirms, and what was seen. */
package shotdeed.server.monitor;
