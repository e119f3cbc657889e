package shotdeed.server.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static shotdeed.server.certify.CertifyApiTest.upload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;

/** Whatever is uploaded at once: what is certified second was compared with what was certified first. */
class WholeAndPartAtOnceTest {
  private final TestServer server = TestServer.start();
  private final ExecutorService browsers = Executors.newFixedThreadPool(4);

  @AfterEach
  void stop() {
    browsers.shutdownNow();
    server.close();
  }

  /** A window that fingerprints anticipate, and details that only features find. */
  @ParameterizedTest
  @CsvSource({"coat, 60, 40, 320, 300", "coat, 120, 150, 260, 290", "dress, 130, 120, 270, 260", "shirt, 90, 90, 250, 250"})
  void a_photograph_and_a_part_of_it_from_two_browsers_are_one_certificate_and_a_refusal_that_names_it(
      String photo, int left, int top, int right, int bottom) throws Exception {
    byte[] whole = Photos.photo(photo);
    byte[] part = Photos.recompressed(Photos.part(whole, left, top, right, bottom), 3, 0.95f);
    Client client = server.newSeller("Both");
    List<JsonNode> results = atOnce(client, whole, part);
    JsonNode first = results.stream().filter(WholeAndPartAtOnceTest::taken).findFirst().orElseThrow();
    JsonNode second = results.stream().filter(result -> !taken(result)).findFirst().orElseThrow();
    boolean wholeFirst = first == results.get(0);
    assertThat(second.get("code").asText() + " " + second.get("existing").asInt())
        .isEqualTo((wholeFirst ? "picture-part-of-certified " : "picture-holds-certified ")
            + first.get("certificate").asInt());
  }

  @Test
  void of_four_sizes_of_a_photograph_at_once_one_is_certified() throws Exception {
    byte[] coat = Photos.photo("coat");
    List<JsonNode> results = atOnce(
        server.newSeller("Four"),
        coat,
        Photos.recompressed(coat, 1.1, 0.6f),
        Photos.recompressed(coat, 2, 0.9f),
        Photos.mirrored(coat));
    int certificate = results.stream().filter(WholeAndPartAtOnceTest::taken).findFirst().orElseThrow()
        .get("certificate").asInt();
    assertThat(results.stream().filter(result -> !taken(result)).toList())
        .hasSize(3)
        .allSatisfy(result -> {
          assertThat(result.get("code").asText()).isEqualTo("picture-altered-copy-certified");
          assertThat(result.get("existing").asInt()).isEqualTo(certificate);
        });
  }

  private static boolean taken(JsonNode result) {
    return result.get("state").asText().equals("first-passed");
  }

  private List<JsonNode> atOnce(Client client, byte[]... files) throws Exception {
    CyclicBarrier together = new CyclicBarrier(files.length);
    List<Future<JsonNode>> answers = new ArrayList<>();
    for (int i = 0; i < files.length; i++) {
      byte[] file = files[i];
      String name = i + ".jpg";
      answers.add(browsers.submit(() -> {
        together.await(60, TimeUnit.SECONDS);
        return upload(client, name, file).json().get("results").get(0);
      }));
    }
    List<JsonNode> results = new ArrayList<>();
    for (Future<JsonNode> answer : answers) {
      results.add(answer.get(120, TimeUnit.SECONDS));
    }
    return results;
  }
}
