package shotdeed.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shotdeed.wire.Geometry;

class EvidencePictureTest {
  private static final List<Integer> WHOLE = List.of(0, 0, 10_000, 0, 10_000, 10_000, 0, 10_000);
  private static final List<Integer> RIGHT_HALF = List.of(5_000, 0, 10_000, 0, 10_000, 10_000, 5_000, 10_000);

  private static Geometry geometry(List<Integer> copy, List<Integer> original, Integer... points) {
    return new Geometry(copy, original, 5_000, 10_000, 9_000, List.of(points));
  }

  @Test
  void both_pictures_fit_their_cells_and_stand_in_the_middle() {
    EvidencePicture drawing = EvidencePicture.of(geometry(WHOLE, WHOLE), 3_000, 4_000, 800, 400);
    assertThat(drawing.viewBox()).isEqualTo("0 0 1790 1000");
    assertThat(drawing.original()).containsExactly(0, 0, 750, 1_000);
    assertThat(drawing.copy()).containsExactly(790, 250, 1_000, 500);
    assertThat(drawing.overlayViewBox()).isEqualTo("0 0 1000 500");
  }

  @Test
  void outlines_and_lines_lie_on_their_pictures() {
    EvidencePicture drawing =
        EvidencePicture.of(geometry(RIGHT_HALF, WHOLE, 7_500, 5_000, 5_000, 5_000), 1_000, 1_000, 1_000, 500);
    assertThat(drawing.originalOutline()).isEqualTo("0,0 1000,0 1000,1000 0,1000");
    assertThat(drawing.copyOutline()).isEqualTo("1540,250 2040,250 2040,750 1540,750");
    assertThat(drawing.lines()).hasSize(1);
    assertThat(drawing.lines().get(0)).containsExactly(500, 500, 1_790, 500);
  }

  @Test
  void the_original_is_laid_onto_the_part_that_shows_it() {
    EvidencePicture drawing = EvidencePicture.of(geometry(RIGHT_HALF, WHOLE), 400, 400, 1_000, 500);
    assertMaps(drawing, 0, 0, 500, 0);
    assertMaps(drawing, 10_000, 10_000, 1_000, 500);
  }

  @Test
  void a_mirrored_original_is_mirrored() {
    List<Integer> mirrored = List.of(10_000, 0, 0, 0, 0, 10_000, 10_000, 10_000);
    EvidencePicture drawing = EvidencePicture.of(geometry(mirrored, WHOLE), 600, 600, 600, 600);
    assertMaps(drawing, 0, 0, 1_000, 0);
    assertMaps(drawing, 10_000, 10_000, 0, 1_000);
  }

  @Test
  void where_the_corners_are_numbered_apart_the_points_say_how_it_lies() {
    List<Integer> fromAnotherCorner = List.of(10_000, 0, 10_000, 10_000, 5_000, 10_000, 5_000, 5_000, 5_000, 0);
    EvidencePicture drawing =
        EvidencePicture.of(
            geometry(fromAnotherCorner, WHOLE, 5_000, 0, 0, 0, 10_000, 0, 10_000, 0, 5_000, 10_000, 0, 10_000),
            400,
            400,
            1_000,
            500);
    assertMaps(drawing, 10_000, 10_000, 1_000, 500);
  }

  @Test
  void without_three_places_off_one_line_nothing_is_laid_over() {
    List<Integer> line = List.of(0, 0, 5_000, 5_000, 10_000, 10_000);
    assertThat(EvidencePicture.of(geometry(line, line), 10, 10, 10, 10).overlay()).isEmpty();
  }

  @Test
  void without_geometry_or_size_there_is_no_drawing() {
    assertThat(EvidencePicture.of(null, 10, 10, 10, 10)).isNull();
    assertThat(EvidencePicture.of(geometry(WHOLE, WHOLE), 0, 10, 10, 10)).isNull();
    assertThat(EvidencePicture.of(geometry(List.of(), WHOLE), 10, 10, 10, 10)).isNull();
  }

  @Test
  void a_long_thin_picture_still_has_an_area() {
    EvidencePicture drawing = EvidencePicture.of(geometry(WHOLE, WHOLE), 1, 65_535, 65_535, 1);
    assertThat(drawing.original()).containsExactly(0, 0, 1, 1_000);
    assertThat(drawing.copy()).containsExactly(41, 499, 1_000, 1);
  }

  @Test
  void no_more_lines_are_drawn_than_can_be_told_apart() {
    List<Integer> points = new ArrayList<>();
    for (int i = 0; i < 4 * 100; i++) {
      points.add(i);
    }
    Geometry many = geometry(WHOLE, WHOLE, points.toArray(new Integer[0]));
    assertThat(EvidencePicture.of(many, 10, 10, 10, 10).lines()).hasSize(24);
  }

  private static void assertMaps(EvidencePicture drawing, double u, double v, double x, double y) {
    String inside = drawing.overlay().replace("matrix(", "").replace(")", "");
    String[] m = inside.split(" ");
    assertThat(number(m, 0) * u + number(m, 2) * v + number(m, 4)).isCloseTo(x, within(0.5));
    assertThat(number(m, 1) * u + number(m, 3) * v + number(m, 5)).isCloseTo(y, within(0.5));
  }

  private static double number(String[] matrix, int at) {
    return Double.parseDouble(matrix[at]);
  }
}
