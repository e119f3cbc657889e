package shotdeed.server.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import shotdeed.feature.FeatureKernel;
import shotdeed.fingerprint.Region;
import shotdeed.image.LumaImage;
import shotdeed.model.Verdict;
import shotdeed.server.confirm.Outline;
import shotdeed.server.lookup.Judge;
import shotdeed.server.lookup.MemoryPhotographs;

/**
 * What the program says once fingerprints and features have named certificates and geometry has confirmed or refused
 * them. Only copies count: a related picture is no match. A copy's distance is the share of the texture that does not
 * agree, in thousandths.
 */
final class AllStagesContender implements Contender {
  private static final int UNIT = 1_000;

  private static final ThreadLocal<FeatureKernel> KERNEL = ThreadLocal.withInitial(FeatureKernel::new);

  private final OwnContender fingerprints;
  private final MemoryPhotographs photographs = new MemoryPhotographs();

  /**
   * @param fingerprints holds the same certificates, certified before this one's
   */
  AllStagesContender(OwnContender fingerprints) {
    this.fingerprints = fingerprints;
  }

  @Override
  public String name() {
    return "all stages";
  }

  @Override
  public int most() {
    return UNIT;
  }

  @Override
  public Integer radius() {
    return UNIT;
  }

  @Override
  public String shown(int radius) {
    return "own";
  }

  @Override
  public IntConsumer certified(Shown photograph) {
    MemoryPhotographs.Held held =
        MemoryPhotographs.Held.of(KERNEL.get().certificate(photograph.luma()), photograph.luma());
    return certificate -> photographs.add(certificate, held);
  }

  @Override
  public Answer ask(List<Shown> pictures) {
    Copies copies = new Copies(fingerprints.certificates());
    for (int p = 0; p < pictures.size(); p++) {
      LumaImage picture = pictures.get(p).luma();
      copies.take(photographs.judge(picture, KERNEL.get().query(picture), fingerprints.findings(picture)), p, p);
    }
    if (pictures.size() > 1) {
      for (JoinedSlices joined : JoinedSlices.of(pictures)) {
        LumaImage picture = joined.picture();
        copies.take(
            photographs.judge(picture, KERNEL.get().query(picture), fingerprints.findingsOfStrip(picture)),
            joined.first(),
            joined.last());
      }
    }
    return new Answer(copies.distances, copies.details::get);
  }

  /** The clearest copy of each certificate. */
  private static final class Copies {
    private final int[] distances;
    private final Map<Integer, Detail> details = new HashMap<>();

    Copies(int certificates) {
      distances = new int[certificates];
      Arrays.fill(distances, NONE);
    }

    void take(List<Judge.Judged> all, int first, int last) {
      for (Judge.Judged judged : all) {
        int certificate = judged.certificate();
        int distance = (int) Math.round(UNIT * (1 - judged.confirmation().agreement()));
        if (judged.confirmation().verdict() == Verdict.COPY && distance < distances[certificate]) {
          distances[certificate] = distance;
          details.put(
              certificate,
              new Detail(
                  UNIT,
                  first,
                  last,
                  region(judged.confirmation().copyPart()),
                  region(judged.confirmation().originalPart()),
                  judged.method().text()));
        }
      }
    }

    private static String region(Outline outline) {
      Region around = Region.around(outline.flat());
      return around.left() + " " + around.top() + " " + around.right() + " " + around.bottom();
    }
  }
}
