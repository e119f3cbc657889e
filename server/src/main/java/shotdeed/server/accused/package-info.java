/** The other side: a seller's own shop is accused of using somebody else's picture. */
package shotdeed.server.accused;
