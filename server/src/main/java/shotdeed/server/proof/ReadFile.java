package shotdeed.server.proof;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Pdq;
import shotdeed.image.PictureHeader;
import shotdeed.server.picture.DecodedPicture;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Turnstile;

/** Reads what a stored file says of itself. A file that says nothing, or damaged things, is kept all the same. */
final class ReadFile {
  private static final Logger LOG = LoggerFactory.getLogger(ReadFile.class);
  private static final int MAX_TEXT = 120;

  /** Bytes; the data of a camera stands near the start of what cameras write, and larger files are films. */
  private static final long MAX_METADATA = 256L << 20;

  private static final int HEAD = 64 << 10;

  private final PictureDecoder decoder;
  private final Turnstile turnstile;

  /**
   * @param turnstile bounds how many pictures are in memory
   */
  ReadFile(PictureDecoder decoder, Turnstile turnstile) {
    this.decoder = decoder;
    this.turnstile = turnstile;
  }

  FileFacts of(Path file) throws IOException {
    long size = Files.size(file);
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    PictureHeader header = header(head);
    FileFacts camera = size <= MAX_METADATA ? camera(file) : FileFacts.NONE;
    if (header == null || size > PictureDecoder.MAX_BYTES) {
      return pictured(camera, header, null);
    }
    return turnstile.pass(() -> pictured(camera, header, decoded(file)));
  }

  /** Of a file's first bytes, {@code null} if they are none of a picture that is known here. */
  private static PictureHeader header(byte[] head) {
    try {
      return PictureHeader.read(head);
    } catch (RuntimeException e) {
      return null;
    }
  }

  private DecodedPicture decoded(Path file) throws IOException {
    try {
      return decoder.decode(Files.readAllBytes(file));
    } catch (UnreadablePicture e) {
      return null;
    }
  }

  private static FileFacts pictured(FileFacts camera, PictureHeader header, DecodedPicture picture) {
    String type = header == null ? null : header.format().mediaType();
    if (picture == null) {
      return new FileFacts(
          type, 0, 0, null, camera.exif(), camera.camera(), camera.software(), camera.takenAt());
    }
    String looks = new Pdq().hash(picture.luma()).hash(Dihedral.ROTATE0).toString();
    return new FileFacts(
        picture.format().mediaType(),
        picture.width(),
        picture.height(),
        looks,
        camera.exif(),
        camera.camera(),
        camera.software(),
        camera.takenAt());
  }

  /** What its camera and its programs wrote into a file, without a look at the picture. */
  static FileFacts camera(Path file) {
    try {
      Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
      Directory first = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
      Directory exposure = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
      String make = text(first, ExifDirectoryBase.TAG_MAKE);
      String model = text(first, ExifDirectoryBase.TAG_MODEL);
      String taken = text(exposure, ExifDirectoryBase.TAG_DATETIME_ORIGINAL);
      String software = text(first, ExifDirectoryBase.TAG_SOFTWARE);
      String tool = creatorTool(metadata);
      return new FileFacts(
          null,
          0,
          0,
          null,
          make != null || model != null || taken != null,
          joined(make, model),
          tool == null ? software : joined(software, tool),
          taken);
    } catch (ImageProcessingException e) {
      return FileFacts.NONE; // no picture that it knows
    } catch (IOException | RuntimeException | StackOverflowError e) {
      LOG.debug("the data in a proof file could not be read", e);
      return FileFacts.NONE;
    }
  }

  /** The program that an XMP packet names; where EXIF was tidied up it often still stands there. */
  private static String creatorTool(Metadata metadata) {
    for (XmpDirectory xmp : metadata.getDirectoriesOfType(XmpDirectory.class)) {
      for (Map.Entry<String, String> property : xmp.getXmpProperties().entrySet()) {
        if (property.getKey().endsWith("CreatorTool") || property.getKey().endsWith("softwareAgent")) {
          String tool = PageText.line(property.getValue(), MAX_TEXT);
          return tool.isEmpty() ? null : tool;
        }
      }
    }
    return null;
  }

  private static String text(Directory directory, int tag) {
    String text = directory == null ? "" : PageText.line(directory.getString(tag), MAX_TEXT);
    return text.isEmpty() ? null : text;
  }

  private static String joined(String first, String second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return second.startsWith(first) ? second : first + " " + second;
  }
}
