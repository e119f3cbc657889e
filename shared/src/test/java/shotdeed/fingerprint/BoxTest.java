package shotdeed.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxTest {
  private static final Box BOX = new Box(10, 20, 110, 60);

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0.5, 0.5, 10, 20, 110, 60",
    "0.5, 1, 0, 0, 10, 20, 60, 60",
    "0.5, 1, 1, 0, 60, 20, 110, 60",
    "0.5, 0.5, 0.5, 1, 35, 40, 85, 60",
  })
  void a_part_has_a_share_of_each_side_and_lies_where_it_is_told(
      double wide, double high, double across, double down, double left, double top, double right, double bottom) {
    assertThat(BOX.part(wide, high, across, down)).isEqualTo(new Box(left, top, right, bottom));
  }

  @Test
  void a_shrunk_box_keeps_its_middle() {
    assertThat(BOX.shrunk(0.5)).isEqualTo(new Box(35, 30, 85, 50));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 20, 110, 60, false", "12, 20.5, 108, 59.5, false", "12.5, 20, 110, 60, true", "10, 20, 110, 59, true",
  })
  void boxes_differ_where_a_side_lies_elsewhere_by_more_than_a_share(
      double left, double top, double right, double bottom, boolean differs) {
    assertThat(BOX.differsFrom(new Box(left, top, right, bottom), 0.02)).isEqualTo(differs);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 200, 100, 0, 0, 10000, 10000",
    "10, 20, 110, 60, 500, 2000, 5500, 6000",
    "0.004, 0, 0.005, 100, 0, 0, 1, 10000",
    "-0.001, 0, 200.001, 100, 0, 0, 10000, 10000",
  })
  void a_region_is_in_ten_thousandths_and_never_empty(
      double left, double top, double right, double bottom, int x0, int y0, int x1, int y1) {
    assertThat(new Box(left, top, right, bottom).in(200, 100)).isEqualTo(new Region(x0, y0, x1, y1));
  }

  @Test
  void a_sliver_at_the_far_edge_is_still_a_region_of_the_picture() {
    assertThat(new Box(199.999, 0, 200, 100).in(200, 100)).isEqualTo(new Region(9_999, 0, 10_000, 10_000));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 10000, 10000, true", "500, 500, 9500, 9500, true", "500, 0, 9499, 10000, false", "0, 1001, 10000, 10000, false",
  })
  void nine_tenths_of_each_side_are_nearly_all_of_it(int left, int top, int right, int bottom, boolean whole) {
    assertThat(new Region(left, top, right, bottom).coversNearlyAll()).isEqualTo(whole);
  }
}
