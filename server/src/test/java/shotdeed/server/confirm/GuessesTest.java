package shotdeed.server.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Region;
import shotdeed.match.Finding;
import shotdeed.model.Method;
import shotdeed.model.Verdict;

class GuessesTest {
  @Test
  void the_left_half_that_fills_the_copy_lies_where_it_was_cut() {
    Finding finding = finding(Dihedral.ROTATE0, Region.WHOLE, new Region(0, 0, 5_000, 10_000));
    List<Affine> guesses = Guesses.of(finding, 400, 800, 1_000, 1_000);
    assertThat(guesses).hasSize(1);
    assertThat(guesses.get(0)).isEqualTo(new Affine(0.8, 0, 0, 0, 0.8, 0));
  }

  /** The picture's top left corner and the middle of its top side, once the copy looks as the original does. */
  @ParameterizedTest
  @CsvSource({
    "ROTATE0, 0, 0, 50, 0",
    "FLIPY, 100, 0, 50, 0",
    "FLIPX, 0, 100, 50, 100",
    "ROTATE180, 100, 100, 50, 100",
    "FLIPPLUS1, 0, 0, 0, 50",
    "FLIPMINUS1, 100, 100, 100, 50",
    "ROTATE90, 100, 0, 100, 50",
    "ROTATE270, 0, 100, 0, 50",
  })
  void a_form_tells_where_corners_lie_in_the_copy(
      Dihedral form, double cornerX, double cornerY, double topX, double topY) {
    Affine guess = Guesses.of(finding(form, Region.WHOLE, Region.WHOLE), 100, 100, 100, 100).get(0);
    assertThat(guess.x(0, 0)).isEqualTo(cornerX);
    assertThat(guess.y(0, 0)).isEqualTo(cornerY);
    assertThat(guess.x(50, 0)).isEqualTo(topX);
    assertThat(guess.y(50, 0)).isEqualTo(topY);
  }

  @Test
  void what_may_be_of_the_photograph_turned_gets_a_guess_for_each_turn() {
    List<Affine> guesses = Guesses.of(finding(Dihedral.ROTATE0, Region.WHOLE, Region.WHOLE), 300, 300, 300, 300);
    assertThat(guesses).hasSize(1 + 8);
    for (Affine guess : guesses) {
      assertThat(guess.x(150, 150)).isCloseTo(150, within(1e-9));
      assertThat(guess.y(150, 150)).isCloseTo(150, within(1e-9));
    }
  }

  private static Finding finding(Dihedral form, Region region, Region original) {
    return new Finding(1, Verdict.COPY, Method.FINGERPRINT, 20, 40, form, region, original);
  }
}
