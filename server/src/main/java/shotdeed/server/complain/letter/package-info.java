/** Letters that ask a shop to take pictures down by a day: the milder way, before a complaint. */
package shotdeed.server.complain.letter;
