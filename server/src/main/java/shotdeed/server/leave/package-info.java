/** A seller takes everything along, and leaves. */
package shotdeed.server.leave;
