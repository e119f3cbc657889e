package shotdeed.server.report.paper;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;
import shotdeed.server.report.ReportLine;

/** How long a report of 10,000 pictures takes to write, how large it is, and how much is put on the heap for it. */
@Tag("benchmark")
class PaperBenchmark {
  private static final int LINES = 10_000;

  @Test
  void the_same_as_csv_and_json() throws Exception {
    List<ReportLine> lines = PaperSample.list(PaperSample.many(LINES));
    Texts texts = Texts.in(Language.SIMPLIFIED_CHINESE);
    for (int round = 0; round < 3; round++) {
      ByteArrayOutputStream csv = new ByteArrayOutputStream();
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      long start = System.nanoTime();
      ReportCsv.write(csv, texts, PaperSample.report(LINES), PaperSample.COVERAGE, lines.iterator());
      long between = System.nanoTime();
      ReportJson.write(json, texts, PaperSample.report(LINES), "Shanhai", PaperSample.COVERAGE, lines.iterator());
      System.out.printf(
          "CSV: %,d bytes, %,d ms; JSON: %,d bytes, %,d ms%n",
          csv.size(),
          (between - start) / 1_000_000,
          json.size(),
          (System.nanoTime() - between) / 1_000_000);
    }
  }

  @Test
  void a_report_of_ten_thousand_pictures() throws Exception {
    List<ReportLine> lines = PaperSample.list(PaperSample.many(LINES));
    byte[] picture = PaperSample.jpeg(320, 240, 1);
    Thumbnails thumbnails = new Thumbnails() {
      @Override
      public byte[] copy(ReportLine line) {
        return picture;
      }

      @Override
      public byte[] original(ReportLine line) {
        return picture;
      }
    };
    var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      long cpu = thread.getCurrentThreadCpuTime();
      long heap = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
      int size = PaperSample.pdf("zh-CN", PaperSample.report(LINES), lines, thumbnails).length;
      System.out.printf(
          "PDF of %,d pictures: %,d bytes, %,d ms, %,d ms of processor time, %,d MiB allocated%n",
          LINES,
          size,
          (System.nanoTime() - start) / 1_000_000,
          (thread.getCurrentThreadCpuTime() - cpu) / 1_000_000,
          thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - heap >> 20);
    }
  }
}
