package shotdeed.server.complain.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.complain.By;
import shotdeed.server.paper.PaperPages;
import shotdeed.server.paper.PaperReader;

class EvidencePdfTest {
  private static String firstPage(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setEndPage(1);
      return stripper.getText(document);
    }
  }

  @Test
  void page_one_says_who_whose_where_and_what_is_proven_and_what_not() throws IOException {
    assertThat(firstPage(EvidenceSample.pdf("en", EvidenceSample.usual())))
        .contains(
            "Evidence for complaint 88",
            "Complainant 溪木服饰 stated by the seller",
            "Accused shop 山海服饰专营店 · 70 · Taobao · item.taobao.com stated by the seller’s browser",
            "Right photograph of certificate 12 verified by the server",
            "Certified before publication: the owner declared when uploading that it was",
            "Basis of the right Taken by myself stated by the seller",
            "Declaration I own these photographs and did not license them to this shop. stated by the seller",
            "春季新款亚麻连衣裙 女 收腰显瘦 中长款 · 680012345678",
            "https://item.taobao.com/item.htm?id=680012345678",
            "Position Main picture 1 stated by the seller’s browser",
            "a small comparison picture, not the original file",
            "collected in the complainant’s own browser, with no third-party witness",
            "It is not a copyright registration",
            "Times are the operator’s own claim: no time-stamp authority and no witness has confirmed them.");
  }

  @Test
  void page_one_is_as_whole_in_chinese() throws IOException {
    assertThat(firstPage(EvidenceSample.pdf("zh-CN", EvidenceSample.usual())))
        .contains("由卖家浏览器陈述", "由服务器核实", "发布前认证", "没有第三方见证", "不是著作权登记", "时间由运营者自述", "主图 1");
    assertThat(firstPage(EvidenceSample.pdf("zh-TW", EvidenceSample.usual())))
        .contains("由賣家瀏覽器陳述", "由伺服器核實", "發布前認證", "沒有第三方見證", "不是著作權登記", "時間由營運者自述", "主圖 1");
  }

  @Test
  void times_that_others_saw_are_said_with_who_saw_them() throws IOException {
    EvidenceCase usual = EvidenceSample.usual();
    byte[] pdf = EvidenceSample.pdf(
        "en", EvidenceSample.of(usual.manifest(), EvidenceSample.STAMPED, EvidenceSample.NO_SCREENSHOT));
    assertThat(firstPage(pdf))
        .contains("existed no later than 2026-11-22 02:05:00 UTC, by Test Authority")
        .doesNotContain("no time-stamp authority");
    assertThat(PaperReader.text(pdf))
        .contains("openssl ts -verify -data stamps/test-authority-1234.checkpoint -in stamps/test-authority-1234.tsr");
  }

  @Test
  void the_following_pages_say_all_that_is_sealed() throws IOException {
    assertThat(PaperReader.text(EvidenceSample.pdf("en", EvidenceSample.usual())))
        .contains(
            "up to 31 may.",
            "92 % of the photograph is in the picture",
            "Of the details compared there, 98 % agree.",
            "It names certificate 12, 93 % clear",
            "Number 12 · Certified before publication · Taken by myself",
            "entry 40, 2026-03-08 02:00:01 UTC",
            "2026-11-22 01:58:01 UTC stated by the seller’s browser",
            "2026-11-22 01:58:03 UTC verified by the server",
            "extension 1.0.0; browser Chrome 142 on Windows; language zh-CN",
            "No screenshot, because: The tab no longer showed the listing.",
            "shotdeed/3f9a00112233aabb",
            "verify --key FINGERPRINT shotdeed-complaint-88.zip",
            "It must come from elsewhere than this file and its bundle",
            "No original file is in the bundle");
  }

  @Test
  void the_masked_screenshot_is_shown_and_a_withheld_one_is_named() throws IOException {
    EvidenceCase usual = EvidenceSample.usual();
    byte[] masked = Photos.asPng(Photos.photo("shirt"));
    ObjectNode manifest = (ObjectNode) usual.manifest();
    ((com.fasterxml.jackson.databind.node.ArrayNode) manifest.get("parts"))
        .addObject().put("path", "screenshot.png").put("bytes", 17).put("sha256", "ab".repeat(32));
    EvidenceCase shown = EvidenceSample.of(manifest, null, new EvidenceCase.Screenshot(masked, null));
    EvidenceCase withheld = new EvidenceCase(
        88, manifest, shown.certificates(), shown.sealedSha256(), null, shown.screenshot(),
        List.of("screenshot.png"), List.of(), shown.packedAt());
    assertThat(PaperReader.text(EvidenceSample.pdf("en", withheld)))
        .contains(
            "Names of accounts and of other shops are made unreadable",
            "screenshot.png · 17 bytes · " + "ab".repeat(32) + " · withheld from this bundle",
            "No log holds this complaint")
        .doesNotContain("No screenshot, because");
    for (String why : List.of("boxes", "fit", "unreadable")) {
      byte[] without = EvidenceSample.pdf(
          "en", EvidenceSample.of(manifest, null, new EvidenceCase.Screenshot(null, why)));
      assertThat(PaperReader.text(without)).contains("There is a sealed screenshot. It is not shown, because");
    }
  }

  @Test
  void the_same_evidence_gives_the_same_bytes() {
    assertThat(EvidenceSample.pdf("zh-CN", EvidenceSample.usual()))
        .isEqualTo(EvidenceSample.pdf("zh-CN", EvidenceSample.usual()));
  }

  @Test
  void no_picture_is_larger_than_six_hundred_pixels_and_fonts_are_embedded() throws IOException {
    EvidenceCase.Pictures large = new EvidenceCase.Pictures() {
      private final byte[] photo = Photos.recompressed(EvidenceSample.COAT, 3, 0.9f);

      @Override
      public byte[] part(String path) {
        return path.endsWith(".jpg") ? photo : null;
      }

      @Override
      public byte[] original(int certificate) {
        return photo;
      }
    };
    byte[] pdf = EvidenceSample.pdf("en", EvidenceSample.usual(), large);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pictures = 0;
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getXObjectNames()) {
          PDImageXObject image = (PDImageXObject) page.getResources().getXObject(name);
          assertThat(Math.max(image.getWidth(), image.getHeight())).isLessThanOrEqualTo(600);
          pictures++;
        }
        page.getResources().getFontNames().forEach(font -> {
          try {
            assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
      }
      assertThat(pictures).isEqualTo(5);
    }
  }

  @Test
  void pictures_that_cannot_be_read_are_grey_boxes_and_no_error() throws IOException {
    for (byte[] broken : new byte[][] {null, new byte[0], {1, 2, 3}, Photos.emptyPng(60_000, 60_000)}) {
      EvidenceCase.Pictures none = new EvidenceCase.Pictures() {
        @Override
        public byte[] part(String path) {
          return broken;
        }

        @Override
        public byte[] original(int certificate) {
          return broken;
        }
      };
      assertThat(PaperReader.text(EvidenceSample.pdf("en", EvidenceSample.usual(), none)))
          .contains("This picture cannot be shown here.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"W", "图", "\uD83D\uDD25", "a/", "（", "。", "a\u0300", "אב", "\u202E\u2066x", " a", "\u0000\u001b[31m", "\uD800",
        "\n"})
  void hostile_texts_of_five_thousand_characters_leave_page_one_whole(String piece) throws IOException {
    String text = piece.repeat(5_000 / piece.length());
    ObjectNode sighting = EvidenceSample.sighting(1, text, text);
    for (String name : List.of("site", "listingId", "shopId", "browser", "language", "extension", "market", "role")) {
      sighting.set(name, EvidenceSample.said(text, By.BROWSER));
    }
    sighting.set("pageUrl", EvidenceSample.said("https://x.example/" + text, By.BROWSER));
    sighting.set("pictureUrl", EvidenceSample.said("javascript:" + text, By.BROWSER));
    ObjectNode manifest = EvidenceSample.manifest(text, List.of(sighting));
    byte[] pdf = EvidenceSample.pdf("en", EvidenceSample.of(manifest, EvidenceSample.LOG, EvidenceSample.NO_SCREENSHOT));
    assertThat(firstPage(pdf))
        .contains("Evidence for complaint 88", "no third-party witness", "Times are the operator’s own claim");
    assertThat(PaperReader.rightmost(pdf)).isLessThan(PaperPages.LEFT + PaperPages.WIDTH + 0.5f);
    assertThat(PaperReader.links(pdf)).noneMatch(link -> link.startsWith("javascript"));
    assertThat(pdf).hasSizeLessThan(3 << 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"outlineInThePicturePercent\":[0,0,1,1],\"outlineInTheOriginalPercent\":[0,0,1,1]}",
        "{\"outlineInThePicturePercent\":[5,5,5,5,5,5],\"outlineInTheOriginalPercent\":[5,5,5,5,5,5]}",
        "{\"outlineInThePicturePercent\":[0,0,50,50,100,100],\"outlineInTheOriginalPercent\":[0,0,50,50,100,100]}",
        "{\"outlineInThePicturePercent\":[-1e9,0,1e9,0,1e9,1e9],\"outlineInTheOriginalPercent\":[0,0,100,0,100,100]}",
        "{\"outlineInThePicturePercent\":\"x\",\"outlineInTheOriginalPercent\":7}",
        "[]", "null"
      })
  void outlines_that_are_none_do_no_harm(String geometry) throws IOException {
    ObjectNode sighting = EvidenceSample.sighting(1, "shop", "title");
    ((ObjectNode) sighting.get("geometry")).set("value", TestServer.json(geometry.getBytes()));
    ObjectNode manifest = EvidenceSample.manifest("seller", List.of(sighting));
    assertThat(PaperReader.text(EvidenceSample.pdf("en", EvidenceSample.of(manifest, null, EvidenceSample.NO_SCREENSHOT))))
        .contains("Picture 1 of 1");
  }

  @Test
  void a_manifest_of_long_ago_lacks_much_and_says_so() throws IOException {
    ObjectNode sighting = EvidenceSample.sighting(1, "shop", "title");
    sighting.retain("sighting", "picture", "certificate", "title");
    ObjectNode manifest = EvidenceSample.manifest("seller", List.of(sighting));
    assertThat(PaperReader.text(EvidenceSample.pdf("en", EvidenceSample.of(manifest, null, EvidenceSample.NO_SCREENSHOT))))
        .contains("not recorded", "Not looked for.");
  }

  @Test
  void fifty_pictures_take_less_than_three_megabytes() {
    List<ObjectNode> sightings = new ArrayList<>();
    for (int i = 1; i <= 50; i++) {
      sightings.add(EvidenceSample.sighting(i, "山海服饰专营店", "春季新款亚麻连衣裙 女 收腰显瘦 中长款"));
    }
    EvidenceCase fifty = EvidenceSample.of(
        EvidenceSample.manifest("溪木服饰", sightings), EvidenceSample.LOG, EvidenceSample.NO_SCREENSHOT);
    assertThat(EvidenceSample.pdf("zh-CN", fifty)).hasSizeLessThan(3_000_000);
  }
}
