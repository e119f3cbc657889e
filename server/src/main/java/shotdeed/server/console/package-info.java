/**
 * The pages for people: what the features do, shown in a browser. It calls the features' use cases and is known to
 * nobody but the class that puts the server together. Everything works without scripts.
 */
package shotdeed.server.console;
