package shotdeed.server.penalty;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shotdeed.penalty.Basis;
import shotdeed.penalty.PenaltyTexts;
import shotdeed.penalty.Source;
import shotdeed.penalty.Text;
import shotdeed.server.platform.DataFault;

/** The checks that many fields of a policy file share. Each says where it failed. */
final class PolicyCheck {
  private final String file;
  private final Set<String> sourceIds = new HashSet<>();
  private final Set<String> measureCodes = new HashSet<>();

  PolicyCheck(String file) {
    this.file = file;
  }

  void knowSources(List<Source> sources) {
    for (Source source : sources) {
      sourceIds.add(source.id());
    }
  }

  void knowMeasures(PenaltyTexts texts) {
    texts.measures().forEach(coded -> measureCodes.add(coded.code()));
  }

  void that(boolean holds, String field, String expected) {
    if (!holds) {
      throw new DataFault(file, field, "expected " + expected);
    }
  }

  void given(Object value, String field) {
    that(value != null, field, "a value, not null");
  }

  void text(String value, String field) {
    that(value != null && !value.isBlank(), field, "a text");
  }

  void words(Text value, String field) {
    given(value, field);
    text(value.en(), field + ".en");
    text(value.zhCn(), field + ".zhCn");
    text(value.zhTw(), field + ".zhTw");
  }

  void oneOf(String value, String field, String... allowed) {
    that(List.of(allowed).contains(value == null ? "" : value), field, "one of " + List.of(allowed) + ", not " + value);
  }

  void between(int value, int least, int most, String field) {
    that(value >= least && value <= most, field, least + " to " + most + ", not " + value);
  }

  /** A list without {@code null}s and without an entry twice. */
  void list(List<?> values, String field) {
    given(values, field);
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      given(values.get(i), field + "[" + i + "]");
      that(seen.add(values.get(i)), field + "[" + i + "]", "nothing twice, but found again " + values.get(i));
    }
  }

  void filled(List<?> values, String field) {
    list(values, field);
    that(!values.isEmpty(), field, "at least one entry");
  }

  void unique(Collection<String> ids, String field) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      text(id, field);
      that(seen.add(id), field, "ids that differ, but found twice: " + id);
    }
  }

  void measures(List<String> codes, String field) {
    list(codes, field);
    for (int i = 0; i < codes.size(); i++) {
      measure(codes.get(i), field + "[" + i + "]");
    }
  }

  void measure(String code, String field) {
    that(code != null && measureCodes.contains(code), field, "a measure that texts.json has words for, not " + code);
  }

  void sources(List<String> ids, String field) {
    filled(ids, field);
    for (int i = 0; i < ids.size(); i++) {
      that(sourceIds.contains(ids.get(i)), field + "[" + i + "]", "the id of an entry in sources, not " + ids.get(i));
    }
  }

  void basis(Basis basis, String field) {
    given(basis, field);
    oneOf(basis.confidence(), field + ".confidence", "H", "M", "L");
    oneOf(basis.mark(), field + ".mark", "R", "I");
    sources(basis.sources(), field + ".sources");
  }

  /** A day such as {@code 2022-01-01}, or {@code null}. */
  LocalDate day(String value, String field) {
    if (value == null) {
      return null;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw new DataFault(file, field, "expected a day such as 2022-01-01 or null, not " + value);
    }
  }
}
