package shotdeed.wire;

import java.util.List;

/**
 * The page at the click, as the seller's browser states it.
 *
 * @param url address of the page then
 * @param title of the page
 * @param texts what identifies shop and item as the page shows it, such as the item's title, the shop's name, a price
 * @param width of the part of the page that is in view, in CSS pixels
 * @param height of it
 * @param screenshotAt when the screenshot was taken, or {@code null}
 * @param keep boxes of the screenshot that stay readable when names of others are masked: the picture in question, the
 *     item's title, this shop's name
 * @param unseen why the picture was not in view, or {@code null}
 */
public record PageCapture(
    String url,
    String title,
    List<String> texts,
    int width,
    int height,
    String screenshotAt,
    List<Box> keep,
    String unseen) {
  /** A part of what is in view, in CSS pixels from its top left. */
  public record Box(int left, int top, int right, int bottom) {}
}
