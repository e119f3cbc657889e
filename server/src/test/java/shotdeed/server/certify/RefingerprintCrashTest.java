package shotdeed.server.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import shotdeed.fingerprint.Kernel;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.platform.Database;

/** Fingerprints are computed anew by a program that is killed meanwhile. */
class RefingerprintCrashTest {
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

  /** Many certificates of one file, which only the store's own tests may have: of a seller each. */
  @Test
  @Timeout(120)
  void a_server_that_is_killed_goes_on_where_it_was() throws Exception {
    int coat = server.monitored(client, Photos.photo("coat"));
    StoredPrints.ageAll(server);
    int copies = 50;
    StoredPrints.sql(server, "insert into seller (name, created_at, library) with recursive n(i) as (select 1 union all select i + 1 from n"
        + " where i < " + copies + ") select 's' || i, '', 'l' || i from n");
    StoredPrints.sql(server, "insert into certificate (seller_id, account_id, title, state, grade, basis, sha256, bytes, media_type, width,"
        + " height, created_at) select s.id, c.account_id, 'x', 'monitored', c.grade, c.basis, c.sha256, c.bytes,"
        + " c.media_type, c.width, c.height, c.created_at from certificate c, seller s where s.library like 'l%'");
    StoredPrints.sql(server, "insert into fingerprint select c.id, f.place, f.kernel, f.region_left, f.region_top, f.region_right,"
        + " f.region_bottom, f.quality, f.radius, f.hash from certificate c, fingerprint f where c.id <> " + coat);
    server.stop();
    Path store = server.data().resolve("shotdeed.db");
    int done;
    try (Database database = Database.openAsIs(store)) {
      Process process = serve();
      try {
        while (StoredPrints.of(database).size() < copies + 1 + 5) {
          assertThat(process.isAlive()).isTrue();
        }
      } finally {
        process.destroyForcibly(); // kill -9
        process.waitFor();
      }
      done = StoredPrints.of(database).size() - copies - 1;
      assertThat(done).as("killed in the middle").isBetween(5, copies);
      List<Integer> sizes = database.read(handle ->
          handle.createQuery(
                  "select distinct n from (select count(*) as n from fingerprint where kernel = " + Kernel.VERSION
                      + " group by certificate_id) counts")
              .mapTo(int.class)
              .list());
      assertThat(sizes).as("all of a certificate's fingerprints or none").hasSize(1);
    }
    server.startAgain();
    assertThat(server.server().features().refingerprint().start().get(60, TimeUnit.SECONDS))
        .isEqualTo(copies + 1 - done);
    assertThat(StoredPrints.of(server.server().features().database())).hasSize(2 * (copies + 1));
    assertThat(server.server().features().refingerprint().failures(9)).isEmpty();
  }

  private Process serve() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "shotdeed.server.Shotdeed",
            "serve",
            "--data",
            server.data().toString(),
            "--port",
            "0")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
