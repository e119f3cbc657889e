package shotdeed.penalty;

/**
 * An article or document that a policy was read from.
 *
 * @param id short name within the file
 * @param name title, or site and page
 * @param url address without a scheme, or {@code null} if none is known
 * @param read {@code copy}: an article that repeats the rule; {@code official}: the marketplace's own page
 * @param date when it was published, as far as known ({@code 2023-01-11}, {@code 2016-05}), or {@code null}
 */
public record Source(String id, String name, String url, String read, String date) {}
