package shotdeed.server.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.subject.Subject;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Uploads, their files and what became of them. */
final class UploadStore {
  private static final String FILES = "select id, upload_id, name, bytes, modified, received, state from upload_file ";

  private UploadStore() {}

  static int insert(Handle handle, Caller caller, OpenUpload.Request request, Instant now) {
    return handle.createQuery(
            """
            insert into upload (seller_id, account_id, unpublished, basis, first_published, published_on, category, person,
              created_at, touched_at)
            values (:seller, :account, :unpublished, :basis, :firstPublished, :publishedOn, :category, :person, :now, :now)
            returning id""")
        .bind("seller", caller.seller())
        .bind("account", caller.account())
        .bind("unpublished", request.unpublished() ? 1 : 0)
        .bind("basis", request.basis())
        .bind("firstPublished", request.firstPublished())
        .bind("publishedOn", request.publishedOn())
        .bind("category", request.subject().category().id())
        .bind("person", request.subject().person().text())
        .bind("now", Times.text(now))
        .mapTo(int.class)
        .one();
  }

  /**
   * The caller's own upload.
   *
   * @throws Refused as if it did not exist if it is another person's
   */
  static Upload own(Handle handle, Caller caller, int id) {
    Upload upload = find(handle, id);
    if (upload == null || upload.account() != caller.account() || upload.seller() != caller.seller()) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return upload;
  }

  static Upload find(Handle handle, int id) {
    return handle.createQuery("select * from upload where id = :id")
        .bind("id", id)
        .map((rs, ctx) ->
            new Upload(
                rs.getInt("id"),
                rs.getInt("seller_id"),
                rs.getInt("account_id"),
                rs.getInt("unpublished") != 0,
                rs.getString("basis"),
                rs.getString("first_published"),
                rs.getString("published_on"),
                Subject.of(rs.getString("category"), rs.getString("person")),
                Times.of(rs.getString("created_at")),
                Times.of(rs.getString("touched_at")),
                rs.getString("closed_at") != null))
        .findOne()
        .orElse(null);
  }

  static int insertFile(Handle handle, int upload, OpenUpload.Named file) {
    return handle.createQuery(
            "insert into upload_file (upload_id, name, bytes, modified, received, state)"
                + " values (:upload, :name, :bytes, :modified, 0, 'receiving') returning id")
        .bind("upload", upload)
        .bind("name", file.name())
        .bind("bytes", file.size())
        .bind("modified", file.modified())
        .mapTo(int.class)
        .one();
  }

  static List<Upload.Item> files(Handle handle, int upload) {
    return handle.createQuery(FILES + "where upload_id = :upload order by id")
        .bind("upload", upload)
        .map((rs, ctx) -> item(rs))
        .list();
  }

  private static Upload.Item item(ResultSet rs) throws SQLException {
    return new Upload.Item(
        rs.getInt(1),
        rs.getInt(2),
        rs.getString(3),
        rs.getLong(4),
        rs.getLong(5),
        rs.getLong(6),
        rs.getString(7));
  }

  static Upload.Item file(Handle handle, int id) {
    return handle.createQuery(FILES + "where id = :id")
        .bind("id", id)
        .map((rs, ctx) -> item(rs))
        .findOne()
        .orElse(null);
  }

  /** Uploads with files that are whole and wait for the first review, oldest first. */
  static List<Integer> waiting(Handle handle) {
    return handle.createQuery("select distinct upload_id from upload_file where state = 'received' order by upload_id")
        .mapTo(int.class)
        .list();
  }

  /** The first such file of an upload that is none of {@code but}; 0 without one. */
  static int next(Handle handle, int upload, Set<Integer> but) {
    return handle.createQuery(
            "select id from upload_file where upload_id = :upload and state = 'received' order by id")
        .bind("upload", upload)
        .mapTo(int.class)
        .stream()
        .filter(file -> !but.contains(file))
        .findFirst()
        .orElse(0);
  }

  /** Bytes that a seller's unfinished files are to have. */
  static long pending(Handle handle, int seller) {
    return handle.createQuery(
            "select coalesce(sum(f.bytes), 0) from upload_file f join upload u on u.id = f.upload_id"
                + " where u.seller_id = :seller and u.closed_at is null and f.state <> 'done'")
        .bind("seller", seller)
        .mapTo(long.class)
        .one();
  }

  /** Counts bytes that are on the disk. */
  static void received(Handle handle, Upload.Item file, long received, Instant now) {
    handle.execute(
        "update upload_file set received = ?, state = ? where id = ? and state = 'receiving'",
        received,
        received == file.bytes() ? "received" : "receiving",
        file.id());
    handle.execute("update upload set touched_at = ? where id = ?", Times.text(now), file.upload());
  }

  /** Remembers how many files in a zip file were none of the seller's. */
  static void skipped(Handle handle, int file, int skipped) {
    handle.execute("update upload_file set skipped = ? where id = ?", skipped, file);
  }

  static int skipped(Handle handle, int upload) {
    return handle.createQuery("select coalesce(sum(skipped), 0) from upload_file where upload_id = :upload")
        .bind("upload", upload)
        .mapTo(int.class)
        .one();
  }

  static void done(Handle handle, int file) {
    handle.execute("update upload_file set state = 'done' where id = ?", file);
  }

  static void line(
      Handle handle, int file, String name, String state, int certificate, String code, int existing) {
    handle.execute(
        "insert into upload_line (file_id, name, state, certificate_id, code, existing) values (?, ?, ?, ?, ?, ?)",
        file,
        name,
        state,
        certificate,
        code,
        existing);
  }

  static int lines(Handle handle, int file) {
    return handle.createQuery("select count(*) from upload_line where file_id = :file")
        .bind("file", file)
        .mapTo(int.class)
        .one();
  }

  /** Lines of an upload with higher numbers than one. */
  static List<Upload.Line> linesAfter(Handle handle, int upload, int after) {
    return handle.createQuery(
            "select l.id, l.file_id, l.name, l.state, l.certificate_id, l.code, l.existing from upload_line l"
                + " join upload_file f on f.id = l.file_id where f.upload_id = :upload and l.id > :after order by l.id")
        .bind("upload", upload)
        .bind("after", after)
        .map((rs, ctx) ->
            new Upload.Line(
                rs.getInt(1),
                rs.getInt(2),
                rs.getString(3),
                rs.getString(4),
                rs.getInt(5),
                rs.getString(6),
                rs.getInt(7)))
        .list();
  }

  /** Files of which nothing more is waited for: their uploads were given up, or nothing came for long. */
  static List<Integer> expired(Handle handle, Instant before) {
    return handle.createQuery(
            "select f.id from upload_file f join upload u on u.id = f.upload_id"
                + " where f.state = 'receiving' and u.closed_at is null and u.touched_at < :before")
        .bind("before", Times.text(before))
        .mapTo(int.class)
        .list();
  }

  /** Gives up the files of an upload that are not whole; returns them. */
  static List<Integer> giveUp(Handle handle, int upload) {
    List<Integer> files = handle.createQuery(
            "select id from upload_file where upload_id = :upload and state = 'receiving'")
        .bind("upload", upload)
        .mapTo(int.class)
        .list();
    handle.execute("delete from upload_file where upload_id = ? and state = 'receiving'", upload);
    return files;
  }

  static void forget(Handle handle, int file) {
    handle.execute("delete from upload_file where id = ? and state = 'receiving'", file);
  }
}
