package shotdeed.server.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.fingerprint.Certifier;
import shotdeed.fingerprint.Region;
import shotdeed.image.LumaImage;
import shotdeed.image.Samples;
import shotdeed.server.picture.BackgroundResource;
import shotdeed.server.picture.PictureDecoder;

class MarkedCopyTest {
  private final MarkedCopy copies = new MarkedCopy();

  @Test
  void what_gets_no_mark_says_for_which_of_the_reasons() throws Exception {
    assertThat(reason(Samples.encode(new BufferedImage(159, 400, 1), "png"))).isEqualTo(Unmarkable.Reason.TOO_SMALL);
    assertThat(reason(Samples.flatPng(1700, 200))).isEqualTo(Unmarkable.Reason.TOO_LONG);
    assertThat(reason(Samples.flatPng(300, 300))).isEqualTo(Unmarkable.Reason.PLAIN);
    assertThat(reason(Samples.cmykJpeg(200, 200, 9, 200, 30, 40))).isEqualTo(Unmarkable.Reason.CMYK);
  }

  @Test
  void kinds_that_are_not_written_are_refused() throws Exception {
    assertThat(reason(Samples.encode(new BufferedImage(300, 300, 1), "gif"))).isEqualTo(Unmarkable.Reason.FORMAT);
    assertThat(reason(Samples.resource("/pictures/photo.avif"))).isEqualTo(Unmarkable.Reason.FORMAT);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6})
  void a_png_that_is_stored_turned_or_mirrored_is_refused(int orientation) throws Exception {
    byte[] turned = Samples.withChunk(Samples.flatPng(300, 300), "eXIf", Samples.exif(orientation));
    assertThat(reason(turned)).isEqualTo(Unmarkable.Reason.FORMAT);
  }

  @Test
  void what_moves_is_refused() throws Exception {
    byte[] png = Samples.withChunk(Samples.flatPng(300, 300), "acTL", new byte[8]);
    byte[] gif = Samples.animatedGif(300, 300, new BufferedImage(300, 300, 1), 0, 0);
    assertThat(reason(png)).isEqualTo(Unmarkable.Reason.MOVING);
    assertThat(reason(gif)).isEqualTo(Unmarkable.Reason.MOVING);
    assertThat(reason(Samples.resource("/pictures/photo-animated.webp"))).isEqualTo(Unmarkable.Reason.MOVING);
  }

  @Test
  void a_picture_with_another_number_is_refused_and_the_number_is_named() throws Exception {
    byte[] marked = copies.of(Samples.resource("/pictures/photo.jpg"), 0xfffffff0);
    Unmarkable refusal = refusal(marked, 1);
    assertThat(refusal.reason()).isEqualTo(Unmarkable.Reason.OTHER_MARK);
    assertThat(refusal.number()).hasValue(0xfffffff0);
    assertThat(refusal).hasMessageContaining("number 4294967280 already");
    assertThat(refusal(Samples.flatPng(300, 300), 1).number()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"photo.jpg", "photo-2.jpg", "photo-3.jpg"})
  void fingerprints_match_the_marked_copy_within_their_own_radius_but_for_some_of_small_plain_parts(String name)
      throws Exception {
    byte[] original = Samples.resource("/pictures/" + name);
    PictureDecoder decoder = new PictureDecoder();
    LumaImage photograph = decoder.decode(original).luma();
    LumaImage marked = decoder.decode(copies.of(original, 7)).luma();
    List<Certifier.Drift> drifts = new Certifier(BackgroundResource.bank()).drift(photograph, marked);
    List<Certifier.Drift> beyond =
        drifts.stream().filter(drift -> drift.bits() > drift.fingerprint().radius()).toList();
    assertThat(drifts).hasSizeGreaterThan(20);
    assertThat(beyond).allSatisfy(drift -> assertThat(share(drift.fingerprint().region())).isLessThan(0.15));
    assertThat(beyond.size()).isLessThanOrEqualTo(drifts.size() / 8);
  }

  /** Of the picture's area. */
  private static double share(Region region) {
    return (double) (region.right() - region.left()) * (region.bottom() - region.top()) / (Region.UNIT * Region.UNIT);
  }

  private Unmarkable.Reason reason(byte[] picture) {
    return refusal(picture, 7).reason();
  }

  private Unmarkable refusal(byte[] picture, int number) {
    byte[] before = picture.clone();
    Unmarkable refusal = catchThrowableOfType(Unmarkable.class, () -> copies.of(picture, number));
    assertThat(picture).isEqualTo(before);
    return refusal;
  }
}
