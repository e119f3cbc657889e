package shotdeed.server.complain.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Language;

/**
 * What a bundle is to hold beside what it always holds.
 *
 * @param language of the PDF
 * @param originals certificates whose untouched file goes in; none unless the seller ticked it, because the other side
 *     can use it to answer
 * @param screenshot whether the screenshot goes in as it was sealed, with all names that were in view
 */
public record BundleOptions(Language language, Set<Integer> originals, boolean screenshot) {
  /** Of originals. */
  private static final int MAX = 300;

  public BundleOptions {
    originals = Set.copyOf(originals);
  }

  /**
   * As asked by an address.
   *
   * @param language a tag, or {@code null} for the fallback
   * @param originals numbers with commas between, or {@code null}
   * @param screenshot {@code true} or {@code false}, or {@code null}
   * @throws shotdeed.server.platform.Refused naming the field that has the wrong form
   */
  public static BundleOptions of(String language, List<String> originals, String screenshot, Language fallback) {
    Language chosen = language == null || language.isEmpty() ? fallback : Language.of(language);
    if (chosen == null) {
      throw Fields.invalid("language", "en, zh-CN or zh-TW");
    }
    boolean unmasked = switch (screenshot == null ? "" : screenshot) {
      case "", "false" -> false;
      case "true" -> true;
      default -> throw Fields.invalid("screenshot", "true or false");
    };
    return new BundleOptions(chosen, numbers(originals), unmasked);
  }

  private static Set<Integer> numbers(List<String> originals) {
    Set<Integer> numbers = new TreeSet<>();
    for (String list : originals) {
      for (String number : list.isBlank() ? new String[0] : list.split(",", MAX + 1)) {
        if (!number.matches("[1-9][0-9]{0,8}") || numbers.size() >= MAX) {
          throw Fields.invalid("originals", "numbers of certificates, with commas between");
        }
        numbers.add(Integer.valueOf(number));
      }
    }
    return numbers;
  }

  /** In few words, for the record. */
  String inWords() {
    List<String> words = new ArrayList<>(List.of(language.tag()));
    words.add(screenshot ? "unmasked screenshot" : "masked");
    if (!originals.isEmpty()) {
      words.add("originals " + String.join(", ", new TreeSet<>(originals).stream().map(String::valueOf).toList()));
    }
    return String.join("; ", words);
  }
}
