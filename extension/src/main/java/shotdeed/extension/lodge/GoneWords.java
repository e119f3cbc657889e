package shotdeed.extension.lodge;

import java.util.List;

/** By what a page says that there is no such listing any more. A person confirms it before it counts. */
final class GoneWords {
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  /** Only what stands first: below it marketplaces show other items. */
  private static final int HEAD = 600;

  private static final List<String> WORDS =
      List.of(
          "宝贝不存在", "商品不存在", "宝贝已下架", "商品已下架", "此宝贝已下架", "您查看的商品找不到了",
          "商品已失效", "商品已经下架", "item is no longer available", "couldn't find that page", "page not found",
          "this listing was ended", "item is unavailable");

  private GoneWords() {}

  /**
   * Whether a page is gone.
   *
   * @param status of HTTP, 0 if it is not known
   */
  static boolean isGone(int status, String text) {
    if (status == NOT_FOUND || status == GONE) {
      return true;
    }
    String head = text.substring(0, Math.min(HEAD, text.length())).toLowerCase();
    for (String words : WORDS) {
      if (head.indexOf(words) >= 0) {
        return true;
      }
    }
    return false;
  }
}
