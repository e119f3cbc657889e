package shotdeed.server.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AffineFitTest {
  private static final double TOLERANCE = 4;

  /** 0.6 times as large, turned by 6 degrees and moved. */
  private final Affine turned = new Affine(0.5967, -0.0627, 80, 0.0627, 0.5967, 20);

  private final Affine mirrored = new Affine(-0.7, 0, 500, 0, 0.7, 10);
  private final Random random = new Random(7);

  @Test
  void right_correspondences_are_found_among_three_times_as_many_wrong_ones() {
    List<AffineFit.Match> matches = right(turned, 0.6, false, 20);
    matches.addAll(wrong(60));
    Collections.shuffle(matches, random);
    AffineFit best = AffineFit.of(matches, TOLERANCE).get(0);
    assertThat(best.inliers()).isBetween(18, 24);
    assertThat(best.affine().x(300, 400)).isCloseTo(turned.x(300, 400), within(2.0));
    assertThat(best.affine().y(300, 400)).isCloseTo(turned.y(300, 400), within(2.0));
  }

  @Test
  void a_mirror_image_is_found_as_one() {
    List<AffineFit.Match> matches = right(mirrored, 0.7, true, 12);
    assertThat(AffineFit.of(matches, TOLERANCE).get(0).affine().determinant()).isNegative();
  }

  @Test
  void features_stacked_at_one_place_count_once() {
    List<AffineFit.Match> matches = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      matches.add(new AffineFit.Match(200, 200, 120, 120, 0.6, false));
    }
    assertThat(AffineFit.of(matches, TOLERANCE)).isEmpty();
  }

  @Test
  void two_copies_in_one_collage_are_two_maps() {
    List<AffineFit.Match> matches = right(new Affine(0.5, 0, 0, 0, 0.5, 0), 0.5, false, 20);
    matches.addAll(right(new Affine(0.5, 0, 400, 0, 0.5, 0), 0.5, false, 15));
    List<AffineFit> fits = AffineFit.of(matches, TOLERANCE);
    assertThat(fits).hasSize(2);
    assertThat(fits.get(0).affine().x0()).isCloseTo(0, within(1.0));
    assertThat(fits.get(1).affine().x0()).isCloseTo(400, within(1.0));
  }

  @Test
  void without_agreement_there_is_no_map() {
    assertThat(AffineFit.of(List.of(), TOLERANCE)).isEmpty();
    assertThat(AffineFit.of(right(turned, 0.6, false, 3), TOLERANCE)).isEmpty();
    assertThat(AffineFit.of(wrong(25), TOLERANCE)).allSatisfy(fit -> assertThat(fit.inliers()).isLessThan(8));
  }

  @Test
  void what_lies_exactly_in_its_place_is_told_from_what_lies_near_it() {
    List<AffineFit.Match> matches = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      double off = i % 2 == 0 ? 0 : i % 4 == 1 ? 3 : -3;
      matches.add(new AffineFit.Match(40 * (i % 6), 60 * (i / 6), 20 * (i % 6) + off, 30 * (i / 6), 0.5, false));
    }
    AffineFit fit = AffineFit.of(matches, 6).get(0);
    assertThat(fit.inliers()).isEqualTo(24);
    assertThat(fit.exact()).hasSize(12);
    AffineFit twiceAsLarge = fit.resized(2, 4);
    assertThat(twiceAsLarge.affine().x(80, 0)).isCloseTo(80, within(2.0));
    assertThat(twiceAsLarge.exact().get(1).originalX()).isEqualTo(2 * fit.exact().get(1).originalX());
    assertThat(twiceAsLarge.exact().get(1).copyX()).isEqualTo(4 * fit.exact().get(1).copyX());
  }

  @Test
  void the_same_correspondences_give_the_same_maps() {
    List<AffineFit.Match> matches = right(turned, 0.6, false, 20);
    matches.addAll(wrong(60));
    assertThat(AffineFit.of(matches, TOLERANCE)).isEqualTo(AffineFit.of(matches, TOLERANCE));
  }

  /** A pixel off, as detectors are. */
  private List<AffineFit.Match> right(Affine affine, double scale, boolean mirrored, int count) {
    List<AffineFit.Match> matches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = 700 * random.nextDouble();
      double y = 900 * random.nextDouble();
      matches.add(new AffineFit.Match(
          x,
          y,
          affine.x(x, y) + random.nextDouble() - 0.5,
          affine.y(x, y) + random.nextDouble() - 0.5,
          scale * (0.9 + 0.2 * random.nextDouble()),
          mirrored));
    }
    return matches;
  }

  private List<AffineFit.Match> wrong(int count) {
    List<AffineFit.Match> matches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      matches.add(new AffineFit.Match(
          700 * random.nextDouble(),
          900 * random.nextDouble(),
          600 * random.nextDouble(),
          600 * random.nextDouble(),
          0.3 + random.nextDouble(),
          random.nextBoolean()));
    }
    return matches;
  }
}
