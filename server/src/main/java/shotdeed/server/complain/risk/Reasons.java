package shotdeed.server.complain.risk;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.platform.Fields;
import shotdeed.wire.ComplaintReason;

/** The reasons of a request, checked by their form: text by code. */
public final class Reasons {
  /** Characters of a reason. */
  public static final int MAX_TEXT = 500;

  /** What a person could have meant has some letters, in whatever script. */
  private static final int LEAST_LETTERS = 2;

  private static final String FIELD = "reasons";

  private final Map<RiskCode, String> texts;

  private Reasons(Map<RiskCode, String> texts) {
    this.texts = Collections.unmodifiableMap(texts);
  }

  /**
   * Reads what a client states.
   *
   * @param stated {@code null} for none
   * @throws shotdeed.server.platform.Refused if one names nothing that takes a reason, or says nothing
   */
  public static Reasons of(List<ComplaintReason> stated) {
    Map<RiskCode, String> texts = new EnumMap<>(RiskCode.class);
    List<ComplaintReason> all = stated == null ? List.of() : stated;
    for (ComplaintReason reason : Fields.list(FIELD, all, 0, RiskCode.values().length)) {
      RiskCode code = RiskCode.of(Fields.present(FIELD, reason).code());
      if (code == null || code.level() != RiskLevel.REASON) {
        throw Fields.invalid(FIELD, "reasons for what takes one");
      }
      String text = Fields.whole(FIELD, reason.text(), MAX_TEXT);
      if (text.codePoints().filter(Character::isLetterOrDigit).count() < LEAST_LETTERS) {
        throw Fields.invalid(FIELD, "reasons in words");
      }
      if (texts.put(code, text) != null) {
        throw Fields.invalid(FIELD, "one reason for each code");
      }
    }
    return new Reasons(texts);
  }

  /** Text by code; what was not stated is missing. */
  Map<RiskCode, String> texts() {
    return texts;
  }

  /** Whether these are, word for word, what was kept by code. */
  public boolean isSame(Map<String, String> kept) {
    return kept.size() == texts.size()
        && texts.entrySet().stream().allMatch(each -> each.getValue().equals(kept.get(each.getKey().text())));
  }
}
