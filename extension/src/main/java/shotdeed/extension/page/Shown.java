package shotdeed.extension.page;

import shotdeed.extension.browser.Element;

/** A picture that a page shows or names. Not a record: what records can do besides costs the page code. */
final class Shown {
  private final Element element;
  private final String url;
  private final String link;

  /**
   * @param element that shows it; {@code null} if the page only names it in its data
   * @param link where it leads in a grid; empty if nowhere
   */
  Shown(Element element, String url, String link) {
    this.element = element;
    this.url = url;
    this.link = link;
  }

  Element element() {
    return element;
  }

  /** Its address as the page has it. */
  String url() {
    return url;
  }

  String link() {
    return link;
  }
}
