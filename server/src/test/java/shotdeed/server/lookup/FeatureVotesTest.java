package shotdeed.server.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import shotdeed.feature.Features;

/** What features are worth that name certificates. */
class FeatureVotesTest {
  private static final int OWN = 100;

  private final FeatureIndex index = new FeatureIndex();

  /** Features like no other certificate's. */
  private static Features of(int certificate) {
    return features(new Random(certificate).ints(8L * OWN).toArray());
  }

  private static Features features(int[] words) {
    int count = words.length / 8;
    return new Features(400, 400, new short[count], new short[count], new byte[count], words);
  }

  /** The first features of one certificate, and after them those of another. */
  private static Features first(int ofOne, int one, int ofOther, int other) {
    int[] words = new int[8 * (ofOne + ofOther)];
    System.arraycopy(of(one).words(), 0, words, 0, 8 * ofOne);
    System.arraycopy(of(other).words(), 0, words, 8 * ofOne, 8 * ofOther);
    return features(words);
  }

  @Test
  void a_certificate_that_was_added_last_gets_as_much_for_each_feature_as_those_before() {
    for (int certificate = 1; certificate <= 100; certificate++) {
      index.add(certificate, of(certificate));
    }
    index.settle();
    index.add(101, of(101));
    index.settle();
    assertThat(index.search(first(3, 1, 10, 101), 2)).extracting(FeatureIndex.Candidate::certificate)
        .containsExactly(101, 1);
    assertThat(index.search(first(10, 1, 3, 101), 2)).extracting(FeatureIndex.Candidate::certificate)
        .containsExactly(1, 101);
  }

  @Test
  void the_order_in_which_certificates_came_changes_no_vote() {
    FeatureIndex atOnce = new FeatureIndex();
    for (int certificate = 1; certificate <= 30; certificate++) {
      Features features = certificate == 30 ? of(1) : of(certificate); // one photograph certified twice
      atOnce.add(certificate, features);
      index.add(certificate, features);
      index.settle();
    }
    atOnce.settle();
    Features picture = first(20, 1, 15, 17);
    assertThat(index.search(picture, 5)).hasSize(3).isEqualTo(atOnce.search(picture, 5));
  }
}
