/**
 * The seam between Java and the browser: the only package that touches JavaScript. Everything here is thin. Methods that
 * say "waits" must be called from a {@link shotdeed.extension.browser.Tasks task}, never straight from a callback.
 */
package shotdeed.extension.browser;
