package shotdeed.server.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import shotdeed.feature.FeatureKernel;
import shotdeed.fingerprint.Certifier;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Pdq;
import shotdeed.image.LumaImage;
import shotdeed.mark.InformedReader;
import shotdeed.mark.MarkReader;
import shotdeed.mark.MarkReading;
import shotdeed.server.bench.alter.Alteration;
import shotdeed.server.bench.alter.Foreign;
import shotdeed.server.bench.alter.MarkAlterations;
import shotdeed.server.confirm.Affine;
import shotdeed.server.lookup.Judge;
import shotdeed.server.lookup.MemoryPhotographs;
import shotdeed.server.mark.MarkedCopy;
import shotdeed.server.mark.Unmarkable;
import shotdeed.server.picture.BackgroundResource;
import shotdeed.server.picture.DecodedPicture;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.PictureFiles;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.PathText;

/** Marks photographs, does to them what shops do, and reads. */
final class MarkRun {
  /** From here on a known number counts as found: once in a billion by chance. */
  private static final double STANDS_OUT = 6;

  /** Of one alteration. */
  static final class Score {
    int pictures;
    int blind;
    int informed;
    int known;
  }

  final Map<String, Score> scores = new LinkedHashMap<>();
  final List<Double> psnr = new ArrayList<>();
  final List<Double> ssim = new ArrayList<>();
  final List<Integer> moved = new ArrayList<>();

  /** By how much of its radius each fingerprint of a certificate moved. */
  final List<Double> drifts = new ArrayList<>();

  final List<String> problems = new ArrayList<>();
  final Stopwatch marking = new Stopwatch();
  final Stopwatch reading = new Stopwatch();
  final Stopwatch informedReading = new Stopwatch();
  int refused;

  /** Numbers read that nobody had written. */
  int wrong;

  /** Pictures without a mark that were read. */
  int unmarked;

  /** Of those, how many gave a number. */
  int falselyRead;

  private final PictureDecoder decoder = new PictureDecoder();
  private final MarkReader reader = new MarkReader();
  private final InformedReader informed = new InformedReader();
  private final FeatureKernel features = new FeatureKernel();
  private final Pdq pdq = new Pdq();
  private final Certifier certifier = new Certifier(BackgroundResource.bank());
  private final MarkPairs pairs;
  private final long seed;
  private final Random numbers;
  private final List<Foreign> foreign;

  /**
   * Starts a run.
   *
   * @param pairs a page of pairs, or {@code null}
   */
  MarkRun(long seed, List<Foreign> foreign, MarkPairs pairs) {
    this.seed = seed;
    this.pairs = pairs;
    this.foreign = foreign;
    numbers = new Random(seed);
    MarkAlterations.ALL.forEach(alteration -> scores.put(alteration.name(), new Score()));
  }

  /** Measures one photograph. */
  void measure(Photograph photograph) {
    try {
      byte[] bytes = PictureFiles.bytes(photograph.file());
      DecodedPicture original = decoder.decode(bytes);
      int number = numbers.nextInt();
      MarkedCopy copies = new MarkedCopy();
      byte[] copy = marking.measure(1, () -> marked(copies, bytes, number));
      if (copy == null) {
        refused++;
        return;
      }
      BufferedImage marked = decoder.decode(copy).image();
      Likeness likeness = Likeness.of(original.image(), marked);
      psnr.add(likeness.psnr());
      ssim.add(likeness.ssim());
      if (pairs != null) {
        pairs.add(PathText.shown(photograph.file().getFileName()), original.image(), marked, likeness);
      }
      LumaImage luma = original.luma();
      moved.add(
          pdq.hash(luma.reduced()).hash(Dihedral.ROTATE0)
              .distance(pdq.hash(luma(marked).reduced()).hash(Dihedral.ROTATE0)));
      for (Certifier.Drift drift : certifier.drift(luma, luma(marked))) {
        drifts.add((double) drift.bits() / drift.fingerprint().radius());
      }
      MemoryPhotographs known = new MemoryPhotographs();
      known.add(1, MemoryPhotographs.Held.of(features.certificate(luma.reduced()), luma.reduced()));
      for (Alteration alteration : MarkAlterations.ALL) {
        measure(alteration, photograph.key(), marked, luma, known, number);
      }
    } catch (IOException e) {
      problems.add(PathText.shown(photograph.file()) + ": " + PictureFiles.reason(e));
    } catch (UnreadablePicture e) {
      problems.add(PathText.shown(photograph.file()) + ": " + e.getMessage());
    }
  }

  /** {@code null} if it is refused. */
  private static byte[] marked(MarkedCopy copies, byte[] bytes, int number) {
    try {
      return copies.of(bytes, number);
    } catch (Unmarkable | UnreadablePicture e) {
      return null;
    }
  }

  private static LumaImage luma(BufferedImage image) {
    return new DecodedPicture(null, image.getWidth(), image.getHeight(), image).luma();
  }

  private void measure(
      Alteration alteration, String key, BufferedImage marked, LumaImage original, MemoryPhotographs known, int number)
      throws UnreadablePicture {
    boolean blind = false;
    boolean informedly = false;
    boolean stands = false;
    for (byte[] file : alteration.apply(marked, key, seed, foreign)) {
      LumaImage shown = decoder.decode(file).luma();
      MarkReading read = reading.measure(1, () -> reader.read(shown));
      blind |= counted(read, number);
      LumaImage compared = shown.reduced();
      for (Judge.Judged judged : known.judge(compared, features.query(compared), List.of())) {
        double[] map = map(judged.map(), original, shown);
        informedly |= counted(informedReading.measure(1, () -> informed.read(original, shown, map)), number);
        stands |= informed.standsOut(original, shown, map, number) >= STANDS_OUT;
      }
    }
    Score score = scores.get(alteration.name());
    score.pictures++;
    score.blind += blind ? 1 : 0;
    score.informed += informedly ? 1 : 0;
    score.known += stands ? 1 : 0;
  }

  private boolean counted(MarkReading read, int number) {
    wrong += read != null && read.number() != number ? 1 : 0;
    return read != null && read.number() == number;
  }

  private static double[] map(Affine shares, LumaImage original, LumaImage copy) {
    Affine map = shares.resized(original.width(), original.height(), copy.width(), copy.height());
    return new double[] {map.xx(), map.xy(), map.x0(), map.yx(), map.yy(), map.y0()};
  }

  /** Reads what bears no mark: the photograph, and parts of it at other sizes. */
  void readUnmarked(Photograph photograph, int parts) {
    try {
      LumaImage whole = decoder.decode(PictureFiles.bytes(photograph.file())).luma();
      for (int i = 0; i <= parts; i++) {
        double share = i == 0 ? 1 : 0.5 + 0.5 * numbers.nextDouble();
        int width = Math.max(1, (int) (whole.width() * share));
        int height = Math.max(1, (int) (whole.height() * share));
        int left = numbers.nextInt(whole.width() - width + 1);
        int top = numbers.nextInt(whole.height() - height + 1);
        float[] values = new float[width * height];
        for (int y = 0; y < height; y++) {
          System.arraycopy(whole.values(), (top + y) * whole.width() + left, values, y * width, width);
        }
        unmarked++;
        falselyRead += reader.read(new LumaImage(width, height, values)) == null ? 0 : 1;
      }
    } catch (IOException | UnreadablePicture e) {
      problems.add(PathText.shown(photograph.file()) + ": " + e.getMessage());
    }
  }

  static double median(List<? extends Number> values) {
    return share(values, 0.5);
  }

  /** The value that such a share of them lies below; 0 if there are none. */
  static double share(List<? extends Number> values, double share) {
    List<Double> sorted = new ArrayList<>(values.stream().map(Number::doubleValue).toList());
    Collections.sort(sorted);
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
  }
}
