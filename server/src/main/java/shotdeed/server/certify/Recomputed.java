package shotdeed.server.certify;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.Features;
import shotdeed.fingerprint.Certifier;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Kernel;
import shotdeed.image.LumaImage;
import shotdeed.server.picture.BackgroundResource;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Secrets;

/**
 * What a certificate had not yet of this program's versions, computed from its original.
 *
 * @param prints {@code null} if it has them already, or cannot get them
 * @param features {@code null} if it has them already, or cannot get them
 * @param reason why it cannot get what it has not, or {@code null}
 */
record Recomputed(List<Fingerprint> prints, Features features, Refingerprint.Reason reason) {
  private static final Logger LOG = LoggerFactory.getLogger(Recomputed.class);

  static Recomputed none(Refingerprint.Reason reason) {
    return new Recomputed(null, null, reason);
  }

  static Recomputed of(Certificate certificate, Database database, FileStore files, PictureDecoder decoder) {
    try {
      byte[] bytes = files.get(certificate.sha256());
      if (!Secrets.sha256(bytes).equals(certificate.sha256())) {
        return none(Refingerprint.Reason.ORIGINAL_UNREADABLE);
      }
      return of(certificate.id(), database, decoder.decode(bytes).luma());
    } catch (NoSuchFileException e) {
      return none(Refingerprint.Reason.ORIGINAL_MISSING);
    } catch (UnreadablePicture e) {
      return none(Refingerprint.Reason.ORIGINAL_UNREADABLE);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      LOG.warn("certificate {} could not be fingerprinted", certificate.id(), e);
      return none(Refingerprint.Reason.FAILED);
    }
  }

  private static Recomputed of(int certificate, Database database, LumaImage luma) {
    List<Fingerprint> prints = null;
    if (!database.read(handle -> FingerprintStore.has(handle, certificate, Kernel.VERSION))) {
      prints = new Certifier(BackgroundResource.bank()).certificate(luma);
      if (prints.isEmpty()) {
        return none(Refingerprint.Reason.FLAT);
      }
    }
    boolean known = database.read(handle -> FeatureStore.has(handle, certificate));
    return new Recomputed(prints, known ? null : new FeatureKernel().certificate(luma), null);
  }
}
