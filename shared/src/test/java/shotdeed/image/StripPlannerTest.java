package shotdeed.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures are named by their position; what follows is written down as the page goes on. */
class StripPlannerTest {
  private final StripPlanner<Integer> planner = new StripPlanner<>();
  private final List<List<Integer>> strips = new ArrayList<>();
  private final List<Integer> done = new ArrayList<>();

  private StripPlannerTest picture(int position, int width, int height) {
    take(planner.add(position, width, height, 100_000, position));
    return this;
  }

  private StripPlannerTest slices(int from, int to, int width, int height) {
    for (int position = from; position <= to; position++) {
      picture(position, width, height);
    }
    return this;
  }

  private StripPlannerTest pause() {
    take(planner.pause());
    return this;
  }

  private StripPlannerTest breakOff() {
    take(planner.breakOff());
    return this;
  }

  private void take(StripPlanner.Step<Integer> step) {
    strips.addAll(step.strips());
    done.addAll(step.done());
  }

  @Test
  void pictures_of_one_width_in_a_row_are_a_strip() {
    slices(1, 3, 750, 500);
    assertThat(strips).isEmpty();
    pause();
    assertThat(strips).containsExactly(List.of(1, 2, 3));
    assertThat(done).containsExactly(1, 2, 3);
  }

  @Test
  void a_single_picture_is_no_strip() {
    picture(1, 750, 500).pause();
    assertThat(strips).isEmpty();
    assertThat(done).containsExactly(1);
  }

  /** The server would refuse a report of such a strip. */
  @Test
  void a_strip_has_at_most_100_million_pixels() {
    slices(1, 4, 5000, 5000);
    assertThat(strips).isEmpty();
    picture(5, 5000, 5000).pause();
    assertThat(strips.get(0)).containsExactly(1, 2, 3, 4);
    assertThat(strips.get(1)).endsWith(5).hasSizeBetween(2, 4);
  }

  @Test
  void another_width_ends_a_run_even_by_one_pixel() {
    slices(1, 2, 750, 500).slices(3, 4, 751, 500).pause();
    assertThat(strips).containsExactly(List.of(1, 2), List.of(3, 4));
  }

  @Test
  void a_picture_of_another_width_stands_between() {
    slices(1, 2, 750, 500).picture(3, 600, 50).slices(4, 5, 750, 500).pause();
    assertThat(strips).containsExactly(List.of(1, 2), List.of(4, 5));
    assertThat(done).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void a_missing_position_and_a_break_end_a_run() {
    slices(1, 2, 750, 500).slices(4, 5, 750, 500).breakOff().slices(6, 7, 750, 500).pause();
    assertThat(strips).containsExactly(List.of(1, 2), List.of(4, 5), List.of(6, 7));
  }

  @Test
  void a_speck_does_not_count_and_a_gap_of_the_same_width_belongs_to_the_strip() {
    picture(1, 750, 500).picture(2, 1, 1).picture(3, 750, 10).picture(4, 750, 500).pause();
    assertThat(strips).containsExactly(List.of(1, 3, 4));
    assertThat(done).containsExactly(2, 1, 3, 4);
  }

  @Test
  void thumbnails_and_what_is_far_too_high_are_no_slices() {
    slices(1, 2, 199, 199).slices(3, 4, 400, 10_001).pause();
    assertThat(strips).isEmpty();
    assertThat(done).containsExactly(1, 2, 3, 4);
  }

  /** Squares of 400: six make a strip, and the last two begin the next. */
  @Test
  void a_long_run_is_looked_up_in_strips_that_overlap() {
    slices(1, 14, 400, 400).pause();
    assertThat(strips)
        .containsExactly(
            List.of(1, 2, 3, 4, 5, 6), List.of(5, 6, 7, 8, 9, 10), List.of(9, 10, 11, 12, 13, 14));
    assertThat(done).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
  }

  @Test
  void slices_higher_than_a_strip_are_joined_two_by_two() {
    slices(1, 3, 400, 3000).pause();
    assertThat(strips).containsExactly(List.of(1, 2), List.of(2, 3));
    slices(11, 12, 400, 6000).pause();
    assertThat(strips).as("two of these would be more than 4 million pixels").hasSize(2);
  }

  @Test
  void thin_slices_are_joined_up_to_24() {
    slices(1, 30, 750, 20).pause();
    assertThat(strips).hasSize(2);
    assertThat(strips.get(0)).hasSize(24).startsWith(1).endsWith(24);
    assertThat(strips.get(1)).hasSize(18).startsWith(13).endsWith(30);
  }

  @Test
  void files_of_a_strip_fit_into_a_report() {
    for (int position = 1; position <= 4; position++) {
      take(planner.add(position, 750, 500, 10 << 20, position));
    }
    take(planner.add(5, 750, 500, (24 << 20) + 1, 5));
    pause();
    assertThat(strips).containsExactly(List.of(1, 2), List.of(2, 3), List.of(3, 4));
    assertThat(done).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void what_comes_after_a_pause_carries_the_run_on() {
    slices(1, 4, 400, 400).pause().pause();
    assertThat(strips).containsExactly(List.of(1, 2, 3, 4));
    assertThat(planner.held()).isEqualTo(2);
    slices(5, 6, 400, 400).pause();
    assertThat(strips).containsExactly(List.of(1, 2, 3, 4), List.of(3, 4, 5, 6));
    assertThat(done).containsExactly(1, 2, 3, 4, 5, 6);
  }

  /** However a photograph no higher than twice its width lies across the cuts, it is whole in some strip. */
  @Test
  void every_photograph_of_up_to_twice_its_width_is_whole_in_some_strip() {
    int[] heights = {130, 777, 20, 401, 399, 802, 64, 333, 555, 222, 90, 640, 400, 400, 1200, 75, 310, 480, 160, 700};
    int[] tops = new int[heights.length + 1];
    for (int i = 0; i < heights.length; i++) {
      tops[i + 1] = tops[i] + heights[i];
      picture(i, 400, heights[i]);
    }
    pause();
    for (int top = 0; top + 800 <= tops[heights.length]; top += 7) {
      int from = top;
      assertThat(strips)
          .as("rows %d to %d", from, from + 800)
          .anyMatch(s -> tops[s.get(0)] <= from && from + 800 <= tops[s.get(s.size() - 1) + 1]);
    }
  }

  @Test
  void no_more_than_a_strip_is_ever_held() {
    for (int position = 1; position <= 1000; position++) {
      picture(position, 750, 750);
      assertThat(planner.held()).isLessThanOrEqualTo(6);
    }
  }
}
