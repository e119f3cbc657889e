package shotdeed.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Pdq;
import shotdeed.image.LumaImage;

class MarkTest {
  private static final int NUMBER = 0xC0FFEE42;

  private final LumaImage original = Cloth.drawn(600, 800, 1);
  private final LumaImage marked = marked(original, NUMBER);
  private final MarkReader reader = new MarkReader();
  private final InformedReader informed = new InformedReader();

  @Test
  void a_marked_picture_reads_as_its_number() {
    MarkReading reading = reader.read(marked);
    assertThat(reading.number()).isEqualTo(NUMBER);
    assertThat(reading.confidence()).isBetween(0.9, 1.0);
    assertThat(reading.scale()).isBetween(0.99, 1.01);
    assertThat(reader.readWhole(marked)).isEqualTo(reading);
  }

  @Test
  void an_unmarked_picture_reads_as_nothing() {
    for (int seed = 0; seed < 8; seed++) {
      assertThat(reader.read(Cloth.drawn(300, 400, seed))).as("seed %d", seed).isNull();
    }
  }

  @Test
  void half_the_size_reads_as_the_same_number() {
    assertThat(reader.read(marked.scaledTo(300, 400)).number()).isEqualTo(NUMBER);
  }

  @Test
  void a_whole_picture_reads_as_the_same_number_when_it_is_mirrored() {
    float[] mirrored = new float[600 * 800];
    for (int at = 0; at < mirrored.length; at++) {
      mirrored[at] = marked.values()[at / 600 * 600 + 599 - at % 600];
    }
    LumaImage shown = new LumaImage(600, 800, mirrored).scaledTo(300, 400);
    assertThat(reader.read(shown).number()).isEqualTo(NUMBER);
  }

  @Test
  void four_fifths_cut_out_at_an_odd_place_read_as_the_same_number() {
    MarkReading reading = reader.read(part(marked, 37, 101, 480, 640));
    assertThat(reading.number()).isEqualTo(NUMBER);
    assertThat(reading.scale()).isBetween(1.23, 1.27);
    assertThat(reader.readWhole(part(marked, 37, 101, 480, 640))).isNull();
  }

  @Test
  void on_a_page_between_other_things_it_still_reads() {
    LumaImage shown = marked.scaledTo(750, 1000);
    LumaImage other = Cloth.drawn(750, 1000, 5);
    float[] page = new float[750 * 3000];
    System.arraycopy(other.values(), 0, page, 0, 750 * 1000);
    System.arraycopy(shown.values(), 0, page, 750 * 1100, 750 * 1000);
    assertThat(reader.read(new LumaImage(750, 3000, page)).number()).isEqualTo(NUMBER);
  }

  @Test
  void the_mark_stays_within_a_mean_square_of_four_levels_and_whitest_white_stays_white() {
    double sum = 0;
    for (int i = 0; i < original.values().length; i++) {
      double change = marked.values()[i] - original.values()[i];
      sum += change * change;
    }
    assertThat(10 * Math.log10(255 * 255 / (sum / original.values().length))).isBetween(42.0, 50.0);
    float[] white = new float[400 * 400];
    java.util.Arrays.fill(white, 255);
    LumaImage blank = new LumaImage(400, 400, white);
    assertThat(marked(blank, NUMBER).values()).isEqualTo(white);
  }

  @Test
  void the_fingerprint_moves_by_a_few_bits_at_most() {
    Pdq pdq = new Pdq();
    for (int seed = 0; seed < 8; seed++) {
      LumaImage picture = Cloth.drawn(400, 500, seed);
      int moved = pdq.hash(picture).hash(Dihedral.ROTATE0)
          .distance(pdq.hash(marked(picture, seed)).hash(Dihedral.ROTATE0));
      assertThat(moved).as("seed %d", seed).isLessThanOrEqualTo(8);
    }
  }

  @Test
  void with_the_original_at_hand_a_small_part_reads_and_another_number_does_not_stand_out() {
    LumaImage detail = part(marked, 150, 300, 240, 240);
    // Some pixels off, as a match may be.
    double[] toCopy = {1, 0, -151.5, 0, 1, -299};
    assertThat(informed.read(original, detail, toCopy).number()).isEqualTo(NUMBER);
    assertThat(informed.standsOut(original, detail, toCopy, NUMBER)).isGreaterThan(10);
    assertThat(informed.standsOut(original, detail, toCopy, NUMBER + 1)).isLessThan(5);
  }

  @Test
  void with_the_original_at_hand_a_mirrored_brighter_copy_reads() {
    float[] values = new float[600 * 800];
    for (int y = 0; y < 800; y++) {
      for (int x = 0; x < 600; x++) {
        values[y * 600 + x] = 20 + 0.8f * marked.values()[y * 600 + 599 - x];
      }
    }
    MarkReading reading =
        informed.read(original, new LumaImage(600, 800, values), new double[] {-1, 0, 600, 0, 1, 0});
    assertThat(reading.number()).isEqualTo(NUMBER);
  }

  @Test
  void the_original_itself_reads_as_nothing() {
    double[] same = {1, 0, 0, 0, 1, 0};
    assertThat(informed.read(original, original, same)).isNull();
    assertThat(informed.standsOut(original, original, same, NUMBER)).isLessThan(5);
  }

  @Test
  void pictures_of_any_shape_are_read_without_failing() {
    int[][] sizes = {{1, 1}, {1, 900}, {900, 1}, {3, 2}, {17, 31}, {2000, 40}, {40, 2000}};
    Random random = new Random(3);
    for (int[] size : sizes) {
      float[] values = new float[size[0] * size[1]];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(256);
      }
      LumaImage picture = new LumaImage(size[0], size[1], values);
      assertThat(reader.read(picture)).isNull();
      assertThat(informed.read(original, picture, new double[] {0.1, 0, 0, 0, 0.1, 0})).isNull();
    }
  }

  private static LumaImage part(LumaImage picture, int left, int top, int width, int height) {
    float[] values = new float[width * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(picture.values(), (top + y) * picture.width() + left, values, y * width, width);
    }
    return new LumaImage(width, height, values);
  }

  /** Rounded to whole levels, as files hold them. */
  private static LumaImage marked(LumaImage picture, int number) {
    Marker marker = new Marker(picture, number);
    float[] values = picture.values().clone();
    float[] change = new float[picture.width()];
    for (int y = 0; y < picture.height(); y++) {
      marker.row(y, change);
      for (int x = 0; x < picture.width(); x++) {
        int at = y * picture.width() + x;
        values[at] = Math.max(0, Math.min(255, Math.round(values[at] + change[x])));
      }
    }
    return new LumaImage(picture.width(), picture.height(), values);
  }
}
