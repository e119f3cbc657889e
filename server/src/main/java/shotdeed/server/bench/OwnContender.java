package shotdeed.server.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import shotdeed.fingerprint.Certifier;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Region;
import shotdeed.match.Finding;
import shotdeed.match.Matcher;
import shotdeed.server.picture.BackgroundResource;

/** What the program itself does: its kernel, its matcher. A pair that it does not report has no distance. */
final class OwnContender implements Contender {
  private static final ThreadLocal<Kernel> KERNEL = ThreadLocal.withInitial(Kernel::new);

  private static final ThreadLocal<Certifier> CERTIFIER =
      ThreadLocal.withInitial(() -> new Certifier(BackgroundResource.bank()));

  private final Matcher matcher = new Matcher();

  @Override
  public String name() {
    return "ShotDeed";
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
    List<Fingerprint> fingerprints = CERTIFIER.get().certificate(photograph.luma());
    return certificate -> matcher.add(certificate, fingerprints);
  }

  /** Fingerprints of all certificates together. */
  int fingerprints() {
    return matcher.fingerprints();
  }

  @Override
  public Answer ask(List<Shown> pictures) {
    int[] distances = new int[matcher.certificates()];
    Arrays.fill(distances, NONE);
    Map<Integer, Detail> details = new HashMap<>();
    for (int p = 0; p < pictures.size(); p++) {
      for (Finding finding : matcher.match(queries(pictures.get(p)))) {
        int certificate = finding.certificate();
        if (finding.distance() < distances[certificate]) {
          distances[certificate] = finding.distance();
          details.put(certificate, detail(finding, p));
        }
      }
    }
    return new Answer(distances, details::get);
  }

  /** The one place where what a listing shows becomes what is looked up: so far each slice of a page by itself. */
  private static List<Kernel.Query> queries(Shown picture) {
    return KERNEL.get().query(picture.luma());
  }

  private static Detail detail(Finding finding, int picture) {
    return new Detail(
        finding.radius(), picture, text(finding.region()), text(finding.original()), finding.form().name());
  }

  private static String text(Region region) {
    return region.left() + " " + region.top() + " " + region.right() + " " + region.bottom();
  }
}
