package shotdeed.extension.page;

import shotdeed.extension.browser.Element;

/** A picture that a page shows or names. Not a record: what records can do besides costs the page code. */
final class Shown {
  private final Element element;
  private final String url;

  /** @param element that shows it; {@code null} if the page only names it in its data */
  Shown(Element element, String url) {
    this.element = element;
    this.url = url;
  }

  Element element() {
    return element;
  }

  /** Its address as the page has it. */
  String url() {
    return url;
  }
}
