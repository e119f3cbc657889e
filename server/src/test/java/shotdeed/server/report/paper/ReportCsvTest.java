package shotdeed.server.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;
import shotdeed.server.report.ReportLine;

/** The report as a table, read back strictly. */
class ReportCsvTest {
  @Test
  void each_picture_is_one_line_below_a_heading() throws IOException {
    List<List<String>> rows = rows("en", List.of(PaperSample.line()));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).containsExactly(
        "Line", "New", "Marketplace", "Website", "Shop", "Shop number", "Title of the listing", "Listing number",
        "Address of the page", "Places", "Address of the picture", "SHA-256", "Certificate",
        "Title of the certificate", "Verdict", "Matched by", "Bits that differ", "Bits that may differ",
        "% of the copy", "Mark read: certificate", "Mark: % clear", "Times seen", "First seen (Asia/Shanghai)",
        "Last seen (Asia/Shanghai)", "Seen by", "State then", "State now", "Complaint", "Finding", "Last sighting",
        "Came back after complaint");
    assertThat(rows.get(1)).containsExactly(
        "1", "yes", "Taobao", "item.taobao.com", "山海服饰专营店", "2200114477", "春季新款亚麻连衣裙 女 收腰显瘦 中长款",
        "680012345678", "https://item.taobao.com/item.htm?id=680012345678", "Main picture 1, Detail picture 3",
        "https://img.alicdn.com/imgextra/i1/2200114477/O1CN01abc_!!2200114477.jpg",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "12",
        "Linen dress, front, natural light", "Copy", "Fingerprint of the picture", "6", "31", "87", "12", "93", "4",
        "2026-11-19 10:15:00", "2026-11-21 20:10:45", "陈晓", "New", "In a complaint", "88", "900", "5000", "");
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 新增, 店铺, 首次发现（Asia/Shanghai）", "zh-TW, 新增, 店鋪, 首次發現（Asia/Shanghai）"})
  void the_heading_is_in_the_readers_language(String language, String fresh, String shop, String first)
      throws IOException {
    assertThat(rows(language, List.of()).get(0)).contains(fresh, shop, first).doesNotHaveDuplicates();
  }

  @Test
  void it_begins_with_the_mark_that_excel_wants_and_is_utf_8() throws IOException {
    byte[] csv = csv("zh-CN", List.of(PaperSample.line()).iterator());
    assertThat(csv).startsWith(0xef, 0xbb, 0xbf);
    assertThat(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString()).endsWith("\r\n");
  }

  @Test
  void figures_that_nobody_knows_are_empty() throws IOException {
    List<String> row = rows("en", List.of(PaperSample.marked(null, 0))).get(1);
    assertThat(row.get(19)).isEmpty();
    assertThat(row.get(20)).isEmpty();
    assertThat(rows("en", List.of(PaperSample.marked("", 0))).get(1).get(19)).isEqualTo("no mark read");
  }

  @Test
  void a_copy_that_came_back_names_the_complaint_after_which_it_was_gone() throws IOException {
    assertThat(rows("en", List.of(PaperSample.returned(71))).get(1)).endsWith("5000", "71");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", "\r=", "\n=", " =", "\u00a0 ="})
  void a_name_that_begins_like_a_formula_is_text(String begin) throws IOException {
    String name = begin + "cmd|' /C calc'!A0";
    List<String> row = rows("en", List.of(PaperSample.line(0, PaperSample.shop(name, name), name))).get(1);
    for (int column : new int[] {4, 6, 13}) {
      assertThat(row.get(column)).startsWith("'").endsWith("cmd|' /C calc'!A0");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'a;=1+1', 'a;''=1+1'",
    "'a; @x', 'a;'' @x'",
    "'x;\"=HYPERLINK(A1);', 'x;''\"=HYPERLINK(A1);'",
    "'x; “ ＂=1', 'x;'' “ ＂=1'",
    "'a;\"b\"', 'a;\"b\"'",
    "a=1, a=1",
    "a-b, a-b",
    "春-夏, 春-夏",
    "'', ''"
  })
  void only_what_a_program_may_compute_is_changed(String name, String cell) throws IOException {
    assertThat(rows("en", List.of(PaperSample.line(0, PaperSample.shop(name, "t"), "t"))).get(1).get(4))
        .isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "say \"hi\"", "\"", "\"\"", "爆款\uD83D\uDD25", ","})
  void commas_and_quotes_come_back_as_they_were(String name) throws IOException {
    assertThat(rows("en", List.of(PaperSample.line(0, PaperSample.shop(name, "t"), "t"))).get(1).get(4))
        .isEqualTo(name);
  }

  @Test
  void a_name_of_several_lines_and_control_characters_takes_one_line() throws IOException {
    String name = "a\r\nb\u0000c\u2028d";
    List<ReportLine> line = List.of(PaperSample.line(0, PaperSample.shop(name, "t"), "t"));
    assertThat(rows("en", line).get(1).get(4)).isEqualTo("a b c d");
    assertThat(new String(csv("en", line.iterator()), StandardCharsets.UTF_8).lines()).hasSize(2);
  }

  @Test
  void an_empty_report_says_that_nothing_was_found_where_somebody_looked_and_what_was_looked_at() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportCsv.write(
        out, Texts.in(Language.of("en")), PaperSample.report(0), PaperSample.COVERAGE, List.<ReportLine>of().iterator());
    List<List<String>> rows = StrictCsv.read(out.toByteArray());
    assertThat(rows).hasSize(4).allMatch(row -> row.size() == 31);
    assertThat(rows).extracting(row -> row.get(0)).containsExactly(
        "Line",
        "# No copy was found on the pages looked at.",
        "# 3 shops, 12 listings and 140 pictures were examined.",
        "# 2 pictures could not be fetched.");
  }

  @Test
  void ten_thousand_pictures_are_ten_thousand_lines() throws IOException {
    byte[] csv = csv("zh-CN", PaperSample.many(10_000));
    assertThat(StrictCsv.read(csv)).hasSize(10_001).allMatch(row -> row.size() == 31);
  }

  private static byte[] csv(String language, Iterator<ReportLine> lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportCsv.write(out, Texts.in(Language.of(language)), PaperSample.report(1), List.of(), lines);
    return out.toByteArray();
  }

  private static List<List<String>> rows(String language, List<ReportLine> lines) throws IOException {
    return StrictCsv.read(csv(language, lines.iterator()));
  }

  /** RFC 4180 and nothing else. */
  private static final class StrictCsv {
    static List<List<String>> read(byte[] csv) {
      String text = new String(csv, StandardCharsets.UTF_8).substring(1);
      List<List<String>> rows = new ArrayList<>();
      List<String> row = new ArrayList<>();
      int at = 0;
      while (at < text.length()) {
        StringBuilder cell = new StringBuilder();
        if (text.charAt(at) == '"') {
          at++;
          while (text.charAt(at) != '"' || text.charAt(at + 1) == '"') {
            at += text.charAt(at) == '"' ? 1 : 0;
            cell.append(text.charAt(at++));
          }
          at++;
        } else {
          while (",\r".indexOf(text.charAt(at)) < 0) {
            assertThat("\"\n".indexOf(text.charAt(at))).as("a bare quote or line end").isNegative();
            cell.append(text.charAt(at++));
          }
        }
        row.add(cell.toString());
        if (text.charAt(at) == ',') {
          at++;
        } else {
          assertThat(text.startsWith("\r\n", at)).isTrue();
          at += 2;
          rows.add(row);
          row = new ArrayList<>();
        }
      }
      return rows;
    }
  }
}
