package shotdeed.extension.site;

import java.util.List;
import shotdeed.extension.browser.Address;

/**
 * What the pages of mainland China's marketplaces beside Taobao have in common: data that name item and shop in several places,
 * and the ways in which they ask a visitor to sign in or to prove to be human.
 */
abstract class MainlandPages extends Marketplace {
  /** Elements that only such a page has. */
  static final String CAPTCHAS = "#nocaptcha, #nc-verify-form, .captcha-tips";

  MainlandPages(String name, List<String> domains, List<String> servers) {
    super(name, "other", domains, servers);
  }

  @Override
  boolean isBarrier(String address) {
    String host = Address.host(address);
    return host.startsWith("login.")
        || host.startsWith("passport.")
        || host.startsWith("plogin.")
        || Address.query(address, "action").equals("deny");
  }

  /** A page's shape with what only pages have that ask for a captcha. */
  Shape barriers(Shape shape) {
    return shape.barrier(CAPTCHAS, "验证码拦截", "Captcha Interception", "访问被拒绝", "安全验证");
  }

  @Override
  Shape grid() {
    return barriers(super.grid());
  }

  /** The first text that one of these readings found; empty if none did. */
  static String first(Facts facts, String... names) {
    for (String name : names) {
      String text = facts.text(name);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** The number that a path ends in, with {@code .html} or without; empty if something else stands there. */
  static String lastNumber(String path, int from) {
    String number = digits(path, from);
    String rest = path.substring(from + number.length());
    return rest.isEmpty() || rest.equals("/") || rest.equals(".html") || rest.equals(".htm") ? number : "";
  }

  /** The path in lower case. */
  static String path(String address) {
    return Address.path(address).toLowerCase();
  }

  /** A query parameter if it is a number; else the empty text. */
  static String number(String address, String parameter) {
    String value = Address.query(address, parameter);
    return digits(value, 0).length() == value.length() ? value : "";
  }
}
