package shotdeed.server.dispute;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Refused;

/** Two sellers and two neutral reviewers, on a real server that compares what is uploaded. */
abstract class DisputeCase {
  static final String PATH = "/api/v1/certificates";
  static final byte[] COAT = Photos.photo("coat");

  TestServer server;
  Client willow;
  Client birch;
  Caller judge;
  Caller colleague;

  @BeforeEach
  void start() {
    server = TestServer.start().comparing();
    willow = server.newSeller("Willow");
    birch = server.newSeller("Birch");
    judge = caller(server.person("Rowan", Role.REVIEWER));
    colleague = caller(server.person("Alder", Role.REVIEWER));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  Caller caller(Client client) {
    return server.server().features().devices().caller(client.token(), "test");
  }

  Database database() {
    return server.server().features().database();
  }

  String upload(Client client, byte[] photo) {
    Client.Parts parts = new Client.Parts().field("unpublished", "true").file("file", "photo.jpg", photo);
    return Checks.ok(client.postParts(PATH, parts)).text();
  }

  int certificate(Client client, byte[] photo) {
    return TestServer.json(upload(client, photo).getBytes()).at("/results/0/certificate").asInt();
  }

  String state(Client client, int certificate) {
    return Checks.ok(client.get(PATH + "/" + certificate)).json().at("/certificate/state").asText();
  }

  List<Dispute> open() {
    return server.server().features().reviews().disputes().list(judge, "open", 1).disputes();
  }

  DecideDispute decide() {
    return server.server().features().reviews().decideDispute();
  }

  DecideDispute.Words words(String owner) {
    return new DecideDispute.Words(owner, false, false, "Side has the camera original.", "Compared.");
  }

  /** The words that make a certificate's owner the owner. */
  DecideDispute.Words ownerIs(Dispute dispute, int certificate) {
    return words(dispute.a() == certificate ? "a" : "b");
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
