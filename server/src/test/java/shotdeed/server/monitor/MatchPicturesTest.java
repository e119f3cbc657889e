package shotdeed.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Region;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Library;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Refused;
import shotdeed.wire.MatchRequest;
import shotdeed.wire.QueryFingerprint;
import shotdeed.wire.QueryPicture;
import shotdeed.wire.SnapshotCodec;

/** The largest questions: a page of 500 pictures. */
class MatchPicturesTest {
  private static final Region WIDEST = new Region(9_998, 9_998, 10_000, 10_000);

  @Test
  void the_largest_request_that_may_be_asked_fits_into_the_bytes_that_are_taken() {
    byte[] largest = Json.write(page("\"".repeat(MatchPictures.MAX_OF_AN_ID), MatchPictures.MAX_FINGERPRINTS, null));
    assertThat(largest.length).isGreaterThan(9_500_000).isLessThan(MatchPictures.MAX_BYTES);
  }

  @Test
  void a_page_of_500_pictures_is_answered_with_the_parts_that_match() {
    try (TestServer server = TestServer.start()) {
      Client client = server.newSeller("Page");
      int coat = server.monitored(client, Photos.photo("coat"));
      byte[] snapshot = client.get("/api/v1/snapshot?kernel=" + Kernel.VERSION).bytes();
      var print = SnapshotCodec.decode(snapshot).certificates().get(0).fingerprints().get(0);
      byte[] request = Json.write(page("p", MatchPictures.MAX_FINGERPRINTS, print.hash()));
      JsonNode answers =
          Checks.ok(client.postBody("/api/v1/match", "application/json", request)).json().get("pictures");
      assertThat(answers).hasSize(500);
      for (int i = 0; i < 500; i++) {
        assertThat(answers.get(i).get("matches")).as("picture %d", i).hasSize(i == 499 ? 1 : 0);
      }
      JsonNode match = answers.get(499).get("matches").get(0);
      assertThat(match.get("certificate").asInt()).isEqualTo(coat);
      assertThat(match.get("region").toString())
          .isEqualTo("{\"left\":9998,\"top\":9998,\"right\":10000,\"bottom\":10000}");
      assertThat(Json.read(Json.write(match.get("original")), Region.class)).isEqualTo(print.region());
    }
  }

  @Test
  void more_fingerprints_than_a_page_needs_are_refused() {
    try (TestServer server = TestServer.start()) {
      MatchRequest request = page("p", MatchPictures.MAX_FINGERPRINTS + 1, null);
      assertThatThrownBy(() -> match(server, Long.MAX_VALUE).run(caller(), request))
          .isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.error()).isEqualTo(Errors.FIELD_INVALID);
            assertThat(refused.values())
                .containsExactly("pictures", "pictures of at most 64000 fingerprints together");
          });
    }
  }

  @Test
  void what_would_be_too_much_work_with_a_library_is_refused_and_the_answer_names_what_is_not() {
    try (TestServer server = TestServer.start()) {
      Client client = server.newSeller("Work");
      server.monitored(client, Photos.photo("coat"));
      int seller = server.server().features().database().read(handle ->
          handle.createQuery("select seller_id from certificate").mapTo(int.class).one());
      Caller caller = new Caller(1, "", seller, "", "", Set.of(), null, null, null);
      int prints = server.server().features().database().read(handle ->
          handle.createQuery("select count(*) from fingerprint").mapTo(int.class).one());
      MatchPictures match = match(server, 500L * prints);
      assertThat(match.run(caller, page("p", 500, null)).pictures()).hasSize(500);
      assertThatThrownBy(() -> match.run(caller, page("p", 501, null)))
          .isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.error()).isEqualTo(Errors.MATCH_TOO_LARGE);
            assertThat(refused.members()).containsEntry("maxFingerprints", 500L);
          });
    }
  }

  @Test
  void a_region_that_is_none_names_the_field() {
    try (TestServer server = TestServer.start()) {
      String request = "{\"kernel\":" + Kernel.VERSION + ",\"pictures\":[{\"id\":\"a\",\"fingerprints\":[{\"hash\":\""
          + "0".repeat(64) + "\",\"quality\":90,\"region\":{\"left\":5,\"top\":0,\"right\":5,\"bottom\":9}}]}]}";
      JsonNode problem = server.newSeller("Region").postJson("/api/v1/match", request).json();
      assertThat(problem.get("code").asText()).isEqualTo("field-invalid");
      assertThat(problem.get("field").asText()).isEqualTo("pictures[0].fingerprints[0].region");
    }
  }

  @Test
  @Timeout(60)
  void one_account_has_at_most_two_requests_in_memory_and_leaves_room_for_others() throws Exception {
    byte[] question = ("{\"kernel\":" + Kernel.VERSION + ",\"pictures\":[]}").getBytes(StandardCharsets.UTF_8);
    try (TestServer server = TestServer.start()) {
      Client slow = server.newSeller("Slow");
      Client other = server.newSeller("Other");
      List<Socket> begun = new ArrayList<>(List.of(beginning(server, slow), beginning(server, slow)));
      try {
        Client.Reply reply = slow.postBody("/api/v1/match", "application/json", question);
        while (reply.status() == 200) {
          // The two have not arrived yet, or a question stood in the way of one and it was turned away: one more.
          begun.add(beginning(server, slow));
          reply = slow.postBody("/api/v1/match", "application/json", question);
        }
        assertThat(reply.json().get("code").asText()).isEqualTo("busy");
        assertThat(reply.header("Retry-After")).isEqualTo("30");
        Checks.ok(other.postBody("/api/v1/match", "application/json", question));
      } finally {
        for (Socket socket : begun) {
          socket.close();
        }
      }
    }
  }

  /** A request whose body is on its way. */
  private static Socket beginning(TestServer server, Client client) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    String head = "POST /api/v1/match HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nAuthorization: Bearer "
        + client.token() + "\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private static MatchPictures match(TestServer server, long maxWork) {
    Database database = server.server().features().database();
    return new MatchPictures(Library.load(database), maxWork);
  }

  private static Caller caller() {
    return new Caller(1, "", 1, "", "", Set.of(), null, null, null);
  }

  /** 500 pictures with so many fingerprints together; the last one of all is {@code last}, unless that is null. */
  static MatchRequest page(String id, int fingerprints, Hash256 last) {
    Random random = new Random(7);
    List<QueryPicture> pictures = new ArrayList<>();
    int left = fingerprints;
    for (int i = 0; i < MatchPictures.MAX_PICTURES; i++) {
      int own = left / (MatchPictures.MAX_PICTURES - i);
      left -= own;
      List<QueryFingerprint> prints = new ArrayList<>();
      for (int k = 0; k < own; k++) {
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        boolean isLast = last != null && i == MatchPictures.MAX_PICTURES - 1 && k == own - 1;
        prints.add(new QueryFingerprint((isLast ? last : Hash256.ofBytes(hash, 0)).toString(), 100, WIDEST));
      }
      pictures.add(new QueryPicture(id, prints));
    }
    return new MatchRequest(Kernel.VERSION, pictures);
  }
}
