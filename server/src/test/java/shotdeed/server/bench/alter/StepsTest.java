package shotdeed.server.bench.alter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {
  private static final BufferedImage SHIRT = AlterationsTest.photo("shirt"); // 400 x 533
  private final Scene scene = AlterationsTest.scene();

  @Test
  void mirrored_exchanges_left_and_right_and_upside_down_top_and_bottom() {
    BufferedImage small = Pictures.canvas(2, 2, Color.BLACK);
    System.arraycopy(new int[] {1, 2, 3, 4}, 0, Pictures.pixels(small), 0, 4);
    assertThat(Pictures.pixels(Geometry.mirrored().apply(small, scene))).containsExactly(2, 1, 4, 3);
    assertThat(Pictures.pixels(Geometry.upsideDown().apply(small, scene))).containsExactly(3, 4, 1, 2);
    assertThat(Pictures.pixels(Geometry.quarterTurn().apply(small, scene))).containsExactly(3, 1, 4, 2);
  }

  @Test
  void a_crop_keeps_the_pixels_of_its_place() {
    BufferedImage centre = Geometry.centre(0.5).apply(SHIRT, scene);
    assertThat(centre.getRGB(0, 0)).isEqualTo(SHIRT.getRGB(100, 133));
    assertThat(centre.getRGB(199, 266)).isEqualTo(SHIRT.getRGB(299, 399));
    BufferedImage corner = Geometry.nearCorner(0.5).apply(SHIRT, scene);
    assertThat(places(corner)).noneMatch(place -> place.equals("100 133"));
    assertThat(places(corner)).hasSize(1);
  }

  /** Where a part of the shirt was cut out. */
  private static List<String> places(BufferedImage part) {
    List<String> places = new java.util.ArrayList<>();
    for (int y = 0; y <= SHIRT.getHeight() - part.getHeight(); y++) {
      for (int x = 0; x <= SHIRT.getWidth() - part.getWidth(); x++) {
        if (same(part, x, y)) {
          places.add(x + " " + y);
        }
      }
    }
    return places;
  }

  private static boolean same(BufferedImage part, int left, int top) {
    for (int y = 0; y < part.getHeight(); y += 7) {
      for (int x = 0; x < part.getWidth(); x += 7) {
        if (part.getRGB(x, y) != SHIRT.getRGB(left + x, top + y)) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void resampling_keeps_flat_colours_exactly_and_the_mean_nearly() {
    BufferedImage flat = Pictures.canvas(64, 48, new Color(200, 100, 7));
    assertThat(Pictures.pixels(Resample.to(flat, 17, 99))).containsOnly(0xC86407);
    BufferedImage small = Resample.by(SHIRT, 0.25);
    assertThat(small.getWidth() + " x " + small.getHeight()).isEqualTo("100 x 133");
    assertThat(mean(small)).isBetween(mean(SHIRT) - 1, mean(SHIRT) + 1);
  }

  @Test
  void fine_stripes_become_grey_when_shrunk_instead_of_one_of_their_colours() {
    BufferedImage stripes = Pictures.canvas(80, 80, Color.BLACK);
    int[] pixels = Pictures.pixels(stripes);
    for (int i = 0; i < pixels.length; i += 2) {
      pixels[i] = 0xFFFFFF;
    }
    assertThat(mean(Resample.to(stripes, 10, 10))).isBetween(120.0, 135.0);
  }

  @Test
  void turning_inside_shows_no_white_and_turning_on_white_keeps_everything() {
    BufferedImage black = Pictures.canvas(300, 400, Color.BLACK);
    boolean[] seen = new boolean[2];
    for (int seed = 0; seed < 12; seed++) {
      BufferedImage turned = Geometry.turned(8).apply(black, new Scene(seed, "black", "turned", List.of()));
      boolean larger = turned.getWidth() > 300;
      seen[larger ? 1 : 0] = true;
      assertThat((turned.getRGB(0, 0) & 0xFFFFFF) == 0xFFFFFF).isEqualTo(larger);
      assertThat((double) black(turned)).isBetween(larger ? 118_000.0 : 60_000.0, larger ? 121_000.0 : 119_000.0);
      if (!larger) {
        assertThat(black(turned)).isEqualTo((long) turned.getWidth() * turned.getHeight());
      }
    }
    assertThat(seen).containsOnly(true);
  }

  private static long black(BufferedImage picture) {
    return java.util.Arrays.stream(Pictures.pixels(picture)).filter(pixel -> (pixel & 0xff) < 128).count();
  }

  @Test
  void tones_change_values_as_they_say() {
    BufferedImage one = Pictures.canvas(1, 1, new Color(200, 100, 40));
    assertThat(pixel(Tone.brightness(0.5), one)).isEqualTo("100 50 20");
    assertThat(pixel(Tone.brightness(2), one)).isEqualTo("255 200 80");
    assertThat(pixel(Tone.contrast(0.5), one)).isEqualTo("164 114 84");
    assertThat(pixel(Tone.grey(), one)).isEqualTo("123 123 123");
    assertThat(pixel(Tone.gamma(1, 1), one)).isEqualTo("200 100 40");
    assertThat(pixel(Tone.saturation(1, 1), one)).isEqualTo("200 100 40");
    assertThat(pixel(Tone.hue(360, 360), one)).isEqualTo("200 100 40");
  }

  @Test
  void a_turned_hue_keeps_the_brightness() {
    BufferedImage one = Pictures.canvas(1, 1, new Color(150, 120, 100));
    int p = Tone.hue(40, 40).apply(one, scene).getRGB(0, 0);
    double luma = 0.299 * (p >> 16 & 0xff) + 0.587 * (p >> 8 & 0xff) + 0.114 * (p & 0xff);
    assertThat(luma).isBetween(125.7, 127.4); // 126.7 before
    assertThat(p & 0xFFFFFF).isNotEqualTo(0x967864);
  }

  @Test
  void blur_lowers_and_sharpening_raises_what_differs_between_neighbours_and_noise_is_as_strong_as_said() {
    double before = roughness(SHIRT);
    assertThat(roughness(Grain.blurred(2.5).apply(SHIRT, scene))).isLessThan(before * 0.8);
    assertThat(roughness(Grain.sharpened(2, 1.2).apply(SHIRT, scene))).isGreaterThan(before * 1.2);
    BufferedImage grey = Pictures.canvas(200, 200, new Color(128, 128, 128));
    // The mean distance from the mean of a Gaussian is 0.8 standard deviations.
    assertThat(AlterationsTest.meanDifference(Grain.noisy(12).apply(grey, scene), grey)).isBetween(9.2, 9.95);
  }

  private static double roughness(BufferedImage picture) {
    int[] pixels = Pictures.pixels(picture);
    double sum = 0;
    for (int i = 1; i < pixels.length; i++) {
      sum += Math.abs((pixels[i] >> 8 & 0xff) - (pixels[i - 1] >> 8 & 0xff));
    }
    return sum / pixels.length;
  }

  @ParameterizedTest
  @CsvSource({"0.05, 1, 0.6, 0.01, 0.055", "0.15, 2, 0.8, 0.03, 0.16", "0.30, 3, 0.9, 0.07, 0.31"})
  void words_lie_over_no_more_than_their_share(double share, int lines, double width, double least, double most) {
    BufferedImage grey = Pictures.canvas(400, 533, new Color(90, 91, 92));
    boolean plates = false;
    for (int seed = 0; seed < 10; seed++) {
      BufferedImage covered =
          Overlays.text(share, lines, width).apply(grey, new Scene(seed, "grey", "text", List.of()));
      double changed = changed(covered, grey);
      assertThat(changed).isBetween(least, most);
      plates |= changed > share * 0.93;
    }
    assertThat(plates).isTrue();
  }

  private static double changed(BufferedImage a, BufferedImage b) {
    int[] left = Pictures.pixels(a);
    int[] right = Pictures.pixels(b);
    int changed = 0;
    for (int i = 0; i < left.length; i++) {
      changed += left[i] == right[i] ? 0 : 1;
    }
    return (double) changed / left.length;
  }

  @Test
  void a_watermark_covers_little_and_lets_the_picture_through() {
    BufferedImage marked = Overlays.watermark(0.3, 0.3).apply(SHIRT, scene);
    assertThat(changed(marked, SHIRT)).isBetween(0.02, 0.35);
    assertThat(AlterationsTest.meanDifference(marked, SHIRT)).isLessThan(8);
  }

  @Test
  void what_is_put_around_a_picture_leaves_it_whole() {
    BufferedImage square = Padding.whiteToSquare(0.15).apply(SHIRT, scene);
    assertThat(Pictures.pixels(Geometry.part(square, 67, 0, 400, 533))).isEqualTo(Pictures.pixels(SHIRT));
    assertThat(square.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
    BufferedImage bars = Padding.blackBars(0.2, 0.2).apply(SHIRT, scene);
    assertThat(bars.getHeight()).isEqualTo(746);
    assertThat(bars.getRGB(200, 50)).isEqualTo(0xFF000000);
    assertThat(Pictures.pixels(Geometry.part(bars, 0, 107, 400, 533))).isEqualTo(Pictures.pixels(SHIRT));
    BufferedImage frame = Padding.whiteFrame(0.1, 0.1).apply(SHIRT, scene);
    assertThat(Pictures.pixels(Geometry.part(frame, 40, 40, 400, 533))).isEqualTo(Pictures.pixels(SHIRT));
    BufferedImage wide = Padding.onOwnBlur().apply(Geometry.quarterTurn().apply(SHIRT, scene), scene);
    assertThat(wide.getWidth() + " x " + wide.getHeight()).isEqualTo("711 x 400");
  }

  @Test
  void a_collage_holds_the_picture_in_one_of_its_cells() {
    BufferedImage collage = Collages.of(2, 2, 1, 0.01).apply(SHIRT, new Scene(3, "shirt", "c", foreign()));
    assertThat(places4(collage)).isEqualTo(1);
  }

  private static List<Foreign> foreign() {
    return List.of(
        new Foreign("coat", AlterationsTest.photo("coat")),
        new Foreign("dress", AlterationsTest.photo("dress")),
        new Foreign("shoe", AlterationsTest.photo("shoe")));
  }

  private static int places4(BufferedImage collage) {
    int found = 0;
    for (int left : new int[] {0, collage.getWidth() - 400}) {
      for (int top : new int[] {0, collage.getHeight() - 533}) {
        BufferedImage cell = Geometry.part(collage, left, top, 400, 533);
        found += AlterationsTest.meanDifference(cell, SHIRT) == 0 ? 1 : 0;
      }
    }
    return found;
  }

  @Test
  void a_thing_before_a_plain_backdrop_is_cut_out_along_its_edge() {
    BufferedImage picture = Pictures.canvas(300, 300, new Color(240, 240, 235));
    var graphics = Pictures.brush(picture);
    graphics.setColor(new Color(30, 60, 120));
    graphics.fillRect(100, 80, 100, 140);
    graphics.dispose();
    BufferedImage cut = CutOuts.onWhite().apply(picture, scene);
    assertThat(cut.getRGB(150, 150)).isEqualTo(0xFF1E3C78);
    assertThat(cut.getRGB(110, 90)).isEqualTo(0xFF1E3C78);
    assertThat(cut.getRGB(60, 150)).isEqualTo(0xFFFFFFFF);
    assertThat(cut.getRGB(5, 5)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void a_thing_before_a_busy_backdrop_loses_most_of_it() {
    BufferedImage picture = Pictures.canvas(300, 400, Color.BLACK);
    int[] pixels = Pictures.pixels(picture);
    for (int i = 0; i < pixels.length; i++) {
      int x = i % 300;
      int y = i / 300;
      boolean thing = Math.abs(x - 150) < 80 && Math.abs(y - 200) < 110;
      pixels[i] = thing ? (x / 6 % 2 == 0 ? 0xB03030 : 0xE0C040) : (x / 5 + y / 7) % 3 * 0x103018 + 0x205030;
    }
    BufferedImage mask = Subject.mask(picture);
    int[] share = Pictures.pixels(mask);
    double inside = 0;
    double outside = 0;
    for (int i = 0; i < share.length; i++) {
      boolean thing = Math.abs(i % 300 - 150) < 80 && Math.abs(i / 300 - 200) < 110;
      inside += thing ? share[i] & 0xff : 0;
      outside += thing ? 0 : share[i] & 0xff;
    }
    assertThat(inside / 255 / (160 * 220)).isGreaterThan(0.9);
    assertThat(outside / 255 / (300 * 400 - 160 * 220)).isLessThan(0.1);
  }

  private static double mean(BufferedImage picture) {
    double sum = 0;
    for (int pixel : Pictures.pixels(picture)) {
      sum += (pixel >> 16 & 0xff) + (pixel >> 8 & 0xff) + (pixel & 0xff);
    }
    return sum / 3 / Pictures.pixels(picture).length;
  }

  private String pixel(Step step, BufferedImage picture) {
    int p = step.apply(picture, scene).getRGB(0, 0);
    return (p >> 16 & 0xff) + " " + (p >> 8 & 0xff) + " " + (p & 0xff);
  }
}
