package shotdeed.server.complain;

import shotdeed.wire.CaptureClient;
import shotdeed.wire.PageCapture;

/**
 * The page at the click. What the browser states is bounded and else as it came; what the server found of it is marked so.
 *
 * @param page as stated; {@code null} if the browser said nothing of it
 * @param client what captured it, as stated
 * @param pageOfSighting the sighting whose page this is, by its address; 0 if it is another page, or none is stated.
 *     Found by the server
 * @param screenshotWidth pixels of the screenshot as displayed; 0 without one. Found by the server
 * @param screenshotHeight pixels of it
 */
public record Capture(
    PageCapture page, CaptureClient client, int pageOfSighting, int screenshotWidth, int screenshotHeight) {
  /** How far the two scales may differ: a screenshot is rounded to whole pixels. */
  private static final double TOLERANCE = 0.02;

  /** Whether the page stated is another than any of the sightings'. */
  public boolean isAnotherPage() {
    return page != null && pageOfSighting == 0;
  }

  /** Whether the screenshot has the proportions of what the browser says was in view: else its boxes mean nothing. */
  public boolean fits() {
    if (page == null || screenshotWidth == 0) {
      return false;
    }
    double across = (double) screenshotWidth / page.width();
    double down = (double) screenshotHeight / page.height();
    return Math.abs(across / down - 1) <= TOLERANCE;
  }
}
