package shotdeed.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
  private final Tally tally = new Tally(2, 64);

  @Test
  void originals_are_found_within_the_radius() {
    tally.own(1, 0);
    tally.own(1, 31);
    tally.own(1, 32);
    tally.own(1, Contender.NONE);
    assertThat(tally.originals(1)).isEqualTo(4);
    assertThat(tally.found(1, 31)).isEqualTo(2);
    assertThat(tally.found(1, 64)).isEqualTo(3);
    assertThat(tally.found(1, -1)).isZero();
    assertThat(tally.originals(0)).isZero();
  }

  @Test
  void other_photographs_are_counted_by_kinship() {
    tally.other(0, Kinship.UNRELATED, 40);
    tally.other(1, Kinship.UNRELATED, 40);
    tally.other(1, Kinship.UNRELATED, Contender.NONE);
    tally.other(1, Kinship.OTHER_VIEW, 2);
    assertThat(tally.pairs(1, Kinship.UNRELATED)).isEqualTo(2);
    assertThat(tally.matched(1, Kinship.UNRELATED, 40)).isEqualTo(1);
    assertThat(tally.matched(1, Kinship.UNRELATED, 39)).isZero();
    assertThat(tally.matched(1, Kinship.OTHER_VIEW, 2)).isEqualTo(1);
    assertThat(tally.unrelatedByDistance()).hasSize(65).startsWith(0).contains(2L);
    assertThat(tally.unrelatedByDistance()[40]).isEqualTo(2);
  }

  @Test
  void of_many_wrong_pairs_the_200_nearest_are_kept_whatever_order_they_come_in() {
    for (int i = 0; i < 1000; i++) {
      int distance = i * 617 % 1000 % 65;
      if (tally.wanted(Kinship.UNRELATED, distance)) {
        tally.keep(pair("q" + i, distance));
      }
    }
    Tally again = new Tally(2, 64);
    for (int i = 999; i >= 0; i--) {
      int distance = i * 617 % 1000 % 65;
      if (again.wanted(Kinship.UNRELATED, distance)) {
        again.keep(pair("q" + i, distance));
      }
    }
    assertThat(tally.nearest(64)).hasSize(200).isEqualTo(again.nearest(64)).isSortedAccordingTo(
        (a, b) -> a.distance() - b.distance());
    assertThat(tally.nearest(3)).allMatch(kept -> kept.distance() <= 3).isNotEmpty();
    assertThat(tally.wanted(Kinship.UNRELATED, 65)).isFalse();
    assertThat(tally.wanted(Kinship.UNRELATED, Contender.NONE)).isFalse();
    assertThat(tally.wanted(Kinship.UNRELATED, 64)).isFalse();
  }

  @Test
  void a_near_pair_of_siblings_takes_no_place_from_an_unrelated_one_and_another_colour_is_not_kept() {
    for (int i = 0; i < 300; i++) {
      tally.keep(pair(Kinship.OTHER_VIEW, "q" + i, 1));
    }
    assertThat(tally.wanted(Kinship.UNRELATED, 40)).isTrue();
    assertThat(tally.wanted(Kinship.OTHER_COLOUR, 0)).isFalse();
    tally.keep(pair(Kinship.UNRELATED, "far", 40));
    assertThat(tally.nearest(64)).hasSize(201).first().isEqualTo(pair(Kinship.UNRELATED, "far", 40));
  }

  private static Tally.Pair pair(String query, int distance) {
    return pair(Kinship.UNRELATED, query, distance);
  }

  private static Tally.Pair pair(Kinship kinship, String query, int distance) {
    return new Tally.Pair(
        kinship, query, "grey", "c", distance, new Contender.Detail(Contender.Detail.SAME, 0, 0, "", "", ""));
  }
}
