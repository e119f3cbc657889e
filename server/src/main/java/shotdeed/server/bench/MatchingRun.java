package shotdeed.server.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import shotdeed.server.bench.alter.Alteration;
import shotdeed.server.bench.alter.Foreign;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.PictureFiles;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.PathText;
import shotdeed.server.platform.TerminalProgress;

/**
 * One run: certifies, alters every photograph in every way, asks every contender about every result. Pictures are made
 * and forgotten one after the other, one photograph a thread; what is kept are hashes and counts.
 */
final class MatchingRun implements AutoCloseable {
  /** The place of the unaltered picture among the alterations. */
  static final int UNALTERED = 0;

  /** Photographs decoded to stand beside others. */
  private static final int FOREIGN = 24;

  private final List<Contender> contenders;
  private final List<Alteration> alterations;
  private final long seed;
  private final int ahead;
  private final ExecutorService workers;
  private final PictureDecoder decoder = new PictureDecoder();
  private final List<Photograph> certified = new ArrayList<>();
  private final List<Foreign> foreign = new ArrayList<>();
  private final List<Tally> tallies = new ArrayList<>();
  private final List<Stopwatch> watches = new ArrayList<>();
  private final List<Stopwatch> certifying = new ArrayList<>();
  private final Stopwatch altering = new Stopwatch();
  private final Stopwatch decoding = new Stopwatch();
  private final List<String> problems = new ArrayList<>();
  private int distractors;

  MatchingRun(List<Contender> contenders, List<Alteration> alterations, long seed, int threads) {
    this.contenders = contenders;
    this.alterations = alterations;
    this.seed = seed;
    ahead = 2 * threads + 2;
    workers = Executors.newFixedThreadPool(threads);
    for (Contender contender : contenders) {
      tallies.add(new Tally(alterations.size() + 1, contender.most()));
      watches.add(new Stopwatch());
      certifying.add(new Stopwatch());
    }
  }

  /** Holds a certificate of every photograph that can be decoded; the others are problems. */
  void certify(List<Photograph> photographs) {
    each(
        "Certifying",
        photographs,
        1,
        (photograph, progress) -> {
          Shown shown = decode(photograph);
          List<IntConsumer> holders = new ArrayList<>();
          for (int i = 0; i < contenders.size(); i++) {
            Contender contender = contenders.get(i);
            holders.add(certifying.get(i).measure(1, () -> contender.certified(shown)));
          }
          return holders;
        },
        (photograph, holders) -> {
          int certificate = certified.size();
          certified.add(photograph);
          holders.forEach(holder -> holder.accept(certificate));
        });
  }

  /** Decodes some photographs to stand beside others in collages and pages; returns how many there are. */
  int gatherForeign(List<Photograph> photographs) {
    List<Photograph> shuffled = new ArrayList<>(photographs);
    Collections.shuffle(shuffled, new Random(seed));
    for (Photograph photograph : shuffled) {
      if (foreign.size() < FOREIGN) {
        try {
          foreign.add(Foreign.of(photograph.key(), decode(photograph).image()));
        } catch (Unread e) {
          continue; // named when its own turn comes
        }
      }
    }
    return foreign.size();
  }

  /** Alters and asks. */
  void measure(List<Photograph> withoutCertificate) {
    List<Photograph> all = new ArrayList<>(certified);
    all.addAll(withoutCertificate);
    each(
        "Matching",
        all,
        alterations.size() + 1,
        this::judge,
        (photograph, done) -> distractors += photograph.role() == Photograph.Role.DISTRACTOR ? 1 : 0);
  }

  /** A photograph that could not be decoded. */
  private static final class Unread extends Exception {
    private static final long serialVersionUID = 1;

    Unread(Photograph photograph, String reason) {
      super(PathText.shown(photograph.file()) + ": " + reason);
    }
  }

  private interface Work<T> {
    T of(Photograph photograph, TerminalProgress progress) throws Unread;
  }

  private interface Sink<T> {
    void take(Photograph photograph, T result);
  }

  /** Works in parallel; results are taken in order. No more are under way than keep the threads busy. */
  private <T> void each(String task, List<Photograph> photographs, int steps, Work<T> work, Sink<T> sink) {
    try (TerminalProgress progress = TerminalProgress.start(task, (long) photographs.size() * steps)) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < photographs.size() + ahead; i++) {
        if (i < photographs.size()) {
          Photograph photograph = photographs.get(i);
          Callable<T> call = () -> work.of(photograph, progress);
          running.add(workers.submit(call));
        }
        if (i >= ahead && i - ahead < photographs.size()) {
          Photograph photograph = photographs.get(i - ahead);
          Future<T> future = running.set(i - ahead, null);
          try {
            sink.take(photograph, future.get());
            if (steps == 1) {
              progress.step();
            }
          } catch (ExecutionException e) {
            if (!(e.getCause() instanceof Unread)) {
              throw new IllegalStateException(photograph.key() + ": " + e.getCause(), e.getCause());
            }
            problems.add(e.getCause().getMessage());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
          }
        }
      }
    }
  }

  private Boolean judge(Photograph photograph, TerminalProgress progress) throws Unread {
    Shown original = decode(photograph);
    ask(photograph, UNALTERED, List.of(original));
    progress.step();
    BufferedImage image = original.image();
    for (int a = 0; a < alterations.size(); a++) {
      Alteration alteration = alterations.get(a);
      List<byte[]> files = altering.measure(1, () -> alteration.apply(image, photograph.key(), seed, foreign));
      List<Shown> pictures = decoding.measure(files.size(), () -> files.stream().map(this::made).toList());
      ask(photograph, a + 1, pictures);
      progress.step();
    }
    return Boolean.TRUE;
  }

  private void ask(Photograph photograph, int alteration, List<Shown> pictures) {
    for (int i = 0; i < contenders.size(); i++) {
      Contender contender = contenders.get(i);
      if (contender.isAsked(alteration == UNALTERED ? null : alterations.get(alteration - 1))) {
        Contender.Answer answer = watches.get(i).measure(pictures.size(), () -> contender.ask(pictures));
        count(tallies.get(i), photograph, alteration, answer);
      }
    }
  }

  private void count(Tally tally, Photograph photograph, int alteration, Contender.Answer answer) {
    for (int c = 0; c < certified.size(); c++) {
      Photograph other = certified.get(c);
      int distance = answer.distances()[c];
      if (other == photograph) {
        if (photograph.role() == Photograph.Role.ORIGINAL) {
          tally.own(alteration, distance);
        }
        continue;
      }
      Kinship kinship = photograph.kinship(other);
      tally.other(alteration, kinship, distance);
      if (tally.wanted(kinship, distance)) {
        String name = nameOf(alteration);
        tally.keep(
            new Tally.Pair(kinship, photograph.key(), name, other.key(), distance, answer.details().of(c)));
      }
    }
  }

  private String nameOf(int alteration) {
    return alteration == UNALTERED ? "unaltered" : alterations.get(alteration - 1).name();
  }

  private Shown decode(Photograph photograph) throws Unread {
    try {
      byte[] file = PictureFiles.bytes(photograph.file());
      return Shown.of(decoder.decode(file), file.length);
    } catch (IOException e) {
      throw new Unread(photograph, PictureFiles.reason(e));
    } catch (UnreadablePicture e) {
      throw new Unread(photograph, e.reason().sentence());
    }
  }

  private Shown made(byte[] file) {
    try {
      return Shown.of(decoder.decode(file), file.length);
    } catch (UnreadablePicture e) {
      throw new IllegalStateException("an altered picture could not be decoded: " + e.reason().sentence(), e);
    }
  }

  /** What was certified, originals first. */
  List<Photograph> certified() {
    return certified;
  }

  /** Distractors that were judged. */
  int distractors() {
    return distractors;
  }

  /** Photographs that could not be decoded: path and reason. */
  List<String> problems() {
    return problems;
  }

  /** What a contender found. */
  Tally tally(int contender) {
    return tallies.get(contender);
  }

  /**
   * Processor time of a contender: to certify, after decoding; to judge a picture, all hashes (of slices joined as well)
   * and the comparison with all certificates.
   */
  Standing.Cost cost(int contender) {
    return new Standing.Cost(certifying.get(contender).mean(), watches.get(contender).mean());
  }

  double millisecondsToAlter() {
    return altering.mean();
  }

  double millisecondsToDecode() {
    return decoding.mean();
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
