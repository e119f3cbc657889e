package shotdeed.server.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.feature.Features;
import shotdeed.image.LumaImage;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.FeatureStore;
import shotdeed.server.certify.first.Overlay;
import shotdeed.server.picture.ColourRaster;
import shotdeed.server.picture.DecodedPicture;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Turnstile;
import shotdeed.wire.GreyRaster;

/** The certified photographs of the store; what was compared lately stays in memory, within bounds. */
public final class StoredPhotographs implements Photographs {
  private static final Logger LOG = LoggerFactory.getLogger(StoredPhotographs.class);
  private static final long MAX_FEATURES = 48L << 20;
  private static final long MAX_ORIGINALS = 96L << 20;
  private static final int BYTES_OF_A_FEATURE = 37;

  /** Of some 64 KB each. */
  private static final int MAX_COLOURS = 200;

  private final Database database;
  private final FileStore files;
  private final PictureDecoder decoder;

  /** One whole original in memory at a time: whoever looks may hold a whole picture already. */
  private final Turnstile reading = new Turnstile(1);

  private final Cache<Integer, Features> features = Caffeine.newBuilder()
      .maximumWeight(MAX_FEATURES)
      .weigher((Integer certificate, Features of) -> 100 + BYTES_OF_A_FEATURE * of.count())
      .build();
  private final Cache<Integer, GreyRaster> originals = Caffeine.newBuilder()
      .maximumWeight(MAX_ORIGINALS)
      .weigher((Integer certificate, GreyRaster of) -> 100 + of.grey().length)
      .build();
  private final Cache<Integer, ColourRaster> colours = Caffeine.newBuilder().maximumSize(MAX_COLOURS).build();

  public StoredPhotographs(Database database, FileStore files, PictureDecoder decoder) {
    this.database = database;
    this.files = files;
    this.decoder = decoder;
  }

  @Override
  public Features features(int certificate) {
    return features.get(certificate, number -> database.read(handle -> FeatureStore.find(handle, number)));
  }

  @Override
  public LumaImage luma(int certificate) throws IOException {
    GreyRaster kept = originals.getIfPresent(certificate);
    if (kept == null) {
      kept = reading.pass(() -> read(certificate));
    }
    return kept == null ? null : kept.luma();
  }

  /** The colours of a certified photograph; {@code null} if its file is gone or damaged. */
  ColourRaster colours(int certificate) throws IOException {
    ColourRaster kept = colours.getIfPresent(certificate);
    if (kept == null) {
      DecodedPicture picture = reading.pass(() -> decoded(certificate));
      kept = picture == null ? null : ColourRaster.of(picture.image());
      if (kept != null) {
        colours.put(certificate, kept);
      }
    }
    return kept;
  }

  /** Keeps what was just certified, so that it need not be read and decoded again for the next of its series. */
  void keep(int certificate, Overlay.Photograph photograph) {
    originals.put(certificate, GreyRaster.of(photograph.luma(), Judge.ORIGINAL_SIDE));
    colours.put(certificate, photograph.colours());
  }

  private GreyRaster read(int certificate) throws IOException {
    GreyRaster kept = originals.getIfPresent(certificate); // by whoever was here before
    if (kept == null) {
      DecodedPicture picture = decoded(certificate);
      kept = picture == null ? null : GreyRaster.of(picture.luma(), Judge.ORIGINAL_SIDE);
      if (kept != null) {
        originals.put(certificate, kept);
      }
    }
    return kept;
  }

  private DecodedPicture decoded(int certificate) throws IOException {
    String sha256 = database.read(handle -> CertificateStore.file(handle, certificate));
    try {
      return decoder.decode(files.get(sha256));
    } catch (NoSuchFileException | UnreadablePicture e) {
      LOG.warn("nothing can be confirmed for certificate {}: {}", certificate, e.toString());
      return null;
    }
  }
}
