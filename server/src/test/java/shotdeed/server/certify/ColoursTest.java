package shotdeed.server.certify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;

/** A studio makes one shot of a garment into a listing for each of its colours. */
class ColoursTest {
  private static final String CERTIFICATES = "/api/v1/certificates";

  /** Blue leggings on a light wooden floor. */
  private static final byte[] BLUE = Photos.photo("dress");

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Client certified(String name) {
    Client client = server.newSeller(name);
    assertThat(upload(client, "blue.jpg", BLUE)).startsWith("first-passed");
    return client;
  }

  private static String upload(Client client, String name, byte[] file) {
    Client.Parts parts = new Client.Parts().field("unpublished", "true").file("file", name, file);
    var result = Checks.ok(client.postParts(CERTIFICATES, parts)).json().at("/results/0");
    return result.get("state").asText() + " " + result.get("code").asText() + " " + result.get("certificate").asInt();
  }

  /** Red and blue change places. */
  private static int exchanged(int rgb) {
    return (rgb & 0xFF) << 16 | rgb & 0xFF00 | rgb >> 16 & 0xFF;
  }

  private static boolean isBlue(int rgb) {
    return (rgb & 0xFF) > (rgb >> 16 & 0xFF) + 8;
  }

  @Test
  void the_same_shot_with_the_goods_in_another_colour_has_a_certificate_of_its_own_that_says_so() {
    Client client = certified("Leggings in two colours");
    String result = upload(client, "red.jpg", Photos.recoloured(BLUE, rgb -> isBlue(rgb) ? exchanged(rgb) : rgb));
    assertThat(result).startsWith("first-passed");
    assertThat(client.get(CERTIFICATES + "/" + result.split(" ")[2]).text()).contains("{\"kind\":\"recoloured\"");
  }

  @Test
  void another_tone_all_over_or_none_is_the_same_photograph() {
    Client client = certified("Leggings in other tones");
    assertThat(upload(client, "exchanged.jpg", Photos.recoloured(BLUE, ColoursTest::exchanged)))
        .startsWith("refused picture-altered-copy-certified");
    assertThat(upload(client, "grey.jpg", Photos.recoloured(BLUE, rgb -> (rgb >> 8 & 0xFF) * 0x010101)))
        .startsWith("refused picture-altered-copy-certified");
    assertThat(upload(client, "warmer.jpg", Photos.recoloured(BLUE, rgb -> rgb & 0xFFFF00 | (rgb & 0xFF) * 3 / 4)))
        .startsWith("refused picture-altered-copy-certified");
  }
}
