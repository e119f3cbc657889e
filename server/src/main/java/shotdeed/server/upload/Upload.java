package shotdeed.server.upload;

import java.time.Instant;
import java.util.List;
import shotdeed.server.certify.Basis;
import shotdeed.server.certify.Declaration;
import shotdeed.server.certify.subject.Subject;

/**
 * Files that one person sends together.
 *
 * @param touchedAt when bytes came last; a day later what is not whole is forgotten
 * @param closed whether nothing more is waited for
 */
public record Upload(
    int id,
    int seller,
    int account,
    boolean unpublished,
    String basis,
    String firstPublished,
    String publishedOn,
    Subject subject,
    Instant createdAt,
    Instant touchedAt,
    boolean closed) {
  Declaration declaration() {
    return new Declaration(unpublished, Basis.of(basis), firstPublished, publishedOn, null, subject);
  }

  /**
   * One of its files.
   *
   * @param name as the browser calls it, with its folders; for showing only
   * @param modified when it was changed last by its owner's clock, milliseconds; tells versions of a file apart
   * @param received bytes that are on the server's disk
   * @param state {@code receiving}, {@code received} (waits for the first review) or {@code done}
   */
  public record Item(int id, int upload, String name, long bytes, long modified, long received, String state) {}

  /**
   * What became of a photograph.
   *
   * @param certificate number of the certificate, or of the record of the refusal; 0 without one
   * @param code of the error that refused it, or {@code null}
   * @param existing number of the certificate that it has already, or 0
   */
  public record Line(int id, int file, String name, String state, int certificate, String code, int existing) {}

  /**
   * An upload and its files.
   *
   * @param skipped files in zip files that systems put beside the photographs
   */
  public record Status(Upload upload, List<Item> files, List<Line> lines, int skipped) {
    /** Whether every file has its answer. */
    public boolean done() {
      return files.stream().allMatch(file -> file.state().equals("done"));
    }
  }
}
