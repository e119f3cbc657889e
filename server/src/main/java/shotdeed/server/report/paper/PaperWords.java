package shotdeed.server.report.paper;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import shotdeed.model.Method;
import shotdeed.model.SightingState;
import shotdeed.server.platform.Texts;
import shotdeed.server.report.ReportLine;
import shotdeed.server.report.TheftReport;

/** What the files say about a report and a picture, in one language and by the seller's own clock. */
final class PaperWords {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final Set<String> ROLES = Set.of("main", "sku", "detail", "review");
  private static final Set<String> MARKETS = Set.of("taobao", "tmall");

  private final Texts texts;
  private final ZoneId zone;

  PaperWords(Texts texts, ZoneId zone) {
    this.texts = texts;
    this.zone = zone;
  }

  String of(String key, Object... values) {
    return texts.get(key, values);
  }

  String language() {
    return texts.language().tag();
  }

  String title(TheftReport report) {
    return of(report.daily() ? "paper.title" : "paper.title.demand");
  }

  /** Such as {@code 2026-11-22 08:00}. */
  String time(Instant time) {
    return TIME.format(time.atZone(zone));
  }

  /** Such as {@code 2026-11-22 08:00:03}, which tables take for a time. */
  String second(Instant time) {
    return SECOND.format(time.atZone(zone));
  }

  /** Such as {@code China Time (Asia/Shanghai)}. */
  String zone() {
    ZoneId plain = zone.normalized();
    if (plain instanceof ZoneOffset) {
      return plain.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + plain.getId();
    }
    Locale locale = Locale.forLanguageTag(language());
    return zone.getDisplayName(TextStyle.FULL, locale) + " (" + zone.getId() + ")";
  }

  String market(ReportLine line) {
    String market = line.listing().market();
    return of("market." + (MARKETS.contains(market) ? market : "other"));
  }

  /** The shop's name, else its number, else that nobody knows it. */
  String shop(ReportLine line) {
    for (String name : List.of(line.listing().shopName(), line.listing().shopId())) {
      if (!name.isBlank()) {
        return name;
      }
    }
    return of("sighting.no-shop");
  }

  /** Such as {@code Main picture 1, Detail picture 3}. */
  String places(ReportLine line) {
    return line.places().stream()
        .map(place ->
            of("sighting.place." + (ROLES.contains(place.role()) ? place.role() : "other"), place.position()))
        .collect(Collectors.joining(of("paper.comma")));
  }

  String verdict(ReportLine line) {
    return of("verdict." + line.verdict());
  }

  String method(ReportLine line) {
    return of("method." + line.method());
  }

  String state(SightingState state) {
    return of("sighting.state." + state.text());
  }

  /** Whether it was compared by fingerprint, so that the bits that differ say something. */
  static boolean hasDistance(ReportLine line) {
    return line.method().equals(Method.FINGERPRINT.text()) && line.radius() > 0;
  }

  /** Whole per cent of the copy that the same part covers. */
  static int percent(ReportLine line) {
    return (line.copyShare() + 50) / 100;
  }

  /** Verdict, method and figures. */
  String match(ReportLine line) {
    List<String> parts = new ArrayList<>(List.of(verdict(line), method(line)));
    if (hasDistance(line)) {
      parts.add(of("sighting.distance", line.distance(), line.radius()));
    }
    if (line.copyShare() > 0) {
      parts.add(of("report.share", percent(line)));
    }
    return String.join(" · ", parts);
  }

  /** What was read of a mark; empty if nobody looked. */
  String mark(ReportLine line) {
    if (line.mark() == null) {
      return "";
    }
    if (!line.mark().found()) {
      return of("paper.mark.none");
    }
    String key = line.mark().namesOther(line.certificate()) ? "paper.mark.other" : "paper.mark.clear";
    return of(key, line.mark().number(), line.mark().confidence());
  }

  /** Where it stands on the listing and when it was seen. */
  String seen(ReportLine line) {
    String times =
        of("paper.seen", line.times(), time(line.firstSeenAt()), time(line.seenAt()), line.seenBy());
    return places(line) + " · " + times;
  }

  /** How it stood when the report was made, the complaint that holds it, and the mark. */
  String standing(ReportLine line) {
    List<String> parts = new ArrayList<>();
    parts.add(of("paper.state", state(line.state())));
    if (line.complaint() != 0) {
      parts.add(of("paper.state.complaint", line.complaint()));
    }
    if (line.returnedAfter() != 0) {
      parts.add(of("paper.returned", line.returnedAfter()));
    }
    if (line.mark() != null) {
      parts.add(mark(line));
    }
    return String.join(" · ", parts);
  }

  /** The lines under the title: a name and what it is. */
  List<List<String>> head(TheftReport report, String seller) {
    List<List<String>> head = new ArrayList<>();
    head.add(List.of(of("paper.seller"), seller));
    head.add(List.of(of("paper.period"), of("paper.period.of", time(report.from()), time(report.to()))));
    head.add(List.of(of("paper.zone"), zone()));
    String made = time(report.madeAt());
    head.add(List.of(
        of("paper.made"), report.madeBy() == null ? made : of("paper.made.by", made, report.madeBy())));
    head.add(List.of(of("paper.number"), Integer.toString(report.id())));
    return head;
  }

  List<List<String>> counts(TheftReport.Counts counts) {
    return List.of(
        List.of(of("paper.count.shops"), Integer.toString(counts.shops())),
        List.of(of("paper.count.listings"), Integer.toString(counts.listings())),
        List.of(of("paper.count.findings"), Integer.toString(counts.findings())),
        List.of(of("paper.count.new"), Integer.toString(counts.fresh())),
        List.of(of("paper.count.sightings"), Integer.toString(counts.sightings())),
        List.of(
            of("paper.count.left-out"),
            of("paper.count.left-out.of", counts.licensed(), counts.own(), counts.dismissed())));
  }
}
