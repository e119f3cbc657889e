package shotdeed.server.lookup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.Features;
import shotdeed.fingerprint.Kernel;
import shotdeed.image.LumaImage;
import shotdeed.match.Finding;
import shotdeed.model.Verdict;
import shotdeed.server.certify.Library;

/**
 * Decides which certificates of all other sellers show the same photograph, whole, altered or in part. Fingerprints name
 * them, seller by seller, and geometry decides: a studio's other shot of the same garment is none. What only features
 * could name, such as a small detail enlarged, is not found: to ask every seller's index of them would take seconds.
 */
public final class JudgeOthers {
  private final Library library;
  private final Photographs photographs;
  private final Judge judge;

  public JudgeOthers(Library library, Photographs photographs, Judge judge) {
    this.library = library;
    this.photographs = photographs;
    this.judge = judge;
  }

  /** Whether there is anything to compare with: else the picture need not be decoded. */
  public boolean hasOthers(int seller) {
    return library.hasOthers(seller);
  }

  /** The copies, the clearest first; at most {@link Judge#MOST_BY_FINGERPRINTS}. */
  public List<Judge.Judged> copies(int seller, LumaImage picture) throws IOException {
    List<Finding> named = new ArrayList<>(library.matchOthers(seller, new Kernel().query(picture)));
    if (named.isEmpty()) {
      return List.of();
    }
    named.sort(
        Comparator.<Finding>comparingInt(finding -> -area(finding))
            .thenComparing(Comparator.comparingInt(Finding::margin).reversed())
            .thenComparingInt(Finding::certificate));
    Features features = new FeatureKernel().query(picture);
    return judge.judge(picture, features, named, List.of(), photographs).stream()
        .filter(one -> one.confirmation().verdict() == Verdict.COPY)
        .toList();
  }

  /** Of the other's photograph, in twentieths; less says less than clarity does. */
  private static int area(Finding finding) {
    int width = finding.original().right() - finding.original().left();
    int height = finding.original().bottom() - finding.original().top();
    return (int) (20L * width * height / 100_000_000L);
  }
}
