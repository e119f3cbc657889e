package shotdeed.server.certify;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.picture.Jpeg;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.Scaled;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.FileCache;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Turnstile;

/** Smaller copies of stored pictures for looking at, made when first asked for and kept in the cache. */
public final class Derived {
  private static final Logger LOG = LoggerFactory.getLogger(Derived.class);
  private static final float QUALITY = 0.85f;

  private final FileStore files;
  private final FileCache cache;
  private final Turnstile turnstile;
  private final PictureDecoder decoder;
  private final ConcurrentMap<String, CompletableFuture<byte[]>> atWork = new ConcurrentHashMap<>();

  /** How large a copy is. */
  public enum Size {
    THUMB(320),
    /** For a comparison sheet. */
    SHEET(680),
    VIEW(1200);

    private final int side;

    Size(int side) {
      this.side = side;
    }

    /** Reads {@code thumb} or {@code view}. */
    public static Size of(String text) {
      return switch (text) {
        case "thumb" -> THUMB;
        case "view" -> VIEW;
        default -> throw Fields.invalid("size", "thumb or view");
      };
    }
  }

  public Derived(FileStore files, FileCache cache, Turnstile turnstile, PictureDecoder decoder) {
    this.files = files;
    this.cache = cache;
    this.turnstile = turnstile;
    this.decoder = decoder;
  }

  /** A JPEG of a stored picture, its longer side at most the size's. */
  public byte[] of(String sha256, Size size) throws IOException {
    String name = sha256 + "-" + size.side + ".jpg";
    byte[] kept = cache.get(name);
    if (kept != null) {
      return kept;
    }
    CompletableFuture<byte[]> own = new CompletableFuture<>();
    CompletableFuture<byte[]> first = atWork.putIfAbsent(name, own);
    if (first != null) {
      return others(first, sha256, size);
    }
    try {
      byte[] made = turnstile.pass(() -> make(sha256, size));
      keep(name, made);
      own.complete(made);
      return made;
    } finally {
      own.complete(null); // it failed: whoever waits tries it again
      atWork.remove(name);
    }
  }

  /** What somebody else makes at this moment: a picture is decoded once. */
  private byte[] others(CompletableFuture<byte[]> first, String sha256, Size size) throws IOException {
    byte[] made = first.join();
    return made != null ? made : turnstile.pass(() -> make(sha256, size));
  }

  private byte[] make(String sha256, Size size) throws IOException {
    try {
      return Jpeg.encoded(Scaled.within(decoder.decode(files.get(sha256)).image(), size.side), QUALITY);
    } catch (UnreadablePicture e) {
      throw new IOException("the stored picture " + sha256 + " can no longer be read", e);
    }
  }

  /** A full disk is no reason not to show a picture. */
  private void keep(String name, byte[] made) {
    try {
      cache.put(name, made);
    } catch (IOException e) {
      LOG.warn("a smaller copy could not be kept: {}", e.toString());
    }
  }
}
