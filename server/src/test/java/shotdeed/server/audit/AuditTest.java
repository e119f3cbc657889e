package shotdeed.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Texts;

class AuditTest {
  private static final ReadAudit.Filter ALL = new ReadAudit.Filter(0, null, 0);

  private TestServer server;
  private Database database;
  private ReadAudit read;

  private record Somebody(int account, int seller, Integer device, boolean administers, boolean owns)
      implements Actor {}

  private static final Actor ADMIN = new Somebody(1, 1, null, true, true);

  @BeforeEach
  void start() {
    server = TestServer.start();
    database = server.server().features().database();
    read = new ReadAudit(database, () -> server.now());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_step_stands_with_who_when_what_and_whose() {
    Instant now = Instant.parse("2026-11-21T08:00:00Z");
    database.write(handle -> {
      Audit.did(handle, now, ADMIN, "certificate.approve", "certificate", 7, "first line\nsecond");
      return null;
    });
    assertThat(read.run(ADMIN, ALL, 1).entries())
        .singleElement()
        .isEqualTo(new ReadAudit.Entry(
            now, 1, "Admin", null, "My shop", "certificate.approve", "certificate", 7, null, "first line second"));
  }

  @Test
  void a_step_that_fails_leaves_no_entry() {
    assertThatThrownBy(() -> database.write(handle -> {
      Audit.did(handle, server.now(), ADMIN, "certificate.approve", "certificate", 7, "");
      throw new IllegalStateException("no");
    }));
    assertThat(read.run(ADMIN, ALL, 1).total()).isZero();
  }

  @Test
  void nobody_changes_or_deletes_an_entry() {
    database.write(handle -> {
      Audit.did(handle, server.now(), ADMIN, "certificate.approve", "certificate", 7, "");
      return null;
    });
    assertThatThrownBy(() -> database.write(handle -> handle.execute("update audit set details = 'x'")))
        .hasMessageContaining("the audit log is never changed");
    assertThatThrownBy(() -> database.write(handle -> handle.execute("delete from audit")))
        .hasMessageContaining("the audit log is never changed");
    assertThat(read.run(ADMIN, ALL, 1).total()).isEqualTo(1);
  }

  @Test
  void looking_at_one_thing_again_within_an_hour_is_noted_once() {
    Instant first = server.now();
    for (Duration after : List.of(Duration.ZERO, Duration.ofMinutes(59), Duration.ofMinutes(61))) {
      Audit.looked(database, first.plus(after), ADMIN, 1, "original.look", "certificate", 3);
    }
    Audit.looked(database, first, ADMIN, 1, "original.look", "certificate", 4);
    assertThat(read.run(ADMIN, ALL, 1).entries()).extracting(ReadAudit.Entry::id).containsExactly(4, 3, 3);
  }

  @Test
  void an_owner_reads_what_concerns_their_own_seller_whoever_did_it_and_whatever_they_ask_for() {
    server.newSeller("Willow");
    database.write(handle -> {
      Audit.did(handle, server.now(), ADMIN, 2, "certificate.approve", "certificate", 7, "");
      Audit.did(handle, server.now(), ADMIN, "certificate.approve", "certificate", 8, "");
      return null;
    });
    Actor owner = new Somebody(2, 2, null, false, true);
    for (int asked : new int[] {0, 1, 2}) {
      ReadAudit.Page page = read.run(owner, new ReadAudit.Filter(1, null, asked), 1);
      assertThat(page.entries()).extracting(ReadAudit.Entry::id).containsExactly(7);
      assertThat(page.people()).extracting(ReadAudit.Person::name).containsExactly("Admin", "Willow's person");
    }
    assertThat(read.run(ADMIN, new ReadAudit.Filter(1, null, 2), 1).total()).isEqualTo(1);
    assertThat(read.run(ADMIN, new ReadAudit.Filter(2, "certificate.approve", 0), 1).total()).isZero();
    assertThat(read.run(ADMIN, new ReadAudit.Filter(0, "browser.revoke", 0), 1).total()).isZero();
  }

  @Test
  void a_member_reads_none_of_it() {
    assertThatThrownBy(() -> read.run(new Somebody(2, 1, null, false, false), ALL, 1))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.error()).isEqualTo(Errors.NOT_ALLOWED));
  }

  @Test
  void a_revoked_browser_is_on_record_and_one_that_was_not_there_is_not() {
    Client willow = server.newSeller("Willow");
    int device = willow.get("/api/v1/devices").json().get(0).get("id").asInt();
    assertThat(server.newSeller("Rowan").post("/api/v1/devices/" + device + "/revoke").status()).isEqualTo(404);
    willow.post("/api/v1/devices/" + device + "/revoke");
    assertThat(read.run(ADMIN, new ReadAudit.Filter(0, "browser.revoke", 0), 1).entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.accountName() + " " + entry.device() + " " + entry.id())
            .isEqualTo("Willow's person Browser " + device));
  }

  @Test
  void the_way_from_photograph_to_complaint_is_on_record() {
    Client willow = server.newSeller("Willow");
    byte[] coat = Photos.photo("coat");
    server.monitored(willow, coat);
    int sighting = Reports.sighting(willow, "k-1", "1", "7", Photos.recompressed(coat, 0.75, 0.6f));
    int complaint =
        Checks.ok(Reports.complain(willow, Reports.complaint("c-1", "" + sighting))).json().get("id").asInt();
    willow.get("/api/v1/complaints/" + complaint + "/evidence.zip");
    willow.postJson("/api/v1/complaints/" + complaint + "/submitted", "{\"caseNumber\":\"TB-1\"}");
    willow.postJson("/api/v1/complaints/" + complaint + "/submitted", "{\"caseNumber\":\"TB-1\"}");
    assertThat(read.run(ADMIN, new ReadAudit.Filter(0, null, 2), 1).entries())
        .extracting(ReadAudit.Entry::action)
        .containsSubsequence("complaint.submit", "evidence.bundle", "complaint.prepare", "certificate.monitor")
        .doesNotHaveDuplicates();
  }

  @Test
  void a_reviewer_who_looks_at_a_sellers_photograph_and_an_owner_who_downloads_it_are_on_record() {
    Client willow = server.newSeller("Willow");
    Checks.ok(willow.postParts(
        "/api/v1/certificates",
        new Client.Parts().field("unpublished", "true").file("file", "a.jpg", Photos.photo("coat"))));
    server.admin().get("/api/v1/certificates/1/picture?size=thumb");
    willow.get("/api/v1/certificates/1/picture?size=thumb");
    assertThat(read.run(ADMIN, new ReadAudit.Filter(0, "picture.look", 2), 1).entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.accountName()).isEqualTo("Admin"));
  }

  @Test
  void every_action_that_is_put_on_record_has_words_in_every_language() throws IOException {
    Set<String> actions = new TreeSet<>();
    Pattern call = Pattern.compile("Audit\\.(?:did|looked|server)\\([^;]*?\"([a-z-]+\\.[a-z.-]+)\"", Pattern.DOTALL);
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher found = call.matcher(Files.readString(source));
        while (found.find()) {
          actions.add(found.group(1));
        }
      }
    }
    assertThat(actions).contains("browser.revoke");
    for (Language language : Language.values()) {
      for (String action : actions) {
        assertThat(Texts.in(language).keys()).contains("audit.did." + action);
      }
    }
  }
}
