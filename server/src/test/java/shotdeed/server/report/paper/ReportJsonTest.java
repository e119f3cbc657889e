package shotdeed.server.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;
import shotdeed.server.report.ReportLine;
import shotdeed.server.report.TheftReport;

/** The report for programs. */
class ReportJsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void it_has_one_shape() throws IOException {
    assertThat(json("en", PaperSample.report(1), List.of(PaperSample.line()).iterator()))
        .isEqualTo(MAPPER.readTree(
            """
            {
              "format": "shotdeed-theft-report/1", "language": "en",
              "id": 17, "kind": "daily", "day": "2026-11-22", "zone": "Asia/Shanghai",
              "seller": {"id": 3, "name": "山海摄影"},
              "from": "2026-11-21T00:00:00.000Z", "to": "2026-11-22T00:00:00.000Z",
              "madeAt": "2026-11-22T00:00:03.250Z", "madeBy": null,
              "counts": {"shops": 2, "listings": 3, "findings": 1, "new": 1, "sightings": 2, "licensed": 4, "own": 1,
                "notCopies": 5},
              "coverage": ["3 shops, 12 listings and 140 pictures were examined.", "2 pictures could not be fetched."],
              "examined": null,
              "statement": null,
              "not": "It is a record of what the team’s browsers saw on the pages that they opened. It is no statement \
            by a marketplace and no decision about a shop, and it says nothing about pages that nobody opened.",
              "lines": [{
                "place": 0, "finding": 900, "sighting": 5000, "new": true, "times": 4,
                "firstSeenAt": "2026-11-19T02:15:00.000Z", "lastSeenAt": "2026-11-21T12:10:45.123Z", "seenBy": "陈晓",
                "state": "new", "stateNow": "complained", "complaint": 88, "returnedAfter": null,
                "shop": {"key": "item.taobao.com 2200114477", "id": "2200114477", "name": "山海服饰专营店"},
                "listing": {"market": "taobao", "site": "item.taobao.com", "id": "680012345678",
                  "title": "春季新款亚麻连衣裙 女 收腰显瘦 中长款",
                  "url": "https://item.taobao.com/item.htm?id=680012345678"},
                "picture": {"url": "https://img.alicdn.com/imgextra/i1/2200114477/O1CN01abc_!!2200114477.jpg",
                  "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                  "places": [{"role": "main", "position": 1}, {"role": "detail", "position": 3}]},
                "certificate": {"id": 12, "title": "Linen dress, front, natural light"},
                "match": {"verdict": "copy", "method": "fingerprint", "distance": 6, "radius": 31, "copyShare": 0.8712},
                "mark": {"certificate": "12", "confidence": 93}
              }]
            }
            """));
  }

  @ParameterizedTest
  @CsvSource({
    "en, No copy was found on the pages looked at.",
    "zh-CN, 在查看过的页面上没有发现盗图线索。",
    "zh-TW, 在查看過的頁面上沒有發現盜圖線索。"
  })
  void an_empty_report_says_no_more_than_it_knows(String language, String statement) throws IOException {
    JsonNode json = json(language, PaperSample.report(0), List.<ReportLine>of().iterator());
    assertThat(json.get("statement").asText()).isEqualTo(statement);
    assertThat(json.get("lines")).isEmpty();
  }

  @Test
  void a_mark_that_nobody_looked_for_differs_from_one_that_was_not_found() throws IOException {
    assertThat(first(PaperSample.marked(null, 0)).get("mark")).isEqualTo(MAPPER.readTree("null"));
    assertThat(first(PaperSample.marked("", 0)).get("mark"))
        .isEqualTo(MAPPER.readTree("{\"certificate\": null, \"confidence\": 0}"));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"}],\\', '\"}],\\'",
    "a\u0000\u0007b, a\u0000\u0007b",
    "爆款\uD83D\uDD25, 爆款\uD83D\uDD25",
    "half \uD83D end, half \uFFFD end",
    "\uDD25, \uFFFD"
  })
  void names_come_back_as_they_were(String name, String read) throws IOException {
    JsonNode line = first(PaperSample.line(0, PaperSample.shop(name, name), name));
    assertThat(line.at("/shop/name").asText()).isEqualTo(read);
    assertThat(line.at("/listing/title").asText()).isEqualTo(read);
    assertThat(line.at("/certificate/title").asText()).isEqualTo(read);
  }

  @Test
  void ten_thousand_pictures_are_ten_thousand_lines() throws IOException {
    assertThat(json("zh-CN", PaperSample.report(10_000), PaperSample.many(10_000)).get("lines")).hasSize(10_000);
  }

  private static JsonNode first(ReportLine line) throws IOException {
    return json("en", PaperSample.report(1), List.of(line).iterator()).at("/lines/0");
  }

  private static JsonNode json(String language, TheftReport report, Iterator<ReportLine> lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportJson.write(out, Texts.in(Language.of(language)), report, "山海摄影", PaperSample.COVERAGE, lines);
    return MAPPER.readTree(out.toByteArray());
  }
}
