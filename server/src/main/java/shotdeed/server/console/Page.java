package shotdeed.server.console;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Texts;
import shotdeed.server.platform.Times;

/**
 * What every page shows around its own content, and the words and formats that its template uses. The templates escape
 * all of it.
 *
 * @param texts the words of the page's language
 * @param caller who is signed in, or {@code null}
 * @param csrf the token for the page's forms; empty if nobody is signed in
 * @param section which entry of the menu the page belongs to; empty for none
 * @param here address that shows the page again after the language was changed
 * @param notice what the step before this page did, or {@code null}
 * @param problem why the step before this page was not taken, or {@code null}
 */
public record Page(
    Texts texts, Caller caller, String csrf, String section, String here, String notice, Refused problem) {
  private static final long KIB = 1024;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** The words under a key, their places filled. */
  public String t(String key, Object... values) {
    return texts.get(key, values);
  }

  /** The words under {@code prefix.code}; the code itself where the words do not know it yet. */
  public String code(String prefix, String code) {
    String key = prefix + "." + code;
    return texts.keys().contains(key) ? texts.get(key) : code;
  }

  /** Sentences one after the other, empty ones left out: a blank stands between them in English only. */
  public String sentences(String... each) {
    return Stream.of(each)
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(texts.language() == Language.ENGLISH ? " " : ""));
  }

  /** Whether the menu's entry is the page's. */
  public boolean in(String entry) {
    return section.equals(entry);
  }

  /** Whether the step was not taken because of this field of its form. */
  public boolean wrong(String field) {
    return problem != null && problem.error() == Errors.FIELD_INVALID && field.equals(problem.values().get(0));
  }

  /**
   * What describes a field to who cannot see it: the hint below it and, while the field is wrong, the problem above.
   *
   * @return for {@code aria-describedby}; {@code null} if there is nothing
   */
  public String describes(String field, boolean hint) {
    String below = hint ? field + "-hint" : null;
    if (!wrong(field)) {
      return below;
    }
    return below == null ? "problem" : "problem " + below;
  }

  /** Why the step was not taken, without the names that programs have for fields. */
  public String problemTitle() {
    if (problem.error() != Errors.FIELD_INVALID) {
      return problem.title(texts);
    }
    String key = "field." + problem.values().get(0);
    return t(texts.keys().contains(key) ? key : "field");
  }

  /** What to do about it. */
  public String problemDetail() {
    if (problem.error() == Errors.WRONG_STATE) {
      return t(problem.error().detailKey(), stateWords(String.valueOf(problem.values().get(0))));
    }
    return problem.error() == Errors.FIELD_INVALID ? t("field.detail") : problem.detail(texts);
  }

  private String stateWords(String state) {
    for (String family : List.of("accused.stage", "certificate.state", "complaint.state", "sighting.state")) {
      if (texts.keys().contains(family + "." + state)) {
        return code(family, state);
      }
    }
    return state;
  }

  /** A time to the minute, by the server's own clock and zone, which the foot of each page names. */
  public String time(Instant time) {
    return MINUTE.withZone(ZoneId.systemDefault()).format(time);
  }

  /** A time to the minute, by the clock of its own zone. */
  public String time(ZonedDateTime time) {
    return MINUTE.format(time);
  }

  /** An hour of the day, such as {@code 08:00}. */
  public String hour(int hour) {
    return LocalTime.of(hour, 0).toString();
  }

  /** A time for {@code datetime}. */
  public String iso(Instant time) {
    return Times.text(time);
  }

  /** Name of the zone that times are shown in. */
  public String zone() {
    return zone(ZoneId.systemDefault(), texts.language());
  }

  /** A zone in words; one that keeps a constant distance from UTC by that distance. */
  static String zone(ZoneId zone, Language language) {
    ZoneId plain = zone.normalized();
    if (plain instanceof ZoneOffset) {
      return plain.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + plain.getId();
    }
    return zone.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language.tag()));
  }

  /** A file's size. */
  public String size(long bytes) {
    if (bytes < KIB) {
      return bytes + " B";
    }
    long tenths = bytes * 10 / (bytes < KIB * KIB ? KIB : KIB * KIB);
    String number = tenths >= 100 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
    return number + (bytes < KIB * KIB ? " KiB" : " MiB");
  }
}
