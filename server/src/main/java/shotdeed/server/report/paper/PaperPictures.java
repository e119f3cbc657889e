package shotdeed.server.report.paper;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.paper.PaperPages;
import shotdeed.server.report.ReportLine;

/** The small pictures of a document, each held once, no more bytes of them than a mail can take. */
final class PaperPictures {
  /** Lines that show pictures. */
  static final int LINES = 200;

  private static final Logger LOG = LoggerFactory.getLogger(PaperPictures.class);
  private static final int MAX_BYTES = 4 << 20;
  private static final int MAX_PICTURE_BYTES = 256 << 10;
  private static final PDImageXObject NONE = null;

  private final PaperPages pages;
  private final Thumbnails thumbnails;
  private final Map<String, PDImageXObject> known = new HashMap<>();
  private int bytes;

  private interface Source {
    byte[] get() throws IOException;
  }

  PaperPictures(PaperPages pages, Thumbnails thumbnails) {
    this.pages = pages;
    this.thumbnails = thumbnails;
  }

  /** Whether a line of this place shows pictures. */
  boolean shownAt(int place) {
    return place < LINES && bytes < MAX_BYTES;
  }

  /** {@code null} if it cannot be shown. */
  PDImageXObject copy(ReportLine line) {
    return once("copy " + line.sighting(), () -> thumbnails.copy(line));
  }

  /** {@code null} if it cannot be shown. */
  PDImageXObject original(ReportLine line) {
    return once("original " + line.certificate(), () -> thumbnails.original(line));
  }

  private PDImageXObject once(String key, Source source) {
    if (!known.containsKey(key)) {
      known.put(key, read(source));
    }
    return known.get(key);
  }

  /** A picture that cannot be read is no reason for no report. */
  private PDImageXObject read(Source source) {
    try {
      byte[] jpeg = source.get();
      if (jpeg == null || jpeg.length > MAX_PICTURE_BYTES) {
        return NONE;
      }
      PDImageXObject picture = JPEGFactory.createFromByteArray(pages.document(), jpeg);
      bytes += jpeg.length;
      pages.count(jpeg.length);
      return picture;
    } catch (IOException | RuntimeException e) {
      LOG.warn("a picture could not be put into a report: {}", e.toString());
      return NONE;
    }
  }
}
