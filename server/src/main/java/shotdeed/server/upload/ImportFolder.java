package shotdeed.server.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import shotdeed.image.PictureHeader;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.CertifyUpload;
import shotdeed.server.certify.Declaration;
import shotdeed.server.certify.EarlierUploads;
import shotdeed.server.certify.UploadResult;
import shotdeed.server.picture.PictureFiles;
import shotdeed.server.picture.PictureFolder;
import shotdeed.server.platform.Content;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.TerminalProgress;

/**
 * Certifies every picture below a folder, as many at a time as there are processors. A file that has a certificate, or
 * was refused before, is passed over, so that an import that was interrupted goes on where it stopped.
 */
public final class ImportFolder {
  private static final int MAX_THREADS = 4;

  private final CertifyUpload certify;
  private final EarlierUploads earlier;

  public ImportFolder(CertifyUpload certify, EarlierUploads earlier) {
    this.certify = certify;
    this.earlier = earlier;
  }

  /** What became of a file. */
  public enum Outcome {
    TAKEN,
    ALREADY_THERE,
    REFUSED,
    REFUSED_BEFORE,
    UNREADABLE,
    NOT_A_PICTURE,
    /** Not looked at, since the import stopped before. */
    NOT_REACHED;

    /** For people and files. */
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A file's line.
   *
   * @param file its path below the folder, with {@code /}
   * @param certificate number of the certificate, or of the record of the refusal; 0 without one
   * @param code of the error that refused it, or empty
   * @param message why, in English, or empty
   */
  public record Line(String file, Outcome outcome, int certificate, String code, String message) {}

  /**
   * What became of a folder.
   *
   * @param lines by path
   * @param problems folders and names that could not be read
   * @param stopped why the import ended early, or {@code null}
   */
  public record Report(List<Line> lines, List<String> problems, Refused stopped) {
    /** How many files had an outcome. */
    public long count(Outcome outcome) {
      return lines.stream().filter(line -> line.outcome() == outcome).count();
    }
  }

  /**
   * Imports.
   *
   * @param again whether files that were refused before are looked at again
   */
  public Report run(Caller caller, Path folder, Declaration declaration, boolean again) {
    PictureFolder found = PictureFolder.under(folder);
    TreeMap<String, Path> files = found.files();
    Run run = new Run(caller, declaration, again);
    int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try (TerminalProgress progress = TerminalProgress.start("Importing", files.size())) {
      List<Future<Line>> pending = new ArrayList<>();
      for (Map.Entry<String, Path> file : files.entrySet()) {
        pending.add(workers.submit(() -> {
          Line line = run.line(file.getKey(), file.getValue());
          progress.step();
          return line;
        }));
      }
      List<Line> lines = new ArrayList<>();
      for (Future<Line> line : pending) {
        lines.add(line.get());
      }
      return new Report(lines, found.problems(), run.stopped);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the import was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the import failed: " + e.getCause().getMessage(), e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  /** One import. */
  private final class Run {
    private final Caller caller;
    private final Declaration declaration;
    private final boolean again;

    /** Content that is being worked on: of two equal files in the folder one waits for the other. */
    private final Map<String, Object> working = new ConcurrentHashMap<>();

    private volatile Refused stopped;

    Run(Caller caller, Declaration declaration, boolean again) {
      this.caller = caller;
      this.declaration = declaration;
      this.again = again;
    }

    Line line(String name, Path file) throws IOException {
      if (stopped != null) {
        return new Line(name, Outcome.NOT_REACHED, 0, "", "");
      }
      byte[] bytes;
      try {
        bytes = PictureFiles.bytes(file);
      } catch (IOException e) {
        return new Line(name, Outcome.UNREADABLE, 0, "", PictureFiles.reason(e));
      }
      if (!picture(bytes)) {
        return new Line(name, Outcome.NOT_A_PICTURE, 0, "", "");
      }
      EarlierUploads.File content = EarlierUploads.file(bytes);
      synchronized (working.computeIfAbsent(content.sha256(), sha256 -> new Object())) {
        EarlierUploads.Found found = earlier.find(caller, content);
        if (found != null && (found.stands() || !again)) {
          Outcome outcome = found.stands() ? Outcome.ALREADY_THERE : Outcome.REFUSED_BEFORE;
          return new Line(name, outcome, found.certificate(), found.code(), "");
        }
        return certified(name, bytes);
      }
    }

    private boolean picture(byte[] bytes) {
      try {
        return PictureHeader.read(bytes) != null;
      } catch (RuntimeException e) {
        return false;
      }
    }

    private Line certified(String name, byte[] bytes) throws IOException {
      try {
        UploadResult result = certify.run(caller, Content.of(name, bytes), declaration);
        boolean taken = !result.state().equals(CertificateState.REFUSED.text());
        return new Line(
            name,
            taken ? Outcome.TAKEN : Outcome.REFUSED,
            result.certificate(),
            taken ? "" : result.code(),
            taken ? "" : result.message());
      } catch (Refused refused) {
        stopped = refused; // the caller may not, or there is no room: that holds for the rest too
        return new Line(name, Outcome.NOT_REACHED, 0, refused.error().code(), "");
      }
    }
  }
}
