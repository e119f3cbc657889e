/**
 * The records of {@code shotdeed.wire} as the browser's JSON, one class a topic. Reading is strict; the example files
 * that the server is tested on hold these too.
 */
package shotdeed.extension.wire;
