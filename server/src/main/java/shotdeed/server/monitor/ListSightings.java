package shotdeed.server.monitor;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import shotdeed.image.Strip;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Derived;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Refused;
import shotdeed.wire.Geometry;
import shotdeed.wire.ReadMark;

/** Shows a seller's sightings and the pictures that were captured with them. */
public final class ListSightings {
  /** Sightings a page. */
  public static final int PAGE = 50;

  private final Database database;
  private final FileStore files;
  private final Derived derived;

  public ListSightings(Database database, FileStore files, Derived derived) {
    this.database = database;
    this.files = files;
    this.derived = derived;
  }

  /**
   * A page of the list.
   *
   * @param page 1 for the first
   * @param total sightings on all pages
   * @param opinions the second opinion on each of the sightings, by number
   * @param slices the slices of each of the sightings, by number; none for a picture alone
   * @param marks what was read of marks, by number; none for those where nobody looked
   */
  public record Page(
      int page,
      int total,
      List<Sighting> sightings,
      Map<Integer, SecondOpinion> opinions,
      Map<Integer, List<Slice>> slices,
      Map<Integer, ReadMark> marks) {}

  /**
   * A page of findings: of each, the sighting that was received last.
   *
   * @param page 1 for the first
   * @param total findings on all pages
   * @param times how often each was seen, by the number of its sighting
   * @param slices the slices of each of the sightings, by number; none for a picture alone
   */
  public record Findings(
      int page,
      int total,
      List<Sighting> sightings,
      Map<Integer, Integer> times,
      Map<Integer, List<Slice>> slices) {}

  /** The bytes as the page's server sent them. */
  public record Captured(String mediaType, byte[] bytes) {}

  /**
   * The caller's sightings, newest first.
   *
   * @param state {@code null} for all
   */
  public Page list(Caller caller, SightingState state, int page) {
    return database.read(handle -> {
      List<Sighting> sightings = SightingStore.page(handle, caller.seller(), state, PAGE, (page - 1) * PAGE);
      List<Integer> numbers = sightings.stream().map(Sighting::id).toList();
      return new Page(
          page,
          SightingStore.count(handle, caller.seller(), state),
          sightings,
          SecondOpinionStore.of(handle, numbers),
          SliceStore.of(handle, numbers),
          MarkStore.of(handle, numbers));
    });
  }

  /**
   * The caller's findings, what was seen last first.
   *
   * @param state {@code null} for all
   */
  public Findings findings(Caller caller, SightingState state, int page) {
    return database.read(handle -> {
      Map<Integer, Integer> times =
          FindingStore.page(handle, caller.seller(), state, PAGE, (page - 1) * PAGE);
      List<Integer> numbers = List.copyOf(times.keySet());
      return new Findings(
          page,
          FindingStore.count(handle, caller.seller(), state),
          SightingStore.numbered(handle, caller.seller(), numbers),
          times,
          SliceStore.of(handle, numbers));
    });
  }

  /** How many of the caller's findings are in a state. */
  public int count(Caller caller, SightingState state) {
    return database.read(handle -> FindingStore.count(handle, caller.seller(), state));
  }

  /** The finding that one of the caller's sightings is of. */
  public Finding finding(Caller caller, int sighting) {
    return database.read(handle -> FindingStore.ofSighting(handle, caller.seller(), sighting));
  }

  /** One of the caller's sightings. */
  public Sighting one(Caller caller, int id) {
    return database.read(handle -> SightingStore.ofSeller(handle, caller.seller(), id));
  }

  /** What was read of a mark in a sighting that the caller was given; {@code null} if nobody looked. */
  public ReadMark mark(Sighting sighting) {
    return database.read(handle -> MarkStore.of(handle, sighting.id()));
  }

  /** What independent algorithms say about a sighting that the caller was given. */
  public SecondOpinion secondOpinion(Sighting sighting) {
    return database.read(handle -> SecondOpinionStore.of(handle, sighting.id()));
  }

  /** How a sighting that the caller was given lies on its original; {@code null} if that is not known. */
  public Geometry geometry(Sighting sighting) {
    return database.read(handle -> GeometryStore.of(handle, sighting.id()));
  }

  /** The slices of a sighting that the caller was given, the uppermost first; none for a picture alone. */
  public List<Slice> slices(Sighting sighting) {
    return database.read(handle -> SliceStore.of(handle, sighting.id()));
  }

  /**
   * The captured file of one of the caller's sightings.
   *
   * @param slice 1 for the uppermost slice of a strip, 0 for the picture that the sighting names
   * @throws Refused if there is none
   */
  public Sighting.Captured file(Caller caller, int id, int slice) {
    Sighting sighting = one(caller, id);
    if (slice == 0) {
      return sighting.file();
    }
    List<Slice> slices = slices(sighting);
    if (slice > slices.size()) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return slices.get(slice - 1).file();
  }

  /** Reads which slice is asked for: 1 for the uppermost; 0 if none is. */
  public static int slice(String text) {
    int slice;
    try {
      slice = text == null ? 0 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      slice = -1;
    }
    return text == null ? 0 : Fields.number("slice", slice, 1, Strip.MAX_SLICES);
  }

  /** A captured file, untouched. */
  public Captured captured(Sighting.Captured file) throws IOException {
    return new Captured(file.mediaType(), files.get(file.sha256()));
  }

  /** A captured file as a JPEG to look at. */
  public byte[] shown(Sighting.Captured file, Derived.Size size) throws IOException {
    return derived.of(file.raster() == null ? file.sha256() : file.raster(), size);
  }
}
