/**
 * The monitor library as its people see it: searched, filtered, kept as views, and changed many certificates at once. How
 * one certificate takes a step stands in the package above.
 */
package shotdeed.server.monitor.library;
