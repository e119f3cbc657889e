package shotdeed.server.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import shotdeed.fingerprint.Certifier;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Lookup;
import shotdeed.fingerprint.Region;
import shotdeed.image.LumaImage;
import shotdeed.match.Finding;
import shotdeed.match.Matcher;
import shotdeed.server.bench.alter.Alteration;
import shotdeed.server.bench.alter.Group;
import shotdeed.server.picture.BackgroundResource;

/**
 * What the program itself does: its kernel, its matcher. Slices of a page are judged each by itself and joined. A pair
 * that it does not report has no distance.
 */
final class OwnContender implements Contender {
  private static final ThreadLocal<Kernel> KERNEL = ThreadLocal.withInitial(Kernel::new);

  private static final ThreadLocal<Certifier> CERTIFIER =
      ThreadLocal.withInitial(() -> new Certifier(BackgroundResource.bank()));

  private final Matcher matcher;
  private final boolean joins;

  OwnContender() {
    this(new Matcher(), true);
  }

  private OwnContender(Matcher matcher, boolean joins) {
    this.matcher = matcher;
    this.joins = joins;
  }

  /** The same certificates, asked about pages only, whose slices it does not join: what joining them is worth. */
  OwnContender apart() {
    return new OwnContender(matcher, false);
  }

  @Override
  public String name() {
    return joins ? "ShotDeed" : "ShotDeed, slices apart";
  }

  @Override
  public boolean isAsked(Alteration alteration) {
    return joins || alteration != null && alteration.group() == Group.STRIP;
  }

  @Override
  public int most() {
    return Fingerprint.MAX_RADIUS;
  }

  /** Each fingerprint has its own; whatever the matcher reports lies within it. */
  @Override
  public Integer radius() {
    return Fingerprint.MAX_RADIUS;
  }

  @Override
  public String shown(int radius) {
    return "own";
  }

  @Override
  public IntConsumer certified(Shown photograph) {
    if (!joins) {
      return certificate -> {}; // the contender that it was made of holds it
    }
    List<Fingerprint> fingerprints = CERTIFIER.get().certificate(photograph.luma());
    return certificate -> matcher.add(certificate, fingerprints);
  }

  /** Fingerprints of all certificates together. */
  int fingerprints() {
    return matcher.fingerprints();
  }

  /** Certificates held. */
  int certificates() {
    return matcher.certificates();
  }

  /** What the fingerprints of a picture find, the clearest first. */
  List<Finding> findings(LumaImage picture) {
    return matcher.match(Lookup.of(KERNEL.get(), picture).queries());
  }

  /** What the fingerprints of slices joined find, the clearest first. */
  List<Finding> findingsOfStrip(LumaImage joined) {
    return matcher.match(KERNEL.get().query(joined));
  }

  @Override
  public Answer ask(List<Shown> pictures) {
    Nearest nearest = new Nearest(matcher.certificates());
    for (int p = 0; p < pictures.size(); p++) {
      nearest.take(findings(pictures.get(p).luma()), p, p);
    }
    if (joins && pictures.size() > 1) {
      for (JoinedSlices joined : JoinedSlices.of(pictures)) {
        nearest.take(findingsOfStrip(joined.picture()), joined.first(), joined.last());
      }
    }
    return new Answer(nearest.distances, nearest.details::get);
  }

  /** The nearest finding of each certificate; of equals the first, so that a slice by itself counts before its strip. */
  private static final class Nearest {
    private final int[] distances;
    private final Map<Integer, Detail> details = new HashMap<>();

    Nearest(int certificates) {
      distances = new int[certificates];
      Arrays.fill(distances, NONE);
    }

    void take(List<Finding> findings, int first, int last) {
      for (Finding finding : findings) {
        int certificate = finding.certificate();
        if (finding.distance() < distances[certificate]) {
          distances[certificate] = finding.distance();
          details.put(
              certificate,
              new Detail(
                  finding.radius(),
                  first,
                  last,
                  text(finding.region()),
                  text(finding.original()),
                  finding.form().name()));
        }
      }
    }

    private static String text(Region region) {
      return region.left() + " " + region.top() + " " + region.right() + " " + region.bottom();
    }
  }
}
