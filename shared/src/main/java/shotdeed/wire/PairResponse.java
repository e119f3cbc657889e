package shotdeed.wire;

/**
 * A paired device. The token is shown this once; the server keeps its hash.
 *
 * @param token sent as {@code Authorization: Bearer}
 * @param seller name of the seller
 * @param account name of the person
 * @param device name of the device
 * @param library id of the seller's library on this server: a UUID, always the same, equal nowhere else; no secret
 */
public record PairResponse(String token, String seller, String account, String device, String library) {}
