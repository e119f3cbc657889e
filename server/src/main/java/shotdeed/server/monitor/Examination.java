package shotdeed.server.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import shotdeed.image.LumaImage;
import shotdeed.image.PictureHeader;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.PictureFiles;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Secrets;

/**
 * What became of one file of a folder. Exactly one of three: a picture (its {@code sha256} is set), a file that is no
 * picture and does not claim to be one ({@code stranger}), or a {@code problem}.
 *
 * @param sha256 of the file, hexadecimal, or {@code null}
 * @param value what was computed of the picture, or {@code null}
 * @param stranger whether the file is simply something else
 * @param problem why the picture could not be examined, or {@code null}
 */
record Examination<T>(String sha256, T value, boolean stranger, String problem) {
  private static final Set<String> PICTURE_NAMES =
      Set.of("avif", "bmp", "gif", "heic", "heif", "jfif", "jpe", "jpeg", "jpg", "png", "tif", "tiff", "webp");

  /** Enough of a file to tell whether it is a picture, so that a film of gigabytes is not read for it. */
  private static final int MAGIC_BYTES = 64;

  private static final long LARGE_PIXELS = 4_000_000;

  /** A large picture takes hundreds of megabytes from decoding to hashing: two of them at a time. */
  private static final Semaphore LARGE = new Semaphore(2);

  /** Reads, decodes and computes. */
  static <T> Examination<T> of(Path file, Function<LumaImage, T> compute) {
    try {
      if (!claimsToBePicture(file) && !startsLikePicture(file)) {
        return new Examination<>(null, null, true, null);
      }
      byte[] bytes = PictureFiles.bytes(file);
      PictureHeader header = PictureHeader.read(bytes);
      if (header == null || header.pixels() <= LARGE_PIXELS) {
        return examine(bytes, compute);
      }
      LARGE.acquireUninterruptibly();
      try {
        return examine(bytes, compute);
      } finally {
        LARGE.release();
      }
    } catch (UnreadablePicture e) {
      return new Examination<>(null, null, false, e.reason().sentence());
    } catch (IOException e) {
      return new Examination<>(null, null, false, PictureFiles.reason(e));
    }
  }

  private static <T> Examination<T> examine(byte[] bytes, Function<LumaImage, T> compute) throws UnreadablePicture {
    T value = compute.apply(new PictureDecoder().decode(bytes).luma().reduced());
    return new Examination<>(Secrets.sha256(bytes), value, false, null);
  }

  private static boolean claimsToBePicture(Path file) {
    String name = file.getFileName().toString();
    return PICTURE_NAMES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private static boolean startsLikePicture(Path file) throws IOException {
    return PictureHeader.read(PictureFiles.bytes(file, MAGIC_BYTES)) != null;
  }
}
