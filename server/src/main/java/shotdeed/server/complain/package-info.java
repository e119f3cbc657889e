/** From sightings to a complaint: the forecast, the sealed evidence, and the marketplace's case number. */
package shotdeed.server.complain;
