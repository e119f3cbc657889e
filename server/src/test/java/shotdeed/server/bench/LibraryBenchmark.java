package shotdeed.server.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Region;
import shotdeed.match.Matcher;
import shotdeed.server.platform.Json;
import shotdeed.wire.MatchRequest;
import shotdeed.wire.QueryFingerprint;
import shotdeed.wire.QueryPicture;
import shotdeed.wire.Snapshot;
import shotdeed.wire.SnapshotCodec;

/**
 * A library of 1,000 certificates of 64 fingerprints: writing and reading its snapshot, and a match request of a page of
 * 500 pictures of 128 fingerprints against it. Prints figures, asserts none: {@code mvn test -pl server -am
 * -Dgroups=benchmark -DexcludedGroups= -Dtest=LibraryBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("benchmark")
class LibraryBenchmark {
  private static final int CERTIFICATES = 1_000;
  private static final int EACH = 64;
  private static final int PICTURES = 500;
  private static final int HASHES = 128;
  private static final int ROUNDS = 9;

  private final Random random = new Random(5);

  @Test
  void a_snapshot_is_written_and_read() {
    Snapshot snapshot = library();
    byte[] bytes = SnapshotCodec.encode(snapshot);
    System.out.printf(
        "%nsnapshot of %d x %d: %,d bytes, %.1f a certificate, %.2f a fingerprint; written in %.1f ms, read in %.1f ms%n",
        CERTIFICATES,
        EACH,
        bytes.length,
        (double) bytes.length / CERTIFICATES,
        (double) bytes.length / CERTIFICATES / EACH,
        median(() -> SnapshotCodec.encode(snapshot)),
        median(() -> SnapshotCodec.decode(bytes)));
  }

  @Test
  void a_page_is_matched() {
    Matcher matcher = new Matcher();
    for (Snapshot.Certificate certificate : library().certificates()) {
      matcher.add(certificate.number(), certificate.fingerprints());
    }
    byte[] request = Json.write(page());
    double read = median(() -> Json.read(request, MatchRequest.class));
    List<Kernel.Query> queries = new ArrayList<>();
    for (int i = 0; i < PICTURES * HASHES; i++) {
      Hash256[] forms = new Hash256[Dihedral.values().length];
      forms[0] = hash();
      queries.add(new Kernel.Query(forms, 100, Region.WHOLE));
    }
    long start = System.nanoTime();
    matcher.match(queries);
    System.out.printf(
        "%nmatch request of %d x %d: %,d bytes, read in %.0f ms, matched against %,d fingerprints in %.1f s of one core%n",
        PICTURES, HASHES, request.length, read, matcher.fingerprints(), (System.nanoTime() - start) / 1e9);
  }

  private Snapshot library() {
    List<Snapshot.Certificate> certificates = new ArrayList<>();
    for (int number = 1; number <= CERTIFICATES; number++) {
      List<Fingerprint> prints = new ArrayList<>();
      for (int i = 0; i < EACH; i++) {
        prints.add(new Fingerprint(hash(), 100, new Region(i, 0, 9_000 + i, 9_000), 40));
      }
      certificates.add(new Snapshot.Certificate(number, prints));
    }
    return new Snapshot(Kernel.VERSION, 0, certificates);
  }

  private MatchRequest page() {
    List<QueryPicture> pictures = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      List<QueryFingerprint> prints = new ArrayList<>();
      for (int k = 0; k < HASHES; k++) {
        prints.add(new QueryFingerprint(hash().toString(), 100, new Region(1_000, 1_000, 9_000, 9_000)));
      }
      pictures.add(new QueryPicture("p" + i, prints));
    }
    return new MatchRequest(Kernel.VERSION, pictures);
  }

  private Hash256 hash() {
    byte[] bytes = new byte[Hash256.BYTES];
    random.nextBytes(bytes);
    return Hash256.ofBytes(bytes, 0);
  }

  private static double median(Supplier<?> work) {
    double[] millis = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      work.get();
      millis[round] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[ROUNDS / 2];
  }
}
