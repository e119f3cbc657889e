package shotdeed.server.complain.forms;

import java.util.List;

/**
 * Why a form may not take a file.
 *
 * @param code names the words, {@code forms.fault.CODE}
 * @param sure whether a rule of the marketplace says so that can be relied on
 * @param because names the words on how far that goes, {@code forms.because.BECAUSE}, with the marketplace's name in
 *     them; empty if there is no more to say
 * @param values fill the places of the words
 */
public record Fault(String code, boolean sure, String because, List<Object> values) {
  /** Of a limit. */
  static Fault of(String code, Figure<?> limit, Object... values) {
    String because = limit.sure() ? "" : limit.stated() ? "little" : "unstated";
    return new Fault(code, limit.sure(), because, List.of(values));
  }

  /** Of what some marketplaces refuse and others may not. */
  static Fault ofRule(String code, Figure<Boolean> rule, Object... values) {
    return new Fault(code, rule.sure(), rule.sure() ? code : code + ".unsure", List.of(values));
  }
}
