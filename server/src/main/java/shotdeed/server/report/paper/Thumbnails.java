package shotdeed.server.report.paper;

import java.io.IOException;
import shotdeed.server.report.ReportLine;

/** Small pictures for a report on paper. */
public interface Thumbnails {
  /** No pictures at all: grey boxes stand for them. */
  Thumbnails NONE = new Thumbnails() {
    @Override
    public byte[] copy(ReportLine line) {
      return null;
    }

    @Override
    public byte[] original(ReportLine line) {
      return null;
    }
  };

  /** A JPEG, in RGB or grey, of the picture on the listing; {@code null} if there is none any more. */
  byte[] copy(ReportLine line) throws IOException;

  /** A JPEG of the certified photograph; {@code null} if there is none any more. Asked for once a certificate. */
  byte[] original(ReportLine line) throws IOException;
}
