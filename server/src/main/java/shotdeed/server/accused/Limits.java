package shotdeed.server.accused;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import shotdeed.penalty.AppealWindow;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.penalty.Source;
import shotdeed.server.certify.second.WorkingCalendar;
import shotdeed.server.penalty.Policies;
import shotdeed.server.platform.Times;

/**
 * Works out until when a seller has to do something about an accusation, and when something may be expected. Where sources
 * disagree the answer is a range; whoever acts by its first day is on time by all of them.
 */
public final class Limits {
  private static final int HOURS = 24;

  /** Pictures taken from somebody else: not the windows for copied designs and short videos. */
  private static final String OURS = "stolen-picture-or-system-check";

  /** What the seller has to do, not what they may expect. */
  private static final Set<String> OWN = Set.of("accused-evidence", "appeal", "appeal-material");

  /**
   * Which windows are open in a stage; an answer's decision counts from the day the accusation came. A counter-notice is
   * an answer before the listing is down, and an appeal after.
   */
  private static final Map<Stage, List<String>> OPEN = Map.of(
      Stage.ACCUSED, List.of("accused-evidence", "first-decision"),
      Stage.ANSWERED, List.of("first-decision", "restored"),
      Stage.UPHELD, List.of("appeal"),
      Stage.APPEALED, List.of("appeal-material", "appeal-decision", "restored"));

  private final Policies policies;
  private final Supplier<WorkingCalendar> china;

  Limits(Policies policies, Supplier<WorkingCalendar> china) {
    this.policies = policies;
    this.china = china;
  }

  /**
   * A time limit.
   *
   * @param own whether the seller has to do something by then
   * @param first by the source with the shortest time
   * @param last by the source with the longest
   * @param unsure whether holidays of a year that it runs through are not known
   * @param stated what each source says
   */
  public record Limit(
      String step,
      boolean own,
      LocalDate first,
      LocalDate last,
      boolean unsure,
      List<AccusedData.Window> stated) {}

  /**
   * The limits that run in a stage.
   *
   * @param since the day on which the stage began
   * @param appeals so many were made; texts that know of no more than these state nothing of the next
   */
  List<Limit> of(AccusedData.Market market, LocalDate cameOn, Stage stage, LocalDate since, int appeals) {
    List<Limit> limits = new ArrayList<>();
    for (String step : OPEN.getOrDefault(stage, List.of())) {
      List<AccusedData.Window> windows = windows(market, step, cameOn).stream()
          .filter(each -> !step.equals("appeal") || each.attempts() == null || each.attempts() > appeals)
          .toList();
      if (!windows.isEmpty()) {
        limits.add(limit(market, step, windows, step.equals("first-decision") ? cameOn : since));
      }
    }
    return limits;
  }

  /** How many appeals are possible by the text that knows of the most; one if none says. */
  int attempts(AccusedData.Market market, LocalDate cameOn) {
    return windows(market, "appeal", cameOn).stream()
        .mapToInt(each -> each.attempts() == null ? 1 : each.attempts())
        .max()
        .orElse(1);
  }

  private Limit limit(AccusedData.Market market, String step, List<AccusedData.Window> windows, LocalDate from) {
    LocalDate first = null;
    LocalDate last = null;
    boolean working = false;
    for (AccusedData.Window window : windows) {
      String least = window.unit().equals("days-or-working-days") ? "days" : window.unit();
      String most = window.unit().equals("days-or-working-days") ? "working-days" : window.unit();
      LocalDate soonest = after(market, from, window.min() == null ? window.max() : window.min(), least);
      LocalDate latest = after(market, from, window.max(), most);
      first = first == null || soonest.isBefore(first) ? soonest : first;
      last = last == null || latest.isAfter(last) ? latest : last;
      working |= most.equals("working-days");
    }
    boolean unsure = working
        && isChina(market)
        && !(china.get().covers(from.getYear()) && china.get().covers(last.getYear()));
    return new Limit(step, OWN.contains(step), first, last, unsure, windows);
  }

  /** The day on which a limit ends that begins with a day; hours end with the day in which they end. */
  private LocalDate after(AccusedData.Market market, LocalDate from, int count, String unit) {
    if (unit.equals("hours")) {
      return from.plusDays((count + HOURS - 1) / HOURS);
    }
    if (unit.equals("days")) {
      return from.plusDays(count);
    }
    LocalDate day = from;
    for (int left = count; left > 0; ) {
      day = day.plusDays(1);
      left -= works(market, day) ? 1 : 0;
    }
    return day;
  }

  private boolean works(AccusedData.Market market, LocalDate day) {
    return isChina(market)
        ? china.get().works(day)
        : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private static boolean isChina(AccusedData.Market market) {
    return market.calendar().equals("china");
  }

  /** The rules' own windows of texts that are not superseded, and what the data has beside them. */
  private List<AccusedData.Window> windows(AccusedData.Market market, String step, LocalDate day) {
    List<AccusedData.Window> windows = new ArrayList<>();
    policy(market, day).ifPresent(policy -> {
      for (AppealWindow each : policy.appeal()) {
        boolean ours = each.scope() == null || each.scope().equals(OURS);
        if (each.step().equals(step) && ours && !each.textOf().startsWith("before-")) {
          windows.add(window(policy, each));
        }
      }
    });
    market.windows().stream().filter(each -> each.step().equals(step)).forEach(windows::add);
    return windows;
  }

  private static AccusedData.Window window(PenaltyPolicy policy, AppealWindow each) {
    List<String> sources = new ArrayList<>();
    for (Source source : policy.sources()) {
      if (each.basis().sources().contains(source.id())) {
        sources.add(source.url() == null ? source.name() : source.url());
      }
    }
    return new AccusedData.Window(
        each.step(),
        each.min(),
        each.max(),
        each.unit(),
        each.attempts(),
        String.join("; ", sources) + " (" + each.textOf() + ")",
        policy.readDate(),
        each.basis().confidence());
  }

  /** The penalty rules that hold there on a day. */
  Optional<PenaltyPolicy> policy(AccusedData.Market market, LocalDate day) {
    Instant at = day.atStartOfDay(Times.MARKET_ZONE).toInstant();
    return market.policy() == null ? Optional.empty() : policies.current().pick(market.policy(), at);
  }
}
