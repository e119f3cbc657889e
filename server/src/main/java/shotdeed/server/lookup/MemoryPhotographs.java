package shotdeed.server.lookup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import shotdeed.feature.Features;
import shotdeed.image.LumaImage;
import shotdeed.match.Finding;
import shotdeed.wire.GreyRaster;

/**
 * Certified photographs in memory, for programs that match without a store. All are added before the first is asked
 * for; then several threads may ask.
 *
 * <p>Memory: at most 0.5 MB a photograph.
 */
public final class MemoryPhotographs implements Photographs {
  private final Map<Integer, Held> held = new ConcurrentHashMap<>();
  private final FeatureIndex index = new FeatureIndex();
  private final Judge judge = new Judge();
  private boolean settled;

  /** What is kept of a photograph, computed by whoever adds it. */
  public record Held(Features features, GreyRaster raster) {
    public static Held of(Features features, LumaImage photograph) {
      return new Held(features, GreyRaster.of(photograph, Judge.ORIGINAL_SIDE));
    }
  }

  /** Takes a photograph in. */
  public synchronized void add(int certificate, Held photograph) {
    held.put(certificate, photograph);
    index.add(certificate, photograph.features());
    settled = false;
  }

  /** Decides which of them a picture shows; copies first. */
  public List<Judge.Judged> judge(LumaImage picture, Features features, List<Finding> findings) {
    settle();
    try {
      return judge.judge(picture, features, findings, index.search(features, Judge.MOST_BY_FEATURES), this);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is no file to read
    }
  }

  private synchronized void settle() {
    if (!settled) {
      index.settle();
      settled = true;
    }
  }

  @Override
  public Features features(int certificate) {
    return held.get(certificate).features();
  }

  @Override
  public LumaImage luma(int certificate) {
    return held.get(certificate).raster().luma();
  }
}
