package shotdeed.extension.scan;

import shotdeed.wire.SeenListing;

/** Is told of every picture that was looked at, or could not be. */
public interface Looked {
  /**
   * @param picture its address
   * @param failure why it could not be looked at, such as {@code unreachable}; empty if it was
   */
  void at(SeenListing listing, String picture, String failure);
}
