package shotdeed.server.certify;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.Features;
import shotdeed.fingerprint.Certifier;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Region;
import shotdeed.image.LumaImage;
import shotdeed.match.Finding;
import shotdeed.model.Method;
import shotdeed.model.Verdict;
import shotdeed.server.Photos;
import shotdeed.server.bench.alter.Alteration;
import shotdeed.server.bench.alter.Alterations;
import shotdeed.server.bench.alter.Foreign;
import shotdeed.server.bench.alter.Group;
import shotdeed.server.certify.first.ContentReview;
import shotdeed.server.certify.first.Overlay;
import shotdeed.server.certify.first.OwnPhotographs;
import shotdeed.server.lookup.FeatureIndex;
import shotdeed.server.lookup.Judge;
import shotdeed.server.lookup.Photographs;
import shotdeed.server.picture.BackgroundResource;
import shotdeed.server.picture.DecodedPicture;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Database;
import shotdeed.wire.GreyRaster;

/**
 * The first review: its processor time at 100,000 certificates, and what it refuses of photographs and of pictures made
 * of them. Prints figures, asserts none: {@code mvn test -pl server -am -Dgroups=benchmark -DexcludedGroups=
 * -Dtest=FirstReviewBenchmark -Dsurefire.failIfNoSpecifiedTests=false -DargLine="-Xmx6g
 * -Dshotdeed.photographs=DIR[:DIR…]"}; every second photograph of those folders, those with an odd place by name, is
 * looked at. Of whole folders, as {@code -Dshotdeed.half=all}.
 */
@Tag("benchmark")
class FirstReviewBenchmark {
  private static final int SIDE = 2000;
  private static final int CERTIFICATES = 100_000;
  private static final int EACH = 64;
  private static final int ROUNDS = 11;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final PictureDecoder decoder = new PictureDecoder();

  /** Nothing is there to be laid over: what that costs is {@code ConfirmBenchmark}'s, once for each certificate named. */
  private static final Overlay NONE = new Overlay() {
    @Override
    public List<Common> compare(int seller, Photograph photograph, List<Finding> findings, int after) {
      return List.of();
    }

    @Override
    public int latest(int seller) {
      return 0;
    }

    @Override
    public boolean readable(int certificate) {
      return true;
    }

    @Override
    public void certified(int seller, int certificate, Photograph photograph, Features features) {}
  };

  @Test
  void a_photograph_of_2000_by_2000_among_100000_certificates() throws Exception {
    Path folder = Files.createTempDirectory("first-review");
    try (Database database = Database.open(folder.resolve("empty.db"))) {
      Library library = Library.load(database);
      fill(library);
      FirstReview review = new FirstReview(decoder);
      System.out.printf(
          "%n%d x %d, one seller with %,d fingerprints of %,d certificates, CPU ms, medians of %d:"
              + " review of the file, thereof its content; look-up among own certificates%n",
          SIDE, SIDE, library.fingerprints(1), CERTIFICATES, ROUNDS);
      for (int round = 0; round < 2; round++) { // the first warms up
        for (String name : List.of("coat", "dress", "shirt", "shoe")) {
          byte[] jpeg = square(name);
          double[] whole = new double[ROUNDS];
          double[] content = new double[ROUNDS];
          double[] own = new double[ROUNDS];
          int named = 0;
          for (int i = 0; i < ROUNDS; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            FirstReview.Passed passed = review.examine(jpeg);
            long reviewed = THREADS.getCurrentThreadCpuTime();
            ContentReview.of(passed.photograph().luma());
            long again = THREADS.getCurrentThreadCpuTime();
            List<Finding> findings = library.match(1, passed.queries());
            new OwnPhotographs(NONE, 1, passed.photograph(), java.util.Set.of()).compare(findings);
            whole[i] = (reviewed - start) / 1e6;
            content[i] = (again - reviewed) / 1e6;
            own[i] = (THREADS.getCurrentThreadCpuTime() - again) / 1e6;
            named = findings.size();
          }
          System.out.printf(
              "%s %7.1f %7.1f %7.1f  %d certificates named, %s%n",
              round == 0 ? "cold" : "warm", median(whole), median(content), median(own), named, name);
        }
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** As many as are ever laid over it: ten that fingerprints name, ten that features name. */
  @Test
  void a_photograph_of_2000_by_2000_with_twenty_like_it() throws Exception {
    List<String> names = List.of("coat", "dress", "shirt", "shoe");
    List<Features> features = new ArrayList<>();
    List<LumaImage> rasters = new ArrayList<>();
    for (String name : names) {
      LumaImage luma = decoder.decode(square(name)).luma();
      features.add(new FeatureKernel().certificate(luma));
      rasters.add(GreyRaster.of(luma, Judge.ORIGINAL_SIDE).luma());
    }
    Photographs photographs = new Photographs() {
      @Override
      public Features features(int certificate) {
        return features.get(certificate % features.size());
      }

      @Override
      public LumaImage luma(int certificate) {
        return rasters.get(certificate % rasters.size());
      }
    };
    List<Finding> findings = new ArrayList<>();
    List<FeatureIndex.Candidate> named = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      findings.add(new Finding(
          i, Verdict.COPY, Method.FINGERPRINT, 20, 40, Dihedral.ROTATE0, Region.WHOLE, Region.WHOLE));
      named.add(new FeatureIndex.Candidate(10 + i, 1));
    }
    LumaImage photograph = decoder.decode(square("coat")).luma();
    Judge judge = new Judge();
    double[] millis = new double[ROUNDS];
    for (int round = 0; round < 2; round++) { // the first warms up
      for (int i = 0; i < ROUNDS; i++) {
        long start = THREADS.getCurrentThreadCpuTime();
        judge.judge(photograph, new FeatureKernel().query(photograph), findings, named, photographs);
        millis[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
      }
    }
    System.out.printf("%n%d x %d laid over 20 certificates, warm: CPU ms %.1f%n", SIDE, SIDE, median(millis));
  }

  /** The certificates of a few photographs again and again, a quarter of each hash's bits turned by chance. */
  private static void fill(Library library) {
    Random random = new Random(7);
    List<List<Fingerprint>> real = new ArrayList<>();
    Certifier certifier = new Certifier(BackgroundResource.bank());
    for (String name : List.of("coat", "dress", "shirt", "shoe")) {
      try {
        real.add(certifier.certificate(new PictureDecoder().decode(Photos.photo(name)).luma()));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    for (int number = 1; number <= CERTIFICATES; number++) {
      List<Fingerprint> prints = new ArrayList<>();
      List<Fingerprint> model = real.get(number % real.size());
      for (int i = 0; i < EACH; i++) {
        Fingerprint print = model.get(i % model.size());
        prints.add(new Fingerprint(turned(print.hash(), random), print.quality(), print.region(), print.radius()));
      }
      library.add(1, number, prints);
    }
  }

  private static Hash256 turned(Hash256 hash, Random random) {
    int[] words = new int[Hash256.WORDS];
    for (int i = 0; i < words.length; i++) {
      words[i] = hash.word(i) ^ random.nextInt() & random.nextInt();
    }
    return Hash256.ofWords(words);
  }

  @Test
  void what_is_refused() throws Exception {
    String folders = System.getProperty("shotdeed.photographs");
    if (folders == null) {
      System.out.println("no -Dshotdeed.photographs=DIR given");
      return;
    }
    List<Path> photographs = photographs(folders);
    List<Foreign> foreign = new ArrayList<>();
    for (int i = 0; i < photographs.size(); i += 1 + photographs.size() / 24) {
      foreign.add(Foreign.of(photographs.get(i).toString(), decode(Files.readAllBytes(photographs.get(i))).image()));
    }
    Map<String, Map<String, Integer>> results = new TreeMap<>();
    for (Path path : photographs) {
      byte[] file = Files.readAllBytes(path);
      count(results, "0 as they are", file, path);
      BufferedImage image = decode(file).image();
      for (Alteration alteration : Alterations.ALL) {
        boolean one = alteration.group() != Group.STRIP && alteration.group() != Group.CUT_OUT;
        if (one && alteration.missing() == null && path.hashCode() % 4 == 0) {
          byte[] altered = alteration.apply(image, path.toString(), 11, foreign).get(0);
          count(results, alteration.group().text() + " " + alteration.name(), altered, path);
        }
      }
    }
    results.forEach((kind, counts) -> {
      int all = counts.values().stream().mapToInt(Integer::intValue).sum();
      System.out.printf("%-44s %4d %s%n", kind, all, counts);
    });
  }

  private static List<Path> photographs(String folders) throws IOException {
    List<Path> photographs = new ArrayList<>();
    for (String folder : folders.split(":")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".jpg")).sorted().forEach(photographs::add);
      }
    }
    List<Path> half = new ArrayList<>();
    for (int i = 0; i < photographs.size(); i++) {
      if (i % 2 == 1 || "all".equals(System.getProperty("shotdeed.half"))) {
        half.add(photographs.get(i));
      }
    }
    return half;
  }

  private void count(Map<String, Map<String, Integer>> results, String kind, byte[] file, Path path) throws Exception {
    ContentReview review = ContentReview.of(decode(file).luma());
    String verdict = review.refused() != null
        ? review.refused().error().code()
        : review.remarks().isEmpty() ? "passes" : "warned: " + review.remarks().get(0).kind().text();
    results.computeIfAbsent(kind, key -> new TreeMap<>()).merge(verdict, 1, Integer::sum);
    if (kind.startsWith("0") && !verdict.equals("passes")) {
      System.out.println(path + " " + verdict);
    }
  }

  private DecodedPicture decode(byte[] file) throws Exception {
    return decoder.decode(file);
  }

  private static byte[] square(String name) throws IOException {
    BufferedImage small = ImageIO.read(new ByteArrayInputStream(Photos.photo(name)));
    BufferedImage large = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = large.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(small, 0, 0, SIDE, SIDE, null);
    graphics.dispose();
    Random random = new Random(3);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int grain = (int) Math.round(4 * random.nextGaussian());
        int rgb = large.getRGB(x, y);
        large.setRGB(x, y, grained(rgb >> 16, grain) << 16 | grained(rgb >> 8, grain) << 8 | grained(rgb, grain));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(large, "jpeg", out);
    return out.toByteArray();
  }

  private static int grained(int value, int grain) {
    return Math.max(0, Math.min(255, (value & 0xff) + grain));
  }

  private static double median(double[] millis) {
    Arrays.sort(millis);
    return millis[millis.length / 2];
  }
}
