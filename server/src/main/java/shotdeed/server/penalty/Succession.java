package shotdeed.server.penalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/**
 * Puts a newer text into the line of texts of its market. A text without a last day ends where the newer one begins; one
 * of the same id and first day is replaced. Immutable.
 *
 * @param policies all of them, by market and date
 * @param before the text that is replaced, or that holds until the newer one begins; {@code null} for a new market
 * @param put the newer text, as it stands in the line
 */
record Succession(List<PenaltyPolicy> policies, PenaltyPolicy before, PenaltyPolicy put) {
  /**
   * @throws Refused saying how to mend it, if the text is there already, overlaps another or leaves a gap
   */
  static Succession of(List<PenaltyPolicy> standing, PenaltyPolicy put, String file) {
    List<PenaltyPolicy> line = new ArrayList<>(standing.stream()
        .filter(each -> each.market().equals(put.market()))
        .toList());
    List<PenaltyPolicy> all = new ArrayList<>(standing);
    all.removeAll(line);
    PenaltyPolicy before = line.isEmpty() ? null : place(line, put, file);
    line.add(put);
    line.sort((a, b) -> PolicyLibrary.from(a).compareTo(PolicyLibrary.from(b)));
    all.addAll(line);
    all.sort(PolicyLibrary.ORDER);
    return new Succession(List.copyOf(all), before, put);
  }

  /** Makes room in the market's line, and returns the text before. */
  private static PenaltyPolicy place(List<PenaltyPolicy> line, PenaltyPolicy put, String file) {
    for (PenaltyPolicy each : line) {
      if (each.policy().equals(put.policy()) && Objects.equals(each.validFrom(), put.validFrom())) {
        return replace(line, each, put, file);
      }
    }
    PenaltyPolicy last = line.get(line.size() - 1);
    LocalDate from = PolicyLibrary.from(put);
    if (!from.isAfter(PolicyLibrary.from(last)) || from.isBefore(PolicyLibrary.until(last)) && last.validUntil() != null) {
      throw overlap(file, put, last);
    }
    if (last.validUntil() != null && from.isAfter(PolicyLibrary.until(last))) {
      throw new Refused(
              Errors.POLICY_GAP, file, put.validFrom(), last.policy(), last.version(), last.validUntil())
          .with("field", "validFrom");
    }
    line.set(line.size() - 1, last.until(put.validFrom()));
    return last;
  }

  private static PenaltyPolicy replace(List<PenaltyPolicy> line, PenaltyPolicy old, PenaltyPolicy put, String file) {
    if (old.version().equals(put.version())) {
      throw new Refused(Errors.POLICY_STANDS, file, put.policy(), put.version()).with("field", "version");
    }
    int at = line.indexOf(old);
    boolean last = at == line.size() - 1;
    if (!last && !Objects.equals(PolicyLibrary.until(put), PolicyLibrary.until(old))) {
      throw overlap(file, put, line.get(at + 1));
    }
    line.remove(at);
    return old;
  }

  private static Refused overlap(String file, PenaltyPolicy put, PenaltyPolicy other) {
    boolean closed = other.validUntil() != null;
    LocalDate free = closed ? PolicyLibrary.until(other) : PolicyLibrary.from(other);
    String day = free.equals(LocalDate.MIN) ? "" : (closed ? free : free.plusDays(1)).toString();
    return new Refused(
            day.isEmpty() ? Errors.POLICY_OVERLAP_OPEN : Errors.POLICY_OVERLAP,
            file,
            put.validFrom() == null ? "null" : put.validFrom(),
            other.policy(),
            other.version(),
            day)
        .with("field", "validFrom");
  }
}
