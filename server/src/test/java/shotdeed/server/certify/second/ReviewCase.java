package shotdeed.server.certify.second;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.TestServer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.platform.Refused;

/** A seller whose photographs two reviewers may decide about, on a real server. */
abstract class ReviewCase {
  static final String PATH = "/api/v1/certificates";

  TestServer server;
  Client seller;
  Caller reviewer;
  Caller colleague;

  @BeforeEach
  void start() {
    server = TestServer.start();
    seller = server.newSeller("Willow");
    reviewer = caller(server.person("Rowan", Role.REVIEWER));
    colleague = caller(server.person("Alder", Role.REVIEWER));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  Caller caller(Client client) {
    return server.server().features().devices().caller(client.token(), "test");
  }

  int upload(Client client, byte[] photo) {
    Client.Parts parts = new Client.Parts().field("unpublished", "true").file("file", "photo.jpg", photo);
    return Checks.ok(client.postParts(PATH, parts)).json().get("results").get(0).get("certificate").asInt();
  }

  ReviewQueue.Page queue() {
    return server.server().features().reviews().queue().page(reviewer, 1);
  }

  String state(int certificate) {
    return seller.get(PATH + "/" + certificate).json().get("certificate").get("state").asText();
  }

  DecideMany decide() {
    return new DecideMany(server.server().features().secondReview());
  }

  UndoReview undo() {
    SetUpReviews setUp = server.server().features().reviews().setUp();
    EnterQueue enter = new EnterQueue(server.server().features().database(), setUp, () -> server.now());
    return new UndoReview(
        server.server().features().database(), server.server().features().secondReview(), enter, () -> server.now());
  }

  static List<String> texts(List<DecideMany.Outcome> outcomes) {
    return outcomes.stream()
        .map(o -> o.certificate() + " " + (o.done() ? o.state().text() : o.refused().getMessage()))
        .toList();
  }

  static String refusal(Callable<?> work) {
    try {
      work.call();
      return "done";
    } catch (Refused refused) {
      return refused.getMessage();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
