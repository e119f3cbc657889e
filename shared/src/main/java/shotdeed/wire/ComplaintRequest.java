package shotdeed.wire;

import java.util.List;

/**
 * Prepares a complaint. Sent as the part {@code complaint} of a multipart body, with a PNG or JPEG of the page in the
 * part {@code screenshot} where the browser may take one.
 *
 * @param clientKey a UUID made by the extension: the same request sent twice is one complaint
 * @param sightings 1 to 300 sightings of one shop
 * @param ownershipStated the person ticked "I own these photographs and did not license them to this shop"; without it
 *     nothing is prepared
 * @param preparedAt when the person clicked
 * @param noScreenshot why there is no screenshot, a sentence of {@code NoScreenshot} or another, or {@code null} if there is one
 * @param capture the page at the click; {@code null} where it is not known: an extension that does not capture it, a tab that
 *     was closed or has gone on to another page, the server's own console
 * @param reasons why the person complains although something speaks against it, each code once; {@code null} for none
 */
public record ComplaintRequest(
    String clientKey,
    List<Integer> sightings,
    boolean ownershipStated,
    String preparedAt,
    String noScreenshot,
    CaptureClient client,
    PageCapture capture,
    List<ComplaintReason> reasons) {}
