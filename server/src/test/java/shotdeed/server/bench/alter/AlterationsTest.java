package shotdeed.server.bench.alter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.image.PictureFormat;
import shotdeed.image.PictureHeader;
import shotdeed.server.Photos;
import shotdeed.server.picture.DecodedPicture;
import shotdeed.server.picture.PictureDecoder;

class AlterationsTest {
  private static final BufferedImage SHIRT = photo("shirt"); // 400 x 533
  private static final List<Foreign> FOREIGN =
      List.of(
          new Foreign("coat", photo("coat")), new Foreign("dress", photo("dress")), new Foreign("shoe", photo("shoe")));

  @Test
  void there_are_63_of_different_names_in_17_groups_that_stand_together() {
    Set<String> names = new LinkedHashSet<>();
    List<Group> groups = new ArrayList<>();
    for (Alteration alteration : Alterations.ALL) {
      names.add(alteration.name());
      if (groups.isEmpty() || groups.get(groups.size() - 1) != alteration.group()) {
        groups.add(alteration.group());
      }
    }
    assertThat(Alterations.ALL).hasSize(63);
    assertThat(names).hasSize(63);
    assertThat(groups).containsExactly(Group.values()).hasSize(17);
  }

  @Test
  void the_same_seed_and_name_give_the_same_files_of_every_alteration() {
    for (Alteration alteration : Alterations.ALL) {
      List<byte[]> first = alteration.apply(SHIRT, "shirt", 7, FOREIGN);
      List<byte[]> again = alteration.apply(SHIRT, "shirt", 7, FOREIGN);
      assertThat(again).as(alteration.name()).hasSameSizeAs(first);
      for (int i = 0; i < first.size(); i++) {
        assertThat(again.get(i)).as(alteration.name()).isEqualTo(first.get(i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text-15", "price-sticker", "two-by-two", "page-750", "noisy", "corner-50"})
  void another_seed_or_another_name_gives_another_file_where_chance_has_a_part(String name) {
    byte[] first = named(name).apply(SHIRT, "shirt", 7, FOREIGN).get(0);
    assertThat(named(name).apply(SHIRT, "shirt", 8, FOREIGN).get(0)).isNotEqualTo(first);
    assertThat(named(name).apply(SHIRT, "blouse", 7, FOREIGN).get(0)).isNotEqualTo(first);
  }

  @Test
  void the_original_and_the_foreign_pictures_stay_as_they_are() {
    int[] before = Pictures.pixels(SHIRT).clone();
    int[] coat = Pictures.pixels(FOREIGN.get(0).picture()).clone();
    for (Alteration alteration : Alterations.ALL) {
      alteration.apply(SHIRT, "shirt", 1, FOREIGN);
    }
    assertThat(Pictures.pixels(SHIRT)).isEqualTo(before);
    assertThat(Pictures.pixels(FOREIGN.get(0).picture())).isEqualTo(coat);
  }

  @ParameterizedTest
  @CsvSource({
    "jpeg-30, 400, 533", "webp-50, 400, 533", "side-120, 90, 120", "side-400, 300, 400", "centre-95, 380, 506",
    "centre-80, 320, 426", "square, 400, 400", "centre-50, 200, 267", "corner-70, 280, 373",
    "detail-centre-30, 400, 533", "white-to-square, 533, 533", "on-own-blur, 400, 711", "horizontal, 400, 533",
    "turned-90, 533, 400", "grey, 400, 533", "wider-15, 460, 533", "narrower-15, 340, 533", "on-white, 400, 533",
    "phone, 540, 1170", "desktop, 1120, 720", "mirror-crop-band, 340, 453",
  })
  void a_picture_of_400_by_533_becomes_one_of(String name, int width, int height) {
    BufferedImage altered = only(name);
    assertThat(altered.getWidth() + " x " + altered.getHeight()).isEqualTo(width + " x " + height);
  }

  @Test
  void a_small_original_is_made_smaller_by_the_share_and_a_square_one_is_cut_to_3_by_4() {
    BufferedImage small = Geometry.longestSide(400).apply(Pictures.canvas(90, 120, java.awt.Color.RED), scene());
    assertThat(small.getWidth() + " x " + small.getHeight()).isEqualTo("45 x 60");
    BufferedImage coat = Geometry.square().apply(photo("coat"), scene());
    assertThat(coat.getWidth() + " x " + coat.getHeight()).isEqualTo("300 x 400");
  }

  @Test
  void files_are_of_the_format_and_quality_that_they_say() {
    byte[] webp = file("webp-50");
    assertThat(PictureHeader.read(webp).format()).isEqualTo(PictureFormat.WEBP);
    assertThat(PictureHeader.read(file("jpeg-60")).format()).isEqualTo(PictureFormat.JPEG);
    assertThat(file("jpeg-30").length).isLessThan(file("jpeg-60").length).isLessThan(file("brighter").length);
    assertThat(meanDifference(decoded(webp), SHIRT)).isBetween(0.5, 8.0);
  }

  @Test
  void a_strip_is_a_page_of_four_photographs_cut_into_slices_of_its_width_in_order() {
    for (String name : List.of("page-750", "page-790")) {
      int width = Integer.parseInt(name.substring(5));
      List<byte[]> files = named(name).apply(SHIRT, "shirt", 1, FOREIGN);
      assertThat(files.size()).isBetween(4, 9);
      int height = 0;
      for (byte[] file : files) {
        BufferedImage slice = decoded(file);
        assertThat(slice.getWidth()).isEqualTo(width);
        assertThat(slice.getHeight()).isBetween(250, 1350);
        height += slice.getHeight();
      }
      // Shirt, dress and shoe are 4 : 3, the coat is a square.
      assertThat(height).isBetween(5 * width - 250, 5 * width + 1100);
    }
  }

  @Test
  void collages_and_screenshots_show_foreign_pictures_and_none_the_original_twice() {
    Scene scene = new Scene(1, "coat", "two-by-two", FOREIGN);
    assertThat(List.of(scene.foreign(), scene.foreign()))
        .containsExactlyInAnyOrder(FOREIGN.get(1).picture(), FOREIGN.get(2).picture());
    assertThat(scene.foreign()).isIn(FOREIGN.get(1).picture(), FOREIGN.get(2).picture());
    assertThatThrownBy(() -> new Scene(1, "coat", "x", FOREIGN.subList(0, 1)).foreign())
        .hasMessage("there is no other picture for a collage, a strip or a scene");
  }

  @Test
  void every_alteration_can_be_done_on_a_picture_of_one_pixel_by_forty() {
    BufferedImage line = Pictures.canvas(1, 40, java.awt.Color.BLUE);
    for (Alteration alteration : Alterations.ALL) {
      if (alteration.group() == Group.STRIP) {
        continue; // a page 750 wide would be 30,000 high
      }
      for (byte[] file : alteration.apply(line, "line", 1, FOREIGN)) {
        assertThat(decoded(file).getWidth()).as(alteration.name()).isPositive();
      }
    }
  }

  @Test
  void nothing_is_missing_on_a_machine_with_a_chinese_font() {
    assertThat(Alterations.ALL).allSatisfy(alteration -> assertThat(alteration.missing()).isNull());
  }

  static Scene scene() {
    return new Scene(1, "shirt", "step", FOREIGN);
  }

  static BufferedImage photo(String name) {
    return decoded(Photos.photo(name));
  }

  private static Alteration named(String name) {
    return Alterations.ALL.stream().filter(alteration -> alteration.name().equals(name)).findFirst().orElseThrow();
  }

  private static byte[] file(String name) {
    List<byte[]> files = named(name).apply(SHIRT, "shirt", 1, FOREIGN);
    assertThat(files).hasSize(1);
    return files.get(0);
  }

  private static BufferedImage only(String name) {
    return decoded(file(name));
  }

  private static BufferedImage decoded(byte[] file) {
    try {
      DecodedPicture picture = new PictureDecoder().decode(file);
      return picture.image();
    } catch (shotdeed.server.picture.UnreadablePicture e) {
      throw new AssertionError(e);
    }
  }

  static double meanDifference(BufferedImage a, BufferedImage b) {
    int[] left = Pictures.pixels(a);
    int[] right = Pictures.pixels(b);
    assertThat(left).hasSameSizeAs(right);
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        sum += Math.abs((left[i] >> shift & 0xff) - (right[i] >> shift & 0xff));
      }
    }
    return sum / 3 / left.length;
  }
}
