package shotdeed.server.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Region;
import shotdeed.image.LumaImage;
import shotdeed.match.Finding;
import shotdeed.model.Method;
import shotdeed.model.Verdict;
import shotdeed.server.Photos;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;

class ConfirmerTest {
  private static final byte[] COAT = Photos.photo("coat");
  private final Confirmer confirmer = new Confirmer();

  @ParameterizedTest
  @ValueSource(strings = {"coat", "dress", "shirt", "shoe"})
  void a_smaller_recompressed_copy_is_one_all_over(String photo) {
    byte[] original = Photos.photo(photo);
    Confirmation confirmation = confirm(Photos.recompressed(original, 0.5, 0.4f), original, whole());
    assertThat(confirmation.verdict()).isEqualTo(Verdict.COPY);
    assertThat(confirmation.copyShare()).isCloseTo(1, within(0.02));
    assertThat(confirmation.originalShare()).isCloseTo(1, within(0.02));
    assertThat(confirmation.agreement()).isGreaterThan(0.7);
    assertThat(confirmation.points()).hasSizeBetween(12, 24);
  }

  @Test
  void a_part_lies_where_it_was_cut_out_though_the_guess_was_some_pixels_off() {
    BufferedImage coat = image(COAT);
    int width = coat.getWidth();
    int height = coat.getHeight();
    byte[] part = Photos.part(COAT, width / 5, height / 5, width * 4 / 5, height * 4 / 5);
    Confirmation confirmation = confirm(part, COAT, finding(Region.WHOLE, new Region(1_700, 1_800, 8_200, 7_800)));
    assertThat(confirmation.verdict()).isEqualTo(Verdict.COPY);
    assertThat(confirmation.copyShare()).isCloseTo(1, within(0.02));
    assertThat(confirmation.originalShare()).isCloseTo(0.36, within(0.02));
    Region bounds = Region.around(confirmation.originalPart().flat());
    assertThat(bounds.left()).isCloseTo(2_000, within(60));
    assertThat(bounds.top()).isCloseTo(2_000, within(60));
    assertThat(bounds.right()).isCloseTo(8_000, within(60));
    assertThat(bounds.bottom()).isCloseTo(8_000, within(60));
  }

  @Test
  void a_mirrored_copy_is_one_and_its_points_are_mirrored() {
    Finding mirrored = new Finding(
        1, Verdict.COPY, Method.FINGERPRINT, 9, 40, Dihedral.FLIPY, Region.WHOLE, Region.WHOLE);
    Confirmation confirmation = confirm(Photos.mirrored(COAT), COAT, mirrored);
    assertThat(confirmation.verdict()).isEqualTo(Verdict.COPY);
    assertThat(confirmation.affine().determinant()).isNegative();
    assertThat(confirmation.points()).allSatisfy(pair -> {
      assertThat(pair.copy().x()).isCloseTo(10_000 - pair.original().x(), within(40));
      assertThat(pair.copy().y()).isCloseTo(pair.original().y(), within(40));
    });
  }

  @Test
  void in_a_collage_only_its_own_half_is_outlined() {
    byte[] collage = Photos.collage(500, 20, COAT, Photos.photo("dress"));
    BufferedImage coat = image(COAT);
    int edge = 10_000 * (500 * coat.getWidth() / coat.getHeight()) / image(collage).getWidth();
    Confirmation confirmation = confirm(collage, COAT, finding(new Region(0, 0, edge, 10_000), Region.WHOLE));
    assertThat(confirmation.verdict()).isEqualTo(Verdict.COPY);
    assertThat(confirmation.copyShare()).isCloseTo(edge / 10_000.0, within(0.02));
    assertThat(Region.around(confirmation.copyPart().flat()).right()).isCloseTo(edge, within(80));
  }

  @Test
  void a_band_with_a_price_over_a_quarter_of_it_leaves_it_a_copy() {
    BufferedImage covered = image(COAT);
    fill(covered, Color.RED, 0, covered.getHeight() * 3 / 4, covered.getWidth(), covered.getHeight() / 4);
    assertThat(confirm(Photos.png(covered), COAT, whole()).verdict()).isEqualTo(Verdict.COPY);
  }

  @Test
  void the_thing_cut_out_on_white_is_a_copy_and_the_outline_goes_around_it() {
    BufferedImage coat = image(COAT);
    int width = coat.getWidth();
    int height = coat.getHeight();
    BufferedImage white = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    fill(white, Color.WHITE, 0, 0, width, height);
    draw(white, coat.getSubimage(width / 4, height / 5, width / 2, height * 3 / 5), width / 4, height / 5);
    Confirmation confirmation = confirm(Photos.png(white), COAT, whole());
    assertThat(confirmation.verdict()).isEqualTo(Verdict.COPY);
  }

  @Test
  void another_thing_on_the_same_ground_is_related_and_no_copy() {
    BufferedImage coat = image(COAT);
    int width = coat.getWidth();
    int height = coat.getHeight();
    BufferedImage other = image(Photos.photo("dress"));
    draw(coat, scaled(other, width * 7 / 10, height * 7 / 10), width * 3 / 20, height * 3 / 20);
    Confirmation confirmation = confirm(Photos.png(coat), COAT, whole());
    assertThat(confirmation.verdict()).isEqualTo(Verdict.RELATED);
  }

  @ParameterizedTest
  @CsvSource({"coat, dress", "dress, coat", "shirt, coat", "shoe, shirt", "coat, shoe", "dress, shirt"})
  void two_photographs_of_different_things_have_nothing_in_common(String one, String other) {
    assertThat(confirm(Photos.photo(one), Photos.photo(other), whole())).isEqualTo(Confirmation.NONE);
  }

  @Test
  void the_right_one_of_many_guesses_is_found() {
    LumaImage copy = luma(Photos.recompressed(COAT, 0.5, 0.7f));
    LumaImage original = luma(COAT);
    double scale = (double) copy.width() / original.width();
    Affine right = new Affine(scale, 0, 2, 0, scale, -3);
    Affine half = new Affine(scale / 2, 0, 0, 0, scale / 2, 0);
    Affine twice = new Affine(scale * 2, 0, -50, 0, scale * 2, -50);
    Affine mirrored = new Affine(-scale, 0, copy.width(), 0, scale, 0);
    assertThat(confirmer.confirm(copy, original, List.of(half, twice, mirrored, right)).verdict())
        .isEqualTo(Verdict.COPY);
  }

  @Test
  void pictures_without_anything_to_see_have_nothing_in_common() {
    LumaImage flat = new LumaImage(300, 200, new float[300 * 200]);
    LumaImage dot = new LumaImage(1, 1, new float[1]);
    float[] grey = new float[16 * 16];
    Arrays.fill(grey, 128);
    LumaImage line = new LumaImage(400, 10, new float[4_000]);
    for (LumaImage picture : List.of(flat, dot, line, new LumaImage(16, 16, grey))) {
      assertThat(confirmer.confirm(picture, picture, List.of(Affine.IDENTITY))).isEqualTo(Confirmation.NONE);
    }
  }

  @Test
  void guesses_that_make_no_sense_lead_nowhere() {
    LumaImage coat = luma(COAT);
    List<Affine> senseless = List.of(
        new Affine(0, 0, 0, 0, 0, 0),
        new Affine(Double.NaN, 0, 0, 0, 1, 0),
        new Affine(1e300, 0, 0, 0, 1e300, 0),
        new Affine(1, 0, Double.POSITIVE_INFINITY, 0, 1, 0),
        new Affine(1, 1, 0, 1, 1, 0),
        new Affine(1, 0, 1e7, 0, 1, 0),
        new Affine(9, 0, 0, 0, 0.1, 0));
    assertThat(confirmer.confirm(coat, coat, senseless)).isEqualTo(Confirmation.NONE);
    for (Affine guess : senseless) {
      assertThat(confirmer.confirm(coat, coat, List.of(guess))).isEqualTo(Confirmation.NONE);
    }
    assertThat(confirmer.confirm(coat, coat, List.of())).isEqualTo(Confirmation.NONE);
  }

  /** Folds and seams lie alike along their length in two shots; a copy shows more than a sliver of the original. */
  @ParameterizedTest
  @CsvSource({"10, false", "90, true"})
  void a_sliver_that_agrees_makes_no_copy_of_pictures_that_differ_elsewhere(int width, boolean copy) {
    byte[] one = withStrip(width, 300, "dress");
    byte[] other = withStrip(width, 240, "shirt");
    assertThat(confirm(one, other, whole()).verdict() == Verdict.COPY).isEqualTo(copy);
  }

  /** White, with an upright strip of a coat, and further right a piece of something else; 400 pixels a side. */
  private static byte[] withStrip(int width, int right, String something) {
    BufferedImage canvas = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 400, 400);
    graphics.setClip(right, 0, 60, 400);
    graphics.drawImage(image(Photos.photo(something)), 0, 0, 400, 400, null);
    graphics.setClip(130, 0, width, 400);
    graphics.drawImage(image(COAT), 0, 0, 400, 400, null);
    graphics.dispose();
    return Photos.png(canvas);
  }

  /** Once such pictures ended the look at them: there was no outline of what agrees. */
  @Test
  void what_looks_alike_and_lies_nowhere_in_its_place_is_related_all_over() {
    LumaImage one = luma(Photos.png(strewn(0)));
    LumaImage other = luma(Photos.png(strewn(3)));
    Confirmation confirmation = confirmer.confirm(other, one, List.of(Affine.IDENTITY));
    assertThat(confirmation.verdict()).isEqualTo(Verdict.RELATED);
    assertThat(confirmation.copyShare()).isGreaterThan(0.9);
    assertThat(confirmation.agreement()).isZero();
    assertThat(confirmation.points()).isEmpty();
  }

  /** Small figures on white, each some pixels off its place, to one side or the other. */
  private static BufferedImage strewn(int off) {
    Random random = new Random(210);
    BufferedImage canvas = new BufferedImage(384, 384, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 384, 384);
    for (int i = 0; i < 36; i++) {
      int left = 20 + i % 6 * 60 + (random.nextBoolean() ? off : -off);
      int top = 20 + i / 6 * 60 + (random.nextBoolean() ? off : -off);
      for (int disc = 0; disc < 3; disc++) {
        int level = random.nextInt(120);
        graphics.setColor(new Color(level, level, level));
        graphics.fillOval(
            left + random.nextInt(6), top + random.nextInt(6), 5 + random.nextInt(5), 5 + random.nextInt(5));
      }
    }
    graphics.dispose();
    return canvas;
  }

  @Test
  void the_same_pictures_get_the_same_answer() {
    byte[] copy = Photos.recompressed(COAT, 0.6, 0.5f);
    assertThat(confirm(copy, COAT, whole())).isEqualTo(confirm(copy, COAT, whole()));
  }

  private Confirmation confirm(byte[] copy, byte[] original, Finding finding) {
    LumaImage over = luma(copy);
    LumaImage under = luma(original);
    List<Affine> guesses = Guesses.of(finding, over.width(), over.height(), under.width(), under.height());
    return confirmer.confirm(over, under, guesses);
  }

  private static Finding whole() {
    return finding(Region.WHOLE, Region.WHOLE);
  }

  private static Finding finding(Region region, Region original) {
    return new Finding(1, Verdict.COPY, Method.FINGERPRINT, 20, 40, Dihedral.ROTATE0, region, original);
  }

  private static LumaImage luma(byte[] picture) {
    try {
      return new PictureDecoder().decode(picture).luma();
    } catch (UnreadablePicture e) {
      throw new IllegalStateException(e);
    }
  }

  private static BufferedImage image(byte[] picture) {
    try {
      return new PictureDecoder().decode(picture).image();
    } catch (UnreadablePicture e) {
      throw new IllegalStateException(e);
    }
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }

  private static void draw(BufferedImage onto, BufferedImage image, int left, int top) {
    Graphics2D graphics = onto.createGraphics();
    graphics.drawImage(image, left, top, null);
    graphics.dispose();
  }

  private static void fill(BufferedImage image, Color colour, int left, int top, int width, int height) {
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(left, top, width, height);
    graphics.dispose();
  }
}
