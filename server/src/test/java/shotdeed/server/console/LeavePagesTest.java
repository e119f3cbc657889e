package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.Zips;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.platform.Secrets;

/** An owner exports everything, and closes the shop. */
class LeavePagesTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);

  private TestServer server;
  private Client willow;
  private Person owner;
  private int complaint;

  @BeforeEach
  void start() {
    server = TestServer.start();
    willow = server.newSeller("Willow");
    server.monitored(willow, COAT);
    int sighting = Reports.sighting(willow, "k-1", "1", "7", COPY);
    complaint = Checks.ok(Reports.complain(willow, Reports.complaint("c-1", "" + sighting))).json().get("id").asInt();
    server.certified(server.newSeller("Rowan"), Photos.photo("dress"));
    owner = Person.signedIn(
            server, TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now()))
        .speaking("en");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Map<String, byte[]> exported() throws IOException {
    Client.Reply reply = owner.submit(owner.page("/leave"), "/leave/export");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/zip");
    assertThat(reply.header("Content-Disposition")).isEqualTo("attachment; filename=\"shotdeed-seller-2.zip\"");
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(reply.bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  @Test
  void the_export_holds_everything_of_the_seller_and_nothing_of_another() throws IOException {
    Map<String, byte[]> parts = exported();
    assertThat(parts).doesNotContainKey("missing.txt");
    assertThat(parts.get("certificates/1.jpeg")).isEqualTo(COAT);
    assertThat(parts.get("sightings/1.jpeg")).isEqualTo(COPY);
    Map<String, byte[]> sealed = Zips.parts(parts.get("complaints/" + complaint + "/sealed.zip"));
    Map<String, byte[]> bundle =
        Zips.parts(willow.get("/api/v1/complaints/" + complaint + "/evidence.zip").bytes());
    assertThat(sealed).containsKeys("manifest.json", "sealed.txt", "sighting-1/picture.jpg");
    sealed.forEach((path, content) -> assertThat(bundle.get(path)).as(path).isEqualTo(content));
    JsonNode certificates = TestServer.json(parts.get("certificates.json"));
    assertThat(certificates).hasSize(1);
    assertThat(certificates.get(0).get("sha256").asText()).isEqualTo(Secrets.sha256(COAT));
    assertThat(TestServer.json(parts.get("sightings.json"))).hasSize(1);
    assertThat(TestServer.json(parts.get("people.json")).get(0).get("role").asText()).isEqualTo("owner");
    assertThat(TestServer.json(parts.get("earlier-case-numbers.json"))).isEmpty();
    StringBuilder all = new StringBuilder();
    parts.forEach((name, bytes) -> all.append(name.endsWith(".json") ? new String(bytes, StandardCharsets.UTF_8) : ""));
    assertThat(all.toString()).doesNotContain("Rowan", "token_hash", "password").contains("seller.export");
  }

  @Test
  void proofs_are_exported_byte_for_byte_with_what_they_are_used_for() throws IOException {
    byte[] raw = "II*\0 not a picture that this program decodes".getBytes(StandardCharsets.UTF_8);
    String folder = "/certificates/1/proof";
    owner.send(owner.page(folder), folder, new Client.Parts().field("kind", "raw").file("file", "IMG_1.CR3", raw));
    Map<String, byte[]> parts = exported();
    assertThat(parts.get("proofs/1.bin")).isEqualTo(raw);
    assertThat(TestServer.json(parts.get("proofs.json")).get(0).get("name").asText()).isEqualTo("IMG_1.CR3");
    assertThat(TestServer.json(parts.get("proof-uses.json")).get(0).get("kind").asText()).isEqualTo("raw");
  }

  @Test
  void a_file_that_is_lost_is_named_and_the_rest_is_there() throws IOException {
    String lost = Secrets.sha256(COAT);
    try (Stream<Path> files = Files.walk(server.data().resolve("files"))) {
      for (Path file : files.filter(path -> path.endsWith(lost)).toList()) {
        Files.delete(file);
      }
    }
    Map<String, byte[]> parts = exported();
    assertThat(new String(parts.get("missing.txt"), StandardCharsets.UTF_8)).contains("certificates/1.jpeg " + lost);
    assertThat(parts).containsKey("sightings/1.jpeg");
  }

  @Test
  void closing_needs_the_shops_name_and_ends_every_way_in() {
    Client.Reply mistyped = owner.submit(owner.page("/leave"), "/leave/close", "shopName", "willow");
    assertThat(mistyped.status()).isEqualTo(400);
    assertThat(mistyped.text()).contains("Type the shop's name exactly as it stands there");
    assertThat(owner.get("/").status()).isEqualTo(200);
    String invitation = TeamPagesTest.linkOf(
        owner.submit(owner.page("/team"), "/team/invite", "name", "Li Na", "role", "member").text());
    owner.submit(owner.page("/leave"), "/leave/close", "shopName", "Willow");
    assertThat(owner.get("/").status()).isEqualTo(401);
    assertThat(willow.get("/api/v1/handshake").status()).isEqualTo(401);
    assertThat(new Person(server).get(invitation).status()).isEqualTo(403);
    Person admin = Person.admin(server);
    assertThat(admin.page("/sellers")).contains("Closed").contains("Certificates: 1");
    assertThat(admin.page("/sellers/2")).doesNotContain("Willow&#39;s person", "Li Na");
    assertThat(admin.page("/audit")).contains("Shop closed").doesNotContain("Willow's person", "Li Na");
    assertThat(admin.post("/sellers/2/invite", "csrf", admin.csrf(), "name", "X").status()).isEqualTo(404);
  }

  @Test
  void closing_takes_the_names_of_browsers_and_people_out_of_reports() throws IOException {
    String told = "{\"day\":\"2026-11-21\",\"markets\":[]}";
    willow.send("PUT", "/api/v1/coverage", "application/json", told.getBytes(StandardCharsets.UTF_8));
    owner.submit(owner.page("/reports"), "/reports", "days", "7");
    assertThat(coverageOfReports()).contains("Willow's person");
    Map<String, byte[]> parts = exported();
    assertThat(TestServer.json(parts.get("reports.json"))).hasSize(1);
    assertThat(TestServer.json(parts.get("report-lines.json"))).hasSize(1);
    assertThat(TestServer.json(parts.get("coverage-days.json"))).hasSize(1);
    owner.submit(owner.page("/leave"), "/leave/close", "shopName", "Willow");
    assertThat(coverageOfReports()).isEqualTo("{}");
  }

  private String coverageOfReports() {
    return server.server().features().database().read(handle ->
        handle.createQuery("select coverage from report").mapTo(String.class).one());
  }

  @Test
  void the_admin_who_closes_their_own_shop_still_runs_the_server() {
    Person admin = Person.admin(server);
    admin.submit(admin.page("/leave"), "/leave/close", "shopName", "My shop");
    Person again = new Person(server).speaking("en");
    String code = new shotdeed.server.account.CreateSignInLink(
        server.server().features().database(), server::now).run();
    again.submit(again.page("/sign-in?code=" + code), "/sign-in");
    assertThat(again.page("/sellers")).contains("Total: 3");
    assertThat(again.get("/upload").status()).isEqualTo(403);
    assertThat(again.get("/leave").status()).isEqualTo(403);
  }

  @Test
  void a_member_neither_exports_nor_closes() {
    String link = TeamPagesTest.linkOf(
        owner.submit(owner.page("/team"), "/team/invite", "name", "Li Na", "role", "member").text());
    Person li = new Person(server);
    String good = "linden paper seventeen";
    li.submit(li.page(link), "/invitation", "name", "Li Na", "password", good, "repeated", good);
    assertThat(li.get("/leave").status()).isEqualTo(403);
    assertThat(li.post("/leave/export", "csrf", li.csrf()).status()).isEqualTo(403);
    assertThat(li.post("/leave/close", "csrf", li.csrf(), "shopName", "Willow").status()).isEqualTo(403);
  }
}
