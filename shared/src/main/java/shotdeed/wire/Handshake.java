package shotdeed.wire;

/**
 * Who answers, and what it speaks.
 *
 * @param server version of the server, such as {@code 0.1.0}
 * @param api version of the interface; 1
 * @param kernel version of the fingerprints, see {@code Kernel.VERSION}
 * @param seller name of the seller whose pictures this device sees
 * @param account name of the person who paired the device
 * @param device name given to the device when it was paired
 * @param missing monitored certificates that nothing is matched against, because their fingerprints of {@code kernel}
 *     are still being computed, or could not be; 0 when the library is complete
 * @param library id of the seller's library on this server: a UUID, always the same, equal nowhere else; no secret
 */
public record Handshake(
    String server, int api, int kernel, int missing, String seller, String account, String device, String library) {}
