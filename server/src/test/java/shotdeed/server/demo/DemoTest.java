package shotdeed.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.fingerprint.Hash256;
import shotdeed.fingerprint.Kernel;
import shotdeed.server.account.Pairing;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Json;
import shotdeed.wire.Match;
import shotdeed.wire.MatchRequest;
import shotdeed.wire.MatchResponse;
import shotdeed.wire.PairRequest;
import shotdeed.wire.PairResponse;
import shotdeed.wire.QueryFingerprint;
import shotdeed.wire.QueryPicture;

class DemoTest {
  @TempDir static Path folder;

  private static Demo demo;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    demo = new Demo();
    demo.start(new Demo.Options(folder.resolve("data"), 0, 0, null), InstantSource.system());
    String link = demo.seller().pairingLink(demo.server().origin());
    String code = link.substring(link.indexOf('#') + 1);
    token = Visitor.post(
            demo.server().origin() + "/api/v1/pair", null, new PairRequest(code, "Test"), PairResponse.class)
        .token();
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void every_stolen_picture_is_a_copy_of_the_named_certificate_by_the_servers_own_match() throws Exception {
    List<Answers.Stolen> stolen = demo.market().answers().stolen();
    assertThat(stolen).hasSizeGreaterThanOrEqualTo(8);
    for (Answers.Stolen copy : stolen) {
      assertThat(matches(copy.picture()))
          .as("%s (%s)", copy.picture(), copy.how())
          .extracting(Match::certificate, Match::verdict)
          .containsExactly(tuple(copy.certificate(), "copy"));
    }
  }

  @Test
  void no_honest_picture_is_a_copy_of_anything() throws Exception {
    List<String> honest = demo.market().answers().honestPictures();
    assertThat(honest).hasSizeGreaterThanOrEqualTo(8);
    for (String picture : honest) {
      assertThat(matches(picture)).as(picture).isEmpty();
    }
  }

  private static List<Match> matches(String picture) throws Exception {
    List<QueryFingerprint> prints = new ArrayList<>();
    for (Kernel.Query query : new Kernel().query(new PictureDecoder().decode(Visitor.get(picture).body()).luma())) {
      for (Hash256 form : query.forms()) {
        if (form != null) {
          prints.add(new QueryFingerprint(form.toString(), query.quality(), query.region()));
        }
      }
    }
    MatchRequest request = new MatchRequest(Kernel.VERSION, List.of(new QueryPicture("p", prints)));
    return Visitor.post(demo.server().origin() + "/api/v1/match", token, request, MatchResponse.class)
        .pictures().get(0).matches();
  }

  @Test
  void its_seller_has_eight_certificates_in_the_monitor_library() {
    assertThat(demo.server().features().listCertificates().own(demo.seller().caller(), null, 1).certificates())
        .extracting(certificate -> certificate.state().text())
        .containsExactly(
            "monitored", "monitored", "monitored", "monitored", "monitored", "monitored", "monitored", "monitored");
  }

  @Test
  void every_listing_names_item_and_seller_for_programs_and_says_that_it_is_a_demo() throws Exception {
    for (String url : listings()) {
      HttpResponse<byte[]> response = Visitor.get(url);
      String page = new String(response.body(), StandardCharsets.UTF_8);
      assertThat(response.statusCode()).as(url).isEqualTo(200);
      assertThat(page).contains(
          "<meta property=\"og:title\" content=\"",
          "the shops and the goods are invented",
          "店铺和商品都是虚构的",
          "Taobao&#39;s rule book",
          "淘宝的规则");
      JsonNode product = Json.read(data(page).getBytes(StandardCharsets.UTF_8), JsonNode.class);
      assertThat(product.at("/@type").asText()).isEqualTo("Product");
      assertThat(url).endsWith("/item/" + product.at("/sku").asText());
      assertThat(product.at("/offers/seller/name").asText())
          .isIn("棉麻日记 Cotton Diary", "潮流搬运铺 Trend Mover", "小鹿衣橱 Fawn Closet");
      assertThat(product.at("/offers/seller/@id").asText()).startsWith(demo.market().origin() + "/#");
    }
  }

  private static String data(String page) {
    String start = "<script type=\"application/ld+json\">";
    int from = page.indexOf(start) + start.length();
    return page.substring(from, page.indexOf("</script>", from));
  }

  @Test
  void pages_load_nothing_from_elsewhere_and_everything_they_load_is_there() throws Exception {
    Set<String> pages = new LinkedHashSet<>(listings());
    pages.add(demo.market().origin() + "/");
    pages.add(demo.market().origin() + "/about");
    Set<String> resources = new LinkedHashSet<>();
    for (String page : pages) {
      Matcher loaded = Pattern.compile(" (?:src|data-src|data-zoom-src|srcset|href)=\"([^\"]+)\"")
          .matcher(Visitor.text(page));
      while (loaded.find()) {
        if (!loaded.group(1).startsWith("data:")) {
          for (String candidate : loaded.group(1).split(", ")) {
            resources.add(candidate.split(" ")[0]);
          }
        }
      }
    }
    assertThat(resources).contains("/pictures/720001-g1.jpg", "/pictures/720001-d2.jpg", "/market.css", "/market.js");
    for (String resource : resources) {
      String url = resource.startsWith("/") ? demo.market().origin() + resource : resource;
      assertThat(url).startsWith(demo.market().origin() + "/");
      assertThat(Visitor.get(url).statusCode()).as(url).isEqualTo(200);
    }
  }

  @Test
  void detail_pictures_come_in_two_widths_or_lazily() throws Exception {
    assertThat(Visitor.text(demo.market().origin() + "/item/720001")).contains(
        "srcset=\"/pictures/720001-d1-300.jpg 300w, /pictures/720001-d1.jpg 400w\"",
        "data-src=\"/pictures/720001-d2.jpg\"",
        "src=\"/pictures/720001-g2-80.jpg\" data-zoom-src=\"/pictures/720001-g2.jpg\"");
  }

  @Test
  void the_answers_are_there_for_tests_and_for_people() throws Exception {
    JsonNode answers = Json.read(Visitor.get(demo.market().origin() + "/demo.json").body(), JsonNode.class);
    JsonNode first = answers.at("/stolen/0");
    assertThat(first.at("/url").asText()).isEqualTo(demo.market().origin() + "/item/720001");
    assertThat(first.at("/picture").asText()).isEqualTo(demo.market().origin() + "/pictures/720001-g1.jpg");
    assertThat(first.at("/how").asText()).isEqualTo("recompressed");
    assertThat(first.at("/certificate").asInt()).isEqualTo(1);
    assertThat(answers.at("/honest/0").asText()).isEqualTo(demo.market().origin() + "/item/610001");
    assertThat(Visitor.text(demo.market().origin() + "/about")).contains(
        "720001-g1.jpg", "缩小并压缩", "Smaller, compressed again", "CC0 1.0");
  }

  @Test
  void the_marketplace_answers_only_what_it_has() throws Exception {
    assertThat(Visitor.get(demo.market().origin() + "/item/../../x").statusCode()).isEqualTo(404);
    assertThat(Visitor.get(demo.market().origin() + "/item/1").statusCode()).isEqualTo(404);
    assertThat(Visitor.method("POST", demo.market().origin() + "/")).isEqualTo(405);
    assertThat(Visitor.method("HEAD", demo.market().origin() + "/")).isEqualTo(200);
  }

  @Test
  void a_pairing_link_stands_behind_the_servers_address() {
    assertThat(demo.seller().pairingLink(demo.server().origin()))
        .startsWith(Pairing.link(demo.server().origin(), ""));
  }

  private static Set<String> listings() {
    Set<String> urls = new LinkedHashSet<>(demo.market().answers().honest());
    demo.market().answers().stolen().forEach(stolen -> urls.add(stolen.url()));
    assertThat(urls).hasSize(9);
    return urls;
  }

  @Test
  void every_certified_photograph_is_stolen_somewhere_and_every_change_is_shown() throws IOException {
    Catalogue catalogue = Catalogue.load();
    Set<String> stolen = new LinkedHashSet<>();
    Set<String> changes = new LinkedHashSet<>();
    for (Catalogue.Listing listing : catalogue.listings()) {
      List<Catalogue.Shown> all = new ArrayList<>(listing.gallery());
      all.addAll(listing.detail());
      for (Catalogue.Shown shown : all) {
        if (shown.stolen()) {
          stolen.add(shown.photo());
          changes.add(shown.how());
        }
      }
    }
    assertThat(stolen).containsExactlyInAnyOrderElementsOf(
        catalogue.certified().stream().map(Catalogue.Certified::photo).toList());
    assertThat(changes).containsExactlyInAnyOrder(
        "same-file", "recompressed", "mirrored", "brightened", "cropped", "collage", "screenshot");
  }
}
