/**
 * The messages between extension and server, as records. Names in JSON are the components' names; every component is
 * present unless its description says that it may be {@code null}. Times are ISO 8601 in UTC with a {@code Z}. The
 * server writes them with Jackson, the extension with the browser's own parser; one set of example files, among this
 * module's test resources, holds both to the same form.
 */
package shotdeed.wire;
