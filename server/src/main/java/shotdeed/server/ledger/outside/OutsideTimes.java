package shotdeed.server.ledger.outside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What others said about the times of leaves. */
public final class OutsideTimes {
  private OutsideTimes() {}

  /**
   * The earliest proofs that a leaf stood in the log: the smallest checkpoint with it that an authority stamped, and the
   * smallest that each witness signed. Empty if there is none yet: then its time is this server's own claim.
   *
   * @param leaf its index, from 0
   * @return the smallest checkpoint first
   */
  public static List<OutsideTime> covering(Handle handle, String origin, long leaf) {
    List<OutsideTime> all = new ArrayList<>(stamped(handle, origin, leaf));
    List<String> witnesses = handle.createQuery(
            "select distinct witness from cosignature where origin = :origin order by witness")
        .bind("origin", origin)
        .mapTo(String.class)
        .list();
    for (String witness : witnesses) {
      all.addAll(witnessed(handle, origin, witness, leaf));
    }
    all.sort(Comparator.comparingLong(each -> each.checkpoint().size()));
    return all;
  }

  private static List<OutsideTime> stamped(Handle handle, String origin, long leaf) {
    return handle.createQuery(
            """
            select size, root, note, token, stated_time, authority, fingerprint from time_stamp
            where origin = :origin and size > :leaf order by size, id limit 1""")
        .bind("origin", origin)
        .bind("leaf", leaf)
        .map((rs, ctx) -> new OutsideTime(
            true,
            rs.getString("authority"),
            rs.getString("stated_time"),
            noted(handle, origin, rs),
            rs.getBytes("token"),
            rs.getString("fingerprint")))
        .list();
  }

  private static List<OutsideTime> witnessed(Handle handle, String origin, String witness, long leaf) {
    return handle.createQuery(
            """
            select size, root, note, stated_time from cosignature
            where origin = :origin and witness = :witness and size > :leaf order by size, id limit 1""")
        .bind("origin", origin)
        .bind("witness", witness)
        .bind("leaf", leaf)
        .map((rs, ctx) ->
            new OutsideTime(false, witness, rs.getString("stated_time"), noted(handle, origin, rs), null, null))
        .list();
  }

  /** The checkpoint of a row, with all that witnesses signed of it. */
  private static Noted noted(Handle handle, String origin, ResultSet row) throws SQLException {
    StringBuilder note = new StringBuilder(row.getString("note"));
    handle.createQuery(
            "select line from cosignature where origin = :origin and size = :size and root = :root order by witness")
        .bind("origin", origin)
        .bind("size", row.getLong("size"))
        .bind("root", row.getString("root"))
        .mapTo(String.class)
        .forEach(line -> note.append(line).append('\n'));
    return Noted.of(note.toString());
  }
}
