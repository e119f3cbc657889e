package shotdeed.server.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import shotdeed.wire.SeenPicture;

/** The slices of sightings in strips, each kept with its sighting. */
public final class SliceStore {
  private SliceStore() {}

  static void insert(Handle handle, int sighting, List<Slice> slices) {
    PreparedBatch batch = handle.prepareBatch(
        """
        insert into sighting_slice (sighting_id, place, shows, picture_url, fetched_url, role, position, sha256, bytes,
          media_type, width, height, raster_sha256)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    int place = 0;
    for (Slice slice : slices) {
      batch.add(
          sighting,
          place++,
          slice.shows() ? 1 : 0,
          slice.picture().url(),
          slice.picture().fetchedUrl(),
          slice.picture().role(),
          slice.picture().position(),
          slice.file().sha256(),
          slice.file().bytes(),
          slice.file().mediaType(),
          slice.file().width(),
          slice.file().height(),
          slice.file().raster());
    }
    if (place > 0) {
      batch.execute();
    }
  }

  /** The slices of a sighting, the uppermost first; none for a picture alone. */
  public static List<Slice> of(Handle handle, int sighting) {
    return of(handle, List.of(sighting)).get(sighting);
  }

  private record Row(int sighting, Slice slice) {}

  /** The slices of each of these sightings. */
  static Map<Integer, List<Slice>> of(Handle handle, List<Integer> sightings) {
    Map<Integer, List<Slice>> slices = new TreeMap<>();
    sightings.forEach(sighting -> slices.put(sighting, new ArrayList<>()));
    if (!sightings.isEmpty()) {
      handle.createQuery(
              "select * from sighting_slice where sighting_id in (<sightings>) order by sighting_id, place")
          .bindList("sightings", sightings)
          .map((rs, ctx) -> new Row(
              rs.getInt("sighting_id"),
              new Slice(
                  rs.getInt("shows") == 1,
                  new SeenPicture(
                      rs.getString("picture_url"),
                      rs.getString("fetched_url"),
                      rs.getString("role"),
                      rs.getInt("position")),
                  new Sighting.Captured(
                      rs.getString("sha256"),
                      rs.getInt("bytes"),
                      rs.getString("media_type"),
                      rs.getInt("width"),
                      rs.getInt("height"),
                      rs.getString("raster_sha256")))))
          .forEach(row -> slices.get(row.sighting()).add(row.slice()));
    }
    return slices;
  }
}
