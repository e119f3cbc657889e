package shotdeed.wire;

/**
 * What the server itself found in the bytes of a {@link SightingReport}.
 *
 * @param clientKey as reported
 * @param sighting number of the sighting; 0 if the server does not confirm the hit, and then nothing is kept
 * @param verdict {@code copy}, {@code related} or {@code none}
 * @param match {@code null} if there is none
 * @param certificate {@code null} if there is none
 * @param state see {@code SightingState}; {@code null} if there is no sighting
 * @param complaint number of the complaint that holds this sighting, or 0
 * @param geometry how the copy lies on the original; {@code null} if there is no match, of the same file, and of
 *     sightings from before there was geometry
 * @param mark what was read of an invisible mark; {@code null} if there is no sighting, and of sightings from before
 *     marks were read
 */
public record SightingResult(
    String clientKey,
    int sighting,
    String verdict,
    Match match,
    CertificateSummary certificate,
    String state,
    int complaint,
    Geometry geometry,
    ReadMark mark) {}
