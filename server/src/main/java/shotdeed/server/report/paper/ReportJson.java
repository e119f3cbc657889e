package shotdeed.server.report.paper;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import shotdeed.server.coverage.Coverage;
import shotdeed.server.coverage.Coverage.Changed;
import shotdeed.server.coverage.Coverage.Figures;
import shotdeed.server.platform.Texts;
import shotdeed.server.platform.Times;
import shotdeed.server.report.LookedAt;
import shotdeed.server.report.ReportLine;
import shotdeed.server.report.TheftReport;
import shotdeed.server.watch.Watched;

/**
 * The theft report for programs: one JSON object (UTF-8), written line by line.
 *
 * <pre>{@code
 * {
 *   "format": "shotdeed-theft-report/1",
 *   "language": "zh-CN",                      of the sentences in coverage, statement and not
 *   "id": 17, "kind": "daily" | "demand", "day": "2026-11-22", "zone": "Asia/Shanghai",
 *   "seller": {"id": 3, "name": "…"},
 *   "from": time, "to": time, "madeAt": time, "madeBy": "…" | null,
 *   "counts": {"shops", "listings", "findings", "new", "sightings", "licensed", "own", "notCopies"},
 *   "coverage": ["…"],                        what was looked at; may be empty
 *   "examined": null | {                      the same in numbers; null if nothing is known
 *     "from": "2026-11-21", "to": "2026-11-22",  days of the browsers' calendars, both included
 *     "shops", "listings", "pictures", "failed", "reasons": {"unreachable": 2},
 *     "markets": {"taobao": {"shops", "listings", "pictures", "failed", "reasons"}},
 *     "browsers": {"told": 2, "silent": 1},
 *     "changed": [{"site": "amazon", "part": "title" | "shop" | "main" | "data", "listings", "since": "2026-11-20",
 *       "browsers"}],                         pages that did not show a part
 *     "watchList": {"entries", "unvisited", "first": [{"kind": "listing" | "shop", "name", "url"}]}
 *   },
 *   "statement": "…" | null,                  of a report without pictures: that none was found on the pages looked at
 *   "not": "…",                               what the report is not
 *   "lines": [{
 *     "place": 0, "finding": 900, "sighting": 5000, "new": true, "times": 4,
 *     "firstSeenAt": time, "lastSeenAt": time, "seenBy": "…",
 *     "state": "new", "stateNow": "complained", "complaint": 88 | null, "returnedAfter": 71 | null,
 *     "shop": {"key", "id", "name"},
 *     "listing": {"market", "site", "id", "title", "url"},
 *     "picture": {"url", "sha256", "places": [{"role": "main", "position": 1}]},
 *     "certificate": {"id": 12, "title": "…"},
 *     "match": {"verdict", "method", "distance" | null, "radius" | null, "copyShare": 0.8712 | null},
 *     "mark": null | {"certificate": "12" | null, "confidence": 93}
 *   }]
 * }
 * }</pre>
 *
 * <p>A time is ISO 8601 in UTC, such as {@code 2026-11-21T12:10:45.123Z}. States, verdicts, methods and roles are the
 * codes of the API. {@code distance} and {@code radius} are bits of 256, there where fingerprints were compared;
 * {@code copyShare} is the share of the copy that the same part covers; {@code returnedAfter} is the complaint
 * after which the copy was gone before it came back; {@code mark} is {@code null} if nobody looked for one, its {@code certificate} if none was found. Texts and addresses that came from pages are as the browser told
 * them: whoever shows them escapes them, and follows an address only if it is http or https.
 */
public final class ReportJson {
  /** Changes when a member changes its meaning or goes. */
  static final String FORMAT = "shotdeed-theft-report/1";

  private static final Pattern HALF = Pattern.compile("[\\ud800-\\udfff]");

  private static final JsonFactory JSON = new JsonFactory();

  private ReportJson() {}

  /**
   * @param out is flushed, not closed
   * @param seller name of the seller
   * @param coverage what was looked at, in whole sentences; empty if nothing is known
   * @param lines in their order
   */
  public static void write(
      OutputStream out,
      Texts texts,
      TheftReport report,
      String seller,
      List<String> coverage,
      Iterator<ReportLine> lines)
      throws IOException {
    JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeStringField("format", FORMAT);
    json.writeStringField("language", texts.language().tag());
    head(json, report, seller);
    counts(json, report.counts());
    json.writeArrayFieldStart("coverage");
    for (String sentence : coverage) {
      json.writeString(sentence);
    }
    json.writeEndArray();
    examined(json, LookedAt.of(report));
    json.writeStringField("statement", report.isEmpty() ? texts.get("report.none") : null);
    json.writeStringField("not", texts.get("paper.not.means"));
    json.writeArrayFieldStart("lines");
    while (lines.hasNext()) {
      line(json, lines.next());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  private static void head(JsonGenerator json, TheftReport report, String seller) throws IOException {
    json.writeNumberField("id", report.id());
    json.writeStringField("kind", report.daily() ? "daily" : "demand");
    json.writeStringField("day", report.day().toString());
    json.writeStringField("zone", report.zone().getId());
    json.writeObjectFieldStart("seller");
    json.writeNumberField("id", report.seller());
    text(json, "name", seller);
    json.writeEndObject();
    json.writeStringField("from", Times.text(report.from()));
    json.writeStringField("to", Times.text(report.to()));
    json.writeStringField("madeAt", Times.text(report.madeAt()));
    text(json, "madeBy", report.madeBy());
  }

  private static void counts(JsonGenerator json, TheftReport.Counts counts) throws IOException {
    json.writeObjectFieldStart("counts");
    json.writeNumberField("shops", counts.shops());
    json.writeNumberField("listings", counts.listings());
    json.writeNumberField("findings", counts.findings());
    json.writeNumberField("new", counts.fresh());
    json.writeNumberField("sightings", counts.sightings());
    json.writeNumberField("licensed", counts.licensed());
    json.writeNumberField("own", counts.own());
    json.writeNumberField("notCopies", counts.dismissed());
    json.writeEndObject();
  }

  private static void examined(JsonGenerator json, Coverage coverage) throws IOException {
    if (coverage == null) {
      json.writeNullField("examined");
      return;
    }
    json.writeObjectFieldStart("examined");
    json.writeStringField("from", coverage.from().toString());
    json.writeStringField("to", coverage.to().toString());
    figures(json, coverage.total());
    json.writeObjectFieldStart("markets");
    for (Map.Entry<String, Figures> market : coverage.markets().entrySet()) {
      json.writeObjectFieldStart(market.getKey());
      figures(json, market.getValue());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeObjectFieldStart("browsers");
    json.writeNumberField("told", coverage.told().size());
    json.writeNumberField("silent", coverage.silent().size());
    json.writeEndObject();
    json.writeArrayFieldStart("changed");
    for (Changed each : coverage.changed()) {
      json.writeStartObject();
      json.writeStringField("site", each.site());
      json.writeStringField("part", each.part());
      json.writeNumberField("listings", each.listings());
      json.writeStringField("since", each.since().toString());
      json.writeNumberField("browsers", each.browsers());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("watchList");
    json.writeNumberField("entries", coverage.watched());
    json.writeNumberField("unvisited", coverage.unvisited());
    json.writeArrayFieldStart("first");
    for (Watched entry : coverage.firstUnvisited()) {
      json.writeStartObject();
      json.writeStringField("kind", entry.kind());
      text(json, "name", entry.name());
      text(json, "url", entry.address());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void figures(JsonGenerator json, Figures figures) throws IOException {
    json.writeNumberField("shops", figures.shops());
    json.writeNumberField("listings", figures.listings());
    json.writeNumberField("pictures", figures.pictures());
    json.writeNumberField("failed", figures.failed());
    json.writeObjectFieldStart("reasons");
    for (Map.Entry<String, Integer> reason : figures.reasons().entrySet()) {
      json.writeNumberField(reason.getKey(), reason.getValue());
    }
    json.writeEndObject();
  }

  private static void line(JsonGenerator json, ReportLine line) throws IOException {
    json.writeStartObject();
    json.writeNumberField("place", line.place());
    json.writeNumberField("finding", line.finding());
    json.writeNumberField("sighting", line.sighting());
    json.writeBooleanField("new", line.fresh());
    json.writeNumberField("times", line.times());
    json.writeStringField("firstSeenAt", Times.text(line.firstSeenAt()));
    json.writeStringField("lastSeenAt", Times.text(line.seenAt()));
    text(json, "seenBy", line.seenBy());
    json.writeStringField("state", line.state().text());
    json.writeStringField("stateNow", line.now().text());
    number(json, "complaint", line.complaint(), line.complaint() != 0);
    number(json, "returnedAfter", line.returnedAfter(), line.returnedAfter() != 0);
    json.writeObjectFieldStart("shop");
    text(json, "key", line.shopKey());
    text(json, "id", line.listing().shopId());
    text(json, "name", line.listing().shopName());
    json.writeEndObject();
    json.writeObjectFieldStart("listing");
    json.writeStringField("market", line.listing().market());
    text(json, "site", line.listing().site());
    text(json, "id", line.listing().listingId());
    text(json, "title", line.listing().title());
    text(json, "url", line.listing().pageUrl());
    json.writeEndObject();
    picture(json, line);
    json.writeObjectFieldStart("certificate");
    json.writeNumberField("id", line.certificate());
    text(json, "title", line.title());
    json.writeEndObject();
    match(json, line);
    json.writeEndObject();
  }

  private static void picture(JsonGenerator json, ReportLine line) throws IOException {
    json.writeObjectFieldStart("picture");
    text(json, "url", line.pictureUrl());
    json.writeStringField("sha256", line.sha256());
    json.writeArrayFieldStart("places");
    for (ReportLine.Place place : line.places()) {
      json.writeStartObject();
      json.writeStringField("role", place.role());
      json.writeNumberField("position", place.position());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void match(JsonGenerator json, ReportLine line) throws IOException {
    json.writeObjectFieldStart("match");
    json.writeStringField("verdict", line.verdict());
    json.writeStringField("method", line.method());
    number(json, "distance", line.distance(), PaperWords.hasDistance(line));
    number(json, "radius", line.radius(), PaperWords.hasDistance(line));
    if (line.copyShare() > 0) {
      json.writeNumberField("copyShare", line.copyShare() / 10_000.0);
    } else {
      json.writeNullField("copyShare");
    }
    json.writeEndObject();
    if (line.mark() == null) {
      json.writeNullField("mark");
      return;
    }
    json.writeObjectFieldStart("mark");
    json.writeStringField("certificate", line.mark().found() ? line.mark().number() : null);
    json.writeNumberField("confidence", line.mark().confidence());
    json.writeEndObject();
  }

  /** Half a character, which no encoding has, becomes the sign for it. */
  private static void text(JsonGenerator json, String name, String text) throws IOException {
    json.writeStringField(name, text == null ? null : HALF.matcher(text).replaceAll("\ufffd"));
  }

  private static void number(JsonGenerator json, String name, int value, boolean known) throws IOException {
    if (known) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }
}
