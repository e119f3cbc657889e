package shotdeed.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegionTest {
  @Test
  void the_region_around_an_outline_touches_its_outermost_corners() {
    assertEquals(
        new Region(1000, 500, 6000, 9000), Region.around(List.of(1000, 4000, 3000, 500, 6000, 4500, 2500, 9000)));
  }

  @Test
  void what_lies_beyond_the_picture_counts_as_its_edge() {
    assertEquals(new Region(0, 2000, 10_000, 8000), Region.around(List.of(-300, 2000, 10_400, 2000, 5000, 8000)));
  }

  @Test
  void an_outline_that_encloses_nothing_stands_for_the_whole_picture() {
    assertEquals(Region.WHOLE, Region.around(List.of()));
    assertEquals(Region.WHOLE, Region.around(List.of(4000, 1000, 4000, 9000)));
    assertEquals(Region.WHOLE, Region.around(List.of(12_000, 1000, 13_000, 9000, 12_500, 4000)));
  }
}
