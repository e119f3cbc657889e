package shotdeed.server.certify;

import shotdeed.server.account.Caller;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Secrets;

/** What became of a file when the same seller uploaded it before. */
public final class EarlierUploads {
  private final Database database;

  public EarlierUploads(Database database) {
    this.database = database;
  }

  /**
   * A file by its content.
   *
   * @param sha256 64 hexadecimal digits
   */
  public record File(String sha256) {}

  /**
   * What was found.
   *
   * @param stands whether the file has a certificate, rather than the record of a refusal
   * @param certificate number of either
   * @param code of the error that refused it, or empty
   */
  public record Found(boolean stands, int certificate, String code) {}

  /** Names a file by its content. */
  public static File file(byte[] bytes) {
    return new File(Secrets.sha256(bytes));
  }

  /** The certificate that the file has, else its last refusal by the machine, else {@code null}. */
  public Found find(Caller caller, File file) {
    return database.read(handle -> {
      Certificate standing = CertificateStore.ofFile(handle, caller.seller(), file.sha256());
      if (standing != null) {
        return new Found(true, standing.id(), "");
      }
      return handle.createQuery(
              """
              select c.id, coalesce(r.code, '') as code from certificate c
                left join review r on r.certificate_id = c.id and r.stage = 'first'
              where c.seller_id = :seller and c.sha256 = :sha256 and c.state = 'refused'
              order by c.id desc limit 1""")
          .bind("seller", caller.seller())
          .bind("sha256", file.sha256())
          .map((rs, ctx) -> new Found(false, rs.getInt(1), rs.getString(2)))
          .findOne()
          .orElse(null);
    });
  }
}
