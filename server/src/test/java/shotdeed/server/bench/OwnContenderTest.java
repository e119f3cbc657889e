package shotdeed.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Photos;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;

/** A photograph that a detail page cuts in five, so that it is whole in none of its slices. */
class OwnContenderTest {
  private static final List<byte[]> CUT = Photos.slices(Photos.photo("coat"), 750, 150, 300, 450, 600);

  private final OwnContender joined = new OwnContender();
  private final OwnContender apart = joined.apart();

  @BeforeEach
  void certificates_of_the_coat_and_the_shirt() throws UnreadablePicture {
    joined.certified(shown(Photos.photo("coat"))).accept(0);
    joined.certified(shown(Photos.photo("shirt"))).accept(1);
    apart.certified(shown(Photos.photo("coat"))).accept(0);
  }

  @Test
  void slices_are_joined_unless_asked_not_to() throws UnreadablePicture {
    Contender.Answer answer = joined.ask(shown(CUT));
    assertThat(answer.distances()[0]).isLessThanOrEqualTo(31);
    assertThat(answer.distances()[1]).isEqualTo(Contender.NONE);
    assertThat(answer.details().of(0).pictures()).isEqualTo("1-5");
    assertThat(apart.ask(shown(CUT)).distances()).containsOnly(Contender.NONE);
  }

  @Test
  void a_slice_that_shows_the_copy_by_itself_is_found_by_both() throws UnreadablePicture {
    List<byte[]> page = List.of(Photos.photo("shoe"), Photos.photo("coat"));
    for (OwnContender contender : List.of(joined, apart)) {
      Contender.Answer answer = contender.ask(shown(page));
      assertThat(answer.distances()[0]).isZero();
      assertThat(answer.details().of(0).pictures()).isEqualTo("2");
    }
  }

  @Test
  void slices_of_different_widths_are_not_joined() throws UnreadablePicture {
    List<byte[]> page = List.of(CUT.get(1), Photos.recompressed(CUT.get(2), 0.9, 0.8f), CUT.get(3));
    assertThat(joined.ask(shown(page)).distances()).containsOnly(Contender.NONE);
  }

  private static List<Shown> shown(List<byte[]> files) throws UnreadablePicture {
    List<Shown> shown = new ArrayList<>();
    for (byte[] file : files) {
      shown.add(shown(file));
    }
    return shown;
  }

  private static Shown shown(byte[] file) throws UnreadablePicture {
    return Shown.of(new PictureDecoder().decode(file), file.length);
  }
}
