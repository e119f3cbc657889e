package shotdeed.server.upload;

import java.util.List;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Database;

/** How far a person's own upload is. */
public final class LookAtUpload {
  private final Database database;

  public LookAtUpload(Database database) {
    this.database = database;
  }

  /**
   * An upload.
   *
   * @param after only lines with higher numbers
   */
  public Upload.Status run(Caller caller, int upload, int after) {
    caller.requireTeam();
    return database.read(handle -> {
      Upload found = UploadStore.own(handle, caller, upload);
      List<Upload.Item> files = UploadStore.files(handle, upload); // before the lines: a file that is done has all its
      return new Upload.Status(
          found, files, UploadStore.linesAfter(handle, upload, after), UploadStore.skipped(handle, upload));
    });
  }
}
