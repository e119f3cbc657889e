package shotdeed.server.certify.first;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.Photos;
import shotdeed.server.picture.PictureDecoder;

class ContentReviewTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] DRESS = Photos.photo("dress");

  @ParameterizedTest
  @ValueSource(strings = {"coat", "dress", "shirt", "shoe"})
  void a_photograph_is_left_alone_however_it_was_saved(String name) {
    byte[] photo = Photos.photo(name);
    assertThat(verdict(photo)).isEqualTo("passes []");
    assertThat(verdict(Photos.recompressed(photo, 1, 0.3f))).isEqualTo("passes []");
    assertThat(verdict(Photos.recompressed(photo, 2.5, 0.9f))).isEqualTo("passes []");
    assertThat(verdict(Photos.mirrored(photo))).isEqualTo("passes []");
  }

  @Test
  void photographs_beside_each_other_are_a_collage_with_a_gutter_and_without() {
    assertThat(verdict(Photos.collage(600, 20, COAT, DRESS))).isEqualTo("picture-collage");
    assertThat(verdict(Photos.collage(600, 0, COAT, DRESS))).isEqualTo("picture-collage");
    assertThat(verdict(Photos.collage(500, 0, COAT, DRESS, Photos.photo("shirt")))).isEqualTo("picture-collage");
  }

  @Test
  void photographs_under_each_other_are_a_collage() {
    assertThat(verdict(Photos.column(750, 0, COAT, DRESS))).isEqualTo("picture-collage");
    assertThat(verdict(Photos.column(790, 24, COAT, DRESS, Photos.photo("shoe")))).isEqualTo("picture-collage");
  }

  @Test
  void a_frame_or_bars_around_a_photograph_are_a_border() {
    assertThat(verdict(Photos.framed(COAT, Color.RED, 20, 20, 20, 20))).isEqualTo("picture-border");
    assertThat(verdict(Photos.framed(COAT, Color.BLACK, 0, 60, 0, 60))).isEqualTo("picture-border");
    assertThat(verdict(Photos.framed(COAT, Color.PINK, 0, 0, 0, 90))).isEqualTo("picture-border");
  }

  @Test
  void the_edge_of_a_table_that_is_almost_level_is_no_border() {
    byte[] tilted = drawn(800, 800, graphics -> {
      photo(graphics, COAT);
      graphics.setColor(new Color(40, 30, 20));
      graphics.fillPolygon(new int[] {0, 800, 800, 0}, new int[] {0, 0, 122, 119}, 4);
    });
    assertThat(verdict(tilted)).isEqualTo("passes []");
  }

  @Test
  void two_things_on_white_are_one_photograph() {
    byte[] flatLay = drawn(900, 700, graphics -> {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, 900, 700);
      graphics.setPaint(new GradientPaint(60, 90, new Color(90, 40, 60), 400, 600, new Color(190, 90, 110)));
      graphics.fillOval(60, 90, 340, 520);
      graphics.setColor(new Color(30, 60, 90));
      graphics.fillOval(500, 120, 330, 470);
    });
    assertThat(verdict(flatLay)).isEqualTo("passes []");
  }

  @Test
  void a_page_of_words_is_mostly_text() {
    byte[] chart = drawn(700, 900, graphics -> {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, 700, 900);
      graphics.setColor(Color.DARK_GRAY);
      graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 28));
      for (int y = 80; y < 880; y += 60) {
        graphics.drawString("Size 38   bust 96   waist 78   hip 102", 60, y);
      }
    });
    assertThat(verdict(chart)).isEqualTo("picture-text");
  }

  @Test
  void words_over_a_quarter_of_a_photograph_are_refused_and_fewer_are_shown_to_a_person() {
    assertThat(verdict(lettered(3))).isEqualTo("picture-words");
    assertThat(verdict(lettered(1))).startsWith("passes [words ");
  }

  private static byte[] lettered(int lines) {
    return drawn(800, 800, graphics -> {
      photo(graphics, COAT);
      graphics.setColor(Color.YELLOW);
      graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 130));
      for (int i = 0; i < lines; i++) {
        graphics.drawString("SALE 2027", 20, 230 + 200 * i);
      }
    });
  }

  @Test
  void a_name_tiled_over_the_photograph_is_shown_to_a_person_as_a_watermark() {
    byte[] marked = drawn(800, 800, graphics -> {
      photo(graphics, DRESS);
      graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.4f));
      graphics.setColor(Color.WHITE);
      graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 38));
      graphics.rotate(-0.4, 400, 400);
      for (int y = -300; y < 1100; y += 130) {
        for (int x = -400 + y % 260 / 2; x < 1200; x += 270) {
          graphics.drawString("Willow Shop", x, y);
        }
      }
    });
    assertThat(verdict(marked)).startsWith("passes [watermark ");
  }

  @Test
  void a_picture_of_a_single_pixel_row_or_column_is_looked_at_too() {
    assertThat(verdict(drawn(1, 900, graphics -> {}))).isEqualTo("passes []");
    assertThat(verdict(drawn(900, 1, graphics -> {}))).isEqualTo("passes []");
    assertThat(verdict(drawn(5, 7, graphics -> {}))).isEqualTo("passes []");
  }

  private static String verdict(byte[] file) {
    try {
      ContentReview review = ContentReview.of(new PictureDecoder().decode(file).luma());
      return review.refused() != null
          ? review.refused().error().code()
          : "passes "
              + review.remarks().stream().map(r -> r.kind().text() + " " + r.percent()).toList();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void photo(Graphics2D graphics, byte[] photo) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));
      graphics.drawImage(image, 0, 0, 800, 800 * image.getHeight() / image.getWidth(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] drawn(int width, int height, Consumer<Graphics2D> drawing) {
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    drawing.accept(graphics);
    graphics.dispose();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(canvas, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
