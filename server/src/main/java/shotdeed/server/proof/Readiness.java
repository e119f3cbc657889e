package shotdeed.server.proof;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import shotdeed.fingerprint.Hash256;
import shotdeed.model.CertificateState;
import shotdeed.model.Grade;
import shotdeed.server.certify.Basis;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.FirstPublication;

/** Says of each marketplace whether a complaint on a certificate could stand there, or what is missing. */
public final class Readiness {
  /** Bits of 256 in which a shot of the same session may differ and still look like the camera original itself. */
  static final int SAME_LOOK = 12;

  private static final Set<CertificateState> IN_FORCE = EnumSet.of(
      CertificateState.CERTIFIED, CertificateState.REGISTERED, CertificateState.MONITORED, CertificateState.PAUSED);

  private final Marketplaces data = Marketplaces.bundled();

  /** How a marketplace stands. */
  public enum Answer {
    READY,
    MISSING,
    /** What it asks for could not be found out. */
    NOT_KNOWN;

    /** For messages. */
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Something to be said in words.
   *
   * @param code names the words
   * @param values fill their places
   */
  public record Point(String code, List<Object> values) {
    static Point of(String code, Object... values) {
      return new Point(code, List.of(values));
    }
  }

  /**
   * A marketplace.
   *
   * @param entry where complaints are lodged
   * @param missing what keeps a complaint from standing; empty if it is ready
   * @param asked what it asks for only sometimes, and is not there
   * @param sources of the rules, and the day they were read
   */
  public record Marketplace(
      String id, String entry, Answer answer, List<Point> missing, List<Point> asked, List<String> sources) {}

  /**
   * Judges a folder.
   *
   * @param published what the owner stated about the first publication, the last first
   */
  public List<Marketplace> of(Certificate certificate, List<FirstPublication> published, List<Proof> folder) {
    List<Proof> standing = folder.stream().filter(Proof::stands).toList();
    List<Point> everywhere = everywhere(certificate, published, standing);
    List<Marketplace> all = new ArrayList<>();
    for (Marketplaces.Marketplace each : data.marketplaces()) {
      List<Point> missing = new ArrayList<>(everywhere);
      List<Point> asked = new ArrayList<>();
      Set<String> sources = new LinkedHashSet<>();
      for (Marketplaces.Rule rule : each.rules()) {
        (rule.when().equals("always") ? missing : asked).addAll(check(rule, standing));
        sources.add(rule.source() + " (" + rule.read() + ", " + rule.confidence() + ")");
      }
      if (sources.isEmpty()) {
        sources.add(each.source() + " (" + each.read() + ")");
      }
      Answer answer = !missing.isEmpty() ? Answer.MISSING : each.known() ? Answer.READY : Answer.NOT_KNOWN;
      all.add(new Marketplace(each.id(), each.entry(), answer, missing, asked, List.copyOf(sources)));
    }
    return all;
  }

  /** Whether a program that changes pictures wrote a file, by its own word. */
  public boolean edited(Proof proof) {
    return data.edits(proof.facts().software());
  }

  /** Whether a program of this name changes pictures; {@code null} is none. */
  public boolean edits(String software) {
    return data.edits(software);
  }

  /** The day of the data. */
  public String version() {
    return data.version();
  }

  private static List<Point> everywhere(
      Certificate certificate, List<FirstPublication> published, List<Proof> standing) {
    List<Point> missing = new ArrayList<>();
    if (!IN_FORCE.contains(certificate.state())) {
      missing.add(Point.of("in-force"));
    }
    boolean contract = standing.stream().anyMatch(proof -> proof.kind() == ProofKind.CONTRACT);
    if ((certificate.basis() == Basis.COMMISSIONED || certificate.basis() == Basis.LICENSED) && !contract) {
      missing.add(Point.of("contract." + certificate.basis().text()));
    }
    boolean stated = !published.isEmpty() && published.get(0).complete();
    if (certificate.grade() == Grade.REGISTERED_AFTER_PUBLICATION && !stated) {
      missing.add(Point.of("first-publication"));
    }
    return missing;
  }

  private List<Point> check(Marketplaces.Rule rule, List<Proof> standing) {
    List<Proof> originals =
        standing.stream().filter(proof -> proof.kind() == ProofKind.CAMERA_ORIGINAL).toList();
    List<Point> faults = new ArrayList<>();
    int good = 0;
    for (Proof proof : standing) {
      if (rule.kinds().contains(proof.kind().text())) {
        Point fault = fault(rule, proof, originals);
        if (fault == null) {
          good++;
        } else {
          faults.add(fault);
        }
      }
    }
    if (good >= rule.least()) {
      return List.of();
    }
    List<Point> points = new ArrayList<>(List.of(Point.of(rule.id(), rule.least() - good, rule.least())));
    points.addAll(faults);
    return points;
  }

  private Point fault(Marketplaces.Rule rule, Proof proof, List<Proof> originals) {
    if (!rule.formats().isEmpty() && !rule.formats().contains(String.valueOf(proof.facts().mediaType()))) {
      return Point.of("fault.format", proof.name());
    }
    if (rule.maxBytes() > 0 && proof.bytes() > rule.maxBytes()) {
      return Point.of("fault.too-large", proof.name(), (rule.maxBytes() + 500_000) / 1_000_000);
    }
    if (proof.bytes() < rule.minBytes()) {
      return Point.of("fault.too-small", proof.name(), rule.minBytes() / 1000);
    }
    if (rule.unedited() && edited(proof)) {
      return Point.of("fault.edited", proof.name(), proof.facts().software());
    }
    if (rule.unedited() && proof.kind() == ProofKind.CAMERA_ORIGINAL && !proof.facts().exif()) {
      return Point.of("fault.no-exif", proof.name());
    }
    if (rule.unlikeOriginal() && originals.stream().anyMatch(original -> same(original, proof))) {
      return Point.of("fault.same", proof.name());
    }
    return null;
  }

  /** Whether a file shows the very picture of another, whatever its bytes: it proves nothing beside it. */
  public static boolean same(Proof original, Proof other) {
    if (original.sha256().equals(other.sha256())) {
      return true;
    }
    String first = original.facts().looks();
    String second = other.facts().looks();
    return first != null && second != null && Hash256.ofHex(first).distance(Hash256.ofHex(second)) <= SAME_LOOK;
  }
}
