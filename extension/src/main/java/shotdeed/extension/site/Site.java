package shotdeed.extension.site;

import java.util.List;
import shotdeed.wire.SeenListing;

/** One marketplace: what its pages look like. One file a marketplace, so that a changed page is a one-file fix. */
public interface Site {
  /** The marketplace's short name, such as {@code amazon}; {@code other} for pages of no marketplace that is known. */
  String name();

  /** Whose rules hold: {@code taobao}, {@code tmall} or {@code other}. */
  String market();

  /** Whether this adapter reads pages of a host. */
  boolean covers(String host);

  /** Match patterns of its pages; empty for the generic one. */
  List<String> pages();

  /** Match patterns of the servers that hold its pictures, and of the frames in its pages. */
  List<String> pictures();

  /** The marketplace's number of the item that an address leads to; empty if it leads to none. */
  String item(String address);

  /** The address that names an item and nothing else, for a link that leads to one. */
  String itemAddress(String link);

  /** How to read a page. */
  Shape shape(String address);

  /** How to read a frame in such a page. */
  Shape frame(String address);

  /** What the page says of item and shop, as far as it says it. */
  SeenListing listing(Facts facts);

  /** Parts that every item page has, as far as is known: of {@code title}, {@code shop} and {@code main}. */
  List<String> expected();
}
