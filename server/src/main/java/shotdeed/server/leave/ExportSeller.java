package shotdeed.server.leave;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.complain.Evidence;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Refused;

/**
 * Packs all that belongs to a seller: lists as JSON, the untouched originals and proofs, the captured pictures, and
 * each complaint's evidence. It is written while it is sent, one file and a thousand rows at a time in memory; what the
 * store has no whole file of is named in {@code missing.txt}, and the rest is there.
 */
public final class ExportSeller {
  /** Exports at a time: each reads the whole of a seller. */
  private static final int AT_ONCE = 2;

  private final Database database;
  private final FileStore files;
  private final Evidence evidence;
  private final InstantSource clock;
  private final Semaphore turns = new Semaphore(AT_ONCE);

  public ExportSeller(Database database, FileStore files, Evidence evidence, InstantSource clock) {
    this.database = database;
    this.files = files;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** Where an export is written to, once it is sure that it begins. */
  public interface Target {
    OutputStream open() throws IOException;
  }

  /**
   * Writes the zip.
   *
   * @throws Refused if the caller is no owner, or others are exporting; nothing is written then
   */
  public void run(Caller caller, Target target) throws IOException {
    if (!caller.owns()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    if (!turns.tryAcquire()) {
      throw new Refused(Errors.BUSY_WITH_EXPORTS);
    }
    try {
      database.write(handle -> {
        Audit.did(handle, clock.instant(), caller, "seller.export", "seller", caller.seller(), "");
        return null;
      });
      write(caller, target.open());
    } finally {
      turns.release();
    }
  }

  private void write(Caller caller, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION); // pictures gain nothing
    for (ExportTable table : ExportTable.ALL) {
      table(zip, caller.seller(), table);
    }
    List<String> missing = new ArrayList<>();
    files(zip, caller.seller(), "certificates/", ORIGINALS, missing);
    files(zip, caller.seller(), "proofs/", PROOFS, missing);
    files(zip, caller.seller(), "sightings/", CAPTURED, missing);
    for (int complaint : complaints(caller.seller())) {
      evidence(zip, caller, complaint, missing);
    }
    if (!missing.isEmpty()) {
      zip.putNextEntry(new ZipEntry("missing.txt"));
      zip.write((String.join("\n", missing) + "\n").getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    zip.finish();
  }

  private void table(ZipOutputStream zip, int seller, ExportTable table) throws IOException {
    zip.putNextEntry(new ZipEntry(table.file()));
    String before = "[\n";
    List<Map<String, Object>> rows;
    int page = 0;
    int last = 0;
    do {
      int number = page++;
      int after = last;
      rows = database.read(handle -> table.rows(handle, seller, number, after));
      last = table.last(rows);
      for (Map<String, Object> row : rows) {
        zip.write(before.getBytes(StandardCharsets.UTF_8));
        zip.write(Json.write(row));
        before = ",\n";
      }
    } while (rows.size() == ExportTable.PAGE);
    zip.write((before.startsWith("[") ? "[]\n" : "\n]\n").getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private record Stored(int id, String sha256, String mediaType) {}

  private static final String ORIGINALS =
      """
      select id, sha256, media_type from certificate
      where seller_id = :seller and state <> 'refused' and id > :after order by id limit :limit""";

  private static final String PROOFS =
      "select id, sha256, media_type from proof where seller_id = :seller and id > :after order by id limit :limit";

  private static final String CAPTURED =
      """
      select id, picture_sha256 as sha256, picture_media_type as media_type from sighting
      where seller_id = :seller and id > :after order by id limit :limit""";

  private void files(ZipOutputStream zip, int seller, String folder, String sql, List<String> missing)
      throws IOException {
    int after = 0;
    while (true) {
      int from = after;
      List<Stored> some = database.read(handle -> stored(handle, sql, seller, from));
      if (some.isEmpty()) {
        return;
      }
      for (Stored file : some) {
        after = file.id();
        String type = file.mediaType() == null ? "bin" : file.mediaType().substring(file.mediaType().indexOf('/') + 1);
        String path = folder + file.id() + "." + type.replaceAll("[^a-z0-9]", "");
        Path stored = files.path(file.sha256());
        if (!Files.exists(stored)) {
          missing.add(path + " " + file.sha256());
        } else {
          zip.putNextEntry(new ZipEntry(path));
          Files.copy(stored, zip); // a raw file or a film may be large
          zip.closeEntry();
        }
      }
    }
  }

  private static List<Stored> stored(Handle handle, String sql, int seller, int after) {
    return handle.createQuery(sql)
        .bind("seller", seller)
        .bind("after", after)
        .bind("limit", ExportTable.PAGE)
        .map((rs, ctx) -> new Stored(rs.getInt("id"), rs.getString("sha256"), rs.getString("media_type")))
        .list();
  }

  private List<Integer> complaints(int seller) {
    return database.read(handle ->
        handle.createQuery("select id from complaint where seller_id = :seller order by id")
            .bind("seller", seller)
            .mapTo(Integer.class)
            .list());
  }

  private void evidence(ZipOutputStream zip, Caller caller, int complaint, List<String> missing) throws IOException {
    String path = "complaints/" + complaint + "/sealed.zip";
    Evidence.Found found;
    try {
      found = evidence.find(caller, complaint);
    } catch (IOException e) {
      missing.add(path);
      return;
    }
    zip.putNextEntry(new ZipEntry(path));
    evidence.pack(found, new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() {
        // the outer zip goes on
      }
    });
    zip.closeEntry();
  }
}
