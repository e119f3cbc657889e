/**
 * Measures matchers on photographs: what thieves do is done to them ({@code alter}), and several matchers, ours and public
 * ones, judge the same pictures in one run. Nothing of the program depends on it but its list of commands.
 */
package shotdeed.server.bench;
