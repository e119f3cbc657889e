package shotdeed.server.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.Features;
import shotdeed.server.bench.alter.Alteration;
import shotdeed.server.bench.alter.Foreign;
import shotdeed.server.lookup.FeatureIndex;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.PictureFiles;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.PathText;
import shotdeed.server.platform.TerminalProgress;

/**
 * One run of the look-up alone: certifies photographs, alters the originals, and asks indexes of growing size which
 * certificates the altered pictures are of. One thread; what is kept of pictures are features.
 */
final class LookupRun {
  /** Certificates that the server hands on to geometry. */
  static final int BEST = 10;

  /** Photographs decoded to stand beside others. */
  private static final int FOREIGN = 24;

  /** Searches before the clock runs. */
  private static final int WARM = 40;

  private static final int COLLECTIONS = 3;

  private final List<Alteration> alterations;
  private final long seed;
  private final PictureDecoder decoder = new PictureDecoder();
  private final FeatureKernel kernel = new FeatureKernel();
  private final List<Features> certificates = new ArrayList<>();
  private final List<Features> pool = new ArrayList<>();
  private final List<Asked> pictures = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int originals;

  /** An altered picture of a certificate's photograph. */
  private record Asked(int alteration, int certificate, Features features) {}

  /**
   * What one index answered.
   *
   * @param certificates that it held
   * @param found of each alteration the pictures whose certificate was among the best {@link #BEST}
   * @param milliseconds of processor time a picture
   * @param bytes of memory that the index takes
   */
  record Result(int certificates, int[] found, double milliseconds, long bytes) {}

  LookupRun(List<Alteration> alterations, long seed) {
    this.alterations = alterations;
    this.seed = seed;
  }

  /** Whether enough could be read for collages, for mixtures and to be looked for. */
  boolean read(List<Photograph> originals, List<Photograph> distractors) {
    try (TerminalProgress progress = TerminalProgress.start("Reading", originals.size() + distractors.size())) {
      List<Foreign> foreign = foreign(distractors);
      for (Photograph photograph : distractors) {
        Shown shown = shown(photograph, problems);
        if (shown != null) {
          certify(shown);
        }
        progress.step();
      }
      certificates.stream().filter(features -> features.count() > 0).forEach(pool::add);
      if (foreign.size() < 2 || pool.isEmpty()) {
        return false;
      }
      for (Photograph photograph : originals) {
        Shown shown = shown(photograph, problems);
        if (shown != null) {
          this.originals++;
          alter(photograph, shown, certify(shown), foreign);
        }
        progress.step();
      }
    }
    return this.originals > 0;
  }

  private List<Foreign> foreign(List<Photograph> photographs) {
    List<Photograph> shuffled = new ArrayList<>(photographs);
    Collections.shuffle(shuffled, new Random(seed));
    List<Foreign> foreign = new ArrayList<>();
    for (int i = 0; i < shuffled.size() && foreign.size() < FOREIGN; i++) {
      Shown shown = shown(shuffled.get(i), new ArrayList<>()); // named when its own turn comes
      if (shown != null) {
        foreign.add(Foreign.of(shuffled.get(i).key(), shown.image()));
      }
    }
    return foreign;
  }

  private int certify(Shown shown) {
    certificates.add(kernel.certificate(shown.luma()));
    return certificates.size();
  }

  private void alter(Photograph photograph, Shown original, int certificate, List<Foreign> foreign) {
    for (int a = 0; a < alterations.size(); a++) {
      for (byte[] file : alterations.get(a).apply(original.image(), photograph.key(), seed, foreign)) {
        try {
          Shown altered = Shown.of(decoder.decode(file), file.length);
          pictures.add(new Asked(a, certificate, kernel.query(altered.luma())));
        } catch (UnreadablePicture e) {
          throw new IllegalStateException("an altered picture could not be decoded: " + e.reason().sentence(), e);
        }
      }
    }
  }

  private Shown shown(Photograph photograph, List<String> unread) {
    try {
      byte[] file = PictureFiles.bytes(photograph.file());
      return Shown.of(decoder.decode(file), file.length);
    } catch (IOException e) {
      unread.add(PathText.shown(photograph.file()) + ": " + PictureFiles.reason(e));
    } catch (UnreadablePicture e) {
      unread.add(PathText.shown(photograph.file()) + ": " + e.reason().sentence());
    }
    return null;
  }

  /** Asks an index of all photographs' certificates, filled up to so many; at least {@link #photographs}. */
  Result measure(int all) {
    used(); // what pictures hold is let go of by threads of Java's own; they have time for it until the index is full
    Result result = measure(filled(all));
    // Compared with what is left without the index, not with what was there before: then pictures were still going.
    return new Result(result.certificates(), result.found(), result.milliseconds(), result.bytes() - used());
  }

  private Result measure(FeatureIndex index) {
    pictures.stream().limit(WARM).forEach(picture -> index.search(picture.features(), BEST));
    Stopwatch watch = new Stopwatch();
    int[] found = new int[alterations.size()];
    try (TerminalProgress progress = TerminalProgress.start("Looking up", pictures.size())) {
      for (Asked picture : pictures) {
        List<FeatureIndex.Candidate> best = watch.measure(1, () -> index.search(picture.features(), BEST));
        if (best.stream().anyMatch(candidate -> candidate.certificate() == picture.certificate())) {
          found[picture.alteration()]++;
        }
        progress.step();
      }
    }
    long used = used();
    return new Result(index.certificates().size(), found, watch.mean(), used);
  }

  private FeatureIndex filled(int all) {
    FeatureIndex index = new FeatureIndex();
    MixedFeatures mixed = new MixedFeatures(pool, seed);
    try (TerminalProgress progress = TerminalProgress.start("Filling up", all)) {
      for (int number = 1; number <= all; number++) {
        boolean real = number <= certificates.size();
        index.add(number, real ? certificates.get(number - 1) : mixed.of(number));
        progress.step();
      }
    }
    index.settle();
    return index;
  }

  private static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Originals that were read. */
  int originals() {
    return originals;
  }

  /** Certificates that are photographs'. */
  int photographs() {
    return certificates.size();
  }

  /** Altered pictures of one alteration. */
  int asked(int alteration) {
    return (int) pictures.stream().filter(picture -> picture.alteration() == alteration).count();
  }

  /** Photographs that could not be decoded: path and reason. */
  List<String> problems() {
    return problems;
  }
}
