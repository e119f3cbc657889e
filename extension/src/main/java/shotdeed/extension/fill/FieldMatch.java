package shotdeed.extension.fill;

import java.util.ArrayList;
import java.util.List;

/**
 * Which field of a page is which of the template's. Only fields of one form count, that in which most is found: a search
 * box, a newsletter, and a form that sends to another host get nothing. What two fields may be is neither: a person decides.
 */
final class FieldMatch {
  /** Below this, the likeness is chance. */
  private static final int ENOUGH = 33;

  private final List<PageField> fields;
  private final List<Wanted> wanted;

  /** By number of what is wanted, the number of the field, -1 for none, -2 for several. */
  private int[] found;

  static final int NONE = -1;
  static final int SEVERAL = -2;

  FieldMatch(List<PageField> fields, List<Wanted> wanted) {
    this.fields = fields;
    this.wanted = wanted;
    this.found = none();
    int best = 0;
    for (int form : forms()) {
      int[] inForm = within(form);
      int score = 0;
      for (int i = 0; i < inForm.length; i++) {
        score += inForm[i] >= 0 ? 1000 + score(fields.get(inForm[i]), wanted.get(i)) : 0;
      }
      if (score > best) {
        best = score;
        found = inForm;
      }
    }
  }

  /** Place in the list of fields for what is wanted, {@link #NONE} or {@link #SEVERAL}. */
  int of(int index) {
    return found[index];
  }

  /** Whether a field for it is in a form that sends to another host or unencrypted, and therefore gets nothing. */
  boolean isElsewhere(int index) {
    for (PageField field : fields) {
      if (field.elsewhere() && score(field, wanted.get(index)) >= ENOUGH) {
        return true;
      }
    }
    return false;
  }

  /** Fields, the found one first, that are named as it is, for links that stand in a row each. */
  List<PageField> row(int index) {
    List<PageField> row = new ArrayList<>();
    if (found[index] >= 0) {
      PageField first = fields.get(found[index]);
      for (PageField field : fields) {
        if (field.form() == first.form() && field.kind().equals(first.kind())
            && score(field, wanted.get(index)) == score(first, wanted.get(index))) {
          row.add(field);
        }
      }
    }
    return row;
  }

  private int[] none() {
    int[] none = new int[wanted.size()];
    for (int i = 0; i < none.length; i++) {
      none[i] = NONE;
    }
    return none;
  }

  private List<Integer> forms() {
    List<Integer> forms = new ArrayList<>();
    for (PageField field : fields) {
      if (!field.elsewhere() && !forms.contains(field.form())) {
        forms.add(field.form());
      }
    }
    return forms;
  }

  /** The best pair first, then the best of what is left. */
  private int[] within(int form) {
    int[] pairs = none();
    boolean[] taken = new boolean[fields.size()];
    while (true) {
      int bestWanted = -1;
      int bestField = -1;
      int best = ENOUGH - 1;
      boolean twice = false;
      for (int i = 0; i < pairs.length; i++) {
        for (int j = 0; pairs[i] == NONE && j < taken.length; j++) {
          PageField field = fields.get(j);
          int score = taken[j] || field.form() != form ? 0 : score(field, wanted.get(i));
          if (score > best) {
            best = score;
            bestWanted = i;
            bestField = j;
            twice = false;
          } else if (score == best && i == bestWanted) {
            twice = true;
          }
        }
      }
      if (bestWanted < 0) {
        return pairs;
      }
      boolean rows = wanted.get(bestWanted).kind().equals("links");
      pairs[bestWanted] = twice && !rows ? SEVERAL : bestField;
      taken[bestField] = pairs[bestWanted] >= 0;
    }
  }

  /** How well a field of the page is what is wanted; 0 where the kinds do not go together. */
  private static int score(PageField field, Wanted wanted) {
    int kind = kind(field.kind(), wanted.kind());
    if (kind == 0) {
      return 0;
    }
    int best = 0;
    for (int i = 0; i < field.names().size(); i++) {
      String name = field.names().get(i);
      if (wanted.kind().equals("choice") && Words.isTelephone(name)) {
        return 0;
      }
      for (String word : wanted.find()) {
        int fit = Words.fit(name, word);
        best = Math.max(best, (Words.isGeneral(word) ? lessened(fit) : fit) - i);
      }
    }
    return best <= 0 || Side.of(wanted).isAgainst(Side.of(field)) ? 0 : best + kind - 3;
  }

  /** A word such as "address" says less than what stands with it; alone it still is enough. */
  private static int lessened(int fit) {
    return fit < ENOUGH || fit == 100 ? fit : ENOUGH + 5 + (fit - ENOUGH) / 5;
  }

  private static int kind(String page, String template) {
    return switch (template) {
      case "tick" -> page.equals("tick") ? 3 : 0;
      case "choice" -> page.equals("choice") || page.equals("radio") ? 3 : page.equals("text") ? 1 : 0;
      case "date" -> page.equals("date") ? 3 : page.equals("text") ? 2 : 0;
      case "long", "links" -> page.equals("long") ? 3 : page.equals("text") ? 1 : 0;
      default -> page.equals("text") ? 3 : page.equals("long") ? 2 : page.equals("choice") ? 1 : 0;
    };
  }
}
