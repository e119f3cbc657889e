package shotdeed.server.complain.forecast;

/**
 * Points that somebody of the seller's knows a shop to have from others' complaints.
 *
 * @param min 0 or more
 * @param max {@code min} or more; {@code null} if there may be any number more
 * @param year calendar year of the marketplace
 * @param note how it is known; may be empty
 * @param by name of the account
 * @param at when it was stated, ISO 8601
 */
public record StatedPoints(int id, String ledger, int min, Integer max, int year, String note, String by, String at) {}
