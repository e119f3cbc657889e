package shotdeed.server.monitor;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Derived;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;

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
   */
  public record Page(int page, int total, List<Sighting> sightings, Map<Integer, SecondOpinion> opinions) {}

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
      return new Page(
          page,
          SightingStore.count(handle, caller.seller(), state),
          sightings,
          SecondOpinionStore.of(handle, sightings.stream().map(Sighting::id).toList()));
    });
  }

  /** One of the caller's sightings. */
  public Sighting one(Caller caller, int id) {
    return database.read(handle -> SightingStore.ofSeller(handle, caller.seller(), id));
  }

  /** What independent algorithms say about a sighting that the caller was given. */
  public SecondOpinion secondOpinion(Sighting sighting) {
    return database.read(handle -> SecondOpinionStore.of(handle, sighting.id()));
  }

  /** The picture of one of the caller's sightings, untouched. */
  public Captured captured(Caller caller, int id) throws IOException {
    Sighting sighting = one(caller, id);
    return new Captured(sighting.file().mediaType(), files.get(sighting.file().sha256()));
  }

  /** The picture of one of the caller's sightings as a JPEG to look at. */
  public byte[] shown(Caller caller, int id, Derived.Size size) throws IOException {
    Sighting.Captured file = one(caller, id).file();
    return derived.of(file.raster() == null ? file.sha256() : file.raster(), size);
  }
}
