/** Digests and checks of bytes, the same on the server and in a browser. */
package shotdeed.digest;
