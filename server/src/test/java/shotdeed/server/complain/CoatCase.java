package shotdeed.server.complain;

import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;

/** A seller whose photograph of a coat is monitored, and shops that show copies of it. */
final class CoatCase implements AutoCloseable {
  static final byte[] COAT = Photos.photo("coat");
  static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);
  static final byte[] MIRRORED = Photos.mirrored(COAT);
  static final byte[] SCREENSHOT = Photos.asPng(Photos.photo("shirt"));

  private final TestServer server;
  private final Client client;
  private final int coat;
  private int listing = 1000;

  private CoatCase(TestServer server) {
    this.server = server;
    client = server.newSeller("Willow");
    coat = server.monitored(client, COAT);
  }

  static CoatCase open() {
    return new CoatCase(TestServer.start());
  }

  /** On a server that was started in some way of its own, and is stopped with this. */
  static CoatCase on(TestServer server) {
    return new CoatCase(server);
  }

  TestServer server() {
    return server;
  }

  Client client() {
    return client;
  }

  /** Number of the certificate. */
  int coat() {
    return coat;
  }

  /** Number of a listing that nobody has seen. */
  String nextListing() {
    listing++;
    return String.valueOf(listing);
  }

  /** Number of a sighting of a copy on a new listing. */
  int sighting(String shop) {
    String id = nextListing();
    return Reports.sighting(client, "s-" + id, id, shop, COPY);
  }

  /** Number of a complaint that is prepared. */
  int prepared(String key, String sightings) {
    return Checks.ok(Reports.complain(client, Reports.complaint(key, sightings))).json().get("id").asInt();
  }

  Client.Reply withScreenshot(String key, int sighting, byte[] screenshot) {
    return client.postParts(
        "/api/v1/complaints",
        new Client.Parts()
            .field("complaint", Reports.complaint(key, "" + sighting))
            .file("screenshot", "s.png", screenshot));
  }

  @Override
  public void close() {
    server.close();
  }
}
