package shotdeed.server.report.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Derived;
import shotdeed.server.coverage.Coverage;
import shotdeed.server.mail.Attachment;
import shotdeed.server.mail.Letter;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.SightingStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Texts;
import shotdeed.server.report.LookedAt;
import shotdeed.server.report.ReadReports;
import shotdeed.server.report.ReportLine;
import shotdeed.server.report.SendReport;
import shotdeed.server.report.TheftReport;

/** A report as PDF, CSV and JSON, to be taken from the console or to go by mail. */
public final class ReportFiles implements SendReport.Papers {
  /** Seconds. */
  private static final int RETRY_AFTER = 10;

  private final Database database;
  private final ReadReports read;
  private final Derived derived;

  /** One at a time: a large one takes some hundreds of megabytes while it is laid out. */
  private final Semaphore pdf;

  public ReportFiles(Database database, ReadReports read, Derived derived) {
    this(database, read, derived, new Semaphore(1, true));
  }

  /** @param pdf whoever has its one turn makes a PDF */
  ReportFiles(Database database, ReadReports read, Derived derived, Semaphore pdf) {
    this.pdf = pdf;
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

  /**
   * Writes a report in a language, for somebody who waits for it.
   *
   * @throws Refused with {@link Errors#BUSY} if a PDF is asked for while another is made; nothing was written then
   */
  public void write(OutputStream out, TheftReport report, Form form, Texts texts) throws IOException {
    if (form != Form.PDF) {
      written(out, report, form, texts);
      return;
    }
    // Whoever hands the daily report over waits in line, and is not to wait for ever.
    if (pdf.hasQueuedThreads() || !pdf.tryAcquire()) {
      throw new Refused(Errors.BUSY).with("retryAfter", RETRY_AFTER);
    }
    try {
      written(out, report, form, texts);
    } finally {
      pdf.release();
    }
  }

  private void written(OutputStream out, TheftReport report, Form form, Texts texts) throws IOException {
    Coverage coverage = LookedAt.of(report);
    switch (form) {
      case PDF -> ReportPdf.write(
          out,
          texts,
          report,
          seller(report),
          LookedAt.whole(coverage, texts),
          read.all(report),
          new Pictures(report.seller()));
      case CSV -> ReportCsv.write(out, texts, report, LookedAt.whole(coverage, texts), read.all(report));
      default -> ReportJson.write(
          out, texts, report, seller(report), LookedAt.sentences(coverage, texts), read.all(report));
    }
  }

  /** The PDF, and the CSV where both are small enough to be mailed; waits while another PDF is made. */
  @Override
  public List<Attachment> of(TheftReport report, Texts texts) throws IOException {
    List<Attachment> files = new ArrayList<>();
    for (Form form : List.of(Form.PDF, Form.CSV)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      waited(bytes, report, form, texts);
      Attachment file = new Attachment(name(report, form), form.mediaType().replace("utf-8", "UTF-8"), bytes.toByteArray());
      if (Letter.bytes(files) + bytes.size() <= Letter.MAX_ATTACHED) {
        files.add(file);
      }
    }
    return files;
  }

  private void waited(OutputStream out, TheftReport report, Form form, Texts texts) throws IOException {
    try {
      pdf.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server stops");
    }
    try {
      written(out, report, form, texts);
    } finally {
      pdf.release();
    }
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
