package shotdeed.server.accused;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the address of a listing which one it is, as copies found are kept by. */
final class Listings {
  private static final Pattern QUERY = Pattern.compile("(?:^|&)(?:id|goods_id|item_id)=([0-9]{1,30})(?:&|$)");
  private static final Pattern PATH = Pattern.compile("(?:/dp/|/)([A-Za-z0-9]{6,30})(?:\\.html?)?/?$");

  private Listings() {}

  /** Host and number; {@code null} if the address does not tell. */
  static String[] of(String address) {
    try {
      URI page = new URI(address);
      if (page.getHost() == null) {
        return null;
      }
      Matcher query = QUERY.matcher(page.getRawQuery() == null ? "" : page.getRawQuery());
      Matcher path = PATH.matcher(page.getRawPath() == null ? "" : page.getRawPath());
      String number = query.find() ? query.group(1) : path.find() ? path.group(1) : null;
      return number == null ? null : new String[] {page.getHost().toLowerCase(Locale.ROOT), number};
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
