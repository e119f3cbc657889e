/** Who did what, and who looked at what: written with each step, never changed. */
package shotdeed.server.audit;
