package shotdeed.server.monitor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import shotdeed.wire.Geometry;

/** How copies lie on their originals, each kept with its sighting. */
public final class GeometryStore {
  private GeometryStore() {}

  /** @param geometry {@code null} for the same file */
  static void insert(Handle handle, int sighting, Geometry geometry) {
    if (geometry != null) {
      handle.execute(
          "insert into sighting_geometry (sighting_id, copy_outline, original_outline, copy_share, original_share,"
              + " agreement, points) values (?, ?, ?, ?, ?, ?, ?)",
          sighting,
          text(geometry.copyOutline()),
          text(geometry.originalOutline()),
          geometry.copyShare(),
          geometry.originalShare(),
          geometry.agreement(),
          text(geometry.points()));
    }
  }

  /** The geometry of a sighting, or {@code null} if none is kept. */
  public static Geometry of(Handle handle, int sighting) {
    return handle.createQuery("select * from sighting_geometry where sighting_id = :sighting")
        .bind("sighting", sighting)
        .map((rs, ctx) -> new Geometry(
            numbers(rs.getString("copy_outline")),
            numbers(rs.getString("original_outline")),
            rs.getInt("copy_share"),
            rs.getInt("original_share"),
            rs.getInt("agreement"),
            numbers(rs.getString("points"))))
        .findOne()
        .orElse(null);
  }

  private static String text(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static List<Integer> numbers(String text) {
    return text.isEmpty() ? List.of() : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
  }
}
