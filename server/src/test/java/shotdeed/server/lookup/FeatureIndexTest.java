package shotdeed.server.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.feature.Features;
import shotdeed.server.Photos;

class FeatureIndexTest {
  private static final List<String> NAMES =
      List.of("coat", "dress", "shirt", "shoe", "photo", "photo-2", "photo-3");

  private static final Map<String, Features> CERTIFICATES = new HashMap<>();

  private final FeatureIndex index = new FeatureIndex();

  @BeforeAll
  static void seven_photographs() {
    NAMES.forEach(name -> CERTIFICATES.put(name, Looks.certificate(photograph(name))));
  }

  private static byte[] photograph(String name) {
    if (!name.startsWith("photo")) {
      return Photos.photo(name);
    }
    try (InputStream in = FeatureIndexTest.class.getResourceAsStream("/pictures/" + name + ".jpg")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Certificates 1 to 7, in the order of {@link #NAMES}. */
  private void holdsAll() {
    NAMES.forEach(name -> index.add(number(name), CERTIFICATES.get(name)));
    index.settle();
  }

  private static int number(String name) {
    return NAMES.indexOf(name) + 1;
  }

  private static List<Integer> numbers(List<FeatureIndex.Candidate> found) {
    return found.stream().map(FeatureIndex.Candidate::certificate).toList();
  }

  private List<Integer> found(byte[] picture) {
    return numbers(index.search(Looks.query(picture), 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"coat", "dress", "shirt", "shoe", "photo", "photo-2", "photo-3"})
  void the_certificate_of_an_altered_picture_comes_before_all_others(String name) {
    holdsAll();
    byte[] photo = photograph(name);
    byte[] framed = Photos.framed(photo, Color.WHITE, 40, 10, 90, 70);
    assertThat(found(photo)).startsWith(number(name));
    assertThat(found(Photos.recompressed(photo, 0.5, 0.3f))).startsWith(number(name));
    assertThat(found(Photos.mirrored(photo))).startsWith(number(name));
    assertThat(found(framed)).startsWith(number(name));
    assertThat(found(Photos.mirrored(Photos.recompressed(framed, 0.8, 0.5f)))).startsWith(number(name));
  }

  @Test
  void an_enlarged_detail_names_the_photograph_that_it_was_cut_out_of() {
    holdsAll();
    byte[] detail = Photos.part(Photos.photo("coat"), 110, 60, 310, 260);
    assertThat(found(detail)).startsWith(number("coat"));
    assertThat(found(Photos.mirrored(detail))).startsWith(number("coat"));
  }

  @Test
  void a_collage_names_all_its_photographs_first() {
    holdsAll();
    List<Integer> found = found(Photos.collage(400, 10, Photos.photo("dress"), Photos.photo("shoe")));
    assertThat(found.subList(0, 2)).containsExactlyInAnyOrder(number("dress"), number("shoe"));
  }

  @Test
  void the_best_come_first_and_no_more_than_asked_for() {
    holdsAll();
    byte[][] photos = NAMES.stream().map(FeatureIndexTest::photograph).toArray(byte[][]::new);
    Features picture = Looks.query(Photos.collage(400, 10, photos));
    List<FeatureIndex.Candidate> all = index.search(picture, 10);
    assertThat(all).hasSize(7);
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i).votes()).isLessThanOrEqualTo(all.get(i - 1).votes()).isPositive();
    }
    assertThat(index.search(picture, 3)).isEqualTo(all.subList(0, 3));
    assertThat(index.search(picture, 0)).isEmpty();
  }

  @Test
  void what_was_added_is_held_at_once_and_found_when_settled() {
    index.add(7, CERTIFICATES.get("coat"));
    assertThat(index.certificates()).containsExactly(7);
    assertThat(found(Photos.photo("coat"))).isEmpty();
    index.settle();
    assertThat(found(Photos.photo("coat"))).containsExactly(7);
    index.add(8, CERTIFICATES.get("dress"));
    index.settle();
    assertThat(found(Photos.photo("coat"))).startsWith(7);
    assertThat(found(Photos.photo("dress"))).startsWith(8);
  }

  @Test
  void a_removed_certificate_is_found_no_more_and_the_others_are() {
    holdsAll();
    index.remove(number("coat"));
    assertThat(index.certificates()).doesNotContain(number("coat")).hasSize(6);
    assertThat(found(Photos.photo("coat"))).doesNotContain(number("coat"));
    assertThat(found(Photos.photo("dress"))).startsWith(number("dress"));
    NAMES.forEach(name -> index.remove(number(name)));
    assertThat(index.certificates()).isEmpty();
    assertThat(found(Photos.photo("dress"))).isEmpty();
  }

  @Test
  void what_is_removed_before_it_was_settled_is_not_found() {
    index.add(1, CERTIFICATES.get("coat"));
    index.remove(1);
    index.settle();
    assertThat(found(Photos.photo("coat"))).isEmpty();
  }

  @Test
  void a_removed_certificate_that_comes_back_is_found_again_once() {
    holdsAll();
    index.remove(number("coat"));
    index.add(number("coat"), CERTIFICATES.get("coat"));
    index.settle();
    assertThat(found(Photos.photo("coat"))).startsWith(number("coat")).containsOnlyOnce(number("coat"));
  }

  @Test
  void a_certificate_that_is_added_again_has_its_new_features_only() {
    index.add(1, CERTIFICATES.get("coat"));
    index.settle();
    index.add(1, CERTIFICATES.get("dress"));
    index.settle();
    FeatureIndex ofDress = new FeatureIndex();
    ofDress.add(1, CERTIFICATES.get("dress"));
    ofDress.settle();
    for (String name : List.of("coat", "dress")) {
      Features picture = Looks.query(Photos.photo(name));
      assertThat(index.search(picture, 10)).isEqualTo(ofDress.search(picture, 10));
    }
  }

  @Test
  void whatever_came_and_went_what_is_left_is_found_and_nothing_else_is_named() {
    // Quarters of seven photographs: 28 certificates in many small segments, of which every third one goes.
    Map<Integer, byte[]> quarters = new HashMap<>();
    for (String name : NAMES) {
      for (byte[] quarter : quarters(photograph(name))) {
        int certificate = quarters.size() + 1;
        quarters.put(certificate, quarter);
        index.add(certificate, Looks.certificate(quarter));
        index.settle();
        if (certificate % 3 == 0) {
          index.remove(certificate - 1);
        }
      }
    }
    List<Integer> left = IntStream.rangeClosed(1, 28).filter(i -> i % 3 != 2).boxed().toList();
    assertThat(index.certificates()).containsExactlyInAnyOrderElementsOf(left);
    quarters.forEach((certificate, quarter) -> {
      List<Integer> found = found(Photos.recompressed(quarter, 0.9, 0.6f));
      assertThat(left).containsAll(found);
      if (left.contains(certificate)) {
        assertThat(found).startsWith(certificate);
      }
    });
  }

  private static List<byte[]> quarters(byte[] photo) {
    Features size = Looks.query(photo);
    int x = size.width() / 2;
    int y = size.height() / 2;
    List<byte[]> quarters = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int left = i % 2 * x;
      int top = i / 2 * y;
      quarters.add(Photos.part(photo, left, top, left + x, top + y));
    }
    return quarters;
  }

  @Test
  void an_empty_index_finds_nothing_and_has_nothing_to_let_go() {
    index.settle();
    index.remove(1);
    assertThat(found(Photos.photo("coat"))).isEmpty();
    assertThat(index.certificates()).isEmpty();
  }

  @Test
  void a_flat_picture_finds_nothing() {
    holdsAll();
    assertThat(Looks.query(Photos.plain(300, 300)).count()).isZero();
    assertThat(found(Photos.plain(300, 300))).isEmpty();
    assertThat(found(Photos.plain(1, 1))).isEmpty();
  }

  @Test
  void a_flat_certificate_is_held_never_named_and_disturbs_no_other() {
    Features flat = Looks.certificate(Photos.plain(300, 300));
    index.add(1, flat);
    index.settle();
    assertThat(found(Photos.photo("coat"))).isEmpty();
    index.add(2, flat);
    index.add(3, CERTIFICATES.get("coat"));
    index.add(4, flat);
    index.settle();
    assertThat(index.certificates()).containsExactlyInAnyOrder(1, 2, 3, 4);
    assertThat(found(Photos.photo("coat"))).containsExactly(3);
    index.remove(3);
    assertThat(found(Photos.photo("coat"))).isEmpty();
  }

  @Test
  void the_same_certificates_give_the_same_answer_in_whatever_order_they_were_added() {
    holdsAll();
    FeatureIndex backwards = new FeatureIndex();
    for (int i = NAMES.size() - 1; i >= 0; i--) {
      backwards.add(i + 1, CERTIFICATES.get(NAMES.get(i)));
    }
    backwards.settle();
    for (String name : NAMES) {
      Features picture = Looks.query(Photos.recompressed(photograph(name), 0.7, 0.5f));
      assertThat(index.search(picture, 10))
          .isEqualTo(index.search(picture, 10))
          .isEqualTo(backwards.search(picture, 10));
    }
  }

  @Test
  void of_the_same_photograph_certified_twice_the_smaller_number_comes_first() {
    index.add(9, CERTIFICATES.get("coat"));
    index.add(4, CERTIFICATES.get("coat"));
    index.settle();
    List<FeatureIndex.Candidate> found = index.search(Looks.query(Photos.photo("coat")), 10);
    assertThat(numbers(found)).containsExactly(4, 9);
    assertThat(found.get(0).votes()).isEqualTo(found.get(1).votes());
  }

  @Test
  void searches_at_the_same_time_find_the_same() {
    holdsAll();
    Features picture = Looks.query(Photos.photo("coat"));
    List<FeatureIndex.Candidate> alone = index.search(picture, 10);
    assertThat(IntStream.range(0, 16).parallel().mapToObj(i -> index.search(picture, 10))).containsOnly(alone);
  }
}
