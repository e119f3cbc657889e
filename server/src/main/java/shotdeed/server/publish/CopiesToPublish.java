package shotdeed.server.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Texts;

/**
 * Many copies to publish in one zip file, written as they are made. A photograph that cannot be marked is named in the
 * file {@code not-marked.txt} with the reason; the others are there.
 */
public final class CopiesToPublish {
  /** Photographs a file. */
  public static final int MOST = 500;

  /** Files that are written at a time on the whole server: each keeps a processor busy. */
  private static final int AT_ONCE = 2;

  private final Database database;
  private final CopyToPublish copy;
  private final Semaphore turns = new Semaphore(AT_ONCE);

  public CopiesToPublish(Database database, CopyToPublish copy) {
    this.database = database;
    this.copy = copy;
  }

  /** Where the file goes; opened once nothing can be refused any more. */
  public interface Target {
    OutputStream open() throws IOException;
  }

  /** Numbers of the series that one of the caller's certificates belongs to, itself among them, in order. */
  public List<Integer> series(Caller caller, int certificate) {
    return database.read(handle -> {
      CertificateStore.ofSeller(handle, caller.seller(), certificate);
      List<Integer> series = PublishStore.series(handle, caller.seller(), certificate);
      return series.isEmpty() ? List.of(certificate) : series;
    });
  }

  /**
   * Writes the copies of the caller's own certificates; those that are not to be published are left out.
   *
   * @param certificates 1 to {@link #MOST} numbers
   * @throws Refused also if one is not the caller's, or none is to be published: then nothing was opened
   */
  public void write(Caller caller, List<Integer> certificates, Texts texts, Target target) throws IOException {
    caller.requireTeam();
    if (certificates.isEmpty() || certificates.size() > MOST) {
      throw new Refused(Errors.COPIES_COUNT, MOST);
    }
    List<Certificate> chosen = chosen(caller, certificates);
    if (chosen.isEmpty()) {
      throw new Refused(Errors.COPIES_NONE);
    }
    if (!turns.tryAcquire()) {
      throw new Refused(Errors.BUSY_WITH_EXPORTS);
    }
    try {
      database.write(handle -> copy.note(handle, caller, chosen.get(0).id(), chosen.size()));
      write(chosen, texts, target.open());
    } finally {
      turns.release();
    }
  }

  private List<Certificate> chosen(Caller caller, List<Integer> certificates) {
    return database.read(handle -> {
      List<Certificate> chosen = new ArrayList<>();
      for (int id : certificates.stream().distinct().toList()) {
        Certificate certificate = CertificateStore.ofSeller(handle, caller.seller(), id);
        if (CopyToPublish.mayBe(certificate)) {
          chosen.add(certificate);
        }
      }
      return chosen;
    });
  }

  private void write(List<Certificate> certificates, Texts texts, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION); // pictures gain nothing
    Set<String> names = new HashSet<>();
    List<String> left = new ArrayList<>();
    for (Certificate certificate : certificates) {
      try {
        CopyToPublish.Copy made = copy.marked(certificate);
        if (names.add(made.name())) {
          zip.putNextEntry(new ZipEntry(made.name()));
          zip.write(made.bytes());
          zip.closeEntry();
        }
      } catch (Refused refused) {
        left.add(
            certificate.id() + "\t" + certificate.title() + "\t" + refused.title(texts) + "\t" + refused.detail(texts));
      }
    }
    if (!left.isEmpty()) {
      zip.putNextEntry(new ZipEntry("not-marked.txt"));
      zip.write((String.join("\n", left) + "\n").getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    zip.finish();
  }
}
