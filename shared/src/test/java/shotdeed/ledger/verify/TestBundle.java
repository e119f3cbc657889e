package shotdeed.ledger.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import shotdeed.digest.Sha256;
import shotdeed.ledger.BundleContents;
import shotdeed.ledger.SealedList;
import shotdeed.ledger.StoredZip;

/**
 * A bundle of the real formats, as the server packs it: two certificates, one of which was decided on and then paused, and
 * a screenshot that is withheld. What is in it can be changed before it is signed, and the zip afterwards.
 */
public final class TestBundle {
  public static final String ORIGIN = "shotdeed/0123456789abcdef";
  public static final String PICTURE = "sighting-7/picture.png";
  public static final String PACKED = "2026-11-22T12:00:00Z";

  /** Whose key signs the list of contents. */
  public TestLog log;
  public final Map<String, byte[]> parts = new LinkedHashMap<>();
  public final List<SealedList.Part> withheld = new ArrayList<>();

  /** A bundle as it should be. */
  public static TestBundle genuine() {
    return new TestBundle(new TestLog(ORIGIN), 1, 300);
  }

  /**
   * A bundle as it should be.
   *
   * @param pictures how many copies it shows
   * @param bytes of each
   */
  public TestBundle(TestLog log, int pictures, int bytes) {
    this.log = log;
    byte[] original = bytes("the untouched original of certificate 3");
    byte[] other = bytes("the untouched original of certificate 12");
    int third = certificate(3, original, "2026-11-01T08:00:00Z");
    int twelfth = certificate(12, other, "2026-11-02T08:00:00Z");
    int decided = log.append("decision", "2026-11-03T08:00:00Z",
        "certificate", "12", "stage", "second", "decision", "approve");
    int paused = log.append("state", "2026-11-04T08:00:00Z",
        "certificate", "12", "from", "monitored", "state", "paused");
    Map<String, byte[]> sealed = new LinkedHashMap<>();
    sealed.put("manifest.json", bytes("{\"complaint\": 9}"));
    for (int i = 0; i < pictures; i++) {
      sealed.put(pictures == 1 ? PICTURE : "sighting-" + (i + 7) + "/picture.png", picture(i, bytes));
    }
    sealed.put("certificate-3.json", bytes("{\"sha256\": \"" + Sha256.hex(original) + "\"}"));
    sealed.put("certificate-12.json", bytes("{\"sha256\": \"" + Sha256.hex(other) + "\"}"));
    sealed.put("screenshot.png", picture(1_000, 500));
    byte[] list = new SealedList(listed(sealed)).bytes();
    int evidence = log.append("evidence", "2026-11-22T11:00:00Z",
        "complaint", "9", "sealed-sha256", Sha256.hex(list), "sealed-parts", String.valueOf(sealed.size()));
    parts.put("verify.html", bytes("<!doctype html><title>check</title>"));
    parts.put("evidence.pdf", bytes("%PDF-1.7 not really"));
    parts.put("sealed.txt", list);
    parts.putAll(sealed);
    byte[] screenshot = parts.remove("screenshot.png");
    withheld.add(new SealedList.Part(Sha256.hex(screenshot), screenshot.length, "screenshot.png"));
    parts.put("screenshot-masked.png", picture(1_001, 400));
    proof("evidence", evidence);
    proof("certificate-3", third);
    proof("certificate-12", twelfth);
    proof("certificate-12-1", decided);
    proof("certificate-12-2", paused);
    parts.put("originals/certificate-3.jpg", original);
  }

  private int certificate(int number, byte[] original, String time) {
    return log.append("certificate", time,
        "certificate", String.valueOf(number),
        "original-sha256", Sha256.hex(original),
        "original-bytes", String.valueOf(original.length),
        "media-type", "image/jpeg",
        "grade", "certified-before-publication",
        "basis", "own",
        "state", "first-passed",
        "received", time);
  }

  /** Puts a proof of a leaf in its place. */
  public void proof(String name, int index) {
    parts.put("proofs/" + name + ".tlog-proof", bytes(log.proof(index).format()));
  }

  /** A PNG of one pixel and then noise: browsers show it, and no two are alike. */
  private static byte[] picture(int seed, int bytes) {
    byte[] png = java.util.Base64.getDecoder().decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    byte[] noise = new byte[bytes];
    new Random(seed).nextBytes(noise);
    System.arraycopy(png, 0, noise, 0, png.length);
    return noise;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<SealedList.Part> listed(Map<String, byte[]> parts) {
    List<SealedList.Part> listed = new ArrayList<>();
    parts.forEach((path, content) -> listed.add(new SealedList.Part(Sha256.hex(content), content.length, path)));
    return listed;
  }

  /**
   * A bundle with three time stamps of a real authority's forms, over the checkpoint of all its proofs: by RSA at 11:01 of
   * 22 November 2026, by ECDSA on P-256 at 11:02 and on P-384 at 11:03.
   */
  public static byte[] stamped() {
    try (InputStream in = TestBundle.class.getResourceAsStream("/bundles/stamped.zip")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The signed list of the contents as they are now. */
  public byte[] contents() {
    return bytes(
        log.sign(new BundleContents(log.key().name(), log.key(), 9, "en", PACKED, listed(parts), withheld).text()).format());
  }

  /** All parts in their order, the list of contents first. */
  public Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(BundleContents.PATH, contents());
    all.putAll(parts);
    return all;
  }

  /** The bundle. */
  public byte[] zip() {
    return zip(all());
  }

  /** Packs parts as they are given. */
  public static byte[] zip(Map<String, byte[]> parts) {
    return zip(new ArrayList<>(parts.entrySet()));
  }

  /** Packs parts as they are given, of which some may have the same path. */
  public static byte[] zip(List<Map.Entry<String, byte[]>> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StoredZip.Writer writer = new StoredZip.Writer(piece -> out.write(piece, 0, piece.length));
    parts.forEach(part -> writer.add(part.getKey(), part.getValue()));
    writer.end();
    return out.toByteArray();
  }
}
