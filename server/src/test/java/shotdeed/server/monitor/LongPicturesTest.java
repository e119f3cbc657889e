package shotdeed.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Region;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.lookup.Looks;
import shotdeed.wire.Look;

class LongPicturesTest {
  private static final byte[] COAT = Photos.photo("coat");

  private static TestServer server;
  private static Client client;
  private static int coat;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    client = server.newSeller("Willow");
    coat = server.monitored(client, COAT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Photographs under each other, the coat among them. */
  private static byte[] page(int photographs) {
    List<String> others = List.of("shirt", "dress", "shoe");
    byte[][] all = new byte[photographs][];
    for (int i = 0; i < photographs; i++) {
      all[i] = i == photographs / 2 ? COAT : Photos.photo(others.get(i % 3));
    }
    return Photos.column(750, 20, all);
  }

  @Test
  void a_photograph_is_confirmed_among_twelve_in_one_long_picture() {
    Client.Reply reply = Checks.ok(Reports.send(client, Reports.report("long-1", "501", "7"), page(12)));
    assertThat(reply.json().get("verdict").asText()).isEqualTo("copy");
    assertThat(reply.json().at("/match/certificate").asInt()).isEqualTo(coat);
    assertThat(reply.json().at("/geometry/originalShare").asInt()).isGreaterThan(9_500);
    assertThat(reply.json().at("/geometry/copyShare").asInt()).isBetween(500, 750);
  }

  @Test
  void a_long_picture_without_it_is_none() {
    byte[] others = Photos.column(750, 20, Photos.photo("shirt"), Photos.photo("dress"), Photos.photo("shoe"),
        Photos.photo("shirt"), Photos.photo("dress"), Photos.photo("shoe"));
    Client.Reply reply = Checks.ok(Reports.send(client, Reports.report("long-2", "502", "7"), others));
    assertThat(reply.json().get("verdict").asText()).isEqualTo("none");
  }

  @Test
  void of_a_long_picture_a_browser_sends_a_raster_in_which_the_photograph_can_still_be_seen() {
    byte[] page = page(12);
    Region whereItIs = new Region(0, 5_114, 10_000, 5_740);
    Look.Candidate named = new Look.Candidate(coat, 4, Dihedral.ROTATE0, whereItIs, Region.WHOLE);
    JsonNode wanted = Checks.ok(Looks.send(client, Looks.ofFingerprints(page, named, 0))).json();
    assertThat(wanted.get("rasterSide").asInt()).isGreaterThan(1_500);
    byte[] again = Looks.ofFingerprints(page, named, wanted.get("rasterSide").asInt());
    assertThat(Checks.ok(Looks.send(client, again)).json().at("/matches/0/verdict").asText()).isEqualTo("copy");
  }
}
