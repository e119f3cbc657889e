package shotdeed.server.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.paper.PaperReader;
import shotdeed.server.paper.PaperPages;
import shotdeed.server.report.ReportLine;

/** Shops choose their names and titles, and pages their addresses. */
class ReportPdfHostileTest {
  private static final float RIGHT = PaperPages.LEFT + PaperPages.WIDTH + 0.5f;

  @ParameterizedTest
  @CsvSource({
    "Zażółć gęślą jaźń Ünïcôdé Ελληνικά Кириллица, Zażółć gęślą jaźń Ünïcôdé Ελληνικά Кириллица",
    "e\u0301te\u0301, été",
    "★旗舰店★ ①号 →✓, ★旗舰店★ ①号 →✓",
    "臺灣嚴選 龘 㐀 〇 ㄅㄆㄇ カタカナ, 臺灣嚴選 龘 㐀 〇 ㄅㄆㄇ カタカナ",
    "不丹年 北更, 不丹年 北更",
    "店\uD842\uDFB7名, 店〓名",
    "爆款\uD83D\uDD25\uD83D\uDD25, 爆款〓〓",
    "一家\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67店, 一家〓店",
    "大拇指\uD83D\uDC4D\uD83C\uDFFD, 大拇指〓",
    "한국, 〓〓",
    "a\u202Eb\u2066c\u200Fd\uFEFFe, abcde",
    "x\uD800y, xy",
    "(a\\b)c, (a\\b)c"
  })
  void a_name_is_shown_as_well_as_the_fonts_can(String name, String shown) throws IOException {
    assertThat(PaperReader.text(pdf(name, "t"))).contains(shown);
  }

  @Test
  void a_character_that_cannot_be_shown_is_explained() throws IOException {
    assertThat(PaperReader.text(pdf("爆款\uD83D\uDD25", "t")))
        .contains("〓 stands for a character that this PDF cannot show.");
    assertThat(PaperReader.text(pdf("爆款", "t"))).doesNotContain("〓");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"שלום עולם", "متجر الملابس", "abc שלום 123 متجر (x)",
        "\u0000\u0001\u001b[31mred\u007f", "\u0300\u0301\u0302", "   ", ""})
  void letters_from_right_to_left_and_none_at_all_do_no_harm(String name) throws IOException {
    assertThat(PaperReader.text(pdf(name, name))).contains("Certificate 12", "Page 1 of 1");
  }

  @Test
  void a_name_that_runs_from_right_to_left_is_found_again() throws IOException {
    assertThat(PaperReader.text(pdf("שלום", "t"))).contains("שלום");
  }

  @ParameterizedTest
  @ValueSource(strings = {"W", "图", "\uD83D\uDD25", "a/", "（", "。", "a\u0300", "אב", " a"})
  void a_text_of_ten_thousand_characters_stays_on_its_page(String piece) throws IOException {
    String text = piece.repeat(10_000 / piece.length());
    ReportLine line = PaperSample.line(0, PaperSample.shop(text, text), text);
    byte[] pdf = PaperSample.pdf("en", PaperSample.report(1), List.of(line), Thumbnails.NONE);
    assertThat(PaperReader.rightmost(pdf)).isLessThan(RIGHT);
    assertThat(PaperReader.text(pdf)).contains("SHA-256 ", "Page 1 of");
  }

  @Test
  void titles_of_all_the_characters_there_are_take_no_longer_and_leave_room_for_the_last_words()
      throws IOException {
    List<ReportLine> lines = IntStream.range(0, 0x30000 / 190)
        .mapToObj(i -> {
          StringBuilder title = new StringBuilder();
          IntStream.range(i * 190, (i + 1) * 190).forEach(title::appendCodePoint);
          return PaperSample.line(i, PaperSample.shop("shop", "listing"), title.toString());
        })
        .toList();
    byte[] pdf = PaperSample.pdf("zh-TW", PaperSample.report(lines.size()), lines, Thumbnails.NONE);
    assertThat(pdf).hasSizeLessThan(ReportPdf.MAX_BYTES);
    assertThat(PaperReader.rightmost(pdf)).isLessThan(RIGHT);
    assertThat(PaperReader.end(pdf)).contains("不是平台的說明或認定，也不是對店鋪的處理決定", "〓 代表這份 PDF 無法顯示的字元。");
  }

  @Test
  void a_report_too_large_to_mail_is_cut_and_says_so() throws IOException {
    Random random = new Random(7);
    List<ReportLine> lines = IntStream.range(0, 12_000)
        .mapToObj(i -> {
          StringBuilder address = new StringBuilder("https://x.example/");
          random.ints(1900, 'a', 'z' + 1).forEach(letter -> address.append((char) letter));
          return PaperSample.at(i, PaperSample.served(address.toString()));
        })
        .toList();
    Thumbnails large = new Thumbnails() {
      private final byte[] jpeg = PaperSample.jpeg(1200, 1200, 1);

      @Override
      public byte[] copy(ReportLine line) {
        return jpeg;
      }

      @Override
      public byte[] original(ReportLine line) {
        return jpeg;
      }
    };
    byte[] pdf = PaperSample.pdf("en", PaperSample.report(12_000), lines, large);
    assertThat(pdf).hasSizeLessThan(ReportPdf.MAX_BYTES);
    assertThat(PaperReader.end(pdf)).containsPattern("This PDF holds the first \\d+ of 12000 pictures\\.");
  }

  private static byte[] pdf(String shop, String title) {
    return PaperSample.pdf(
        "en",
        PaperSample.report(1),
        List.of(PaperSample.line(0, PaperSample.shop(shop, title), title)),
        Thumbnails.NONE);
  }
}
