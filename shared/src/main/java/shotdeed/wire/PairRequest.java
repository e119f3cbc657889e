package shotdeed.wire;

/**
 * Trades a one-time code for a device's token.
 *
 * @param code the part of the pairing link behind {@code #}
 * @param device what the person wants to call this browser, 1 to 80 characters
 */
public record PairRequest(String code, String device) {}
