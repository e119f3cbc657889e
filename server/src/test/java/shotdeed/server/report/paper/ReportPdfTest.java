package shotdeed.server.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.paper.PaperReader;
import shotdeed.server.report.ReportLine;
import shotdeed.server.report.TheftReport;

/** The report as PDF, read back with a reader. */
class ReportPdfTest {
  private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  @Test
  void it_says_what_it_is_what_was_looked_at_and_each_picture_in_reading_order() throws IOException {
    byte[] pdf = pdf("en", List.of(PaperSample.line()));
    assertThat(PaperReader.text(pdf)).containsSubsequence(
        "Daily theft report 2026-11-22",
        "Seller", "山海摄影 Shanhai Foto",
        "Covers what was told", "from 2026-11-21 08:00 to 2026-11-22 08:00",
        "Times", "China Time (Asia/Shanghai)",
        "Made", "2026-11-22 08:00",
        "Report", "17",
        "Shops", "2",
        "Listings", "3",
        "Left out", "licensed 4, own shops 1, judged not to be a copy 5",
        "What was looked at",
        "3 shops, 12 listings and 140 pictures were examined.",
        "2 pictures could not be fetched.",
        "山海服饰专营店",
        "Taobao · item.taobao.com · 2200114477",
        "春季新款亚麻连衣裙 女 收腰显瘦 中长款",
        "https://item.taobao.com/item.htm?id=680012345678",
        "New", "Certificate 12 · Linen dress, front, natural light",
        "Copy · Fingerprint of the picture · 6 of 256 bits differ; up to 31 count as a copy · 87 % of the copy",
        "Main picture 1, Detail picture 3 · times seen: 4, first 2026-11-19 10:15, last 2026-11-21 20:10, by 陈晓",
        "State when the report was made: New · complaint 88 · mark read: certificate 12, 93 % clear",
        "SHA-256 " + HASH,
        "https://img.alicdn.com/imgextra/i1/2200114477/O1CN01abc_!!2200114477.jpg",
        "What this report is not",
        "It is a record of what the team’s browsers saw",
        "Page 1 of 1");
  }

  @ParameterizedTest
  @CsvSource({
    "zh-CN, 每日盗图报告 2026-11-22, 2026-11-21 08:00 至 2026-11-22 08:00, 中国时间, 主图 1、详情图 3, 第 1 页，共 1 页",
    "zh-TW, 每日盜圖報告 2026-11-22, 2026-11-21 08:00 至 2026-11-22 08:00, 中國時間, 主圖 1、描述圖 3, 第 1 頁，共 1 頁"
  })
  void it_is_written_in_chinese_that_a_search_finds(
      String language, String title, String period, String zone, String places, String page) throws IOException {
    assertThat(PaperReader.text(pdf(language, List.of(PaperSample.line()))))
        .containsSubsequence(title, period, zone, "山海服饰专营店", places, page);
  }

  @Test
  void who_asked_for_it_is_named() throws IOException {
    TheftReport daily = PaperSample.report(1);
    TheftReport asked = new TheftReport(
        18, 3, false, daily.day(), daily.zone(), daily.from(), daily.to(), daily.madeAt(), "王芳",
        daily.counts(), "", null);
    String text = PaperReader.text(PaperSample.pdf("en", asked, List.of(PaperSample.line()), Thumbnails.NONE));
    assertThat(text).contains("2026-11-22 08:00, asked for by 王芳").doesNotContain("Daily");
  }

  @ParameterizedTest
  @CsvSource({
    "en, No copy was found on the pages looked at., theft",
    "zh-CN, 在查看过的页面上没有发现盗图线索。, 没有盗图",
    "zh-TW, 在查看過的頁面上沒有發現盜圖線索。, 沒有盜圖"
  })
  void an_empty_report_says_no_more_than_it_knows(String language, String sentence, String never) throws IOException {
    String text = PaperReader.text(PaperSample.pdf(language, PaperSample.report(0), List.of(), Thumbnails.NONE));
    assertThat(text).contains(sentence, PaperSample.COVERAGE.get(0));
    assertThat(text.replace("theft report", "")).doesNotContain(never);
  }

  @Test
  void only_what_is_new_is_marked_as_new() throws IOException {
    ReportLine old = PaperSample.line(1, PaperSample.line().listing(), "Linen dress, back");
    String text = PaperReader.text(pdf("en", List.of(old)));
    assertThat(text).contains("Certificate 12 · Linen dress, back").doesNotContain("New Certificate");
    assertThat(PaperReader.text(pdf("en", List.of(PaperSample.line())))).contains("New Certificate 12");
  }

  @Test
  void a_mark_that_names_another_certificate_is_said_to_and_one_that_nobody_looked_for_is_not_mentioned()
      throws IOException {
    assertThat(PaperReader.text(pdf("en", List.of(PaperSample.marked("77", 81)))))
        .contains("mark read: certificate 77, 81 % clear – not");
    assertThat(PaperReader.text(pdf("en", List.of(PaperSample.marked("", 0))))).contains("no mark read");
    assertThat(PaperReader.text(pdf("en", List.of(PaperSample.marked(null, 0))))).doesNotContain("mark read");
  }

  @Test
  void a_copy_that_came_back_is_said_to_with_the_complaint_after_which_it_was_gone() throws IOException {
    assertThat(PaperReader.text(pdf("en", List.of(PaperSample.returned(71))))).contains("came back after complaint 71");
    assertThat(PaperReader.text(pdf("zh-CN", List.of(PaperSample.returned(71))))).contains("投诉 71 后再次上架");
  }

  @Test
  void addresses_are_links_if_a_browser_may_follow_them() throws IOException {
    assertThat(PaperReader.links(pdf("en", List.of(PaperSample.line()))))
        .containsExactly(
            "https://item.taobao.com/item.htm?id=680012345678",
            "https://img.alicdn.com/imgextra/i1/2200114477/O1CN01abc_!!2200114477.jpg");
    for (String address : List.of(
        "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https:///x", "https://a b/", "//x.example",
        "",
        "https://x.example/" + "a".repeat(2000))) {
      assertThat(PaperReader.links(pdf("en", List.of(PaperSample.served(address))))).as(address).hasSize(1);
    }
    assertThat(PaperReader.links(pdf("en", List.of(PaperSample.served("HTTPS://例.example/图.jpg")))))
        .hasSize(1);
    assertThat(PaperReader.links(pdf("en", List.of(PaperSample.served("https://img.example/图.jpg")))))
        .contains("https://img.example/%E5%9B%BE.jpg");
  }

  @Test
  void it_has_a_language_a_title_bookmarks_by_shop_tags_and_page_numbers() throws IOException {
    byte[] pdf = pdf("zh-TW", PaperSample.list(PaperSample.many(75)));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-TW");
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("每日盜圖報告 2026-11-22 · 山海摄影 Shanhai Foto");
      assertThat(document.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(Instant.parse("2026-11-22T00:00:03Z"));
      assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids()).hasSize(1);
      assertThat(document.getDocumentCatalog().getDocumentOutline().children())
          .extracting(PDOutlineItem::getTitle)
          .containsExactly("山海服饰专营店0", "山海服饰专营店1", "山海服饰专营店2");
      int pages = document.getNumberOfPages();
      assertThat(PaperReader.text(pdf)).contains("第 " + pages + " 頁，共 " + pages + " 頁");
    }
  }

  @Test
  void a_page_that_begins_within_a_listing_says_which() throws IOException {
    String text = PaperReader.end(pdf("en", PaperSample.list(PaperSample.many(9))));
    assertThat(text).contains("山海服饰专营店0 · 春季新款亚麻连衣裙 女 收腰显瘦 中长款 0");
  }

  @Test
  void its_fonts_are_within_it_and_hold_only_what_is_used() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf("zh-CN", List.of(PaperSample.line())))) {
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        PDFont font = document.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getName()).containsPattern("^[A-Z]{6}\\+");
      }
    }
    assertThat(pdf("zh-CN", List.of(PaperSample.line()))).hasSizeLessThan(100_000);
  }

  @Test
  void the_same_report_gives_the_same_bytes() {
    List<ReportLine> lines = PaperSample.list(PaperSample.many(40));
    assertThat(PaperSample.pdf("zh-CN", PaperSample.report(40), lines, PaperSample.thumbnails()))
        .isEqualTo(PaperSample.pdf("zh-CN", PaperSample.report(40), lines, PaperSample.thumbnails()));
  }

  /** The pages are kept in {@code target/paper}, to be looked at. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
  void its_pages_can_be_drawn(String language) throws IOException {
    byte[] pdf = PaperSample.pdf(
        language, PaperSample.report(75), PaperSample.list(PaperSample.many(75)), PaperSample.thumbnails());
    File folder = new File("target/paper");
    folder.mkdirs();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int last = document.getNumberOfPages() - 1;
      for (int page : new int[] {0, 1, last}) {
        BufferedImage drawn = new PDFRenderer(document).renderImageWithDPI(page, 90);
        ImageIO.write(drawn, "png", new File(folder, language + "-" + page + ".png"));
        assertThat(dark(drawn)).as("page %d", page).isGreaterThan(1000);
      }
    }
  }

  private static long dark(BufferedImage image) {
    int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    long dark = 0;
    for (int pixel : pixels) {
      dark += (pixel >> 8 & 0xff) < 100 ? 1 : 0;
    }
    return dark;
  }

  @Test
  void pictures_stand_beside_the_first_two_hundred_lines_and_an_original_is_held_once() throws IOException {
    List<ReportLine> lines = PaperSample.list(PaperSample.many(210));
    Thumbnails small = PaperSample.thumbnails(40);
    byte[] pdf = PaperSample.pdf("en", PaperSample.report(210), lines, small);
    // Of each seven copies one is gone.
    long copies = lines.stream().limit(200).filter(line -> line.place() % 7 != 3).count();
    assertThat(PaperReader.pictures(pdf)).isEqualTo((int) copies + 200);
    byte[] again = PaperSample.pdf("en", PaperSample.report(2), List.of(lines.get(0), lines.get(0)), small);
    assertThat(again.length - PaperSample.pdf("en", PaperSample.report(1), lines.subList(0, 1), small).length)
        .isLessThan(PaperSample.jpeg(40, 40, 1).length);
  }

  @Test
  void pictures_that_are_gone_broken_or_fail_to_be_read_are_grey_boxes() throws IOException {
    Thumbnails broken = new Thumbnails() {
      @Override
      public byte[] copy(ReportLine line) throws IOException {
        throw new IOException("gone");
      }

      @Override
      public byte[] original(ReportLine line) {
        return new byte[] {1, 2, 3};
      }
    };
    byte[] pdf = PaperSample.pdf("en", PaperSample.report(1), List.of(PaperSample.line()), broken);
    assertThat(PaperReader.pictures(pdf)).isZero();
    assertThat(PaperReader.text(pdf)).contains("Original", "Picture on the listing", "SHA-256 " + HASH);
  }

  @Test
  void screen_readers_are_told_what_a_picture_is() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf("en", List.of(PaperSample.line())))) {
      List<String> words = StreamSupport.stream(document.getDocument().getXrefTable().keySet().spliterator(), false)
          .map(key -> document.getDocument().getObjectFromPool(key).getObject())
          .filter(COSDictionary.class::isInstance)
          .map(object -> ((COSDictionary) object).getString(COSName.ALT))
          .filter(Objects::nonNull)
          .toList();
      assertThat(words).containsExactlyInAnyOrder("Original, Certificate 12", "Picture on the listing, Certificate 12");
    }
  }

  private static byte[] pdf(String language, List<ReportLine> lines) {
    return PaperSample.pdf(language, PaperSample.report(lines.size()), lines, Thumbnails.NONE);
  }
}
