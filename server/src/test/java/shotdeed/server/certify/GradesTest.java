package shotdeed.server.certify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;

/** Two grades: certified before publication, which is the owner's declaration, and registered after it. */
class GradesTest {
  private static final String UPLOADS = "/api/v1/certificates";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Client.Reply upload(Client client, String photo, String... fields) {
    Client.Parts parts = new Client.Parts();
    for (int i = 0; i < fields.length; i += 2) {
      parts.field(fields[i], fields[i + 1]);
    }
    return client.postParts(UPLOADS, parts.file("file", photo + ".jpg", Photos.photo(photo)));
  }

  private static int id(Client.Reply reply) {
    return Checks.ok(reply).json().at("/results/0/certificate").asInt();
  }

  private static String approved(int id) {
    return Checks.ok(server.admin().postJson(UPLOADS + "/" + id + "/second-review", "{\"decision\":\"approve\"}"))
        .json()
        .get("state")
        .asText();
  }

  @Test
  void a_published_photograph_is_registered_and_can_be_monitored() {
    Client client = server.newSeller("Published");
    int id = id(upload(
        client, "coat", "unpublished", "false", "firstPublished", "item.taobao.com/1", "publishedOn", "2025-03-08"));
    assertThat(approved(id)).isEqualTo("registered");
    assertThat(client.get(UPLOADS + "?state=registered").json().get("total").asInt()).isEqualTo(1);
    assertThat(client.get(UPLOADS + "?state=certified").json().get("total").asInt()).isZero();
    assertThat(client.get(UPLOADS + "/" + id).text())
        .contains("\"firstPublished\":\"item.taobao.com/1\",\"publishedOn\":\"2025-03-08\"");
    assertThat(Checks.ok(client.post(UPLOADS + "/" + id + "/monitor")).text())
        .contains("\"state\":\"monitored\",\"grade\":\"registered-after-publication\"");
    assertThat(Checks.ok(client.post(UPLOADS + "/" + id + "/pause")).text()).contains("\"state\":\"paused\"");
    assertThat(Checks.ok(client.post(UPLOADS + "/" + id + "/resume")).text()).contains("\"state\":\"monitored\"");
  }

  @Test
  void an_unpublished_photograph_is_certified_and_keeps_no_publication_that_was_typed_as_well() {
    Client client = server.newSeller("Unpublished");
    int id = id(upload(
        client, "dress", "unpublished", "true", "firstPublished", "somewhere", "publishedOn", "2025-03-08"));
    assertThat(approved(id)).isEqualTo("certified");
    assertThat(client.get(UPLOADS + "/" + id).text()).contains("\"firstPublished\":null,\"publishedOn\":null");
  }

  @Test
  void the_same_file_cannot_be_registered_and_certified() {
    Client client = server.newSeller("Both");
    int id = id(upload(
        client, "shirt", "unpublished", "false", "firstPublished", "own shop", "publishedOn", "2025-03-08"));
    Client.Reply again = Checks.ok(upload(client, "shirt", "unpublished", "true"));
    assertThat(again.json().at("/results/0/code").asText()).isEqualTo("picture-already-certified");
    assertThat(again.json().at("/results/0/existing").asInt()).isEqualTo(id);
    assertThat(approved(id)).isEqualTo("registered");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 'firstPublished, publishedOn'",
    "' ', 2025-03-08, firstPublished",
    "item.taobao.com/1, '', publishedOn",
  })
  void a_registration_without_place_or_day_is_refused_whole_and_says_what_is_missing(
      String place, String day, String missing) {
    Client client = server.newSeller("Missing " + missing);
    Client.Reply reply =
        upload(client, "coat", "unpublished", "false", "firstPublished", place, "publishedOn", day);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("code").asText()).isEqualTo("publication-missing");
    assertThat(reply.json().get("missing")).extracting(field -> field.asText()).containsExactly(missing.split(", "));
    assertThat(reply.json().get("detail").asText()).contains("Missing: " + missing + ".");
    assertThat(client.get(UPLOADS).json().get("total").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"yesterday", "2025-02-30", "1989-12-31", "2026-12-24", "+999999999-12-31"})
  void a_day_that_cannot_be_one_of_publication_is_refused_and_nothing_is_kept(String day) {
    Client client = server.newSeller("Day " + day);
    Client.Reply reply = upload(client, "coat", "firstPublished", "own shop", "publishedOn", day);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("code").asText()).isEqualTo("field-invalid");
    assertThat(reply.json().get("field").asText()).isEqualTo("publishedOn");
    assertThat(client.get(UPLOADS).json().get("total").asInt()).isZero();
  }
}
