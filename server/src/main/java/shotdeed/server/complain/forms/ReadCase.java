package shotdeed.server.complain.forms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Certificate;
import shotdeed.server.complain.CaseComplaint;
import shotdeed.server.complain.ListComplaints;
import shotdeed.server.complain.risk.Undisputed;
import shotdeed.server.monitor.ListSightings;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.Slice;
import shotdeed.server.platform.Content;
import shotdeed.server.platform.FileStore;
import shotdeed.server.proof.FileFacts;
import shotdeed.server.proof.Proof;
import shotdeed.server.proof.ProofFolder;

/** Reads what the files of a complaint's forms are made from, for who may see it. */
public final class ReadCase {
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private final ListComplaints complaints;
  private final ListSightings sightings;
  private final ProofFolder folders;
  private final FileStore files;

  public ReadCase(ListComplaints complaints, ListSightings sightings, ProofFolder folders, FileStore files) {
    this.complaints = complaints;
    this.sightings = sightings;
    this.folders = folders;
    this.files = files;
  }

  /** One of the caller's complaints; refused where none could be prepared with its certificates today. */
  CaseComplaint complaint(Caller caller, int id) {
    caller.requireTeam();
    CaseComplaint complaint = complaints.one(caller, id);
    complaints.disputed(complaint).forEach(Undisputed::require);
    return complaint;
  }

  /** A complaint's sightings in its order. */
  List<Sighting> sightings(Caller caller, CaseComplaint complaint) {
    return complaint.sightings().stream().map(id -> sightings.one(caller, id)).toList();
  }

  /**
   * A photograph and the files of its folder.
   *
   * @param files originals, series and proofs in the folder's order
   */
  record Photograph(Certificate certificate, List<Candidate> files) {
    List<Candidate> of(Kind kind) {
      return files.stream().filter(file -> file.kind() == kind).toList();
    }
  }

  /** The photographs that sightings are of, by certificate, in their order. */
  Map<Integer, Photograph> photographs(Caller caller, List<Sighting> seen) throws IOException {
    Map<Integer, Photograph> photographs = new LinkedHashMap<>();
    for (Sighting sighting : seen) {
      int id = sighting.found().certificate();
      if (!photographs.containsKey(id)) {
        photographs.put(id, photograph(folders.look(caller, id)));
      }
    }
    return photographs;
  }

  private Photograph photograph(ProofFolder.View view) throws IOException {
    Certificate certificate = view.certificate();
    List<Candidate> candidates = new ArrayList<>();
    for (Proof proof : view.standing()) {
      candidates.add(ofFolder(proof));
    }
    if (candidates.stream().noneMatch(file -> file.kind() == Kind.ORIGINAL)) {
      candidates.add(0, certified(certificate));
    }
    return new Photograph(certificate, List.copyOf(candidates));
  }

  private Candidate ofFolder(Proof proof) throws IOException {
    Kind kind = Kind.RAW;
    for (Kind each : Kind.values()) {
      kind = each.takes(proof.kind()) ? each : kind;
    }
    String type = type(proof);
    String rest = kind.text() + "-" + proof.certificate()
        + (kind == Kind.PROOF ? "-" + proof.kind().text() : "")
        + "-" + proof.id() + "." + FileNames.ending(type, proof.name());
    return new Candidate(
        rest,
        kind,
        proof.certificate(),
        proof,
        proof.facts(),
        type,
        proof.sha256(),
        () -> stored(proof.sha256(), proof.bytes()));
  }

  /** Where the folder has no camera original, what was certified may be one. */
  private Candidate certified(Certificate certificate) throws IOException {
    String sha256 = certificate.sha256();
    FileFacts facts = Files.exists(files.path(sha256)) ? folders.camera(sha256) : FileFacts.none();
    String type = certificate.mediaType() == null ? FileNames.UNKNOWN : certificate.mediaType();
    return new Candidate(
        "original-" + certificate.id() + "." + FileNames.ending(type),
        Kind.ORIGINAL,
        certificate.id(),
        null,
        facts,
        type,
        sha256,
        () -> stored(sha256, certificate.bytes()));
  }

  private String type(Proof proof) throws IOException {
    if (proof.facts().mediaType() != null) {
      return proof.facts().mediaType();
    }
    Path file = files.path(proof.sha256());
    if (!Files.exists(file)) {
      return FileNames.UNKNOWN;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return java.util.Arrays.equals(in.readNBytes(PDF.length), PDF) ? FileNames.PDF : FileNames.UNKNOWN;
    }
  }

  private Content stored(String sha256, long bytes) {
    return new Content() {
      @Override
      public String name() {
        return sha256;
      }

      @Override
      public long size() {
        return bytes;
      }

      @Override
      public byte[] bytes() throws IOException {
        return files.get(sha256);
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(files.path(sha256));
      }
    };
  }

  /** The slices of a sighting; none for a picture alone. */
  List<Slice> slices(Sighting sighting) {
    return sightings.slices(sighting);
  }

  /** What a sheet says of a sighting. */
  SheetWriter.Pair pair(Sighting sighting, Photograph photograph) {
    return new SheetWriter.Pair(
        sighting, photograph.certificate(), sightings.geometry(sighting), sightings.slices(sighting));
  }
}
