package shotdeed.server.bench.alter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawingsTest {
  private static final int KINDS = 10;

  @Test
  void the_same_seed_gives_the_same_pictures() {
    assertThat(contents(Drawings.make(2, 5))).isEqualTo(contents(Drawings.make(2, 5)));
  }

  @Test
  void drawings_of_each_kind_differ_from_each_other_and_by_seed() {
    List<Integer> pictures = new ArrayList<>(contents(Drawings.make(3, 5)));
    pictures.addAll(contents(Drawings.make(3, 6)));
    for (int kind = 0; kind < KINDS; kind++) {
      Set<Integer> ofKind = new HashSet<>();
      for (int i = kind; i < pictures.size(); i += KINDS) {
        ofKind.add(pictures.get(i));
      }
      assertThat(ofKind).as("kind %d", kind).hasSize(6);
    }
  }

  @Test
  void every_drawing_shows_more_than_one_colour_and_is_480_pixels_wide() {
    List<BufferedImage> pictures = Drawings.make(2, 5);
    assertThat(pictures).hasSize(2 * KINDS);
    for (BufferedImage picture : pictures) {
      assertThat(picture.getWidth()).isEqualTo(480);
      assertThat(picture.getHeight()).isBetween(320, 720);
      assertThat(Arrays.stream(Pictures.pixels(picture)).distinct().limit(2)).hasSize(2);
    }
  }

  @Test
  void soft_shapes_are_all_different_and_the_same_for_the_same_seed() {
    List<Integer> shapes = contents(Shapes.make(40, 5));
    assertThat(shapes).doesNotHaveDuplicates().hasSize(40).isEqualTo(contents(Shapes.make(40, 5)));
    assertThat(shapes).doesNotContainAnyElementsOf(contents(Shapes.make(40, 6)));
  }

  private static List<Integer> contents(List<BufferedImage> pictures) {
    return pictures.stream().map(picture -> Arrays.hashCode(Pictures.pixels(picture))).toList();
  }
}
