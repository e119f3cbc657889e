package shotdeed.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.platform.FileStore;

/** What a start does with files that a crash between storing and recording left behind. */
class StoredFilesTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] AVIF =
      HexFormat.of().parseHex("0000001c667479706176696600000000617669666d696631" + "6d696166");

  private TestServer server;
  private Client client;
  private FileStore files;

  @BeforeEach
  void start() {
    server = TestServer.start();
    client = server.newSeller("Willow");
    files = new FileStore(server.data().resolve("files"), server.data().resolve("tmp"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** A certificate, a sighting, one judged by a raster, and a complaint with a screenshot about both. */
  private int complaint() {
    server.monitored(client, COAT);
    byte[] copy = Photos.recompressed(COAT, 0.75, 0.6f);
    int first = Reports.sighting(client, "first", "1", "7", copy);
    Client.Parts parts = new Client.Parts()
        .field("report", Reports.report("avif", "2", "7"))
        .file("picture", "a.avif", AVIF)
        .file("raster", "a.png", Photos.asPng(copy));
    int second = Checks.ok(client.postParts("/api/v1/sightings", parts)).json().get("sighting").asInt();
    return Checks.ok(client.postParts(
            "/api/v1/complaints",
            new Client.Parts()
                .field("complaint", Reports.complaint("c", first + "," + second))
                .file("screenshot", "s.png", Photos.asPng(Photos.photo("shirt")))))
        .json()
        .get("id")
        .asInt();
  }

  private Set<String> stored() throws IOException {
    try (Stream<Path> all = Files.walk(server.data().resolve("files"))) {
      return all.filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private void age(Duration age) throws IOException {
    FileTime time = FileTime.from(Instant.now().minus(age));
    for (String name : stored()) {
      Files.setLastModifiedTime(files.path(name), time);
    }
  }

  private int swept() throws Exception {
    server.restart();
    return server.server().swept().get();
  }

  private byte[] sealed(int complaint) throws IOException {
    Client.Reply bundle = Checks.ok(client.get("/api/v1/complaints/" + complaint + "/evidence.zip?screenshot=true"));
    return Zips.parts(bundle.bytes()).get("sealed.txt");
  }

  private String orphan(String content) throws IOException {
    return files.put(content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void only_files_that_nothing_refers_to_go_and_only_after_a_day() throws Exception {
    int complaint = complaint();
    byte[] evidence = sealed(complaint);
    Set<String> referred = stored();
    // Original, picture, AVIF, raster, screenshot, certificate's record, manifest, sealed list.
    assertThat(referred).hasSize(8);
    String old = orphan("left behind two days ago");
    age(Duration.ofDays(2));
    String young = orphan("left behind just now");
    Path foreign = Files.write(server.data().resolve("files").resolve("README"), new byte[1]);
    Files.setLastModifiedTime(foreign, FileTime.from(Instant.now().minus(Duration.ofDays(9))));

    assertThat(swept()).isEqualTo(1);
    assertThat(stored()).containsAll(referred).contains(young, "README").doesNotContain(old).hasSize(10);
    assertThat(swept()).isZero();

    assertThat(sealed(complaint)).isEqualTo(evidence);
    assertThat(client.get("/api/v1/sightings/2/picture").bytes()).isEqualTo(AVIF);
  }

  @Test
  void every_slice_of_a_strip_is_referred_to() throws Exception {
    server.monitored(client, COAT);
    List<byte[]> slices = Photos.slices(COAT, 750, 210, 530);
    Checks.ok(Reports.send(client, Reports.strip("strip", "1", 3), slices));
    Set<String> referred = stored();
    assertThat(referred).hasSize(4);
    age(Duration.ofDays(2));
    assertThat(swept()).isZero();
    assertThat(stored()).isEqualTo(referred);
    assertThat(client.get("/api/v1/sightings/1/picture?slice=3").bytes()).isEqualTo(slices.get(2));
  }

  @Test
  void nothing_goes_while_a_manifest_cannot_be_read() throws Exception {
    int complaint = complaint();
    String manifest = client.get("/api/v1/complaints/" + complaint).json().get("manifestSha256").asText();
    Files.write(files.path(manifest), "{}".getBytes(StandardCharsets.UTF_8));
    orphan("left behind");
    age(Duration.ofDays(2));
    Set<String> before = stored();
    assertThat(swept()).isZero();
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void a_database_that_knows_hardly_any_of_many_files_is_not_believed() throws Exception {
    server.certified(client, COAT);
    for (int i = 0; i < 101; i++) {
      orphan("of another database " + i);
    }
    age(Duration.ofDays(2));
    assertThat(swept()).isZero();
    assertThat(stored()).hasSize(102);
    Files.delete(files.path(orphan("of another database 0")));
    assertThat(swept()).isEqualTo(100);
    assertThat(stored()).isEqualTo(Set.copyOf(List.of(shotdeed.server.platform.Secrets.sha256(COAT))));
  }
}
