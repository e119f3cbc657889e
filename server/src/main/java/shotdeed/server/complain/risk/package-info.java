/** What a complaint risks for the seller who lodges it: what speaks against it, and what has to be said before it is prepared. */
package shotdeed.server.complain.risk;
