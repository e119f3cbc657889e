package shotdeed.server.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.feature.FeatureKernel;
import shotdeed.fingerprint.Region;
import shotdeed.image.LumaImage;
import shotdeed.model.Verdict;
import shotdeed.server.Photos;
import shotdeed.server.confirm.Confirmation;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;

/** Copies that show hardly any texture, or little of the original, and what must not be taken for one. */
class HardToSeeTest {
  @ParameterizedTest
  @CsvSource({"100, 100", "250, 200"})
  void an_enlarged_detail_of_plain_cloth_is_a_copy_and_lies_where_it_was_cut_out(int left, int top) {
    byte[] cloth = Photos.png(cloth(1));
    Confirmation confirmation = judged(Photos.part(cloth, left, top, left + 150, top + 150), cloth);
    assertThat(confirmation.verdict()).isEqualTo(Verdict.COPY);
    assertThat(confirmation.originalShare()).isCloseTo(0.09, within(0.01));
    Region part = Region.around(confirmation.originalPart().flat());
    assertThat(part.left()).isCloseTo(20 * left, within(60));
    assertThat(part.top()).isCloseTo(20 * top, within(60));
    assertThat(part.right()).isCloseTo(20 * left + 3_000, within(60));
    assertThat(part.bottom()).isCloseTo(20 * top + 3_000, within(60));
    assertThat(confirmation.points()).hasSizeBetween(15, 24);
  }

  @Test
  void a_detail_of_such_cloth_is_no_copy_of_the_next_bolt() {
    byte[] cloth = Photos.png(cloth(1));
    Confirmation confirmation = judged(Photos.part(cloth, 100, 100, 250, 250), Photos.png(cloth(2)));
    assertThat(confirmation.verdict()).isEqualTo(Verdict.NONE);
  }

  /** Grey, 500 pixels a side, with folds and grain of a few levels: too faint for its texture to be compared. */
  private static BufferedImage cloth(long seed) {
    Random random = new Random(seed);
    double[][] grain = new double[500][500];
    for (int i = 0; i < 4_000; i++) {
      int middleX = random.nextInt(500);
      int middleY = random.nextInt(500);
      double radius = 2 + random.nextInt(6);
      double height = 4 * random.nextGaussian();
      for (int y = Math.max(0, middleY - 20); y < Math.min(500, middleY + 21); y++) {
        for (int x = Math.max(0, middleX - 20); x < Math.min(500, middleX + 21); x++) {
          double away = Math.hypot(x - middleX, y - middleY) / radius;
          grain[y][x] += height * Math.exp(-away * away / 2);
        }
      }
    }
    BufferedImage cloth = new BufferedImage(500, 500, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 500; y++) {
      for (int x = 0; x < 500; x++) {
        int level = (int) Math.max(0, Math.min(255, Math.round(170 + grain[y][x])));
        cloth.setRGB(x, y, level << 16 | level << 8 | level);
      }
    }
    return cloth;
  }

  @Test
  void a_detail_of_one_photograph_is_no_copy_of_another() {
    byte[] dress = Photos.photo("dress");
    byte[] detail = Photos.part(dress, 40, 320, 160, 480);
    for (String other : List.of("coat", "shirt", "shoe")) {
      assertThat(judged(detail, Photos.photo(other)).verdict()).as(other).isEqualTo(Verdict.NONE);
    }
  }

  /** A maker's print is on every garment of the kind, whoever photographs it. */
  @Test
  void one_small_print_in_two_photographs_makes_no_copy() {
    Confirmation confirmation = judged(printed(Photos.photo("coat")), printed(Photos.photo("dress")));
    assertThat(confirmation.verdict()).isNotEqualTo(Verdict.COPY);
  }

  /** With a sharp picture of 18 % of its width and height in the middle. */
  private static byte[] printed(byte[] photo) {
    BufferedImage garment = Photos.read(photo);
    BufferedImage canvas = new BufferedImage(500, 500, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(garment, 0, 0, 500, 500, null);
    graphics.drawImage(Photos.read(Photos.photo("shirt")), 205, 205, 90, 90, null);
    graphics.dispose();
    return Photos.png(canvas);
  }

  private static Confirmation judged(byte[] copy, byte[] original) {
    FeatureKernel kernel = new FeatureKernel();
    MemoryPhotographs photographs = new MemoryPhotographs();
    photographs.add(1, MemoryPhotographs.Held.of(kernel.certificate(luma(original)), luma(original)));
    List<Judge.Judged> judged = photographs.judge(luma(copy), kernel.query(luma(copy)), List.of());
    return judged.isEmpty() ? Confirmation.NONE : judged.get(0).confirmation();
  }

  private static LumaImage luma(byte[] picture) {
    try {
      return new PictureDecoder().decode(picture).luma();
    } catch (UnreadablePicture e) {
      throw new IllegalStateException(e);
    }
  }
}
