package shotdeed.server.lookup;

import java.io.IOException;
import java.util.List;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.Features;
import shotdeed.image.LumaImage;
import shotdeed.match.Finding;
import shotdeed.server.certify.Library;

/** Decides which of a seller's monitored certificates a picture shows whose pixels the server has. */
public final class PictureJudge {
  private final Library library;
  private final FeatureLibrary features;
  private final Photographs photographs;
  private final Judge judge;

  public PictureJudge(Library library, FeatureLibrary features, Photographs photographs, Judge judge) {
    this.library = library;
    this.features = features;
    this.photographs = photographs;
    this.judge = judge;
  }

  /** Whether a certificate's original can still be compared with. */
  public boolean readable(int certificate) throws IOException {
    return photographs.luma(certificate) != null;
  }

  /**
   * Goes through all stages: what fingerprints or features name is confirmed by geometry.
   *
   * @param findings by the picture's fingerprints, the clearest first
   * @return copies first, then related ones
   */
  public List<Judge.Judged> judge(int seller, LumaImage picture, List<Finding> findings) throws IOException {
    Features own = new FeatureKernel().query(picture);
    List<FeatureIndex.Candidate> named =
        own.count() == 0 ? List.of() : features.search(seller, own, Judge.MOST_BY_FEATURES);
    return judge.judge(picture, own, findings, named, photographs).stream()
        .filter(one -> library.monitors(seller, one.certificate()))
        .toList();
  }
}
