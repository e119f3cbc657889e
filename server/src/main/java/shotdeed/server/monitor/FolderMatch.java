package shotdeed.server.monitor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import shotdeed.feature.FeatureKernel;
import shotdeed.fingerprint.Certifier;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Lookup;
import shotdeed.image.LumaImage;
import shotdeed.match.Matcher;
import shotdeed.model.Unjudged;
import shotdeed.server.lookup.Judge;
import shotdeed.server.lookup.MemoryPhotographs;
import shotdeed.server.picture.BackgroundResource;
import shotdeed.server.platform.PathText;
import shotdeed.server.platform.TerminalProgress;

/**
 * Certifies a folder's pictures in memory and matches others against them. Pictures are examined by as many threads as
 * there are processors, at most {@link #MAX_THREADS}; what is kept of each are
 * its hashes, its features and a small version in grey.
 */
final class FolderMatch implements AutoCloseable {
  private static final int MAX_THREADS = 8;

  private final ExecutorService workers =
      Executors.newFixedThreadPool(Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()));
  private final Matcher matcher = new Matcher();
  private final MemoryPhotographs photographs = new MemoryPhotographs();

  /** The certificates' names; a certificate's number is its place here. */
  private final List<String> names = new ArrayList<>();

  private final Map<String, List<Integer>> bySha256 = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> unjudged = new ArrayList<>();
  private int strangers;

  /**
   * Certifies every file that can be decoded. One that cannot be judged is held, but only its exact file matches, and
   * that is said.
   */
  void certify(TreeMap<String, Path> files) {
    examine(
        "Certifying",
        files,
        Certified::of,
        (String name, Examination<Certified> picture) -> {
          int certificate = names.size();
          names.add(name);
          matcher.add(certificate, picture.value().prints());
          if (picture.value().held() != null) {
            photographs.add(certificate, picture.value().held());
          }
          bySha256.computeIfAbsent(picture.sha256(), sha256 -> new ArrayList<>()).add(certificate);
          if (picture.value().unjudged() != null) {
            String reason = picture.value().unjudged().sentence();
            unjudged.add(PathText.shown(files.get(name)) + ": " + reason + "; only its exact file is found");
          }
        });
  }

  /** The findings of every file that can be decoded, sorted by query, then certificate. */
  List<FindingsCsv.Row> match(TreeMap<String, Path> files) {
    List<FindingsCsv.Row> rows = new ArrayList<>();
    examine(
        "Matching",
        files,
        picture -> {
          Lookup lookup = Lookup.of(new Kernel(), picture);
          List<Judge.Judged> judged = lookup.unjudged() != null
              ? List.of()
              : photographs.judge(picture, new FeatureKernel().query(picture), matcher.match(lookup.queries()));
          return new Matched(judged, lookup.unjudged());
        },
        (String name, Examination<Matched> picture) -> {
          List<FindingsCsv.Row> found = rows(name, picture);
          rows.addAll(found);
          if (found.isEmpty() && picture.value().unjudged() != null) {
            unjudged.add(PathText.shown(files.get(name)) + ": " + picture.value().unjudged().sentence());
          }
        });
    return rows;
  }

  /** A photograph's fingerprints, or why it has none. */
  private record Certified(List<Fingerprint> prints, MemoryPhotographs.Held held, Unjudged unjudged) {
    static Certified of(LumaImage photograph) {
      if (Lookup.isTooSmall(photograph)) {
        return new Certified(List.of(), null, Unjudged.TOO_SMALL);
      }
      List<Fingerprint> prints = new Certifier(BackgroundResource.bank()).certificate(photograph);
      return prints.isEmpty()
          ? new Certified(prints, null, Unjudged.TOO_FLAT)
          : new Certified(
              prints, MemoryPhotographs.Held.of(new FeatureKernel().certificate(photograph), photograph), null);
    }
  }

  /** What geometry says about a picture, or why it cannot be looked at. */
  private record Matched(List<Judge.Judged> judged, Unjudged unjudged) {}

  /** Pictures certified. */
  int certificates() {
    return names.size();
  }

  /** Files of the name or the form of a picture that could not be examined: path and reason. */
  List<String> problems() {
    return problems;
  }

  /** Pictures that were looked at and got no verdict: path and reason. */
  List<String> unjudged() {
    return unjudged;
  }

  /** Files that are no pictures. */
  int strangers() {
    return strangers;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  private List<FindingsCsv.Row> rows(String query, Examination<Matched> picture) {
    TreeMap<String, FindingsCsv.Row> byName = new TreeMap<>();
    for (Judge.Judged judged : picture.value().judged()) {
      String name = names.get(judged.certificate());
      byName.put(name, FindingsCsv.Row.of(query, name, judged));
    }
    for (int certificate : bySha256.getOrDefault(picture.sha256(), List.of())) {
      String name = names.get(certificate);
      byName.put(name, FindingsCsv.Row.exact(query, name));
    }
    return List.copyOf(byName.values());
  }

  private interface Sink<T> {
    void take(String name, Examination<T> picture);
  }

  /** Examines in parallel; results are taken in the order of the names, whatever order they are ready in. */
  private <T> void examine(String task, TreeMap<String, Path> files, Function<LumaImage, T> compute, Sink<T> sink) {
    try (TerminalProgress progress = TerminalProgress.start(task, files.size())) {
      Map<String, Future<Examination<T>>> running = new TreeMap<>();
      files.forEach(
          (name, file) ->
              running.put(
                  name,
                  workers.submit(
                      () -> {
                        Examination<T> examination = Examination.of(file, compute);
                        progress.step();
                        return examination;
                      })));
      for (Map.Entry<String, Future<Examination<T>>> file : running.entrySet()) {
        Examination<T> examination = result(file.getValue());
        if (examination.problem() != null) {
          problems.add(PathText.shown(files.get(file.getKey())) + ": " + examination.problem());
        } else if (examination.stranger()) {
          strangers++;
        } else {
          sink.take(file.getKey(), examination);
        }
      }
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
