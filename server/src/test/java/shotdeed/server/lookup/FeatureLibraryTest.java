package shotdeed.server.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.feature.Features;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;

/** The library of a running server, asked directly. */
class FeatureLibraryTest {
  private static final Features COAT = Looks.query(Photos.recompressed(Photos.photo("coat"), 0.6, 0.5f));
  private static final Features DRESS = Looks.query(Photos.mirrored(Photos.photo("dress")));

  private static TestServer server;

  private Client willow;
  private int shirt;
  private int seller;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void a_seller_with_a_monitored_shirt() {
    willow = server.newSeller("Willow");
    shirt = server.monitored(willow, Photos.photo("shirt"));
    seller = sellerOf(shirt);
  }

  private int sellerOf(int certificate) {
    return server.server().features().database().read(
        handle ->
            handle.select("select seller_id from certificate where id = ?", certificate).mapTo(int.class).one());
  }

  private List<Integer> found(int seller, Features picture) {
    return server.server().features().featureLibrary().search(seller, picture, 10).stream()
        .map(FeatureIndex.Candidate::certificate)
        .toList();
  }

  private void step(int certificate, String step) {
    Checks.ok(willow.post("/api/v1/certificates/" + certificate + "/" + step));
  }

  @Test
  void a_certificate_is_found_from_the_first_search_after_it_is_monitored() {
    assertThat(found(seller, COAT)).isSubsetOf(shirt);
    int coat = server.certified(willow, Photos.photo("coat"));
    assertThat(found(seller, COAT)).isSubsetOf(shirt);
    step(coat, "monitor");
    assertThat(found(seller, COAT)).startsWith(coat);
    int dress = server.monitored(willow, Photos.photo("dress"));
    assertThat(found(seller, DRESS)).startsWith(dress);
    assertThat(found(seller, COAT)).startsWith(coat);
  }

  @Test
  void a_certificate_is_not_found_from_the_first_search_after_it_is_paused_or_retired() {
    int coat = server.monitored(willow, Photos.photo("coat"));
    assertThat(found(seller, COAT)).startsWith(coat);
    step(coat, "pause");
    assertThat(found(seller, COAT)).doesNotContain(coat);
    step(coat, "resume");
    assertThat(found(seller, COAT)).startsWith(coat);
    step(coat, "retire");
    assertThat(found(seller, COAT)).doesNotContain(coat);
  }

  @Test
  void of_the_same_photograph_each_seller_finds_the_own_certificate_only() {
    Client birch = server.newSeller("Birch");
    int own = server.monitored(willow, Photos.photo("coat"));
    int others = server.monitored(birch, Photos.photo("coat"));
    int other = sellerOf(others);
    assertThat(other).isNotEqualTo(seller);
    assertThat(found(seller, COAT)).startsWith(own).doesNotContain(others);
    assertThat(found(other, COAT)).containsExactly(others);
    Checks.ok(birch.post("/api/v1/certificates/" + others + "/retire"));
    assertThat(found(other, COAT)).isEmpty();
    assertThat(found(seller, COAT)).startsWith(own);
  }

  @Test
  void a_seller_without_certificates_finds_nothing() {
    assertThat(found(seller + 1_000, COAT)).isEmpty();
  }

  @Test
  void a_picture_without_features_finds_nothing() {
    assertThat(found(seller, Looks.none(300, 300))).isEmpty();
    assertThat(found(seller, Looks.query(Photos.plain(300, 300)))).isEmpty();
  }

  @Test
  void after_a_restart_the_same_is_found() {
    int coat = server.monitored(willow, Photos.photo("coat"));
    int retired = server.monitored(willow, Photos.photo("dress"));
    step(retired, "retire");
    List<Integer> before = found(seller, COAT);
    server.restart();
    assertThat(found(seller, COAT)).startsWith(coat).isEqualTo(before);
    assertThat(found(seller, DRESS)).doesNotContain(retired);
  }
}
