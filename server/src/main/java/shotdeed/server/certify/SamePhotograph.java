package shotdeed.server.certify;

import java.util.ArrayList;
import java.util.List;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.match.Finding;

/**
 * Tells a photograph that was certified before, whole against whole, from pictures that only share a part: a seller's
 * close-up, collage or poster of photographs of their own is a picture of its own and may have its own certificate.
 */
final class SamePhotograph {
  private SamePhotograph() {}

  /** The part of a look-up that asks for the photograph as a whole, upright or mirrored left to right. */
  static List<Kernel.Query> queries(List<Kernel.Query> all) {
    List<Kernel.Query> whole = new ArrayList<>();
    for (Kernel.Query query : all) {
      if (query.region().coversNearlyAll()) {
        Hash256[] forms = new Hash256[query.forms().length];
        for (Dihedral form : List.of(Dihedral.ROTATE0, Dihedral.FLIPY)) {
          forms[form.ordinal()] = query.forms()[form.ordinal()];
        }
        whole.add(new Kernel.Query(forms, query.quality(), query.region()));
      }
    }
    return whole;
  }

  /** The certificate that holds the same photograph, the clearest if there are several; 0 if none does. */
  static int certificate(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.original().coversNearlyAll()) {
        return finding.certificate();
      }
    }
    return 0;
  }
}
