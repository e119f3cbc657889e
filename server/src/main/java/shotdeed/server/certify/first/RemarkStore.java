package shotdeed.server.certify.first;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What the first review remarked on certificates. Never changed once written. */
public final class RemarkStore {
  private RemarkStore() {}

  /** Stores the remarks on a new certificate. */
  public static void insert(Handle handle, int certificate, List<Remark> remarks) {
    for (Remark remark : remarks) {
      handle.execute(
          "insert into first_remark (certificate_id, kind, percent, other_id) values (?, ?, ?, ?)",
          certificate,
          remark.kind().text(),
          remark.percent(),
          remark.certificate() == 0 ? null : remark.certificate());
    }
  }

  /** The remarks on a certificate, in the order in which they were made. */
  public static List<Remark> of(Handle handle, int certificate) {
    return handle.createQuery(
            "select kind, percent, other_id from first_remark where certificate_id = :certificate order by id")
        .bind("certificate", certificate)
        .map((rs, ctx) -> new Remark(Kind.of(rs.getString(1)), false, rs.getInt(2), rs.getInt(3)))
        .list();
  }

  /** The same of several certificates, of at least one; those without remarks are missing. */
  public static Map<Integer, List<Remark>> ofAll(Handle handle, List<Integer> certificates) {
    Map<Integer, List<Remark>> remarks = new HashMap<>();
    handle.createQuery(
            "select certificate_id, kind, percent, other_id from first_remark where certificate_id in (<ids>) order by id")
        .bindList("ids", certificates)
        .map((rs, ctx) ->
            Map.entry(rs.getInt(1), new Remark(Kind.of(rs.getString(2)), false, rs.getInt(3), rs.getInt(4))))
        .forEach(each -> remarks.computeIfAbsent(each.getKey(), id -> new ArrayList<>()).add(each.getValue()));
    return remarks;
  }
}
