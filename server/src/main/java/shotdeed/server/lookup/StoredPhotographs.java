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
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;

/** The certified photographs of the store; what was compared lately stays in memory, within bounds. */
public final class StoredPhotographs implements Photographs {
  private static final Logger LOG = LoggerFactory.getLogger(StoredPhotographs.class);
  private static final long MAX_FEATURES = 48L << 20;
  private static final long MAX_ORIGINALS = 96L << 20;
  private static final int BYTES_OF_A_FEATURE = 37;

  private final Database database;
  private final FileStore files;
  private final PictureDecoder decoder;
  private final Cache<Integer, Features> features = Caffeine.newBuilder()
      .maximumWeight(MAX_FEATURES)
      .weigher((Integer certificate, Features of) -> 100 + BYTES_OF_A_FEATURE * of.count())
      .build();
  private final Cache<Integer, Grey> originals = Caffeine.newBuilder()
      .maximumWeight(MAX_ORIGINALS)
      .weigher((Integer certificate, Grey of) -> 100 + of.values().length)
      .build();

  /** Brightness in whole values: a quarter of the memory. */
  private record Grey(int width, int height, byte[] values) {
    static Grey of(LumaImage luma) {
      byte[] values = new byte[luma.values().length];
      for (int i = 0; i < values.length; i++) {
        values[i] = (byte) Math.round(luma.values()[i]);
      }
      return new Grey(luma.width(), luma.height(), values);
    }

    LumaImage luma() {
      float[] luma = new float[values.length];
      for (int i = 0; i < luma.length; i++) {
        luma[i] = values[i] & 0xff;
      }
      return new LumaImage(width, height, luma);
    }
  }

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
    Grey kept = originals.getIfPresent(certificate);
    if (kept == null) {
      kept = read(certificate);
      if (kept == null) {
        return null;
      }
      originals.put(certificate, kept);
    }
    return kept.luma();
  }

  private Grey read(int certificate) throws IOException {
    String sha256 = database.read(handle -> CertificateStore.file(handle, certificate));
    try {
      return Grey.of(Judge.within(decoder.decode(files.get(sha256)).luma(), Judge.ORIGINAL_SIDE));
    } catch (NoSuchFileException | UnreadablePicture e) {
      LOG.warn("nothing can be confirmed for certificate {}: {}", certificate, e.toString());
      return null;
    }
  }
}
