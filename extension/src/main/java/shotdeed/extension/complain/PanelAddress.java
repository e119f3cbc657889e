package shotdeed.extension.complain;

import shotdeed.extension.browser.Address;

/** What the panel is opened with: the tab beside which it stands and, from a badge, the hit to show. */
public final class PanelAddress {
  private PanelAddress() {}

  /** The address of the panel for a tab and, if it is not empty, a hit. */
  public static String of(int tab, String hit) {
    return "panel.html?tab=" + tab + (hit.isEmpty() ? "" : "&hit=" + Address.encode(hit));
  }

  /** The tab in a panel's address, or -1. */
  public static int tab(String address) {
    String text = Address.query(address, "tab");
    int tab = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Browsers number tabs up to 2^31 - 1, from a random number on.
      if (c < '0' || c > '9' || tab > (Integer.MAX_VALUE - (c - '0')) / 10) {
        return -1;
      }
      tab = 10 * tab + (c - '0');
    }
    return text.isEmpty() ? -1 : tab;
  }

  /** The form in a panel's address that the person wants to see, or the empty text. */
  static String form(String address) {
    return Address.query(address, "form");
  }

  /** The hit in a panel's address, or the empty text. */
  public static String hit(String address) {
    return Address.query(address, "hit");
  }
}
