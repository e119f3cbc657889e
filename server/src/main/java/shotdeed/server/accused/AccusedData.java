package shotdeed.server.accused;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shotdeed.server.platform.DataFile;

/**
 * What is known of how marketplaces deal with accused shops, as data: each entry with its source, the day it was read and
 * how sure it is. Of a marketplace whose penalty rules are at hand, time limits stand in those.
 *
 * @param version of the data, a day
 * @param standing what is said to restore a shop's standing
 */
public record AccusedData(String version, List<Market> markets, List<Claim> standing) {
  private static final String FILE = "accused.json";
  private static final Set<String> STEPS = Set.of(
      "accused-evidence", "first-decision", "appeal", "appeal-material", "appeal-decision", "restored");
  private static final Set<String> UNITS = Set.of("hours", "days", "working-days");
  private static final Set<String> CONFIDENCES = Set.of("H", "M", "L", "R", "I");

  /**
   * A marketplace.
   *
   * @param id names its words, under {@code accused.market.ID}
   * @param policy market of its penalty rules, or {@code null} if none are published
   * @param calendar {@code china}, or {@code weekdays} where every Monday to Friday is a working day
   * @param answers what to answer with, the most wanted first; empty where nothing is known of it
   * @param windows time limits that no penalty rules state
   */
  public record Market(String id, String policy, String calendar, List<Answer> answers, List<Window> windows) {}

  /** What to answer with; words under {@code accused.answer.CODE}. */
  public record Answer(String code, String source, String read, String confidence) {}

  /** What restores standing; words under {@code accused.standing.CODE}. */
  public record Claim(String code, List<String> markets, String source, String read, String confidence) {}

  /**
   * Time for one step.
   *
   * @param step words under {@code accused.step.STEP}
   * @param min shortest, or {@code null} if only a longest is stated
   * @param unit {@code hours}, {@code days}, {@code working-days} or, in penalty rules, {@code days-or-working-days}
   * @param attempts how often, or {@code null} if not stated
   */
  public record Window(
      String step, Integer min, int max, String unit, Integer attempts, String source, String read, String confidence) {}

  /** The data in the jar, checked. */
  public static AccusedData bundled() {
    AccusedData data = DataFile.read(FILE, DataFile.bundled(AccusedData.class, FILE), AccusedData.class);
    data.check();
    return data;
  }

  private void check() {
    LocalDate.parse(version);
    Set<String> ids = new HashSet<>();
    for (Market market : markets) {
      require(ids.add(market.id()) && Set.of("china", "weekdays").contains(market.calendar()), market.id());
      for (Answer each : market.answers()) {
        requireSource(each.code(), each.source(), each.read(), each.confidence());
      }
      for (Window each : market.windows()) {
        require(STEPS.contains(each.step()) && UNITS.contains(each.unit()), market.id() + " " + each.step());
        require(each.max() > 0 && (each.min() == null || each.min() > 0 && each.min() <= each.max()), each.step());
        requireSource(each.step(), each.source(), each.read(), each.confidence());
      }
    }
    for (Claim each : standing) {
      require(ids.containsAll(each.markets()), each.code());
      requireSource(each.code(), each.source(), each.read(), each.confidence());
    }
  }

  private static void requireSource(String where, String source, String read, String confidence) {
    require(source != null && !source.isBlank() && CONFIDENCES.contains(confidence), where);
    LocalDate.parse(read);
  }

  private static void require(boolean holds, String where) {
    if (!holds) {
      throw new IllegalArgumentException(FILE + " cannot be so: " + where);
    }
  }

  /** The marketplace of an id, or {@code null}. */
  public Market market(String id) {
    return markets.stream().filter(market -> market.id().equals(id)).findFirst().orElse(null);
  }
}
