package shotdeed.penalty;

import java.util.List;
import java.util.Locale;

/**
 * One account of points.
 *
 * @param id {@code A} or {@code B}
 * @param nodes with ascending thresholds: either single ones, or one that repeats
 */
public record Ledger(String id, Text name, Basis basis, List<Node> nodes, Clearing clearing) {
  private static final String BETWEEN_PARTS = "[,(（)）]";

  /** Whether people mean it by a name: its id, its name in any language, or a part of that, such as {@code 一般违规}. */
  boolean isNamed(String name) {
    String plain = plain(name);
    if (plain.equals(plain(id))) {
      return true;
    }
    for (String known : List.of(this.name.en(), this.name.zhCn(), this.name.zhTw())) {
      if (plain.equals(plain(known))) {
        return true;
      }
      for (String part : known.split(BETWEEN_PARTS)) {
        if (plain.equals(plain(part))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
