package shotdeed.server.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import shotdeed.server.monitor.SecondOpinion.Figure;
import shotdeed.server.monitor.SecondOpinion.Missing;

/** Second opinions, each kept with its sighting. */
public final class SecondOpinionStore {
  private SecondOpinionStore() {}

  static void insert(Handle handle, int sighting, SecondOpinion opinion) {
    PreparedBatch batch = handle.prepareBatch(
        "insert into second_opinion (sighting_id, place, algorithm, bits, differing, unavailable)"
            + " values (?, ?, ?, ?, ?, ?)");
    int place = 0;
    for (Figure figure : opinion.figures()) {
      boolean missing = figure.missing() != null;
      batch.add(
          sighting,
          place++,
          figure.algorithm(),
          missing ? null : figure.bits(),
          missing ? null : figure.differing(),
          missing ? figure.missing().text() : null);
    }
    batch.execute();
  }

  /** The opinion on a sighting. */
  public static SecondOpinion of(Handle handle, int sighting) {
    return of(handle, List.of(sighting)).get(sighting);
  }

  private record Row(int sighting, Figure figure) {}

  /** The opinion on each of these sightings. */
  static Map<Integer, SecondOpinion> of(Handle handle, List<Integer> sightings) {
    Map<Integer, List<Figure>> figures = new TreeMap<>();
    sightings.forEach(sighting -> figures.put(sighting, new ArrayList<>()));
    if (!sightings.isEmpty()) {
      handle.createQuery(
              "select sighting_id, algorithm, bits, differing, unavailable from second_opinion"
                  + " where sighting_id in (<sightings>) order by sighting_id, place")
          .bindList("sightings", sightings)
          .map((rs, ctx) -> {
            String unavailable = rs.getString("unavailable");
            return new Row(
                rs.getInt("sighting_id"),
                new Figure(
                    rs.getString("algorithm"),
                    rs.getInt("bits"),
                    rs.getInt("differing"),
                    unavailable == null ? null : Missing.of(unavailable)));
          })
          .forEach(row -> figures.get(row.sighting()).add(row.figure()));
    }
    Map<Integer, SecondOpinion> opinions = new TreeMap<>();
    figures.forEach((sighting, rows) ->
        opinions.put(
            sighting,
            rows.isEmpty() ? SecondOpinion.missing(Missing.RECORDED_BEFORE) : new SecondOpinion(rows)));
    return opinions;
  }
}
