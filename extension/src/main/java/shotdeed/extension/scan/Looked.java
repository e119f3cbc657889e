package shotdeed.extension.scan;

import java.util.List;
import shotdeed.wire.SeenListing;

/** Is told of every picture that was looked at, or could not be, and of pages that are not as they are known. */
public interface Looked {
  /**
   * @param picture its address
   * @param failure why it could not be looked at, such as {@code unreachable}; empty if it was
   */
  void at(SeenListing listing, String picture, String failure);

  /**
   * The page of a listing does not show parts that its marketplace's pages are known by.
   *
   * @param site one of {@link shotdeed.wire.ChangedPages#SITES}
   * @param parts of {@link shotdeed.wire.ChangedPages#PARTS}; any number
   */
  void changed(SeenListing listing, String site, List<String> parts);
}
