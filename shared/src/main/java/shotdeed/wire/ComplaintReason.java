package shotdeed.wire;

/**
 * Why a person complains although something speaks against it.
 *
 * @param code of what speaks against it, as the server's risk names it
 * @param text in the person's own words, at most 500 characters
 */
public record ComplaintReason(String code, String text) {}
