package shotdeed.server.monitor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import shotdeed.wire.ReadMark;

/** What was read of invisible marks, each kept with its sighting. */
public final class MarkStore {
  private MarkStore() {}

  /** @param mark {@code null} if none could be looked for */
  static void insert(Handle handle, int sighting, ReadMark mark) {
    if (mark != null) {
      handle.execute(
          "insert into sighting_mark (sighting_id, number, confidence) values (?, ?, ?)",
          sighting,
          mark.number(),
          mark.confidence());
    }
  }

  /** What was read in a sighting's picture, or {@code null} if nobody looked. */
  public static ReadMark of(Handle handle, int sighting) {
    return handle.createQuery("select number, confidence from sighting_mark where sighting_id = :sighting")
        .bind("sighting", sighting)
        .map((rs, ctx) -> new ReadMark(rs.getString(1), rs.getInt(2)))
        .findOne()
        .orElse(null);
  }

  /** What was read in the pictures of some sightings, by their numbers. */
  static Map<Integer, ReadMark> of(Handle handle, List<Integer> sightings) {
    Map<Integer, ReadMark> marks = new HashMap<>();
    if (!sightings.isEmpty()) {
      handle.createQuery("select sighting_id, number, confidence from sighting_mark where sighting_id in (<sightings>)")
          .bindList("sightings", sightings)
          .map((rs, ctx) -> Map.entry(rs.getInt(1), new ReadMark(rs.getString(2), rs.getInt(3))))
          .forEach(entry -> marks.put(entry.getKey(), entry.getValue()));
    }
    return marks;
  }
}
