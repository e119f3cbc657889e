package shotdeed.server.complain.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.paper.PaperPages;
import shotdeed.server.picture.PictureDecoder;

/** Names outside the kept boxes must be gone: not only hard to read, but not in the picture. */
class MaskedScreenshotTest {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final JsonNode CAPTURE = capture(
      WIDTH, HEIGHT, "{\"left\":100,\"top\":200,\"right\":500,\"bottom\":600}");

  private static JsonNode capture(int width, int height, String boxes) {
    return TestServer.json(("{\"width\":" + width + ",\"height\":" + height + ",\"keep\":[" + boxes + "]}")
        .getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] masked(BufferedImage page, JsonNode capture) throws IOException {
    return of(Photos.png(page), capture).png();
  }

  private static String whyNot(byte[] screenshot, JsonNode capture) throws IOException {
    return of(screenshot, capture).whyNot();
  }

  private static MaskedScreenshot.Result of(byte[] screenshot, JsonNode capture) throws IOException {
    return MaskedScreenshot.of(
        screenshot,
        capture.path("width").asInt(),
        capture.path("height").asInt(),
        capture.path("keep"),
        new PictureDecoder());
  }

  /** A page with a photograph, a line of text at every tenth of its height, and a name in one place. */
  private static BufferedImage page(double ratio, String name, float size, int x, int y, Color ink, Color ground) {
    BufferedImage page =
        new BufferedImage((int) (WIDTH * ratio), (int) (HEIGHT * ratio), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = page.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.scale(ratio, ratio);
    g.setColor(ground);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    g.setColor(ink);
    g.setFont(font().deriveFont(14f));
    for (int line = 1; line < 10; line++) {
      g.drawString("宝贝详情 累计评价 月销量 all the rest of a page", 520, line * HEIGHT / 10);
    }
    g.drawImage(Photos.read(Photos.photo("coat")), 100, 200, 400, 400, null);
    g.setFont(font().deriveFont(size));
    g.drawString(name, x, y);
    g.dispose();
    return page;
  }

  private static Font font() {
    try (InputStream in = PaperPages.class.getResourceAsStream("DroidSansFallbackFull.ttf")) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 12, 700, 30", "1, 14, 30, 30", "1, 16, 1000, 766", "1, 20, 37, 121", "1, 28, 640, 384",
    "1.25, 13, 700, 31", "1.5, 16, 33, 95", "2, 12, 700, 30", "2, 14, 31, 127", "2, 24, 800, 447",
    "3, 12, 700, 30", "3, 16, 65, 129"
  })
  void pages_that_differ_in_a_name_only_give_the_very_same_picture(double ratio, float size, int x, int y)
      throws IOException {
    for (Color[] colours : new Color[][] {
      {Color.BLACK, Color.WHITE}, {new Color(255, 80, 0), Color.WHITE}, {Color.WHITE, new Color(20, 20, 30)},
      {new Color(60, 60, 60), new Color(245, 245, 245)}
    }) {
      byte[] one = masked(page(ratio, "亲爱的买家张小明", size, x, y, colours[0], colours[1]), CAPTURE);
      byte[] other = masked(page(ratio, "wang_lei_1987 您好", size, x, y, colours[0], colours[1]), CAPTURE);
      byte[] none = masked(page(ratio, "", size, x, y, colours[0], colours[1]), CAPTURE);
      assertThat(one).isEqualTo(other).isEqualTo(none);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2})
  void large_letters_leave_two_blocks_at_most(double ratio) throws IOException {
    BufferedImage one = Photos.read(masked(page(ratio, "张小明的店", 48, 600, 300, Color.BLACK, Color.WHITE), CAPTURE));
    BufferedImage other = Photos.read(masked(page(ratio, "李大伟旗舰", 48, 600, 300, Color.BLACK, Color.WHITE), CAPTURE));
    assertThat(differingBlocks(one, other, ratio)).isLessThanOrEqualTo(2);
  }

  /** Where no colour leads, a few letters can tip the balance; that says a bit, not a name. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 2})
  void a_name_written_over_a_photograph_leaves_one_block_at_most(double ratio) throws IOException {
    BufferedImage[] pages = new BufferedImage[2];
    for (int i = 0; i < 2; i++) {
      BufferedImage page = page(ratio, "", 14, 0, 0, Color.BLACK, Color.WHITE);
      Graphics2D g = page.createGraphics();
      g.scale(ratio, ratio);
      g.drawImage(Photos.read(Photos.photo("shirt")), 700, 100, 500, 600, null);
      g.setFont(font().deriveFont(14f));
      g.setColor(Color.WHITE);
      for (int y = 120; y < 700; y += 60) {
        g.drawString(i == 0 ? "张小明的小店" : "李大伟旗舰店", 720 + y / 3, y);
      }
      g.dispose();
      pages[i] = Photos.read(masked(page, CAPTURE));
    }
    assertThat(differingBlocks(pages[0], pages[1], ratio)).isLessThanOrEqualTo(1);
  }

  private static int differingBlocks(BufferedImage one, BufferedImage other, double ratio) {
    int block = (int) (MaskedScreenshot.BLOCK * ratio);
    int differing = 0;
    for (int y = 0; y < one.getHeight(); y += block) {
      for (int x = 0; x < one.getWidth(); x += block) {
        differing += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
      }
    }
    return differing;
  }

  @Test
  void what_is_kept_stays_as_it_was_and_nothing_else_does() throws IOException {
    BufferedImage page = page(2, "张小明", 14, 30, 30, Color.BLACK, Color.WHITE);
    BufferedImage masked = Photos.read(masked(page, CAPTURE));
    for (int y = 0; y < masked.getHeight(); y += 3) {
      for (int x = 0; x < masked.getWidth(); x += 3) {
        boolean kept = x >= 200 && x < 1000 && y >= 400 && y < 1200;
        int block = masked.getRGB(x / 128 * 128, y / 128 * 128);
        boolean blockKept = x / 128 * 128 >= 200 && x / 128 * 128 < 1000 && y / 128 * 128 >= 400 && y / 128 * 128 < 1200;
        if (kept) {
          assertThat(masked.getRGB(x, y)).isEqualTo(page.getRGB(x, y));
        } else if (!blockKept) {
          assertThat(masked.getRGB(x, y)).isEqualTo(block);
        }
      }
    }
  }

  @Test
  void the_same_screenshot_gives_the_same_bytes() throws IOException {
    BufferedImage page = page(1, "张小明", 14, 30, 30, Color.BLACK, Color.WHITE);
    assertThat(masked(page, CAPTURE)).isEqualTo(masked(page, CAPTURE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"left\":500,\"top\":0,\"right\":100,\"bottom\":100}",
        "{\"left\":5000,\"top\":0,\"right\":6000,\"bottom\":100}",
        "{\"left\":-2147483648,\"top\":-2147483648,\"right\":2147483647,\"bottom\":2147483647}",
        "{\"left\":0,\"top\":0,\"right\":1e300,\"bottom\":1e300}",
        "{\"left\":\"a\",\"top\":null,\"right\":{},\"bottom\":[]}",
        "17"
      })
  void boxes_that_are_none_or_all_of_it_keep_nothing_back_from_being_masked(String box) throws IOException {
    byte[] page = Photos.png(page(1, "x", 14, 30, 30, Color.BLACK, Color.WHITE));
    assertThat(whyNot(page, capture(WIDTH, HEIGHT, box))).isEqualTo("boxes");
  }

  @Test
  void boxes_beyond_the_first_twenty_are_not_kept() throws IOException {
    String tiny = "{\"left\":0,\"top\":0,\"right\":1,\"bottom\":1},";
    String secret = "{\"left\":20,\"top\":10,\"right\":300,\"bottom\":40}";
    BufferedImage page = page(1, "张小明", 14, 30, 30, Color.BLACK, Color.WHITE);
    BufferedImage masked = Photos.read(masked(page, capture(WIDTH, HEIGHT, tiny.repeat(20) + secret)));
    for (int x = 20; x < 64; x++) {
      assertThat(masked.getRGB(x, 25)).isEqualTo(masked.getRGB(20, 25));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1280, -800", "1280, 400", "2147483647, 2147483647", "1, 1", "100000, 62500"})
  void a_view_of_another_shape_or_size_is_not_trusted(int width, int height) throws IOException {
    byte[] page = Photos.png(page(1, "x", 14, 30, 30, Color.BLACK, Color.WHITE));
    assertThat(whyNot(page, capture(width, height, "{\"left\":0,\"top\":0,\"right\":9,\"bottom\":9}")))
        .isEqualTo("fit");
  }

  @Test
  void a_picture_that_cannot_be_read_is_not_shown() throws IOException {
    assertThat(whyNot(new byte[] {1, 2, 3}, CAPTURE)).isEqualTo("unreadable");
    // A few hundred bytes that claim to be 60,000 pixels wide.
    assertThat(whyNot(Photos.emptyPng(60_000, 60_000), CAPTURE)).isEqualTo("unreadable");
  }

  @Test
  void a_capture_without_boxes_has_none() throws IOException {
    byte[] page = Photos.png(page(1, "x", 14, 30, 30, Color.BLACK, Color.WHITE));
    assertThat(whyNot(page, TestServer.json("{}".getBytes(StandardCharsets.UTF_8)))).isEqualTo("boxes");
    assertThat(whyNot(page, TestServer.json("null".getBytes(StandardCharsets.UTF_8)))).isEqualTo("boxes");
  }
}
