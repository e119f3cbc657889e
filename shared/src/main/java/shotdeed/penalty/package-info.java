/**
 * What an upheld complaint would cost a shop: a marketplace's rules as data, and the engine that reads them.
 *
 * <p>A {@link shotdeed.penalty.PenaltyPolicy} mirrors one policy file, every number in it with its sources and a
 * confidence. {@link shotdeed.penalty.PenaltyEngine} applies it to what is known of a shop and answers with a {@link
 * shotdeed.penalty.Forecast}. The engine knows no number: points, thresholds, days, hours, the time zone all come from
 * the file. Component names are the names in JSON.
 */
package shotdeed.penalty;
