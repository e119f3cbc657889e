package shotdeed.server.upload;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Basis;
import shotdeed.server.certify.CertifyUpload;
import shotdeed.server.certify.Declaration;
import shotdeed.server.certify.subject.Subject;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;

/** Opens an upload, or goes on with one: says of each file how much of it is here already. */
public final class OpenUpload {
  /** Files of one upload. */
  public static final int MAX_FILES = 2_000;

  /** Bytes of a zip file. */
  public static final long MAX_ZIP = 1L << 30;

  /** Bytes that a seller's unfinished uploads may have together. */
  public static final long MAX_PENDING = 4L << 30;

  private static final int MAX_NAME = 200;

  private final CertifyUpload certify;
  private final Database database;
  private final FreeSpace space;
  private final InstantSource clock;

  public OpenUpload(CertifyUpload certify, Database database, FreeSpace space, InstantSource clock) {
    this.certify = certify;
    this.database = database;
    this.space = space;
    this.clock = clock;
  }

  /**
   * A file that is to come.
   *
   * @param modified milliseconds
   */
  public record Named(String name, long size, long modified) {}

  /**
   * What a browser asks for.
   *
   * @param upload number of the upload to go on with; 0 for a new one
   * @param category id, or {@code null}
   * @param person {@code yes}, {@code no}, {@code unknown} or {@code null}
   */
  public record Request(
      int upload,
      boolean unpublished,
      String basis,
      String firstPublished,
      String publishedOn,
      String category,
      String person,
      List<Named> files) {
    /** What is stated about all of them. */
    Declaration declaration() {
      return new Declaration(unpublished, Basis.of(basis), firstPublished, publishedOn, null, subject());
    }

    /** What the photographs show. */
    Subject subject() {
      return Subject.of(category, person);
    }
  }

  /** The upload and its files, in the order asked for. */
  public record Opened(int upload, List<Upload.Item> files) {}

  /**
   * Opens.
   *
   * @throws Refused if the caller may not, something is stated wrongly, or there is no room
   */
  public Opened run(Caller caller, Request request) throws IOException {
    certify.requireAdmitted(caller);
    Instant now = clock.instant();
    request.declaration().require(now);
    List<Named> files = new ArrayList<>();
    for (Named file : Fields.list("files", request.files(), 1, MAX_FILES)) {
      files.add(checked(file));
    }
    long bytes = files.stream().filter(OpenUpload::taken).mapToLong(Named::size).sum();
    space.require(bytes);
    return database.write(handle -> {
      boolean goesOn = request.upload() != 0 && same(UploadStore.own(handle, caller, request.upload()), request);
      int upload = goesOn ? request.upload() : UploadStore.insert(handle, caller, request, now);
      Opened opened = opened(handle, upload, files);
      if (UploadStore.pending(handle, caller.seller()) > MAX_PENDING || opened.files().size() > MAX_FILES) {
        throw new Refused(Errors.UPLOAD_LIMIT, MAX_FILES, MAX_PENDING >> 30);
      }
      if (!goesOn) {
        Audit.did(handle, now, caller, "upload.open", "upload", upload, "" + files.size());
      }
      return opened;
    });
  }

  /** What is stated about one upload does not hold for another: with other statements a new one begins. */
  private static boolean same(Upload before, Request request) {
    return before.unpublished() == request.unpublished()
        && before.basis().equals(request.basis())
        && Objects.equals(before.firstPublished(), request.firstPublished())
        && Objects.equals(before.publishedOn(), request.publishedOn())
        && before.subject().equals(request.subject());
  }

  private static Named checked(Named file) {
    Fields.present("files", file);
    if (file.size() < 0) {
      throw Fields.invalid("files", "files of 0 bytes or more");
    }
    return new Named(PageText.line(Fields.present("files", file.name()), MAX_NAME), file.size(), file.modified());
  }

  /** A file of the same name, size and time is the same one; each is handed out once. */
  private static Opened opened(Handle handle, int upload, List<Named> files) {
    List<Upload.Item> before = new ArrayList<>(UploadStore.files(handle, upload));
    List<Upload.Item> items = new ArrayList<>();
    for (Named file : files) {
      Upload.Item known = null;
      for (Upload.Item item : before) {
        if (known == null
            && item.name().equals(file.name())
            && item.bytes() == file.size()
            && item.modified() == file.modified()) {
          known = item;
        }
      }
      if (known != null) {
        before.remove(known);
        items.add(known);
      } else {
        items.add(fresh(handle, upload, file));
      }
    }
    return new Opened(upload, items);
  }

  private static Upload.Item fresh(Handle handle, int upload, Named file) {
    int id = UploadStore.insertFile(handle, upload, file);
    if (!taken(file)) { // said before a byte of it is sent
      String code = file.size() == 0 ? Errors.PICTURE_NOT_A_PICTURE.code() : Errors.PICTURE_TOO_LARGE.code();
      UploadStore.line(handle, id, file.name(), "refused", 0, code, 0);
      UploadStore.done(handle, id);
    }
    return UploadStore.file(handle, id);
  }

  private static boolean taken(Named file) {
    boolean zip = file.name().toLowerCase(java.util.Locale.ROOT).endsWith(".zip");
    return file.size() > 0 && file.size() <= (zip ? MAX_ZIP : PictureDecoder.MAX_BYTES);
  }
}
