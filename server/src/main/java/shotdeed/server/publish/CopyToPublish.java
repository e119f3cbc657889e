package shotdeed.server.publish;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.mark.MarkedCopy;
import shotdeed.server.mark.Unmarkable;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Turnstile;

/**
 * The copy to publish of a certified photograph: it looks the same and carries the certificate's number invisibly. Made
 * anew each time, always the same bytes; the original is only read.
 */
public final class CopyToPublish {
  /** From the first review on, as long as nothing speaks against the certificate. */
  private static final Set<CertificateState> STATES = EnumSet.of(
      CertificateState.FIRST_PASSED,
      CertificateState.CERTIFIED,
      CertificateState.REGISTERED,
      CertificateState.MONITORED,
      CertificateState.PAUSED);

  private static final int MAX_NAME = 80;

  private final Database database;
  private final FileStore files;
  private final Turnstile turnstile;
  private final InstantSource clock;
  private final MarkedCopy marked = new MarkedCopy();

  public CopyToPublish(Database database, FileStore files, Turnstile turnstile, InstantSource clock) {
    this.database = database;
    this.files = files;
    this.turnstile = turnstile;
    this.clock = clock;
  }

  /**
   * A marked copy.
   *
   * @param name of the file to save: the certificate's title and number
   */
  public record Copy(String name, String mediaType, byte[] bytes) {}

  /** Whether there may be a copy to publish of a certificate. */
  public static boolean mayBe(Certificate certificate) {
    return STATES.contains(certificate.state());
  }

  /**
   * The copy to publish of the caller's own certificate.
   *
   * @throws Refused also if the certificate is not, or no longer, one to publish, or its picture cannot be marked
   */
  public Copy of(Caller caller, int id) throws IOException {
    caller.requireTeam();
    Certificate certificate = database.read(handle -> CertificateStore.ofSeller(handle, caller.seller(), id));
    if (!mayBe(certificate)) {
      throw new Refused(Errors.WRONG_STATE, certificate.state().text()).with("state", certificate.state().text());
    }
    Copy copy = marked(certificate);
    database.write(handle -> note(handle, caller, id, 1));
    return copy;
  }

  /** Puts on record that copies were taken. */
  Void note(Handle handle, Caller caller, int certificate, int copies) {
    Audit.did(
        handle, clock.instant(), caller, "copy.take", "certificate", certificate, copies == 1 ? "" : "" + copies);
    return null;
  }

  /** @throws Refused if the picture cannot be marked */
  Copy marked(Certificate certificate) throws IOException {
    byte[] copy = turnstile.pass(() -> {
      try {
        return marked.of(files.get(certificate.sha256()), certificate.id());
      } catch (NoSuchFileException | UnreadablePicture e) {
        throw new Refused(Errors.NOT_MARKABLE_UNREADABLE);
      } catch (Unmarkable e) {
        throw new Refused(error(e.reason()));
      }
    });
    return new Copy(name(certificate), certificate.mediaType(), copy);
  }

  private static Errors error(Unmarkable.Reason reason) {
    return switch (reason) {
      case TOO_SMALL -> Errors.NOT_MARKABLE_SMALL;
      case TOO_LONG -> Errors.NOT_MARKABLE_LONG;
      case PLAIN -> Errors.NOT_MARKABLE_PLAIN;
      case CMYK -> Errors.NOT_MARKABLE_CMYK;
      case FORMAT -> Errors.NOT_MARKABLE_FORMAT;
      case MOVING -> Errors.NOT_MARKABLE_MOVING;
      case OTHER_MARK -> Errors.NOT_MARKABLE_MARKED;
    };
  }

  private static String name(Certificate certificate) {
    String type = certificate.mediaType();
    String ending = type.equals("image/jpeg") ? "jpg" : type.substring(type.indexOf('/') + 1);
    String title = PageText.line(certificate.title(), MAX_NAME)
        .replaceFirst("\\.[A-Za-z0-9]{2,5}$", "")
        .replaceAll("[/\\\\:*?\"<>|]", "_")
        .strip();
    return (title.isEmpty() || title.startsWith(".") ? "certificate" : title) + "-" + certificate.id() + "." + ending;
  }
}
