package shotdeed.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Region;
import shotdeed.model.Method;
import shotdeed.model.Verdict;

/**
 * The certificates of a monitor library, and which of them a picture is a copy of. The same class answers in the
 * browser and on the server.
 *
 * <p>Cost of a look-up: eight searches of {@link HammingIndex} a region. Threads: any number may match while none adds
 * or removes; the caller sees to that.
 */
public final class Matcher {
  private static final Dihedral[] FORMS = Dihedral.values();

  private final HammingIndex index = new HammingIndex();
  private final Map<Integer, int[]> handles = new HashMap<>();

  /** The certificate that each handle belongs to. */
  private int[] owners = new int[16];

  /** The part of the certified photograph that each handle's fingerprint is of. */
  private Region[] originals = new Region[16];

  /** Certificates held, those without a fingerprint included. */
  public int certificates() {
    return handles.size();
  }

  /** Fingerprints held. */
  public int fingerprints() {
    return index.size();
  }

  /** Holds a certificate with these fingerprints, in place of what was held under its number. */
  public void add(int certificate, List<Fingerprint> fingerprints) {
    remove(certificate);
    int[] own = new int[fingerprints.size()];
    for (int i = 0; i < own.length; i++) {
      Fingerprint fingerprint = fingerprints.get(i);
      own[i] = index.insert(fingerprint.hash(), fingerprint.radius());
      if (own[i] >= owners.length) {
        owners = Arrays.copyOf(owners, owners.length + (owners.length >> 1));
        originals = Arrays.copyOf(originals, owners.length);
      }
      owners[own[i]] = certificate;
      originals[own[i]] = fingerprint.region();
    }
    handles.put(certificate, own);
  }

  /** Lets go of a certificate; returns whether it was held. */
  public boolean remove(int certificate) {
    int[] own = handles.remove(certificate);
    if (own == null) {
      return false;
    }
    for (int handle : own) {
      index.remove(handle);
    }
    return true;
  }

  /**
   * What a picture matches, given the hashes of its regions: the clearest finding of each certificate, widest margin
   * first, then smallest distance, then smallest certificate number. Of equally clear findings of one certificate the
   * nearest counts, of those the first region's, then the first form's.
   */
  public List<Finding> match(List<Kernel.Query> regions) {
    Best best = new Best();
    for (Kernel.Query region : regions) {
      for (Dihedral form : FORMS) {
        Hash256 hash = region.forms()[form.ordinal()];
        if (hash != null) {
          best.form = form;
          best.region = region.region();
          index.search(hash, best);
        }
      }
    }
    List<Finding> findings = new ArrayList<>(best.byCertificate.values());
    findings.sort(
        (a, b) -> {
          int byClarity = Integer.compare(b.margin(), a.margin());
          int byDistance = Integer.compare(a.distance(), b.distance());
          return byClarity != 0
              ? byClarity
              : byDistance != 0 ? byDistance : Integer.compare(a.certificate(), b.certificate());
        });
    return findings;
  }

  /** Keeps the best finding of each certificate while a picture's hashes are looked up. */
  private final class Best implements HammingIndex.Visitor {
    private final Map<Integer, Finding> byCertificate = new HashMap<>();
    private Dihedral form;
    private Region region;

    @Override
    public void found(int handle, int distance) {
      int certificate = owners[handle];
      int radius = index.radius(handle);
      Finding known = byCertificate.get(certificate);
      int margin = radius - distance;
      if (known == null
          || margin > known.margin()
          || margin == known.margin() && distance < known.distance()) {
        byCertificate.put(
            certificate,
            new Finding(
                certificate,
                Verdict.COPY,
                Method.FINGERPRINT,
                distance,
                radius,
                form,
                region,
                originals[handle]));
      }
    }
  }
}
