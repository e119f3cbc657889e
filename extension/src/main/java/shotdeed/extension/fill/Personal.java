package shotdeed.extension.fill;

import java.util.List;

/** What is left to the person, whatever a template says: to declare, to agree, to sign. */
final class Personal {
  /** A tick, a choice or a radio button that says any of this is a declaration. */
  private static final List<String> DECLARED =
      List.of(
          "declare", "declaration", "perjury", "good faith", "good-faith", "goodfaith", "swear", "sworn", "oath",
          "under penalty", "certify", "i agree", "agree to", "do not agree", "disagree", "i confirm", "i have read",
          "i accept", "accept the", "accurate", "i state", "i understand", "acknowledge", "consent", "terms of",
          "terms and", "the terms", "liable", "liability", "truthful", "believe", "warrant", "undertake", "signature",
          "声明", "承诺", "保证", "同意", "善意", "伪证", "属实", "真实", "责任", "协议", "确认", "知悉", "已阅读",
          "聲明", "承諾", "保證", "偽證", "屬實", "真實", "責任", "協議", "確認", "已閱讀");

  /** In a tick these are a statement too; in a choice they say which of several somebody is. */
  private static final List<String> STATED =
      List.of("terms", "i am the", "authorized to", "authorised to", "授权", "授權");

  /** Options that are a declaration, or its refusal, when nothing else is offered. */
  private static final List<String> BARE = List.of("agree", "accept", "accepted", "confirm", "confirmed");

  /** So few options are the answers to one question: if one declares, to choose another is to answer it too. */
  private static final int FEW = 5;

  private Personal() {}

  static boolean is(Wanted wanted, PageField field) {
    return switch (field.kind()) {
      case "tick" -> isSaid(wanted, field, true);
      case "choice", "radio" -> isSaid(wanted, field, false) || isOffered(wanted, field) || isSignature(wanted, field);
      default -> isSignature(wanted, field);
    };
  }

  private static boolean isSaid(Wanted wanted, PageField field, boolean tick) {
    for (String word : wanted.find()) {
      if (declares(word, tick)) {
        return true;
      }
    }
    for (String name : field.names()) {
      if (declares(name, tick)) {
        return true;
      }
    }
    return declares(wanted.id(), tick);
  }

  private static boolean isOffered(Wanted wanted, PageField field) {
    List<PageField.Option> options = field.options();
    int chosen = field.option(wanted.value());
    for (int i = 0; i < options.size(); i++) {
      boolean counts = options.size() <= FEW || i == chosen;
      if (counts && (declares(options.get(i).text(), false) || declares(options.get(i).value(), false))) {
        return true;
      }
    }
    return false;
  }

  private static boolean declares(String words, boolean tick) {
    String said = words.toLowerCase();
    return holds(said, DECLARED) || tick && holds(said, STATED) || BARE.contains(Words.plain(said));
  }

  /** To type one's name there is to sign. */
  private static boolean isSignature(Wanted wanted, PageField field) {
    for (String name : field.names()) {
      if (isSignature(name)) {
        return true;
      }
    }
    return isSignature(wanted.id());
  }

  private static boolean isSignature(String words) {
    return holds(words.toLowerCase(), List.of("signature", "签名", "簽名", "签字", "簽字"));
  }

  private static boolean holds(String said, List<String> words) {
    for (String word : words) {
      if (said.indexOf(word) >= 0) {
        return true;
      }
    }
    return false;
  }
}
