package shotdeed.server.certify;

import java.io.IOException;
import java.time.InstantSource;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Refused;

/** Shows a certificate's photograph. The untouched file itself goes to its owner only, and only in the console. */
public final class CertificatePicture {
  private final ListCertificates certificates;
  private final Derived derived;
  private final FileStore files;
  private final Database database;
  private final InstantSource clock;

  public CertificatePicture(
      ListCertificates certificates, Derived derived, FileStore files, Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.certificates = certificates;
    this.derived = derived;
    this.files = files;
  }

  /** What {@link ListCertificates#one} shows; a reviewer who sees another seller's is put on record. */
  public ListCertificates.Details details(Caller caller, int id) {
    ListCertificates.Details found = certificates.one(caller, id);
    int seller = found.certificate().seller();
    if (seller != caller.seller()) {
      Audit.looked(database, clock.instant(), caller, seller, "certificate.look", "certificate", id);
    }
    return found;
  }

  /** A JPEG of at most the size's side, of the caller's own certificate or one that waits for the caller's review. */
  public byte[] shown(Caller caller, int id, Derived.Size size) throws IOException {
    Certificate certificate = readable(caller, id);
    if (certificate.seller() != caller.seller()) {
      Audit.looked(database, clock.instant(), caller, certificate.seller(), "picture.look", "certificate", id);
    }
    return derived.of(certificate.sha256(), size);
  }

  /** The untouched file of the caller's own certificate. */
  public byte[] original(Caller caller, int id) throws IOException {
    Certificate certificate = readable(caller, id);
    if (certificate.seller() != caller.seller()) {
      throw new Refused(Errors.NOT_FOUND);
    }
    byte[] original = files.get(certificate.sha256());
    Audit.looked(database, clock.instant(), caller, certificate.seller(), "original.look", "certificate", id);
    return original;
  }

  private Certificate readable(Caller caller, int id) {
    Certificate certificate = certificates.one(caller, id).certificate();
    if (certificate.state() == CertificateState.REFUSED) {
      throw new Refused(Errors.NOT_FOUND); // a refused file is not kept
    }
    return certificate;
  }
}
