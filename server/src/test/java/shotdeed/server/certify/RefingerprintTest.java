package shotdeed.server.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.feature.FeatureKernel;
import shotdeed.fingerprint.Kernel;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Turnstile;
import shotdeed.wire.Snapshot;
import shotdeed.wire.SnapshotCodec;

/** An update is played by giving the stored fingerprints to an earlier version. */
class RefingerprintTest {
  private static final int BEFORE = StoredPrints.BEFORE;
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] DRESS = Photos.photo("dress");

  private TestServer server;
  private Client client;

  @BeforeEach
  void start() {
    server = TestServer.start();
    client = server.newSeller("Willow");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void sql(String statement) {
    StoredPrints.sql(server, statement);
  }

  private List<String> rows() {
    return StoredPrints.of(server.server().features().database());
  }

  private void ageAll() {
    StoredPrints.ageAll(server);
  }

  private void restarted() throws Exception {
    server.restart();
    server.server().features().refingerprint().start().get(60, TimeUnit.SECONDS);
  }

  private Snapshot snapshot(int kernel) {
    return SnapshotCodec.decode(Checks.ok(client.get("/api/v1/snapshot?kernel=" + kernel)).bytes());
  }

  private Path original(byte[] photo) {
    return new FileStore(server.data().resolve("files"), server.data().resolve("tmp")).path(Secrets.sha256(photo));
  }

  private int missing() {
    return client.get("/api/v1/handshake").json().get("missing").asInt();
  }

  private Caller admin() {
    return TestAccounts.caller(server.server().features(), 1);
  }

  @Test
  void after_an_update_certificates_are_computed_anew_from_their_originals_and_found_again() throws Exception {
    int coat = server.monitored(client, COAT);
    int dress = server.certified(client, DRESS);
    Snapshot fresh = snapshot(Kernel.VERSION);
    sql("update fingerprint set hash = zeroblob(32)");
    ageAll();
    restarted();
    assertThat(rows())
        .containsExactly(
            coat + ":" + BEFORE, coat + ":" + Kernel.VERSION, dress + ":" + BEFORE, dress + ":" + Kernel.VERSION);
    assertThat(snapshot(Kernel.VERSION)).isEqualTo(fresh);
    assertThat(missing()).isZero();
    assertThat(Reports.sighting(client, "after", "1", "7", Photos.mirrored(COAT))).isPositive();
    assertThat(server.server().features().refingerprint().start().get(60, TimeUnit.SECONDS)).isZero();
  }

  /** It has ended while the server starts and its worker looks around, so that nothing is computed for it then. */
  private void monitoredWithoutFingerprints() throws Exception {
    ageAll();
    sql("update certificate set state = 'retired'");
    restarted();
    sql("update certificate set state = 'monitored'");
  }

  @Test
  void a_hit_on_a_photograph_whose_fingerprints_are_still_to_be_computed_is_asked_for_again() throws Exception {
    server.monitored(client, COAT);
    monitoredWithoutFingerprints();
    byte[] copy = Photos.mirrored(COAT);
    Client.Reply reply = Reports.send(client, Reports.report("early", "1", "7"), copy);
    Checks.problem(
        reply,
        503,
        "busy",
        "The server is still computing fingerprints",
        "The photograph has no fingerprints of the server's version yet, so it cannot be compared. Nothing was kept;"
            + " report the picture again later.",
        ",\"retryAfter\":60");
    assertThat(reply.header("Retry-After")).isEqualTo("60");
    List<byte[]> slices = Photos.slices(COAT, 750, 210, 530);
    assertThat(Reports.send(client, Reports.strip("early-strip", "2", 3), slices).status()).isEqualTo(503);

    server.server().features().refingerprint().start().get(60, TimeUnit.SECONDS);
    assertThat(Reports.sighting(client, "early", "1", "7", copy)).isPositive();
    Client.Reply strip = Checks.ok(Reports.send(client, Reports.strip("early-strip", "2", 3), slices));
    assertThat(strip.json().get("sighting").asInt()).isPositive();
  }

  @Test
  void a_hit_on_a_photograph_that_cannot_get_fingerprints_is_answered_for_good() throws Exception {
    server.monitored(client, COAT);
    monitoredWithoutFingerprints();
    Files.delete(original(COAT));
    server.server().features().refingerprint().start().get(60, TimeUnit.SECONDS);
    Client.Reply reply = Checks.ok(Reports.send(client, Reports.report("f", "1", "7"), Photos.mirrored(COAT)));
    assertThat(reply.json().get("verdict").asText()).isEqualTo("none");
  }

  @Test
  void a_certificate_that_is_paused_stays_out_of_the_library_and_one_that_ended_is_left_alone() throws Exception {
    int coat = server.monitored(client, COAT);
    int dress = server.monitored(client, DRESS);
    Checks.ok(client.post("/api/v1/certificates/" + coat + "/pause"));
    Checks.ok(client.post("/api/v1/certificates/" + dress + "/retire"));
    ageAll();
    restarted();
    assertThat(rows())
        .containsExactly(coat + ":" + BEFORE, coat + ":" + Kernel.VERSION, dress + ":" + BEFORE);
    assertThat(Reports.send(client, Reports.report("p", "1", "7"), Photos.mirrored(COAT)).json().get("verdict").asText())
        .isEqualTo("none");
    Checks.ok(client.post("/api/v1/certificates/" + coat + "/resume"));
    assertThat(Reports.sighting(client, "q", "2", "7", Photos.mirrored(COAT))).isPositive();
  }

  @Test
  void of_older_fingerprints_only_those_of_the_version_before_are_kept() throws Exception {
    int coat = server.monitored(client, COAT);
    ageAll();
    sql("insert into fingerprint select certificate_id, place, kernel - 1, region_left, region_top, region_right,"
        + " region_bottom, quality, radius, hash from fingerprint");
    restarted();
    assertThat(rows()).containsExactly(coat + ":" + BEFORE, coat + ":" + Kernel.VERSION);
  }

  @Test
  void an_extension_of_the_version_before_keeps_working_with_what_it_knows() throws Exception {
    int coat = server.monitored(client, COAT);
    ageAll();
    restarted();
    server.monitored(client, DRESS);
    Snapshot older = snapshot(BEFORE);
    assertThat(older.kernel()).isEqualTo(BEFORE);
    assertThat(older.certificates()).extracting(Snapshot.Certificate::number).containsExactly(coat);
    assertThat(older.missing()).isEqualTo(1);
    assertThat(snapshot(Kernel.VERSION).certificates()).hasSize(2);
    assertThat(client.get("/api/v1/devices").json().get(0).get("kernel").asInt()).isEqualTo(Kernel.VERSION);
    snapshot(BEFORE);
    assertThat(client.get("/api/v1/devices").json().get(0).get("kernel").asInt()).isEqualTo(BEFORE);
  }

  @Test
  void an_extension_whose_version_nothing_is_left_of_is_told_to_update_and_a_newer_one_that_the_server_should() {
    assertThat(snapshot(BEFORE).certificates()).isEmpty(); // an empty library suits every version
    server.monitored(client, COAT);
    Checks.problem(
        client.get("/api/v1/snapshot?kernel=" + BEFORE),
        409,
        "kernel-differs",
        "The browser extension is older than the server",
        "The extension computes fingerprints of version " + BEFORE + ", this server of version " + Kernel.VERSION
            + ". Update the extension.",
        ",\"kernel\":" + Kernel.VERSION);
    Checks.problem(
        client.get("/api/v1/snapshot?kernel=" + (Kernel.VERSION + 1)),
        409,
        "kernel-differs",
        "The server is older than the browser extension",
        "The extension computes fingerprints of version " + (Kernel.VERSION + 1) + ", this server of version "
            + Kernel.VERSION + ". Update the server.",
        ",\"kernel\":" + Kernel.VERSION);
    for (String kernel : new String[] {"-1", "65536", "new", ""}) {
      assertThat(client.get("/api/v1/snapshot?kernel=" + kernel).json().get("field").asText()).isEqualTo("kernel");
    }
  }

  /** The first extensions compute version 1, do not say so, and read the first format only. */
  @Test
  void an_extension_that_does_not_say_its_version_gets_version_1_in_the_first_format() throws Exception {
    int coat = server.monitored(client, COAT);
    sql("update fingerprint set kernel = 1");
    restarted();
    byte[] bytes = Checks.ok(client.get("/api/v1/snapshot")).bytes();
    assertThat(bytes[5]).as("format").isEqualTo((byte) 1);
    assertThat(SnapshotCodec.decode(bytes).kernel()).isEqualTo(1);
    assertThat(SnapshotCodec.decode(bytes).certificates())
        .extracting(Snapshot.Certificate::number)
        .containsExactly(coat);
  }

  @Test
  void a_picture_that_cannot_be_done_keeps_its_old_fingerprints_is_tried_once_and_again_when_told_to() throws Exception {
    int coat = server.monitored(client, COAT);
    int dress = server.monitored(client, DRESS);
    int shirt = server.monitored(client, Photos.photo("shirt"));
    ageAll();
    Files.delete(original(COAT));
    Files.write(original(DRESS), "rot".getBytes(StandardCharsets.UTF_8));
    restarted();
    assertThat(rows())
        .containsExactly(
            coat + ":" + BEFORE, dress + ":" + BEFORE, shirt + ":" + BEFORE, shirt + ":" + Kernel.VERSION);
    Refingerprint refingerprint = server.server().features().refingerprint();
    assertThat(refingerprint.failures(9))
        .containsExactly(
            new Refingerprint.Failure(coat, "photo.jpg", "Willow", Refingerprint.Reason.ORIGINAL_MISSING),
            new Refingerprint.Failure(dress, "photo.jpg", "Willow", Refingerprint.Reason.ORIGINAL_UNREADABLE));
    assertThat(missing()).isEqualTo(2);
    assertThat(snapshot(Kernel.VERSION).missing()).isEqualTo(2);
    assertThat(snapshot(BEFORE).certificates()).hasSize(3);

    Files.write(original(COAT), COAT);
    restarted();
    assertThat(missing()).as("not tried again by itself").isEqualTo(2);
    assertThat(server.server().features().refingerprint().again(admin()).get(60, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(server.server().features().refingerprint().failures(9)).hasSize(1);
    assertThat(missing()).isEqualTo(1);
  }

  @Test
  void trying_again_while_it_runs_does_what_failed_before_it_ends() throws Exception {
    int coat = server.monitored(client, COAT);
    int dress = server.monitored(client, DRESS);
    ageAll();
    Files.delete(original(COAT));
    CountDownLatch atTheDress = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch goOn = new CountDownLatch(1);
    Database database = server.server().features().database();
    try (Refingerprint refingerprint = on(database, () -> {
      if (asked.incrementAndGet() == 2) { // for the coat that failed, then for the dress
        atTheDress.countDown();
        awaited(goOn);
      }
      return server.now();
    })) {
      Future<Integer> running = refingerprint.start();
      awaited(atTheDress);
      assertThat(refingerprint.failures(9)).extracting(Refingerprint.Failure::certificate).containsExactly(coat);
      Files.write(original(COAT), COAT);
      assertThat(refingerprint.again(admin())).isSameAs(running);
      goOn.countDown();
      assertThat(running.get(60, TimeUnit.SECONDS)).isEqualTo(2);
      assertThat(refingerprint.failures(9)).isEmpty();
    }
    assertThat(rows())
        .containsExactly(
            coat + ":" + BEFORE, coat + ":" + Kernel.VERSION, dress + ":" + BEFORE, dress + ":" + Kernel.VERSION);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Refingerprint on(Database database, InstantSource clock) throws Exception {
    FileStore files = new FileStore(server.data().resolve("files"), server.data().resolve("tmp"));
    return new Refingerprint(
        database, Library.load(database), files, new Turnstile(1), new PictureDecoder(), clock);
  }

  @Test
  void a_certificate_whose_fingerprints_cannot_be_stored_is_named_and_the_others_are_done() throws Exception {
    int coat = server.monitored(client, COAT);
    int dress = server.monitored(client, DRESS);
    ageAll();
    sql("create trigger broken before insert on fingerprint when new.certificate_id = " + coat
        + " begin select raise(abort, 'not today'); end");
    Refingerprint refingerprint = server.server().features().refingerprint();
    assertThat(refingerprint.start().get(60, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(refingerprint.failures(9))
        .containsExactly(new Refingerprint.Failure(coat, "photo.jpg", "Willow", Refingerprint.Reason.FAILED));
    assertThat(rows()).containsExactly(coat + ":" + BEFORE, dress + ":" + BEFORE, dress + ":" + Kernel.VERSION);
    sql("drop trigger broken");
    assertThat(refingerprint.again(admin()).get(60, TimeUnit.SECONDS)).isEqualTo(1);
  }

  @Test
  void a_photograph_that_the_new_version_finds_too_plain_is_named() throws Exception {
    int coat = server.monitored(client, COAT);
    ageAll();
    byte[] plain = Photos.plain(500, 500);
    String sha256 = Secrets.sha256(plain);
    new FileStore(server.data().resolve("files"), server.data().resolve("tmp")).put(plain);
    sql("update certificate set sha256 = '" + sha256 + "'");
    restarted();
    assertThat(server.server().features().refingerprint().failures(9))
        .extracting(Refingerprint.Failure::reason)
        .containsExactly(Refingerprint.Reason.FLAT);
    assertThat(rows()).containsExactly(coat + ":" + BEFORE);
  }

  @Test
  void a_picture_at_which_the_program_ended_three_times_is_left_out() throws Exception {
    int coat = server.monitored(client, COAT);
    int dress = server.monitored(client, DRESS);
    ageAll();
    String versions = ", " + Kernel.VERSION + ", " + FeatureKernel.VERSION;
    sql("insert into refingerprint (certificate_id, kernel, features, attempts, at) values (" + coat + versions
        + ", 3, ''), (" + dress + versions + ", 2, '')");
    restarted();
    assertThat(server.server().features().refingerprint().failures(9))
        .extracting(Refingerprint.Failure::certificate, Refingerprint.Failure::reason)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(coat, Refingerprint.Reason.INTERRUPTED));
    assertThat(rows()).containsExactly(coat + ":" + BEFORE, dress + ":" + BEFORE, dress + ":" + Kernel.VERSION);
  }

  @Test
  void uploads_work_meanwhile_and_progress_counts_them() throws Exception {
    server.monitored(client, COAT);
    ageAll();
    Database database = server.server().features().database();
    int seller = database.read(handle ->
        handle.createQuery("select seller_id from certificate").mapTo(int.class).one());
    assertThat(on(database, InstantSource.system()).progress(seller)).isEqualTo(new Refingerprint.Progress(0, 1, 0));
    server.certified(client, DRESS);
    Refingerprint refingerprint = on(database, InstantSource.system());
    assertThat(refingerprint.progress(seller)).isEqualTo(new Refingerprint.Progress(1, 2, 0));
    assertThat(refingerprint.start().get(60, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(refingerprint.progress(seller)).isEqualTo(new Refingerprint.Progress(2, 2, 0));
  }

  private List<String> features() {
    return server.server().features().database().read(handle ->
        handle.createQuery("select certificate_id || ':' || version || ':' || hex(features) from feature_set"
                + " order by certificate_id")
            .mapTo(String.class)
            .list());
  }

  @Test
  void features_that_are_missing_or_of_another_version_are_computed_from_the_originals() throws Exception {
    int coat = server.monitored(client, COAT);
    server.certified(client, DRESS);
    List<String> fresh = features();
    assertThat(fresh).hasSize(2).first().asString().startsWith(coat + ":" + FeatureKernel.VERSION + ":");
    List<String> prints = rows();
    sql("update feature_set set version = " + (FeatureKernel.VERSION - 1) + ", features = zeroblob(9) where"
        + " certificate_id = " + coat);
    sql("delete from feature_set where certificate_id <> " + coat);
    Refingerprint refingerprint = server.server().features().refingerprint();
    int seller = server.server().features().database().read(handle ->
        handle.createQuery("select distinct seller_id from certificate").mapTo(int.class).one());
    assertThat(refingerprint.featureProgress(seller)).isEqualTo(new Refingerprint.Progress(0, 2, 0));
    assertThat(refingerprint.progress(seller)).isEqualTo(new Refingerprint.Progress(2, 2, 0));
    assertThat(refingerprint.start().get(60, TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(features()).isEqualTo(fresh);
    assertThat(rows()).isEqualTo(prints);
    assertThat(refingerprint.featureProgress(seller)).isEqualTo(new Refingerprint.Progress(2, 2, 0));
  }

  @Test
  void a_photograph_that_failed_in_an_earlier_version_of_features_is_tried_again_in_this_one() throws Exception {
    int coat = server.monitored(client, COAT);
    sql("delete from feature_set");
    sql("insert into refingerprint (certificate_id, kernel, features, attempts, failed, at) values (" + coat + ", "
        + Kernel.VERSION + ", " + (FeatureKernel.VERSION - 1) + ", 3, 'failed', '')");
    assertThat(server.server().features().refingerprint().start().get(60, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(features()).hasSize(1);
  }
}
