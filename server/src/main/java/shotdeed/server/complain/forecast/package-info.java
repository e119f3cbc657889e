/** What a forecast rests on besides the rules: what is known of the shop, and when a decision may fall. */
package shotdeed.server.complain.forecast;
