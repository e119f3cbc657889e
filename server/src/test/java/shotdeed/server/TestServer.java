package shotdeed.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.dispute.TestDisputes;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.platform.OutsideSettings;
import shotdeed.server.platform.PeopleSettings;
import shotdeed.server.platform.PrivateTargets;
import shotdeed.server.platform.Settings;
import shotdeed.server.platform.TrustedProxies;

/** A real server on a free port with a data folder of its own, and a clock that a test can move. */
public final class TestServer implements AutoCloseable {
  /** A target of webhooks where nobody listens. */
  public static final String NOBODY = "127.0.0.1:9";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path data;
  private final Settings settings;
  private Instant now = Instant.parse("2026-11-21T08:00:00Z");
  private Server server;

  private TestServer(Path data, Settings settings) {
    this.data = data;
    this.settings = settings;
  }

  /** Starts one. */
  public static TestServer start() {
    return start(0);
  }

  /** Starts one that refuses uploads below a floor of free space. */
  public static TestServer start(long freeSpaceFloor) {
    try {
      return start(Files.createTempDirectory("shotdeed-test"), freeSpaceFloor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts one on a folder. */
  public static TestServer start(Path data, long freeSpaceFloor) {
    return start(data, freeSpaceFloor, new PeopleSettings(PeopleSettings.SignUp.INVITATION, false, null));
  }

  /** Starts one with other settings for people; unless said otherwise the exam is offered, not required. */
  public static TestServer start(PeopleSettings people) {
    try {
      return start(Files.createTempDirectory("shotdeed-test"), 0, people);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts one that calls targets on this computer, {@code HOST:PORT,…}. */
  public static TestServer calling(PeopleSettings people, String privateTargets) {
    try {
      return start(Files.createTempDirectory("shotdeed-test"), 0, people, PrivateTargets.of(privateTargets));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts one on a folder with authorities and witnesses outside. */
  public static TestServer start(Path data, OutsideSettings outside) {
    return start(
        data,
        new Settings(
            data,
            "127.0.0.1",
            0,
            null,
            0,
            new PeopleSettings(PeopleSettings.SignUp.INVITATION, false, null),
            TrustedProxies.NONE,
            PrivateTargets.of(NOBODY),
            null,
            outside));
  }

  private static TestServer start(Path data, long freeSpaceFloor, PeopleSettings people) {
    return start(data, freeSpaceFloor, people, PrivateTargets.of(NOBODY));
  }

  private static TestServer start(Path data, long freeSpaceFloor, PeopleSettings people, PrivateTargets targets) {
    return start(
        data, new Settings(data, "127.0.0.1", 0, null, freeSpaceFloor, people, TrustedProxies.NONE, targets, null));
  }

  private static TestServer start(Path data, Settings settings) {
    TestServer test = new TestServer(data, settings);
    EmptyStore.putInto(data);
    test.open();
    TestDisputes.off(test.server.features().database(), test.now);
    return test;
  }

  private void open() {
    try {
      server = Server.start(settings, (InstantSource) () -> now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops and starts again on the same folder, on another port. */
  public void restart() {
    stop();
    open();
  }

  /** Starts again what was stopped. */
  public void startAgain() {
    open();
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  public Instant now() {
    return now;
  }

  public Server server() {
    return server;
  }

  public int port() {
    return java.net.URI.create(server.origin()).getPort();
  }

  public Path data() {
    return data;
  }

  /** Compares what is uploaded from now on with all other sellers' certificates, as a server does unless it is told not to. */
  public TestServer comparing() {
    TestDisputes.on(server.features().database(), now);
    return this;
  }

  /** Waits until everything uploaded so far was compared, and where lots are drawn, drawn for. */
  public void settle() {
    try {
      server.features().reviews().settled().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A client without a token. */
  public Client anybody() {
    return new Client(this, null);
  }

  /** A client that is the paired device of a new seller's owner; the first seller's admin reviews for it. */
  public Client newSeller(String name) {
    return new Client(this, TestAccounts.ownerOf(server.features(), name, now));
  }

  /** A client that is a device of a person with these roles, of a seller of their own. */
  public Client person(String name, Role role) {
    return new Client(this, TestAccounts.with(server.features(), name, EnumSet.of(role), now));
  }

  /** A client that is a device of the admin of the first start, who is owner of the first seller. */
  public Client admin() {
    return new Client(this, TestAccounts.admin(server.features(), now));
  }

  /** Certifies a photograph for a client's seller, has the admin approve it, and monitors it; returns its number. */
  public int monitored(Client seller, byte[] photo) {
    int id = certified(seller, photo);
    Checks.ok(seller.post("/api/v1/certificates/" + id + "/monitor"));
    return id;
  }

  /** Certifies a photograph for a client's seller and has the admin approve it; returns its number. */
  public int certified(Client seller, byte[] photo) {
    Client.Reply reply = Checks.ok(
        seller.postParts(
            "/api/v1/certificates", new Client.Parts().field("unpublished", "true").file("file", "photo.jpg", photo)));
    int id = reply.json().get("results").get(0).get("certificate").asInt();
    Checks.ok(
        admin().postJson("/api/v1/certificates/" + id + "/second-review", "{\"decision\":\"approve\"}"));
    return id;
  }

  /** The server's log. */
  public Ledger ledger() {
    return server.features().ledger();
  }

  /** Waits until every upload that is whole was reviewed. */
  public void reviewUploads() {
    try {
      server.features().uploads().review().awaitQuiet();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Forgets uploads that were not finished in time, as the server does every hour. */
  public void expireUploads() {
    server.features().uploads().review().expire();
  }

  public static JsonNode json(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops and keeps the folder. */
  public void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
