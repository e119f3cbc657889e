package shotdeed.server.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import shotdeed.server.bench.alter.Alteration;
import shotdeed.server.bench.alter.Group;

/** The figures as a table of text: groups as rows, contenders as columns. */
final class ResultTable {
  private static final int FIRST = 30;
  private static final int COLUMN = 16;

  private final PrintWriter out;
  private final List<Standing> standings;
  private final Standing apart;
  private final List<Alteration> alterations;
  private final Set<Group> groups = new LinkedHashSet<>();

  /**
   * @param standings ShotDeed's first
   * @param apart ShotDeed's on pages whose slices are not joined; {@code null} if there were none
   */
  ResultTable(PrintWriter out, List<Standing> standings, Standing apart, List<Alteration> alterations) {
    this.out = out;
    this.apart = apart;
    this.standings = standings;
    this.alterations = alterations;
    alterations.forEach(alteration -> groups.add(alteration.group()));
  }

  /**
   * @param siblings whether sets of siblings were given
   */
  void print(boolean siblings) {
    row("Recall, %", Standing::name);
    row("radius, bits", standing -> standing.radius() + (standing.learnt() ? " *" : ""));
    row("unaltered", standing -> percent(standing.recall(MatchingRun.UNALTERED)));
    for (Group group : groups) {
      row(group.text(), standing -> percent(standing.recall(group)));
      if (apart != null && group == Group.STRIP) {
        row("  its slices apart", standing -> percent((standing == standings.get(0) ? apart : standing).recall(group)));
      }
    }
    row("mean of " + count(alterations.size(), "alteration"), s -> percent(s.meanOverAlterations()));
    row("mean of " + count(groups.size(), "group"), standing -> percent(standing.mean(groups)));
    row("worst alteration", standing -> percent(standing.recall(standing.worst())));
    row("", standing -> alterations.get(standing.worst() - 1).name());
    out.println();
    row("Wrong pairs", Standing::name);
    kinship("unrelated", Kinship.UNRELATED);
    if (siblings) {
      kinship("siblings, other view", Kinship.OTHER_VIEW);
      kinship("siblings, other product", Kinship.OTHER_PRODUCT);
      kinship("(same view, other colour)", Kinship.OTHER_COLOUR);
    }
    row("all wrong pairs", standing -> "" + standing.matched());
    row("  of pairs tried", standing -> "" + standing.pairs());
    row("  per million", standing -> decimals(standing.pairs() == 0 ? 0 : 1e6 * standing.matched() / standing.pairs()));
    out.println();
    row("CPU, ms a picture", standing -> decimals(standing.cost().picture()));
    row("CPU, ms a certificate", standing -> decimals(standing.cost().certificate()));
  }

  private void kinship(String name, Kinship kinship) {
    row(name, standing -> "" + standing.matched(kinship));
    row("  of pairs tried", standing -> "" + standing.pairs(kinship));
  }

  private void row(String name, Function<Standing, String> cell) {
    StringBuilder line = new StringBuilder(padded(name, FIRST, true));
    List<String> cells = new ArrayList<>();
    standings.forEach(standing -> cells.add(cell.apply(standing)));
    cells.forEach(text -> line.append(padded(text, COLUMN, false)));
    out.println(line.toString().stripTrailing());
  }

  private static String padded(String text, int width, boolean left) {
    String cut = text.length() >= width ? text.substring(0, width - 1) : text;
    return left ? cut + " ".repeat(width - cut.length()) : " ".repeat(width - cut.length()) + cut;
  }

  private static String decimals(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  static String count(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
