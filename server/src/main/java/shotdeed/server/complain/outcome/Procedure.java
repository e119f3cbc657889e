package shotdeed.server.complain.outcome;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How a marketplace goes on with a complaint, as data.
 *
 * @param id that of the marketplace's form
 * @param version of the data, a day
 * @param zone whose days count, IANA
 * @param calendar {@code china}, or {@code weekdays} for Monday to Friday without holidays
 * @param law which one a counter-notice goes by: {@code ecl} (E-commerce Law of China), {@code dmca}, or {@code null}
 * @param terms every {@link Term} by its name; one without readings is not known
 */
public record Procedure(
    String id, String version, String zone, String calendar, String law, Map<String, List<Reading>> terms) {
  /** The working days of China. */
  static final String CHINA = "china";

  /** A time limit. */
  public enum Term {
    /** In which the accused may show evidence. */
    EVIDENCE("evidence", false),
    /** After which the marketplace decides. */
    DECISION("decision", false),
    /** In which the accused may appeal against a penalty. */
    ACCUSED_APPEAL("accusedAppeal", false),
    /** In which the complainant may appeal. */
    APPEAL("appeal", true),
    /** After which an appeal is decided. */
    APPEAL_DECISION("appealDecision", false),
    /** In which the complainant may answer the other side's appeal. */
    ANSWER("answer", true),
    /** After which a listing is restored if the complainant does not sue. */
    COUNTER_NOTICE("counterNotice", true),
    /** Until the listing is looked at again. */
    RECHECK("recheck", true),
    /** Until it is looked at once more if it is still there. */
    RECHECK_AGAIN("recheckAgain", true),
    /** Until it is looked at once more if it could not be seen. */
    RETRY("retry", true);

    private final String text;
    private final boolean toDo;

    Term(String text, boolean toDo) {
      this.text = text;
      this.toDo = toDo;
    }

    /** As the files name it. */
    public String text() {
      return text;
    }

    /** Whether the seller has to do something in it; of others something may be expected by its end. */
    public boolean isToDo() {
      return toDo;
    }

    /** Reads {@link #text()}; {@code null} if it is none. */
    public static Term of(String text) {
      return Arrays.stream(values()).filter(term -> term.text.equals(text)).findFirst().orElse(null);
    }
  }

  /** What sources say of a limit; empty if nobody does. */
  public List<Reading> of(Term term) {
    return terms.get(term.text());
  }

  /** How often it may be done, by the source that grants least; {@link Integer#MAX_VALUE} if none says. */
  int attempts(Term term) {
    return of(term).stream()
        .map(Reading::attempts)
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** The sources of a limit, each once; empty if it is our own. */
  String sources(Term term) {
    return of(term).stream()
        .map(Reading::source)
        .filter(Objects::nonNull)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  public ZoneId zoneId() {
    return ZoneId.of(zone);
  }
}
