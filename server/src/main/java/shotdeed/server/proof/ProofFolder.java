package shotdeed.server.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.Derived;
import shotdeed.server.certify.FirstPublication;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Refused;

/** Shows a proof folder, and gives out its files, to whom {@link ProofAccess} lets in. */
public final class ProofFolder {
  private final Database database;
  private final FileStore files;
  private final Derived derived;
  private final ProofAccess access;
  private final Readiness readiness;
  private final InstantSource clock;

  public ProofFolder(
      Database database,
      FileStore files,
      Derived derived,
      ProofAccess access,
      Readiness readiness,
      InstantSource clock) {
    this.database = database;
    this.files = files;
    this.derived = derived;
    this.access = access;
    this.readiness = readiness;
    this.clock = clock;
  }

  /**
   * A folder.
   *
   * @param own whether it is the caller's own seller's, who may change it
   * @param published what the owner stated about the first publication, the last first
   * @param proofs with those that were removed, oldest first
   */
  public record View(
      Certificate certificate,
      boolean own,
      List<FirstPublication> published,
      List<Proof> proofs,
      List<Readiness.Marketplace> marketplaces) {
    /** Those that stand. */
    public List<Proof> standing() {
      return proofs.stream().filter(Proof::stands).toList();
    }

    /** Those that were taken out, and whose file does not stand there as another entry. */
    public List<Proof> removed() {
      List<Integer> there = standing().stream().map(Proof::file).toList();
      return proofs.stream().filter(proof -> !proof.stands() && !there.contains(proof.file())).toList();
    }

    /** How many marketplaces a complaint could stand on. */
    public int ready() {
      return (int) marketplaces.stream().filter(m -> m.answer() == Readiness.Answer.READY).count();
    }
  }

  /** Looks into a folder. */
  public View look(Caller caller, int certificate) {
    return database.read(handle -> view(handle, caller, certificate));
  }

  /** What a certificate's own page says of its folder; {@code null} to whom it does not exist. */
  public View summary(Caller caller, Certificate certificate) {
    boolean team = caller.roles().contains(Role.OWNER) || caller.roles().contains(Role.MEMBER);
    boolean there = team && certificate.seller() == caller.seller() && certificate.state() != CertificateState.REFUSED;
    return there ? look(caller, certificate.id()) : null;
  }

  private View view(Handle handle, Caller caller, int certificate) {
    Certificate found = access.look(handle, caller, certificate);
    List<FirstPublication> published = FirstPublication.of(handle, certificate);
    List<Proof> proofs = ProofStore.of(handle, certificate);
    return new View(
        found,
        found.seller() == caller.seller(),
        published,
        proofs,
        readiness.of(found, published, proofs));
  }

  /** What a camera original's own words say against it: a code of the messages, or {@code null}. */
  public String warning(Proof proof) {
    if (proof.kind() != ProofKind.CAMERA_ORIGINAL) {
      return null;
    }
    if (readiness.edited(proof)) {
      return "edited";
    }
    return proof.facts().exif() ? null : "no-exif";
  }

  /** What camera and programs wrote into a stored file, without a look at its picture. */
  public FileFacts camera(String sha256) {
    return ReadFile.camera(files.path(sha256));
  }

  /** The day of the marketplaces' rules. */
  public String version() {
    return readiness.version();
  }

  /**
   * A file to be sent.
   *
   * @param content closed by whoever sends it
   */
  public record Download(String name, long bytes, InputStream content) {}

  /** A file as it was uploaded; who looks into whose folder is noted here. */
  public Download download(Caller caller, int certificate, int use) throws IOException {
    Proof proof = one(caller, certificate, use);
    Audit.looked(database, clock.instant(), caller, proof.seller(), "proof.look", "certificate", certificate);
    return new Download(proof.name(), proof.bytes(), Files.newInputStream(files.path(proof.sha256())));
  }

  /** A small JPEG of a file that is a picture. */
  public byte[] thumb(Caller caller, int certificate, int use) throws IOException {
    Proof proof = one(caller, certificate, use);
    if (!proof.shown()) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return derived.of(proof.sha256(), Derived.Size.THUMB);
  }

  private Proof one(Caller caller, int certificate, int use) {
    return database.read(handle -> {
      access.look(handle, caller, certificate);
      Proof proof = ProofStore.find(handle, certificate, use);
      if (proof == null) {
        throw new Refused(Errors.NOT_FOUND);
      }
      return proof;
    });
  }
}
