package shotdeed.server.report.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Derived;
import shotdeed.server.mail.Attachment;
import shotdeed.server.mail.Letter;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.SightingStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Texts;
import shotdeed.server.report.LookedAt;
import shotdeed.server.report.ReadReports;
import shotdeed.server.report.ReportLine;
import shotdeed.server.report.SendReport;
import shotdeed.server.report.TheftReport;

/** A report as PDF, CSV and JSON, to be taken from the console or to go by mail. */
public final class ReportFiles implements SendReport.Papers {
  private final Database database;
  private final ReadReports read;
  private final Derived derived;

  public ReportFiles(Database database, ReadReports read, Derived derived) {
    this.database = database;
    this.read = read;
    this.derived = derived;
  }

  /** What a report can be had as; the name's end of its file. */
  public enum Form {
    PDF("application/pdf"),
    CSV("text/csv; charset=utf-8"),
    JSON("application/json");

    private final String mediaType;

    Form(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }

    /** Such as {@code pdf}. */
    public String end() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What a report's file is called. */
  public static String name(TheftReport report, Form form) {
    return "theft-report-" + report.day() + "-" + report.id() + "." + form.end();
  }

  /** Writes a report in a language. */
  public void write(OutputStream out, TheftReport report, Form form, Texts texts) throws IOException {
    switch (form) {
      case PDF -> pdf(out, report, texts);
      case CSV -> ReportCsv.write(out, texts, report, read.all(report));
      default -> ReportJson.write(out, texts, report, seller(report), looked(report, texts), read.all(report));
    }
  }

  /** One at a time: a large one takes some hundreds of megabytes while it is laid out. */
  private synchronized void pdf(OutputStream out, TheftReport report, Texts texts) throws IOException {
    ReportPdf.write(
        out, texts, report, seller(report), looked(report, texts), read.all(report), new Pictures(report.seller()));
  }

  /** The PDF, and the CSV where both are small enough to be mailed. */
  @Override
  public List<Attachment> of(TheftReport report, Texts texts) throws IOException {
    List<Attachment> files = new ArrayList<>();
    for (Form form : List.of(Form.PDF, Form.CSV)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      write(bytes, report, form, texts);
      Attachment file = new Attachment(name(report, form), form.mediaType().replace("utf-8", "UTF-8"), bytes.toByteArray());
      if (Letter.bytes(files) + bytes.size() <= Letter.MAX_ATTACHED) {
        files.add(file);
      }
    }
    return files;
  }

  private static List<String> looked(TheftReport report, Texts texts) {
    return LookedAt.sentences(LookedAt.of(report), texts);
  }

  private String seller(TheftReport report) {
    return database.read(handle -> handle.createQuery("select name from seller where id = :id")
        .bind("id", report.seller())
        .mapTo(String.class)
        .one());
  }

  /** What cannot be read any more is a grey box. */
  private final class Pictures implements Thumbnails {
    private final int seller;

    Pictures(int seller) {
      this.seller = seller;
    }

    @Override
    public byte[] copy(ReportLine line) {
      Sighting.Captured file =
          database.read(handle -> SightingStore.ofSeller(handle, seller, line.sighting())).file();
      return small(file.raster() == null ? file.sha256() : file.raster());
    }

    @Override
    public byte[] original(ReportLine line) {
      return small(database.read(handle -> CertificateStore.ofSeller(handle, seller, line.certificate())).sha256());
    }

    private byte[] small(String sha256) {
      try {
        return derived.of(sha256, Derived.Size.THUMB);
      } catch (IOException | RuntimeException e) {
        return null;
      }
    }
  }
}
