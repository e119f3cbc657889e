package shotdeed.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.image.LumaImage;

class KernelTest {
  @ParameterizedTest
  @ValueSource(strings = {"coat", "dress", "shirt", "shoe"})
  void a_photograph_is_looked_up_by_at_most_60_regions_the_whole_first(String name) {
    List<Kernel.Query> queries = new Kernel().query(Drawing.photograph(name));
    assertThat(queries).hasSizeBetween(20, 60);
    assertThat(queries.get(0).region()).isEqualTo(Region.WHOLE);
    assertThat(queries).extracting(Kernel.Query::region).doesNotHaveDuplicates();
  }

  @Test
  void the_whole_is_looked_up_in_all_eight_forms_and_a_part_as_it_is_and_mirrored() {
    List<Kernel.Query> queries = new Kernel().query(Drawing.photograph("coat"));
    assertThat(queries.get(0).forms()).doesNotContainNull();
    assertThat(Stream.of(queries.get(queries.size() - 1).forms()).filter(Objects::nonNull)).hasSize(2);
    assertThat(queries)
        .allSatisfy(
            query -> {
              assertThat(query.forms()[Dihedral.ROTATE0.ordinal()]).isNotNull();
              assertThat(query.forms()[Dihedral.FLIPY.ordinal()]).isNotNull();
            });
  }

  @Test
  void the_forms_of_the_whole_are_the_hashes_of_the_turned_and_the_mirrored_picture() {
    LumaImage coat = Drawing.photograph("coat");
    Hash256[] forms = whole(coat).forms();
    Hash256 upright = forms[Dihedral.ROTATE0.ordinal()];
    assertThat(upright.distance(whole(Drawing.mirrored(coat)).forms()[Dihedral.FLIPY.ordinal()])).isLessThan(5);
    assertThat(whole(Drawing.turned(coat)).forms())
        .anySatisfy(hash -> assertThat(upright.distance(hash)).isLessThan(5));
  }

  @Test
  void a_framed_photograph_has_a_region_without_the_frame() {
    LumaImage framed = Drawing.ground(500, 500, 20).paste(Drawing.photograph("coat"), 50, 50).picture();
    assertThat(new Kernel().query(framed))
        .extracting(Kernel.Query::region)
        .contains(new Region(1_000, 1_000, 9_000, 9_000));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 77, 255})
  void one_colour_has_no_region(int level) {
    assertThat(new Kernel().query(Drawing.ground(300, 200, level).picture())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "16, 16", "3, 20000", "20000, 3", "10, 400", "400, 10", "1, 16384", "2, 2", "4000, 17"})
  void a_picture_of_any_size_is_taken_without_an_exception(int width, int height) {
    LumaImage waves = Drawing.ground(width, height, 0).waves(0, 0, width, height, 128).picture();
    assertThat(new Kernel().query(waves)).hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void a_kernel_that_has_seen_other_pictures_gives_the_same_hashes() {
    Kernel kernel = new Kernel();
    String first = hashes(kernel.query(Drawing.photograph("shoe")));
    kernel.query(Drawing.photograph("coat"));
    assertThat(hashes(kernel.query(Drawing.photograph("shoe")))).isEqualTo(first);
  }

  private static String hashes(List<Kernel.Query> queries) {
    StringBuilder text = new StringBuilder();
    for (Kernel.Query query : queries) {
      text.append(query.region()).append(List.of(query.forms()[0], query.forms()[Dihedral.FLIPY.ordinal()]));
    }
    return text.toString();
  }

  private static Kernel.Query whole(LumaImage picture) {
    return new Kernel().query(picture).get(0);
  }
}
