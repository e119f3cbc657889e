package shotdeed.server.complain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import shotdeed.server.platform.Secrets;

/** The small copy of an original that a bundle shows is there before anybody asks for the bundle. */
class PicturesAheadTest {
  @Test
  void once_a_complaint_is_sealed_the_small_copies_of_its_originals_are_made() throws Exception {
    try (CoatCase desk = CoatCase.open()) {
      Path small = desk.server().data().resolve("cache").resolve(Secrets.sha256(CoatCase.COAT) + "-1200.jpg");
      assertThat(small).doesNotExist();
      desk.prepared("ahead-1", "" + desk.sighting("70"));
      desk.server().server().features().cases().complaints().ahead().settle();
      assertThat(small).isNotEmptyFile();
    }
  }
}
