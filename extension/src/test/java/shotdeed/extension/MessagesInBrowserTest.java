package shotdeed.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.extension.rig.ProbePage;
import shotdeed.wire.ComplaintSummary;
import shotdeed.wire.Handshake;
import shotdeed.wire.LookResult;
import shotdeed.wire.PairResponse;
import shotdeed.wire.Problem;
import shotdeed.wire.SightingResult;
import shotdeed.wire.WatchList;

/** The extension's own codecs, in a real browser, on the example files that the server is tested on. */
class MessagesInBrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static ProbePage page;

  @BeforeAll
  static void open() {
    page = new ProbePage();
  }

  @AfterAll
  static void close() {
    page.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PairRequest", "SeenListing", "SightingReport", "ComplaintRequest", "VisitReport", "CoverageReport"})
  void what_the_extension_writes_is_the_example_to_the_letter(String kind) throws IOException {
    assertThat(roundTrip(kind, example(kind))).isEqualTo(example(kind));
  }

  @Test
  void a_report_of_a_strip_names_its_slices_in_order() throws IOException {
    assertThat(roundTrip("SightingReport", example("SightingReport.strip"))).isEqualTo(example("SightingReport.strip"));
  }

  @Test
  void what_the_extension_reads_is_the_record_that_the_server_writes() throws IOException {
    assertReads("PairResponse", "PairResponse", PairResponse.class);
    assertReads("Handshake", "Handshake", Handshake.class);
    assertReads("Problem", "Problem", Problem.class);
    assertReads("SightingResult", "SightingResult", SightingResult.class);
    assertReads("SightingResult", "SightingResult.none", SightingResult.class);
    assertReads("LookResult", "LookResult", LookResult.class);
    assertReads("LookResult", "LookResult.raster", LookResult.class);
    assertReads("ComplaintSummary", "ComplaintSummary", ComplaintSummary.class);
    assertReads("WatchList", "WatchList", WatchList.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "shop             | shop             | pictures,shopless",
    "title            | title            | pictures,untitled",
    "shop,title       | title,shop       | pictures,bare",
    "main             | main             | large",
    "data             | data             | pictures,shown",
    "data,main,shop   | shop,main,data   | large,shown,shopless",
    "data,main,shop,title,price,shop | title,shop,main,data | large,shown,bare"
  })
  void what_a_page_lacks_is_told_with_what_works_all_the_same(String parts, String changed, String kept) {
    assertThat(pageShape("amazon", "", parts)).isEqualTo(shape(true, "amazon", changed, kept));
    assertThat(pageShape("amazon", "main", "main")).isEqualTo(shape(false, "amazon", "main", "large"));
  }

  @Test
  void of_a_page_that_is_as_known_again_and_of_one_of_no_known_site_nothing_is_told() {
    assertThat(pageShape("amazon", "main,shop", "")).isEqualTo(shape(true, "", "", ""));
    assertThat(pageShape("amazon", "", "")).isEqualTo(shape(false, "", "", ""));
    assertThat(pageShape("shop.example", "", "shop")).isEqualTo(shape(false, "", "", ""));
    assertThat(pageShape("amazon", "", "price")).isEqualTo(shape(false, "", "", ""));
  }

  private static String pageShape(String site, String before, String parts) {
    String said = "{\"before\":" + list(before) + ",\"parts\":" + list(parts) + "}";
    return (String) page.call("([site, parts]) => pageShape(site, parts)", List.of(site, said));
  }

  private static String shape(boolean differs, String site, String changed, String kept) {
    return "{\"differs\":%b,\"changedSite\":\"%s\",\"changed\":%s,\"kept\":%s}"
        .formatted(differs, site, list(changed), list(kept));
  }

  private static String list(String commas) {
    return commas.isEmpty() ? "[]" : "[\"" + commas.replace(",", "\",\"") + "\"]";
  }

  @Test
  void a_missing_member_is_named() {
    assertThatThrownBy(() -> roundTrip("PairResponse", "{\"token\":\"t\",\"account\":\"a\",\"device\":\"d\"}"))
        .hasMessageContaining("\"seller\" should be a text");
  }

  @Test
  void a_text_where_a_number_belongs_is_named() {
    assertThatThrownBy(
            () ->
                roundTrip(
                    "SightingResult",
                    "{\"clientKey\":\"k\",\"sighting\":\"5\",\"verdict\":\"none\",\"complaint\":0}"))
        .hasMessageContaining("\"sighting\" should be a whole number");
  }

  private static void assertReads(String kind, String file, Class<? extends Record> type) throws IOException {
    Record expected = JSON.readValue(example(file), type);
    assertThat(roundTrip(kind, example(file))).isEqualTo(expected.toString());
  }

  private static String roundTrip(String kind, String text) {
    return (String) page.call("([kind, text]) => roundTrip(kind, text)", List.of(kind, text));
  }

  private static String example(String name) throws IOException {
    try (InputStream in = MessagesInBrowserTest.class.getResourceAsStream("/wire/" + name + ".json")) {
      assertThat(in).as("wire/%s.json among the shared test resources", name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
