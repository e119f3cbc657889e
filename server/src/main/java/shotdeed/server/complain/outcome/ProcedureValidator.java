package shotdeed.server.complain.outcome;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shotdeed.server.platform.DataFault;

/** Holds a file against the rules of such files; the first fault is thrown. */
final class ProcedureValidator {
  private static final int MOST = 400;
  private static final int MOST_ATTEMPTS = 20;

  private final String file;

  private ProcedureValidator(String file) {
    this.file = file;
  }

  /** @throws DataFault at the first fault */
  static void validate(String file, Procedure procedure) {
    new ProcedureValidator(file).procedure(procedure);
  }

  /** @throws DataFault at the first fault */
  static void validate(String file, Answers answers) {
    new ProcedureValidator(file).answers(answers);
  }

  private void procedure(Procedure p) {
    require(p.id() != null && file.equals(p.id() + ".json"), "id", "the file's own name");
    LocalDate version = day("version", p.version());
    zone(p.zone());
    List<String> calendars = List.of(Procedure.CHINA, "weekdays");
    require(calendars.contains(String.valueOf(p.calendar())), "calendar", "china or weekdays");
    require(p.law() == null || List.of("ecl", "dmca").contains(p.law()), "law", "ecl, dmca or null");
    require(p.terms() != null, "terms", "an object");
    for (String name : p.terms().keySet()) {
      require(Procedure.Term.of(name) != null, "terms." + name, "the name of a time limit");
    }
    for (Procedure.Term term : Procedure.Term.values()) {
      List<Reading> readings = p.terms().get(term.text());
      require(readings != null, "terms." + term.text(), "a list, empty if nobody says");
      for (int i = 0; i < readings.size(); i++) {
        reading("terms." + term.text() + "." + i, readings.get(i), version);
      }
    }
    for (Procedure.Term own : List.of(Procedure.Term.RECHECK, Procedure.Term.RECHECK_AGAIN, Procedure.Term.RETRY)) {
      require(!p.of(own).isEmpty(), "terms." + own.text(), "one reading or more");
    }
  }

  private void reading(String at, Reading r, LocalDate version) {
    require(r != null, at, "an object");
    require(r.least() >= 0 && r.least() <= r.most(), at + ".least", "a number from 0 to most");
    require(r.most() >= 1 && r.most() <= MOST, at + ".most", "a number from 1 to " + MOST);
    require(List.of("hours", "days", "working-days").contains(String.valueOf(r.unit())), at + ".unit",
        "hours, days or working-days");
    require(r.attempts() == null || r.attempts() >= 1 && r.attempts() <= MOST_ATTEMPTS, at + ".attempts",
        "a number from 1 to " + MOST_ATTEMPTS + ", or null");
    if (!r.stated()) {
      boolean bare = r.source() == null && r.read() == null && r.confidence() == null;
      require(bare, at, "neither source nor day nor confidence, because it is not stated");
      return;
    }
    stated(at, r.source(), r.read(), r.confidence(), version);
  }

  private void stated(String at, String source, String read, String confidence, LocalDate version) {
    require(source != null && !source.isBlank(), at + ".source", "where it is stated");
    boolean known = List.of("H", "M", "R", "I", "L").contains(String.valueOf(confidence));
    require(known, at + ".confidence", "H, M, R, I or L");
    require(!day(at + ".read", read).isAfter(version), at + ".read", "a day not after the version");
  }

  private void answers(Answers a) {
    LocalDate version = day("version", a.version());
    require(a.dismissed() != null && !a.dismissed().isEmpty(), "dismissed", "one reason or more");
    Set<String> reasons = new HashSet<>();
    for (Answers.OfReason each : a.dismissed()) {
      require(each != null && each.reason() != null && each.reason().matches("[a-z-]{1,30}"), "dismissed.reason",
          "small letters and hyphens");
      require(reasons.add(each.reason()), "dismissed.reason",
          "each once, but " + each.reason() + " stands there twice");
      advice("dismissed." + each.reason(), a.ofReason(each.reason()), version);
    }
    advice("appealed", a.appealed(), version);
    require(a.counterNotice() != null && a.counterNotice().keySet().equals(Set.of("ecl", "dmca", "none")),
        "counterNotice", "ecl, dmca and none");
    for (Map.Entry<String, Answers.Advice> each : a.counterNotice().entrySet()) {
      advice("counterNotice." + each.getKey(), each.getValue(), version);
    }
  }

  private void advice(String at, Answers.Advice advice, LocalDate version) {
    require(advice != null && advice.advice() != null && !advice.advice().isEmpty(), at + ".advice", "one or more");
    stated(at, advice.source(), advice.read(), advice.confidence(), version);
  }

  private void zone(String zone) {
    try {
      ZoneId.of(String.valueOf(zone));
    } catch (DateTimeException e) {
      throw new DataFault(file, "zone", "expected a time zone such as Asia/Shanghai, not " + zone);
    }
  }

  private LocalDate day(String field, String text) {
    try {
      return LocalDate.parse(String.valueOf(text));
    } catch (DateTimeParseException e) {
      throw new DataFault(file, field, "expected a day such as 2026-11-22, not " + text);
    }
  }

  private void require(boolean holds, String field, String expected) {
    if (!holds) {
      throw new DataFault(file, field, "expected " + expected);
    }
  }
}
