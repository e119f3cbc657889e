package shotdeed.server.complain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Reports;

/** How a seller's past complaints stand against what a marketplace asks for. Today is 21 November 2026. */
class AcceptanceRiskTest {
  private static final String ENTRY =
      "Amazon takes sellers into Project Zero whose complaints of the last 6 months were accepted to 90 % at least. ";
  private static final String STAY =
      "Project Zero takes its rights away from sellers of whose complaints less than 99 % were right. ";
  private static final String SOURCE =
      " Source: brandservices.amazon.com/projectzero/faq, 2026-11-21, read on that page.";

  private CoatCase desk;
  private int complaints;

  @BeforeEach
  void start() {
    desk = CoatCase.open();
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void nothing_decided_is_too_few_to_tell() {
    JsonNode risk = risk();
    assertThat(risk.get("acceptance").toString())
        .isEqualTo(
            "{\"accepted\":0,\"decided\":0,\"threshold\":99,\"source\":\"brandservices.amazon.com/projectzero/faq\"}");
    assertThat(texts(risk, "acceptance"))
        .containsExactly(
            "None of your complaints on Amazon has been decided yet: too few to tell how you stand.",
            ENTRY + "Yours: 0 decided in that time, too few to tell." + SOURCE,
            STAY + "Yours: 0 decided in that time, too few to tell." + SOURCE);
    assertThat(texts(risk, "acceptance-below")).isEmpty();
  }

  @Test
  void nine_decided_are_too_few_even_if_all_were_dismissed() {
    decided(9, "dismissed", "2026-11-01");
    JsonNode risk = risk();
    assertThat(texts(risk, "acceptance-below")).isEmpty();
    assertThat(texts(risk, "acceptance"))
        .contains("On Amazon 0 of your 9 decided complaints were accepted: too few to tell how you stand.");
  }

  @Test
  void nine_of_ten_are_enough_to_come_in_and_too_few_to_stay() {
    decided(8, "upheld", "2026-11-01");
    decided(1, "self-check", "2026-11-01");
    decided(1, "dismissed", "2026-11-01");
    decided(5, "withdrawn", "2026-11-01");
    JsonNode risk = risk();
    assertThat(risk.at("/acceptance/accepted").asInt()).isEqualTo(9);
    assertThat(risk.at("/acceptance/decided").asInt()).isEqualTo(10);
    assertThat(texts(risk, "acceptance"))
        .containsExactly(
            "On Amazon 9 of your 10 decided complaints were accepted (90 %).",
            ENTRY + "Yours: 9 of 10, enough." + SOURCE);
    assertThat(texts(risk, "acceptance-below")).containsExactly(STAY + "Yours: 9 of 10, less than that." + SOURCE);
    assertThat(risk.get("level").asText()).isEqualTo("note");
  }

  @Test
  void what_was_decided_more_than_six_months_ago_counts_for_one_threshold_only() {
    decided(10, "dismissed", "2026-05-20");
    decided(10, "upheld", "2026-05-21");
    JsonNode risk = risk();
    assertThat(texts(risk, "acceptance")).contains(ENTRY + "Yours: 10 of 10, enough." + SOURCE);
    assertThat(texts(risk, "acceptance-below")).containsExactly(STAY + "Yours: 10 of 20, less than that." + SOURCE);
  }

  @Test
  void complaints_on_another_marketplace_or_of_another_seller_do_not_count() {
    decided(10, "dismissed", "2026-11-01");
    sql("update complaint set site = 'www.ebay.com'");
    assertThat(risk().at("/acceptance/decided").asInt()).isZero();
  }

  @Test
  void a_marketplace_that_nobody_knows_has_no_threshold_and_no_law() {
    int sighting = sighting("shop.example.com");
    JsonNode risk = Checks.ok(desk.client().get("/api/v1/sightings/" + sighting + "/risk?language=en")).json();
    assertThat(risk.get("acceptance").isNull()).isTrue();
    assertThat(texts(risk, "liability"))
        .containsExactly(
            "A wrong complaint can make you liable. Which law holds for this marketplace is not known here.");
    assertThat(texts(risk, "proof-missing")).hasSize(2);
  }

  private JsonNode risk() {
    return Checks.ok(desk.client().get("/api/v1/sightings/" + sighting("www.amazon.com") + "/risk?language=en")).json();
  }

  private int sighting(String site) {
    String listing = desk.nextListing();
    String report = Reports.report("r-" + listing, "2026-11-21T07:59:30.000Z", "other", listing, "s" + listing, "Coat")
        .replace("item.taobao.com", site);
    return Checks.ok(Reports.send(desk.client(), report, CoatCase.COPY)).json().get("sighting").asInt();
  }

  /** Complaints that ended so on a day. */
  private void decided(int count, String result, String day) {
    if (complaints == 0) {
      desk.prepared("past-0", "" + sighting("www.amazon.com"));
    }
    for (int i = 0; i < count; i++) {
      complaints++;
      sql("insert into complaint (seller_id, account_id, client_key, state, market, site, shop_key, shop_id, shop_name,"
          + " prepared_at, stated_prepared_at, ownership_statement, manifest_sha256) select seller_id, account_id, 'past-"
          + complaints + "', state, market, site, shop_key, shop_id, shop_name, prepared_at, stated_prepared_at,"
          + " ownership_statement, manifest_sha256 from complaint where client_key = 'past-0'");
      sql("insert into complaint_outcome (complaint_id, result, decided_on, reason, note, account_id, recorded_at) select"
          + " id, '" + result + "', '" + day + "', '', '', account_id, '2026-11-21T08:00:00.000Z' from complaint where"
          + " client_key = 'past-" + complaints + "'");
    }
  }

  private void sql(String statement) {
    desk.server().server().features().database().write(handle -> handle.execute(statement));
  }

  private static List<String> texts(JsonNode risk, String code) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : risk.get("items")) {
      if (item.get("code").asText().equals(code)) {
        texts.add(item.get("text").asText());
      }
    }
    return texts;
  }
}
