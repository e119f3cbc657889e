package shotdeed.server.complain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import shotdeed.image.PictureFormat;
import shotdeed.ledger.SealedList;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.FirstPublication;
import shotdeed.server.certify.Review;
import shotdeed.server.complain.risk.StatedReason;
import shotdeed.server.monitor.GeometryStore;
import shotdeed.server.monitor.MarkStore;
import shotdeed.server.monitor.SecondOpinion;
import shotdeed.server.monitor.SecondOpinionStore;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.Slice;
import shotdeed.server.monitor.SliceStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Secrets;
import shotdeed.wire.Geometry;
import shotdeed.wire.ReadMark;

/** Seals a complaint's evidence when it is prepared, and finds it again whole. */
public final class Evidence {
  private static final String JSON = "application/json";

  /** The earliest time that a zip can carry: the time of packing says nothing. */
  private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Database database;
  private final FileStore files;
  private final String version;
  private final InstantSource clock;

  /**
   * @param version of the program, named in the manifest
   */
  public Evidence(Database database, FileStore files, String version, InstantSource clock) {
    this.database = database;
    this.files = files;
    this.version = version;
    this.clock = clock;
  }

  /**
   * Hashes the captured bytes again before they are sealed.
   *
   * @throws IOException if a file is missing or no longer what it was
   */
  void requireWhole(List<Sighting> sightings) throws IOException {
    requireWhole(sightings, new HashSet<>());
  }

  /**
   * The same for sightings of several complaints.
   *
   * @param found files that were whole a moment ago, by SHA-256; grows
   */
  void requireWhole(List<Sighting> sightings, Set<String> found) throws IOException {
    for (Sighting sighting : sightings) {
      wholeFile(sighting.file(), found);
      for (Slice slice : database.read(handle -> SliceStore.of(handle, sighting.id()))) {
        wholeFile(slice.file(), found);
      }
    }
  }

  private void wholeFile(Sighting.Captured file, Set<String> found) throws IOException {
    for (String sha256 : file.raster() == null ? List.of(file.sha256()) : List.of(file.sha256(), file.raster())) {
      if (!found.contains(sha256)) {
        whole(sha256);
        found.add(sha256);
      }
    }
  }

  private byte[] whole(String sha256) throws IOException {
    byte[] bytes = files.get(sha256);
    if (!Secrets.sha256(bytes).equals(sha256)) {
      throw new IOException("the stored file " + sha256 + " was damaged");
    }
    return bytes;
  }

  /**
   * What was sealed.
   *
   * @param listSha256 of the sealed list, which names the manifest and all parts; what the log commits to
   * @param parts how many the list names
   */
  public record Sealing(String manifestSha256, String listSha256, int parts) {}

  /**
   * Makes the manifest, the certificates' records and the sealed list.
   *
   * @param keep brings them to the disk before the complaint stands
   */
  Sealing seal(
      Handle handle,
      Caller caller,
      int complaint,
      CaseComplaint draft,
      List<Sighting> sightings,
      List<StatedReason> reasons,
      FileStore.Keep keep)
      throws IOException {
    Manifest manifest = new Manifest();
    Set<Integer> certificates = new LinkedHashSet<>();
    for (Sighting sighting : sightings) {
      certificates.add(sighting.found().certificate());
      String name = "sighting-" + sighting.id();
      List<Slice> slices = SliceStore.of(handle, sighting.id());
      List<String> slicePaths = new ArrayList<>();
      for (Slice slice : slices) {
        slicePaths.add(captured(manifest, name, String.format("-%02d", slicePaths.size() + 1), slice.file()));
      }
      String path = slices.isEmpty()
          ? captured(manifest, name, "", sighting.file())
          : slicePaths.get(slices.stream().map(Slice::picture).toList().indexOf(sighting.picture()));
      SecondOpinion opinion = SecondOpinionStore.of(handle, sighting.id());
      Geometry geometry = GeometryStore.of(handle, sighting.id());
      ReadMark mark = MarkStore.of(handle, sighting.id());
      String certificate = certificatePath(sighting.found().certificate());
      manifest.sighting(sighting, geometry, mark, opinion, path, certificate, slices, slicePaths);
    }
    for (int number : certificates) {
      Certificate certificate = CertificateStore.ofSeller(handle, caller.seller(), number);
      byte[] record = Manifest.certificate(
          certificate, Review.of(handle, number), FirstPublication.of(handle, number));
      manifest.part(new Manifest.Part(certificatePath(number), keep.put(record), record.length, JSON));
    }
    CaseComplaint.Screenshot shot = draft.screenshot();
    if (shot != null) {
      manifest.part(new Manifest.Part(
          "screenshot." + extension(shot.mediaType()), shot.sha256(), shot.bytes(), shot.mediaType()));
    }
    manifest.capture(CaptureStore.of(handle, complaint));
    manifest.reasons(reasons);
    byte[] content = manifest.bytes(complaint, version, caller.sellerName(), draft);
    SealedList list = manifest.list(content);
    return new Sealing(keep.put(content), keep.put(list.bytes()), list.parts().size());
  }

  /** Makes a captured file and its raster parts; returns the file's path. */
  private String captured(Manifest manifest, String folder, String number, Sighting.Captured file)
      throws IOException {
    String path = folder + "/picture" + number + "." + extension(file.mediaType());
    manifest.part(new Manifest.Part(path, file.sha256(), file.bytes(), file.mediaType()));
    if (file.raster() != null) {
      byte[] raster = files.get(file.raster());
      manifest.part(
          new Manifest.Part(folder + "/raster" + number + ".png", file.raster(), raster.length, "image/png"));
    }
    return path;
  }

  /**
   * Names the files of all complaints: manifests, their sealed parts, screenshots.
   *
   * @throws IOException if a manifest cannot be read, so that its parts are not known
   */
  public void files(Consumer<String> to) throws IOException {
    database.read(ComplaintStore::screenshots).forEach(to);
    database.read(ComplaintStore::sealedLists).forEach(to);
    for (String manifest : database.read(ComplaintStore::manifests)) {
      to.accept(manifest);
      for (JsonNode part : Json.tree(whole(manifest)).get("parts")) {
        to.accept(part.get("sha256").asText());
      }
    }
  }

  private static String certificatePath(int number) {
    return "certificate-" + number + ".json";
  }

  /** How the name of a file of this kind ends, without a dot. */
  public static String extension(String mediaType) {
    for (PictureFormat format : PictureFormat.values()) {
      if (format.mediaType().equals(mediaType)) {
        return format == PictureFormat.JPEG ? "jpg" : format.text();
      }
    }
    throw new IllegalArgumentException("no picture format is served as " + mediaType);
  }

  /**
   * A complaint's evidence, every part of which was there and whole when it was found.
   *
   * @param complaint number of the complaint
   * @param manifest as sealed
   * @param sealed the sealed list
   */
  public record Found(int complaint, byte[] manifest, byte[] sealed) {}

  /**
   * Finds a complaint's evidence and looks at every part of it, because a zip cannot be taken back once its first byte
   * is written.
   *
   * @throws IOException if a part is missing or damaged
   */
  public Found find(Caller caller, int complaint) throws IOException {
    SealedEvidence found = sealed(caller, complaint);
    for (JsonNode part : Json.tree(found.manifest()).get("parts")) {
      whole(part.get("sha256").asText());
    }
    Audit.looked(database, clock.instant(), caller, caller.seller(), "evidence.look", "complaint", complaint);
    return new Found(complaint, found.manifest(), found.sealed());
  }

  /**
   * The sealed evidence of one complaint.
   *
   * @param sealed the sealed list as bytes; of a complaint that was sealed before there were any, made from the manifest
   */
  public record SealedEvidence(CaseComplaint complaint, byte[] manifest, byte[] sealed) {}

  /**
   * What was sealed when a complaint was prepared. Nobody's looking is put on record here.
   *
   * @throws IOException if manifest or list are missing or damaged
   */
  public SealedEvidence sealed(Caller caller, int complaint) throws IOException {
    CaseComplaint found =
        database.read(handle -> ComplaintStore.ofSeller(handle, caller.seller(), complaint));
    String list = database.read(handle -> ComplaintStore.sealedList(handle, complaint));
    byte[] manifest = whole(found.manifestSha256());
    byte[] sealed = list == null ? Manifest.listOf(manifest).bytes() : whole(list);
    return new SealedEvidence(found, manifest, sealed);
  }

  /** SHA-256 of the untouched files that a complaint rests on. */
  public List<String> originals(int complaint) {
    return database.read(handle -> ComplaintStore.originals(handle, complaint));
  }

  /**
   * A stored file, hashed again.
   *
   * @throws IOException if it is missing or damaged
   */
  public byte[] wholePart(String sha256) throws IOException {
    return whole(sha256);
  }

  /**
   * Packs what was sealed, as it was sealed, for its owner's own keeping: the same bytes each time, one part at a time in
   * memory. What leaves the house is a bundle, see {@code complain.bundle}.
   */
  public void pack(Found evidence, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    entry(zip, Manifest.PATH, evidence.manifest());
    entry(zip, "sealed.txt", evidence.sealed());
    for (JsonNode part : Json.tree(evidence.manifest()).get("parts")) {
      entry(zip, part.get("path").asText(), whole(part.get("sha256").asText()));
    }
    zip.finish();
  }

  /** Stored, not compressed: pictures gain nothing, and no compressor's version shows in the bytes. */
  private static void entry(ZipOutputStream zip, String path, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(path);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(ZIP_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
