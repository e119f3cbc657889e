package shotdeed.server.certify.first;

import java.io.IOException;
import java.util.List;
import shotdeed.feature.Features;
import shotdeed.image.LumaImage;
import shotdeed.match.Finding;
import shotdeed.server.picture.ColourRaster;

/** Lays photographs over each other; the part of the server that compares pictures does it. */
public interface Overlay {
  /**
   * What two photographs have in common, one and the same shot. Another shot of the same goods has nothing.
   *
   * @param ofPhotograph share of the new photograph's area that the certified one shows too, 0 to 1
   * @param ofCertified share of the certified photograph's area that the new one shows too, 0 to 1
   * @param recoloured whether it is nearly all of both, but a part has another colour
   */
  record Common(int certificate, double ofPhotograph, double ofCertified, boolean recoloured) {
    /** Of this share of a photograph on, the rest is trimmed edges. */
    private static final double NEARLY_ALL = 0.8;

    /** Whether the new photograph shows nearly nothing else. */
    public boolean nearlyAllOfPhotograph() {
      return ofPhotograph >= NEARLY_ALL;
    }

    /** Whether the new photograph shows nearly all of the certified one. */
    public boolean nearlyAllOfCertified() {
      return ofCertified >= NEARLY_ALL;
    }
  }

  /**
   * A new photograph.
   *
   * @param luma of any size
   */
  record Photograph(LumaImage luma, ColourRaster colours) {}

  /**
   * Compares a photograph with certified ones.
   *
   * @param findings the seller's certificates that its fingerprints name, the clearest first; only the first few are
   *     compared
   * @param after 0 to look for others by features too; else only for those with a higher number than this
   * @return those that show the same shot, the clearest first
   */
  List<Common> compare(int seller, Photograph photograph, List<Finding> findings, int after)
      throws IOException;

  /** The highest number of a seller's last uploads: what comes later has a higher one. 0 if there are none. */
  int latest(int seller);

  /** Whether the photograph of a certificate can still be compared with. */
  boolean readable(int certificate) throws IOException;

  /** Tells that a photograph was certified: others of its series are likely to be compared with it next. */
  void certified(int seller, int certificate, Photograph photograph, Features features);
}
