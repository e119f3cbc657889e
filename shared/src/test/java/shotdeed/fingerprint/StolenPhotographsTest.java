package shotdeed.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.image.LumaImage;
import shotdeed.match.Finding;
import shotdeed.match.Matcher;

/** Real photographs, what thieves make of them, and what must not be called a copy. */
class StolenPhotographsTest {
  private static final int COAT = 1;
  private static final int DRESS = 2;
  private static final Matcher LIBRARY = new Matcher();
  private static final LumaImage coat = Drawing.photograph("coat");
  private static final LumaImage dress = Drawing.photograph("dress");
  private static final LumaImage shirt = Drawing.photograph("shirt");
  private static final LumaImage shoe = Drawing.photograph("shoe");

  @BeforeAll
  static void certify() {
    Certifier certifier = new Certifier(CertifierTest.shippedBank());
    LIBRARY.add(COAT, certifier.certificate(coat));
    LIBRARY.add(DRESS, certifier.certificate(dress));
  }

  @Test
  void the_photograph_itself_is_found_whole() {
    Finding finding = only(coat, COAT);
    assertThat(finding.distance()).isZero();
    assertThat(finding.form()).isEqualTo(Dihedral.ROTATE0);
    assertThat(finding.region()).isEqualTo(finding.original());
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 400, 360", "40, 40, 360, 360", "100, 20, 400, 320", "0, 0, 340, 400"})
  void a_crop_is_found(int left, int top, int right, int bottom) {
    only(Drawing.crop(coat, left, top, right, bottom), COAT);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 128, 255})
  void a_framed_copy_is_found(int grey) {
    only(Drawing.ground(520, 600, grey).paste(coat, 60, 40).picture(), COAT);
  }

  @Test
  void a_mirrored_and_a_turned_copy_are_found_by_their_form() {
    assertThat(only(Drawing.mirrored(coat), COAT).form()).isEqualTo(Dihedral.FLIPY);
    assertThat(only(Drawing.turned(coat), COAT).form().transposes()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"200, 200", "150, 150", "1200, 1200", "400, 350", "400, 460"})
  void a_copy_of_another_size_or_shape_is_found(int width, int height) {
    only(coat.scaledTo(width, height), COAT);
  }

  @Test
  void a_photograph_within_a_collage_is_found_and_its_place_is_named() {
    LumaImage collage =
        Drawing.ground(820, 960, 255)
            .paste(shirt, 0, 0)
            .paste(shoe, 420, 0)
            .paste(shoe.scaledTo(400, 400), 0, 560)
            .paste(coat, 420, 560)
            .picture();
    Finding finding = only(collage, COAT);
    assertThat(finding.region().left()).isGreaterThanOrEqualTo(5_000);
    assertThat(finding.region().top()).isGreaterThanOrEqualTo(5_000);
  }

  @Test
  void both_photographs_of_a_strip_are_found() {
    LumaImage strip =
        Drawing.ground(400, 2_060, 255)
            .paste(shirt, 0, 0)
            .paste(dress, 0, 554)
            .paste(shoe, 0, 1_108)
            .paste(coat, 0, 1_660)
            .picture();
    assertThat(LIBRARY.match(new Kernel().query(strip)))
        .extracting(Finding::certificate)
        .containsExactlyInAnyOrder(COAT, DRESS);
  }

  @Test
  void another_photograph_matches_nothing() {
    assertThat(LIBRARY.match(new Kernel().query(shirt))).isEmpty();
    assertThat(LIBRARY.match(new Kernel().query(shoe))).isEmpty();
  }

  @Test
  void one_colour_a_gradient_and_writing_match_nothing() {
    float[] across = new float[400 * 400];
    for (int i = 0; i < across.length; i++) {
      across[i] = i % 400 * 255 / 399f;
    }
    List<LumaImage> plain =
        List.of(
            Drawing.ground(400, 400, 240).picture(),
            new LumaImage(400, 400, across),
            Drawing.ground(400, 400, 255).writing(30, 210, 370, 24, 1).picture(),
            Drawing.ground(400, 60, 255).writing(10, 40, 390, 24, 2).picture());
    for (LumaImage picture : plain) {
      assertThat(LIBRARY.match(new Kernel().query(picture))).isEmpty();
    }
  }

  @Test
  void certified_writing_matches_no_photograph() {
    Matcher matcher = new Matcher();
    Certifier certifier = new Certifier(CertifierTest.shippedBank());
    for (int i = 0; i < 20; i++) {
      matcher.add(i, certifier.certificate(Drawing.ground(400, 400, 255).writing(30, 210, 370, 24, i).picture()));
    }
    for (LumaImage photograph : List.of(coat, dress, shirt, shoe)) {
      assertThat(matcher.match(new Kernel().query(photograph))).isEmpty();
    }
  }

  private static Finding only(LumaImage picture, int certificate) {
    List<Finding> findings = LIBRARY.match(new Kernel().query(picture));
    assertThat(findings).extracting(Finding::certificate).containsExactly(certificate);
    return findings.get(0);
  }
}
