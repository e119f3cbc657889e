package shotdeed.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Region;
import shotdeed.model.Method;
import shotdeed.model.Verdict;

class MatcherTest {
  private static final Hash256 FAR = Hash256.ofHex("5".repeat(64));

  @Test
  void the_best_finding_of_each_certificate_is_reported_clearest_first() {
    Matcher matcher = new Matcher();
    matcher.add(9, List.of(fingerprint(0x0f, 47), fingerprint(0x01, 47)));
    matcher.add(4, List.of(fingerprint(0x02, 47)));
    matcher.add(7, List.of(fingerprint(0x00, 47)));
    matcher.add(8, List.of(new Fingerprint(FAR, 90, Region.WHOLE, 47)));
    assertThat(matcher.match(List.of(query(Dihedral.ROTATE0, 0x00))))
        .containsExactly(
            finding(7, 0, 47, Dihedral.ROTATE0),
            finding(4, 1, 47, Dihedral.ROTATE0),
            finding(9, 1, 47, Dihedral.ROTATE0));
  }

  @Test
  void a_mirrored_copy_is_found_by_its_mirrored_form() {
    Matcher matcher = new Matcher();
    matcher.add(1, List.of(fingerprint(0x00, 47)));
    assertThat(matcher.match(List.of(query(Dihedral.FLIPY, 0x03))))
        .containsExactly(finding(1, 2, 47, Dihedral.FLIPY));
  }

  @Test
  void of_equally_near_fingerprints_the_one_with_the_larger_radius_counts() {
    Matcher matcher = new Matcher();
    matcher.add(1, List.of(fingerprint(0x01, 33), fingerprint(0x02, 47), fingerprint(0x04, 20)));
    assertThat(matcher.match(List.of(query(Dihedral.ROTATE0, 0x00))))
        .containsExactly(finding(1, 1, 47, Dihedral.ROTATE0));
  }

  @Test
  void a_finding_well_within_a_wide_radius_comes_before_a_nearer_one_at_the_edge_of_a_narrow_radius() {
    Matcher matcher = new Matcher();
    matcher.add(1, List.of(fingerprint(0x01, 2)));
    matcher.add(2, List.of(fingerprint(0x07, 47)));
    assertThat(matcher.match(List.of(query(Dihedral.ROTATE0, 0x00))))
        .containsExactly(finding(2, 3, 47, Dihedral.ROTATE0), finding(1, 1, 2, Dihedral.ROTATE0));
  }

  @Test
  void a_finding_names_the_part_of_the_picture_and_the_part_of_the_photograph() {
    Region left = new Region(0, 0, 5_000, 10_000);
    Region middle = new Region(1_000, 1_000, 9_000, 9_000);
    Matcher matcher = new Matcher();
    matcher.add(1, List.of(new Fingerprint(hash(0x00), 90, middle, 40)));
    Hash256[] onlyMirrored = new Hash256[8];
    onlyMirrored[Dihedral.FLIPY.ordinal()] = hash(0x01);
    assertThat(matcher.match(List.of(new Kernel.Query(onlyMirrored, 90, left))))
        .containsExactly(
            new Finding(1, Verdict.COPY, Method.FINGERPRINT, 1, 40, Dihedral.FLIPY, left, middle));
  }

  @Test
  void of_equally_clear_findings_the_first_region_then_form_then_fingerprint_counts() {
    Region left = new Region(0, 0, 5_000, 10_000);
    Region right = new Region(5_000, 0, 10_000, 10_000);
    Matcher matcher = new Matcher();
    matcher.add(1, List.of(fingerprint(0x00, 40), fingerprint(0x00, 40)));
    matcher.remove(1);
    matcher.add(
        2, List.of(new Fingerprint(hash(0x01), 90, left, 40), new Fingerprint(hash(0x02), 90, right, 40)));
    Hash256[] twice = new Hash256[8];
    twice[Dihedral.ROTATE90.ordinal()] = hash(0x00);
    twice[Dihedral.FLIPY.ordinal()] = hash(0x00);
    List<Kernel.Query> regions = List.of(new Kernel.Query(twice, 90, right), new Kernel.Query(twice, 90, left));
    assertThat(matcher.match(regions))
        .containsExactly(
            new Finding(2, Verdict.COPY, Method.FINGERPRINT, 1, 40, Dihedral.ROTATE90, right, left));
  }

  @Test
  void a_copy_of_a_whole_photograph_is_not_called_a_copy_of_the_part_that_matches_best() {
    Region half = new Region(0, 0, 5_000, 10_000);
    Matcher matcher = new Matcher();
    matcher.add(1, List.of(new Fingerprint(hash(0x00), 90, half, 47), fingerprint(0x03, 20)));
    assertThat(matcher.match(List.of(query(Dihedral.ROTATE0, 0x00))))
        .containsExactly(finding(1, 2, 20, Dihedral.ROTATE0));
  }

  @Test
  void of_parts_that_are_nearly_as_large_the_clearer_counts() {
    Region nearlyWhole = new Region(0, 100, 9_900, 10_000);
    Region alsoNearly = new Region(100, 0, 10_000, 9_950);
    Matcher matcher = new Matcher();
    matcher.add(
        1, List.of(new Fingerprint(hash(0x01), 90, nearlyWhole, 47), new Fingerprint(hash(0x03), 90, alsoNearly, 40)));
    assertThat(matcher.match(List.of(query(Dihedral.ROTATE0, 0x00))))
        .extracting(Finding::original)
        .containsExactly(nearlyWhole);
  }

  @Test
  void a_certificate_added_again_replaces_itself_and_a_removed_one_matches_no_more() {
    Matcher matcher = new Matcher();
    matcher.add(1, List.of(fingerprint(0x00, 47), fingerprint(0x01, 47)));
    matcher.add(1, List.of(new Fingerprint(FAR, 90, Region.WHOLE, 47)));
    assertThat(matcher.match(List.of(query(Dihedral.ROTATE0, 0x00)))).isEmpty();
    matcher.add(2, List.of(fingerprint(0x00, 47)));
    assertThat(matcher.fingerprints()).isEqualTo(2);
    assertThat(matcher.remove(2)).isTrue();
    assertThat(matcher.remove(2)).isFalse();
    assertThat(matcher.match(List.of(query(Dihedral.ROTATE0, 0x00)))).isEmpty();
    assertThat(matcher.certificates()).isEqualTo(1);
  }

  @Test
  void a_flat_photograph_is_held_without_a_fingerprint_and_a_flat_picture_matches_nothing() {
    Matcher matcher = new Matcher();
    matcher.add(1, List.of());
    matcher.add(2, List.of(fingerprint(0x00, 47)));
    assertThat(matcher.certificates()).isEqualTo(2);
    assertThat(matcher.match(List.of())).isEmpty();
  }

  @Test
  void many_certificates_are_told_apart() {
    Matcher matcher = new Matcher();
    for (int i = 0; i < 3000; i++) {
      matcher.add(i, List.of(fingerprint(i, 0)));
    }
    for (int i = 0; i < 3000; i += 7) {
      assertThat(matcher.match(List.of(query(Dihedral.ROTATE90, i))))
          .extracting(Finding::certificate)
          .containsExactly(i);
    }
  }

  private static Finding finding(int certificate, int distance, int radius, Dihedral form) {
    return new Finding(
        certificate, Verdict.COPY, Method.FINGERPRINT, distance, radius, form, Region.WHOLE, Region.WHOLE);
  }

  private static Fingerprint fingerprint(int lowest, int radius) {
    return new Fingerprint(hash(lowest), 90, Region.WHOLE, radius);
  }

  /** A query whose hash in one form is {@code lowest}, and far from everything in the others. */
  private static Kernel.Query query(Dihedral form, int lowest) {
    Hash256[] forms = new Hash256[8];
    Arrays.fill(forms, Hash256.ofHex("a".repeat(64)));
    forms[form.ordinal()] = hash(lowest);
    return new Kernel.Query(forms, 90, Region.WHOLE);
  }

  private static Hash256 hash(int lowest) {
    return Hash256.ofWords(new int[] {0, 0, 0, 0, 0, 0, 0, lowest});
  }
}
