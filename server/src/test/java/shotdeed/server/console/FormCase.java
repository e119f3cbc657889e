package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.proof.CameraFiles;

/** A seller with a monitored photograph of a coat, the owner at a browser, and complaints about copies of it. */
final class FormCase implements AutoCloseable {
  static final byte[] COAT = Photos.photo("coat");
  static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);
  static final byte[] ORIGINAL = CameraFiles.from("Canon", COAT);
  static final byte[] SERIES = CameraFiles.from("Canon", Photos.photo("dress"));
  static final byte[] ON_SET = CameraFiles.from("Canon", Photos.photo("shirt"));

  final TestServer server = TestServer.start();
  final Client device = server.newSeller("Willow");
  final int coat = server.monitored(device, COAT);
  final Person owner = owner("Willow's person");
  private int seen;

  Person owner(String name) {
    return Person.signedIn(
        server, TestAccounts.sessionOf(server.server().features(), name, server.now())).speaking("en");
  }

  /** Adds a file to the coat's proof folder. */
  void proof(String kind, String name, byte[] file) {
    String folder = "/certificates/" + coat + "/proof";
    Client.Reply reply =
        owner.send(owner.page(folder), folder, new Client.Parts().field("kind", kind).file("file", name, file));
    assertThat(reply.text()).contains("Files added to the proof folder: 1");
  }

  /** A coat's folder that has all that Taobao asks for. */
  void wholeFolder() {
    proof("camera-original", "IMG_0001.JPG", ORIGINAL);
    proof("series", "IMG_0002.JPG", SERIES);
    proof("on-set", "IMG_0003.JPG", ON_SET);
  }

  /** Number of a sighting of a copy on a new listing of a Taobao shop. */
  int sighting() {
    seen++;
    return Reports.sighting(device, "s-" + seen, "" + (1000 + seen), "70", COPY);
  }

  /** Number of a sighting as a browser reports it. */
  int sighting(String report, byte[] picture) {
    return Checks.ok(Reports.send(device, report, picture)).json().get("sighting").asInt();
  }

  /** Number of a complaint about as many listings of one shop. */
  int complaint(int listings) {
    StringBuilder numbers = new StringBuilder();
    for (int i = 0; i < listings; i++) {
      numbers.append(i == 0 ? "" : ",").append(sighting());
    }
    return complaintAbout(numbers.toString());
  }

  int complaintAbout(String sightings) {
    seen++;
    return Checks.ok(Reports.complain(device, Reports.complaint("c-" + seen, sightings))).json().get("id").asInt();
  }

  /** Ticks a place of a form. */
  Client.Reply tick(int complaint, String form, String slot) {
    return owner.post(
        "/complaints/" + complaint + "/files/release",
        "form", form, "slot", slot, "hand", "yes", "csrf", owner.csrf());
  }

  Client.Reply file(int complaint, String form, String name) {
    return owner.get("/complaints/" + complaint + "/files/" + form + "/1/" + name);
  }

  String page(int complaint, String form) {
    return owner.page("/complaints/" + complaint + "/files?form=" + form);
  }

  /** Of a page, what it says of a file. */
  static String item(String page, String name) {
    String after = page.substring(page.indexOf("<bdi>" + name + "</bdi>"));
    return after.substring(0, after.indexOf("</li>"));
  }

  /** Of a page, a place of the form. */
  static String slot(String page, String id) {
    String after = page.substring(page.indexOf("<h2 id=\"slot-" + id + "\">"));
    return after.substring(0, after.indexOf("</section>"));
  }

  @Override
  public void close() {
    server.close();
  }
}
