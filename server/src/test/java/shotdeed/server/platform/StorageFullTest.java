package shotdeed.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;

class StorageFullTest {
  private static final String TITLE = "The server's disk is almost full";
  private static final String DETAIL =
      "Nothing was kept of this request; everything saved before is safe. Make room, then send it again.";

  private static final byte[] COAT = Photos.photo("coat");

  @TempDir private Path temporary;

  @Test
  void below_the_floor_uploads_are_refused_while_signing_in_and_reading_go_on() {
    try (TestServer server = TestServer.start(Long.MAX_VALUE >> 1)) {
      Client client = server.newSeller("Willow");
      Client.Parts upload = new Client.Parts().field("unpublished", "true").file("file", "coat.jpg", COAT);
      Checks.problem(client.postParts("/api/v1/certificates", upload), 507, "storage-full", TITLE, DETAIL, "");
      Checks.problem(
          Reports.send(client, Reports.report("full-1", "1", "7"), COAT), 507, "storage-full", TITLE, DETAIL, "");
      assertThat(client.get("/api/v1/certificates").status()).isEqualTo(200);
      assertThat(client.get("/api/v1/snapshot").status()).isEqualTo(200);
      String link = server.server().firstSignIn();
      Client.Reply signIn = server.anybody().postBody(
          "/sign-in",
          "application/x-www-form-urlencoded",
          ("code=" + link.substring(link.indexOf('=') + 1)).getBytes());
      assertThat(signIn.status()).isEqualTo(303);
    }
  }

  /** The body is none that could be read: what refuses it does not look at it. */
  @Test
  void below_the_floor_a_body_is_refused_by_its_stated_length_before_any_of_it_is_received() {
    try (TestServer server = TestServer.start(Long.MAX_VALUE >> 1)) {
      Client client = server.newSeller("Willow");
      for (String path : new String[] {"/api/v1/certificates", "/api/v1/sightings", "/api/v1/complaints"}) {
        Client.Reply reply = client.postBody(path, Client.Parts.CONTENT_TYPE, new byte[8 << 20]);
        Checks.problem(reply, 507, "storage-full", TITLE, DETAIL, "");
      }
    }
    try (TestServer server = TestServer.start()) {
      Client.Reply reply = server.newSeller("Willow")
          .postBody("/api/v1/sightings", Client.Parts.CONTENT_TYPE, new byte[8 << 20]);
      assertThat(reply.json().get("code").asText()).isEqualTo("multipart-invalid");
    }
  }

  @Test
  void room_is_refused_when_less_than_the_floor_would_be_left() throws Exception {
    long free = Files.getFileStore(temporary).getUsableSpace();
    FreeSpace space = new FreeSpace(temporary, free / 2);
    space.require(-1);
    space.require(1);
    assertThatThrownBy(() -> space.require(free - free / 8)).isInstanceOf(Refused.class);
  }

  /** On a file system of 8 MB, a few times what an empty store takes, where the machine lets a test mount one. */
  @Test
  void a_disk_that_runs_full_in_the_middle_loses_nothing_and_keeps_no_half_record() throws Exception {
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()), "this test needs to mount");
    try {
      TestServer server = TestServer.start(disk.resolve("data"), 0);
      try {
        Client client = server.newSeller("Willow");
        int before = server.monitored(client, COAT);
        fill(disk);
        byte[] large = Photos.asPng(Photos.recompressed(Photos.photo("shirt"), 2, 0.9f));
        Client.Parts upload = new Client.Parts().field("unpublished", "true").file("file", "shirt.png", large);
        Checks.problem(client.postParts("/api/v1/certificates", upload), 507, "storage-full", TITLE, DETAIL, "");
        Checks.problem(
            client.postStream(
                "/api/v1/certificates",
                Client.Parts.CONTENT_TYPE,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(upload.bytes()))),
            507,
            "storage-full",
            TITLE,
            DETAIL,
            "");
        Checks.problem(
            Reports.send(client, Reports.report("full-1", "1", "7"), Photos.asPng(COAT)),
            507,
            "storage-full",
            TITLE,
            DETAIL,
            "");
        Files.delete(disk.resolve("filler"));
        assertThat(client.get("/api/v1/certificates").json().get("total").asInt()).isEqualTo(1);
        assertThat(client.get("/api/v1/certificates?state=refused").json().get("total").asInt()).isZero();
        assertThat(client.get("/api/v1/sightings").json().get("total").asInt()).isZero();
        try (Stream<Path> leftovers = Files.list(disk.resolve("data").resolve("tmp"))) {
          assertThat(leftovers).isEmpty();
        }
        server.restart();
        assertThat(client.get("/api/v1/certificates/" + before).status()).isEqualTo(200);
        Reports.sighting(client, "full-1", "1", "7", Photos.asPng(COAT));
      } finally {
        server.close();
      }
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void on_a_full_disk_a_last_use_that_cannot_be_noted_stands_in_nobodys_way() throws Exception {
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()), "this test needs to mount");
    try {
      TestServer server = TestServer.start(disk.resolve("data"), 0);
      try {
        Client client = server.newSeller("Willow");
        Files.write(disk.resolve("filler"), new byte[(int) Files.getFileStore(disk).getUsableSpace()]);
        server.pass(java.time.Duration.ofHours(2));
        assertThat(client.get("/api/v1/certificates").status()).isEqualTo(200);
        Files.delete(disk.resolve("filler"));
      } finally {
        server.close();
      }
    } finally {
      run("umount", disk.toString());
    }
  }

  /** Leaves a few kilobytes, which is less than what follows needs. */
  private static void fill(Path disk) throws IOException {
    long free = Files.getFileStore(disk).getUsableSpace();
    Files.write(disk.resolve("filler"), new byte[(int) Math.max(0, free - 20_000)]);
  }

  private static boolean run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // there is no such command here
    }
  }
}
