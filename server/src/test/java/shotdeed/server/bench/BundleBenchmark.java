package shotdeed.server.bench;

import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.Zips;

/**
 * How long a bundle of 50 pictures takes from the request to its last byte, how large its PDF is, and how long the server
 * takes to seal what was clicked. Photographs are enlarged to the twelve million pixels of a telephone's camera, copies
 * are 1,000 pixels high as shops serve them; each certificate's small copy is made after sealing; {@code -Dshotdeed.ahead=false} asks at once instead.
 * {@code -Dshotdeed.photos=FOLDER} names a folder with at least 50 JPEG photographs.
 */
@Tag("benchmark")
class BundleBenchmark {
  private static final int PICTURES = 50;
  private static final double PIXELS = 12e6;
  private static final double COPY_HEIGHT = 1000;

  @Test
  void a_bundle_of_fifty_pictures() throws Exception {
    var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    List<byte[]> photos = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("shotdeed.photos")))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().limit(PICTURES).toList()) {
        photos.add(Files.readAllBytes(file));
      }
    }
    try (TestServer server = TestServer.start()) {
      Client client = server.newSeller("Willow");
      List<String> sightings = new ArrayList<>();
      long original = 0;
      long copies = 0;
      for (byte[] photo : photos) {
        BufferedImage image = Photos.read(photo);
        byte[] large = Photos.recompressed(
            photo, Math.sqrt(PIXELS / image.getWidth() / image.getHeight()), 0.9f);
        byte[] copy = Photos.recompressed(photo, COPY_HEIGHT / image.getHeight(), 0.8f);
        server.monitored(client, large);
        String key = "s-" + sightings.size();
        sightings.add("" + Reports.sighting(client, key, "680012345678", "70", copy));
        original += large.length;
        copies += copy.length;
      }
      System.out.printf("originals %,d bytes, copies %,d bytes%n", original, copies);
      byte[] screenshot = Photos.asPng(Photos.recompressed(photos.get(0), 2, 0.9f));
      long clicked = System.nanoTime();
      int complaint = Checks.ok(client.postParts(
              "/api/v1/complaints",
              new Client.Parts()
                  .field("complaint", Reports.complaint("bench-1", String.join(",", sightings)))
                  .file("screenshot", "s.png", screenshot)))
          .json()
          .get("id")
          .asInt();
      System.out.printf(
          "click to sealed, server's part, %d pictures: %,d ms%n",
          PICTURES,
          (System.nanoTime() - clicked) / 1_000_000);
      long ahead = System.nanoTime();
      if (Boolean.parseBoolean(System.getProperty("shotdeed.ahead", "true"))) {
        server.server().features().cases().complaints().ahead().settle();
      }
      System.out.printf("small copies made after sealing: %,d ms%n", (System.nanoTime() - ahead) / 1_000_000);
      long[] millis = new long[5];
      for (int run = 0; run < millis.length; run++) {
        String language = List.of("en", "zh-CN", "zh-TW").get(run % 3);
        long start = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        byte[] zip =
            Checks.ok(client.get("/api/v1/complaints/" + complaint + "/evidence.zip?language=" + language)).bytes();
        millis[run] = (System.nanoTime() - start) / 1_000_000;
        Map<String, byte[]> parts = Zips.parts(zip);
        System.out.printf(
            "run %d (%s): %,d ms (%,d ms of processor time), zip %,d bytes, PDF %,d bytes, proof of the evidence %,d bytes%n",
            run + 1,
            language,
            millis[run],
            (system.getProcessCpuTime() - cpu) / 1_000_000,
            zip.length,
            parts.get("evidence.pdf").length,
            parts.get("proofs/evidence.tlog-proof").length);
      }
      Arrays.sort(millis, 1, millis.length);
      System.out.printf("the first %,d ms, then %,d ms in the middle%n", millis[0], millis[3]);
    }
  }
}
