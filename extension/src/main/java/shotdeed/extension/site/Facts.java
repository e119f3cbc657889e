package shotdeed.extension.site;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Json;

/**
 * What a page says, in the page's words: hostile text.
 *
 * @param address of the page
 * @param pageTitle of its tab
 */
public record Facts(String address, String pageTitle, Json said) {
  private static final int MAX_TEXT = 500;

  /** Reads what a content script sent. */
  public static Facts read(Json message) {
    return new Facts(message.string("address"), cut(message.string("pageTitle")), message);
  }

  /** The first text of a reading; empty if there is none. */
  public String text(String name) {
    List<String> texts = texts(name);
    return texts.isEmpty() ? "" : texts.get(0);
  }

  /** The texts of a reading. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    Json facts = said.member("facts");
    if (facts.has(name)) {
      for (String text : facts.strings(name)) {
        texts.add(cut(text));
      }
    }
    return texts;
  }

  /** The first text that one of these readings found; empty if none did. */
  public String first(String... names) {
    for (String name : names) {
      String text = text(name);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** Of the page's schema.org data: {@code name}, {@code id}, {@code shop} or {@code shopId}; empty if they do not say it. */
  public String product(String member) {
    Json product = said.memberOrNull("product");
    return product == null ? "" : cut(product.stringOr(member, ""));
  }

  /** Whether the page asks to sign in or to prove to be human. */
  public boolean isBarrier() {
    return said.flag("barrier");
  }

  /** Whether the page has had its time to say what it says. */
  public boolean isSettled() {
    return said.flag("settled");
  }

  private static String cut(String text) {
    String bare = text.trim();
    return bare.length() > MAX_TEXT ? bare.substring(0, MAX_TEXT) : bare;
  }
}
