/** Finds the certificates that a picture may be a copy of, by its features, and has geometry confirm them. */
package shotdeed.server.lookup;
