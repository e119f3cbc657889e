package shotdeed.server.verify;

import java.util.ArrayList;
import java.util.List;
import shotdeed.ledger.LogRecord;
import shotdeed.ledger.verify.Check;
import shotdeed.ledger.verify.Logged;
import shotdeed.ledger.verify.Verdict;
import shotdeed.ledger.verify.Verification;

/**
 * What the result of checking a bundle says, in words: the same in a terminal, on the server's page and in the offline
 * page, for which it is compiled to JavaScript.
 */
public final class ResultText {
  private static final String CERTIFICATE = "certificate";

  private final Verification result;
  private final Words words;

  /** The words of a language. */
  public interface Words {
    /** A text with its places filled. */
    String of(String key, Object... values);

    /** Whether there is such a text. */
    boolean has(String key);
  }

  /** A line about a part. */
  public record Line(boolean ok, String part, String text) {}

  /** A name and its value. */
  public record Fact(String name, String value) {}

  public ResultText(Verification result, Words words) {
    this.result = result;
    this.words = new Plain(words);
  }

  /** Fills in values as plain text: what a bundle says is not trusted with a terminal or the direction of writing. */
  private record Plain(Words words) implements Words {
    private static final int MAX = 300;

    @Override
    public String of(String key, Object... values) {
      Object[] plain = new Object[values.length];
      for (int i = 0; i < values.length; i++) {
        plain[i] = text(String.valueOf(values[i]));
      }
      return words.of(key, plain);
    }

    @Override
    public boolean has(String key) {
      return words.has(key);
    }

    static String text(String value) {
      StringBuilder text = new StringBuilder(value.length() > MAX ? value.substring(0, MAX) + "\u2026" : value);
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean control = c < ' ' || c >= 0x7f && c <= 0x9f;
        boolean direction = c >= 0x200b && c <= 0x200f || c >= 0x2028 && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
        if (control || direction || c == 0x61c || c == 0xfeff) {
          text.setCharAt(i, '\ufffd');
        }
      }
      return text.toString();
    }
  }

  /** The verdict in a few words. */
  public String verdict() {
    return words.of("verify.verdict." + result.verdict().text());
  }

  /** What the verdict means. */
  public String means() {
    if (result.verdict() == Verdict.TAMPERED) {
      return result.contents() == null
          ? words.of("verify.means.unreadable")
          : words.of("verify.means.tampered");
    }
    return words.of("verify.means." + result.verdict().text());
  }

  /**
   * Which bundle it says it is; none if its list of contents could not be read. Where the verdict is that it was tampered
   * with, nothing vouches for them.
   */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    if (result.contents() != null) {
      facts.add(fact("complaint", String.valueOf(result.contents().complaint())));
      facts.add(fact("packed", time(result.contents().packed())));
      facts.add(fact("origin", result.contents().origin()));
      facts.add(fact("key", grouped(result.fingerprint())));
    }
    return facts;
  }

  private Fact fact(String name, String value) {
    return new Fact(words.of("verify.fact." + name), Plain.text(value));
  }

  /** What the bundle proves; nothing if it was tampered with. */
  public List<String> proven() {
    List<String> lines = new ArrayList<>();
    if (result.verdict() == Verdict.TAMPERED) {
      return lines;
    }
    lines.add(words.of("verify.proven.whole", result.contents().files().size()));
    for (Logged each : result.records()) {
      String key = "verify.proven." + each.record().kind();
      if (words.has(key)) {
        lines.add(proven(key, each));
      }
    }
    return lines;
  }

  private String proven(String key, Logged each) {
    String time = time(each.record().time());
    String text = switch (each.record().kind()) {
      case "evidence" -> words.of(key, each.record().field("sealed-parts"), time);
      case CERTIFICATE -> words.of(
          key,
          each.record().field(CERTIFICATE),
          time,
          code("grade", each.record().field("grade")),
          each.record().field("original-sha256"));
      case "predecessor" -> words.of(key, each.record().field("origin"), each.record().field("size"));
      case "decision" -> words.of(key, each.record().field(CERTIFICATE), time, decision(each.record(), words));
      default -> words.of(
          key, each.record().field(CERTIFICATE), time, code("certificate.state", each.record().field("state")));
    };
    return sentences(text, existed(each));
  }

  /** Whose word a record's time is. */
  private String existed(Logged each) {
    if (each.by().isEmpty()) {
      return words.of("verify.time.own");
    }
    Logged.Attested first = each.by().get(0);
    return words.of("verify.time." + first.kind(), time(first.time()), first.who());
  }

  /** What the bundle cannot prove, whatever the verdict. */
  public List<String> open() {
    List<String> lines = new ArrayList<>();
    if (result.verdict() == Verdict.UNKNOWN_KEY) {
      lines.add(words.of("verify.open.key"));
    }
    boolean own = false;
    boolean others = false;
    for (Logged each : result.records()) {
      own |= each.by().isEmpty();
      others |= !each.by().isEmpty();
    }
    if (others && result.verdict() != Verdict.TAMPERED) {
      lines.add(words.of("verify.open.authority"));
    }
    if (own && result.verdict() != Verdict.TAMPERED) {
      lines.add(words.of("verify.open.time"));
    }
    lines.add(words.of("verify.open.collected"));
    lines.add(words.of("verify.open.packed"));
    lines.add(words.of("verify.open.right"));
    if (result.verdict() != Verdict.TAMPERED) {
      lines.add(words.of("verify.open.after", time(result.contents().packed())));
    }
    return lines;
  }

  /** Part by part, what does not hold first. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Check check : result.faults()) {
      lines.add(line(check));
    }
    for (Check check : result.checks()) {
      if (check.ok()) {
        lines.add(line(check));
      }
    }
    return lines;
  }

  private Line line(Check check) {
    String key = "verify.check." + check.code() + (check.ok() ? ".ok" : ".bad");
    Object[] values = values(check);
    // Of what can go wrong in several ways, the way is the first value or whether another part is named.
    String way = check.ok() ? "" : way(check);
    String whole = way.isEmpty() || !words.has(key + "." + way) ? key : key + "." + way;
    return new Line(check.ok(), check.part(), words.of(whole, values));
  }

  private static String way(Check check) {
    boolean other = switch (check.code()) {
      case Check.FILE -> !check.values().get(2).isEmpty();
      case Check.MISSING -> !check.values().get(1).isEmpty();
      case Check.EXTRA -> !check.values().get(0).isEmpty();
      default -> false;
    };
    if (other) {
      return "other";
    }
    return check.values().isEmpty() ? "" : check.values().get(0);
  }

  private static Object[] values(Check check) {
    Object[] values = new Object[check.values().size()];
    for (int i = 0; i < values.length; i++) {
      String value = check.values().get(i);
      boolean timed = check.ok() && i == 1 && (check.code().equals(Check.STAMP) || check.code().equals(Check.WITNESS));
      values[i] = timed ? time(value) : value;
    }
    return values;
  }

  private String code(String prefix, String code) {
    return code(words, prefix, code);
  }

  private static String code(Words words, String prefix, String code) {
    String key = prefix + "." + code;
    return words.has(key) ? words.of(key) : code;
  }

  /** What a record about a decision says. */
  public static String decision(LogRecord record, Words words) {
    String stage = record.field("stage");
    String decision = record.field("decision");
    return stage.equals("dispute")
        ? words.of("verify.dispute", code(words, "dispute.outcome", decision))
        : code(words, "review." + stage, decision);
  }

  private String sentences(String first, String second) {
    return first + words.of("verify.blank") + second;
  }

  /** {@code 2026-11-22T10:00:00Z} as people read it. */
  public static String time(String iso) {
    boolean known = iso.length() >= 20 && iso.charAt(10) == 'T' && iso.endsWith("Z");
    return known ? iso.substring(0, 10) + " " + iso.substring(11, 19) + " UTC" : iso;
  }

  /** A fingerprint in groups of eight digits, so that two can be compared by eye. */
  public static String grouped(String fingerprint) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < fingerprint.length(); i++) {
      text.append(i > 0 && i % 8 == 0 ? " " : "").append(fingerprint.charAt(i));
    }
    return text.toString();
  }
}
