package shotdeed.server.complain.risk;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Whether two shops go by the same name, whatever they call themselves beside it: a holder often has several. */
final class ShopNames {
  /** A name of one character says nothing. */
  private static final int SHORTEST = 2;

  private final List<String> endings;

  /** @param endings what shops add to their names, the longest first, bare as {@link #bare} makes them */
  ShopNames(List<String> endings) {
    this.endings = endings.stream().map(ShopNames::bare).toList();
  }

  /** Whether neither name is empty and both are the same but for what shops add to their names. */
  boolean same(String one, String other) {
    String core = core(one);
    return core.codePointCount(0, core.length()) >= SHORTEST && core.equals(core(other));
  }

  private String core(String name) {
    String core = bare(name);
    boolean cut = true;
    while (cut) {
      cut = false;
      for (String ending : endings) {
        if (core.endsWith(ending) && core.length() >= ending.length()) {
          core = core.substring(0, core.length() - ending.length());
          cut = true;
        }
      }
    }
    return core;
  }

  /** Letters and digits only, small, in their compatible form. */
  private static String bare(String name) {
    StringBuilder bare = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }
}
