package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shotdeed.match.EvidencePicture;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;
import shotdeed.wire.Geometry;

/** The drawing of a copy and its original, as a page shows it. */
class EvidenceTemplateTest {
  private static final List<Integer> WHOLE = List.of(0, 0, 10_000, 0, 10_000, 10_000, 0, 10_000);
  private static final List<Integer> RIGHT_HALF = List.of(5_000, 0, 10_000, 0, 10_000, 10_000, 5_000, 10_000);

  @Test
  void both_pictures_are_outlined_joined_and_laid_over_each_other() {
    Geometry geometry =
        new Geometry(RIGHT_HALF, WHOLE, 5_000, 10_000, 9_000, List.of(7_500, 5_000, 5_000, 5_000));
    String html = html(Language.pick("en", null), geometry);
    assertThat(html)
        .contains(
            "<polygon points=\"1540,250 2040,250 2040,750 1540,750\"/>",
            "<polygon points=\"0,0 1000,0 1000,1000 0,1000\"/>",
            "<line x1=\"500\" y1=\"500\" x2=\"1790\" y2=\"500\"/>",
            "transform=\"matrix(0.0500000 0.0000000 0.0000000 0.0500000 500.0000000 0.0000000)\"",
            "1 corresponding points joined",
            "The same part covers 50 % of the copy and 100 % of the original; 90 % of the details compared agree.");
    assertThat(html).doesNotContain("<script", " style=\"");
    assertThat(html(Language.pick("zh-CN", null), geometry)).contains("1 组对应点以线相连", "叠加对照");
  }

  @Test
  void what_cannot_be_laid_over_has_no_slider() {
    List<Integer> line = List.of(0, 0, 5_000, 5_000, 10_000, 10_000);
    assertThat(html(Language.pick("en", null), new Geometry(line, line, 0, 0, 0, List.of())))
        .contains("<polygon")
        .doesNotContain("type=\"radio\"");
  }

  private static String html(Language language, Geometry geometry) {
    Page page = new Page(Texts.in(language), null, "", "", "/", null, null);
    EvidencePicture drawing = EvidencePicture.of(geometry, 400, 400, 1_000, 500);
    Map<String, Object> model = Map.of(
        "drawing", drawing, "geometry", geometry, "original", "/certificates/1/picture", "copy", "/b?size=view");
    return new Views().html("evidence", page, model);
  }
}
