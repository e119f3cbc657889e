package shotdeed.server.complain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;

/** What a complaint risks for the seller, as it is told. */
class RiskApiTest {
  private static RiskCase desk;

  @BeforeAll
  static void start() {
    desk = new RiskCase();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void where_nothing_speaks_against_it_what_was_checked_is_said() {
    JsonNode risk = desk.risk(desk.coat().sighting(desk.nextShop()), "en");
    assertThat(desk.codes(risk, "none")).contains("licence-checked", "own-shop-checked", "dispute-checked", "liability");
    assertThat(desk.codes(risk, "note")).containsOnly("proof-missing");
    assertThat(risk.get("statement").asText())
        .isEqualTo("I own these photographs and did not license them to this shop.");
    assertThat(risk.get("acceptance").isNull()).isTrue();
    assertThat(desk.text(risk, "liability"))
        .isEqualTo(
            "Whoever gives a wrong notice has to make good the harm; whoever does so in bad faith pays double"
                + " (E-commerce Law, article 42). Source: hrfabao.com/falvtiao/6471765.html, 2026-11-21, read on that"
                + " page.");
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'The camera original is missing. Taobao may reject the complaint without it.'",
    "zh-CN, 缺少相机原图。没有它，淘宝可能不受理投诉。",
    "zh-TW, 缺少相機原圖。少了它，淘寶可能不受理投訴。"
  })
  void missing_proof_is_named_in_the_language_asked_for(String language, String first) {
    assertThat(desk.text(desk.risk(desk.coat().sighting(desk.nextShop()), language), "proof-missing")).isEqualTo(first);
  }

  @Test
  void a_licence_that_is_over_is_told_and_asks_for_nothing() {
    String shop = desk.nextShop();
    int sighting = desk.coat().sighting(shop);
    int licence = desk.licence(shop, "", "2026-10-31");
    JsonNode risk = desk.risk(sighting, "en");
    assertThat(desk.text(risk, "licence-ended"))
        .isEqualTo(
            "Licence " + licence + " let this shop use the photograph; its last day was 2026-10-31. Make sure that it may"
                + " not still sell off what it has.");
    desk.coat().prepared("over-" + shop, "" + sighting);
  }

  @Test
  void a_licence_for_other_photographs_is_told() {
    String shop = desk.nextShop();
    int sighting = desk.coat().sighting(shop);
    int licence = desk.licence(shop, "", null);
    desk.sql("update licence set whole = 0 where id = " + licence);
    assertThat(desk.text(desk.risk(sighting, "en"), "licence-other"))
        .isEqualTo("Licence " + licence + " of this shop is for other photographs of yours.");
  }

  @Test
  void a_shop_of_the_name_of_a_licensed_one_asks_for_a_reason() {
    String shop = desk.nextShop();
    int sighting = desk.coat().sighting(shop);
    int licence = desk.licence("another-number", "ＳＨＯＰ " + shop + " 旗舰店", null);
    assertThat(desk.text(desk.risk(sighting, "en"), "licence-name"))
        .startsWith("The shop has the same name as \"ＳＨＯＰ " + shop + " 旗舰店\", which licence " + licence + " allows");
    assertThat(desk.refused(sighting)).containsExactly("licence-name");
    desk.sql("update licence set ended_at = '2026-11-21T07:00:00.000Z' where id = " + licence);
    desk.coat().prepared("namesake-" + shop, "" + sighting);
  }

  @Test
  void a_shop_of_the_name_of_an_own_one_asks_for_a_reason() {
    String shop = desk.nextShop();
    int sighting = desk.coat().sighting(shop);
    desk.sql("insert into own_shop (seller_id, shop_group, shop_id, name, account_id, stated_at) select seller_id,"
        + " 'mall.example.com', '', 'shop" + shop + " Official Store', id, '2026-11-21T08:00:00.000Z' from account where name ="
        + " 'Willow''s person'");
    assertThat(desk.refused(sighting)).containsExactly("own-shop-name");
  }

  @ParameterizedTest
  @CsvSource({
    "contested, certificate-contested, Wait until the dispute is decided.",
    "revoked, certificate-revoked, Nobody is complained about with this photograph.",
    "voided, certificate-voided, Complain with a photograph whose original is still private."
  })
  void what_the_law_forbids_is_said_with_what_to_do(String state, String code, String todo) {
    int sighting = desk.coat().sighting(desk.nextShop());
    desk.sql("update certificate set state = '" + state + "', contested_from = 'monitored' where id = " + desk.coat().coat());
    try {
      JsonNode risk = desk.risk(sighting, "en");
      assertThat(risk.get("level").asText()).isEqualTo("blocked");
      assertThat(desk.text(risk, code)).contains(todo);
      Client.Reply reply = Reports.complain(
          desk.coat().client(), Reports.because("law-" + state, "" + sighting, "licensed", "I want it nevertheless."));
      assertThat(reply.json().get("code").asText()).isEqualTo(code);
    } finally {
      desk.sql("update certificate set state = 'monitored', contested_from = null where id = " + desk.coat().coat());
    }
  }

  @Test
  void a_dispute_that_left_both_sides_standing_takes_a_reason() {
    int sighting = desk.coat().sighting(desk.nextShop());
    Client other = desk.coat().server().newSeller("Alder");
    int theirs = desk.coat().server().monitored(other, Photos.photo("shoe"));
    desk.sql("insert into dispute (side_a, side_b, pair, later, opener, opened_by, finding, agreement, state, opened_at)"
        + " select " + theirs + ", " + desk.coat().coat() + ", 'x', " + theirs + ", seller_id, 'match', 'copy', 0, 'decided',"
        + " '2026-11-20T08:00:00.000Z' from certificate where id = " + theirs);
    desk.sql("insert into dispute_decision (dispute_id, outcome, owner, groundless_a, groundless_b, reasons, told, account_id,"
        + " decided_at) select d.id, 'both', 'both', 0, 0, '', '', a.id, '2026-11-20T09:00:00.000Z' from dispute d,"
        + " account a where a.name = 'Alder''s person'");
    try {
      assertThat(desk.refused(sighting)).containsExactly("shared-ownership");
    } finally {
      desk.sql("delete from dispute_decision");
      desk.sql("delete from dispute");
    }
  }

  @ParameterizedTest
  @CsvSource({"unnamed-1, taobao, item.taobao.com", "unnamed-2, other, www.ebay.com", "unnamed-3, other, shop.example"})
  void a_page_that_names_no_shop_leaves_what_cannot_be_looked_up_to_the_seller(
      String key, String market, String site) {
    String listing = desk.coat().nextListing();
    String report = Reports.report(key, "2026-11-21T07:59:30.000Z", market, listing, "9", "Coat")
        .replace("item.taobao.com", site)
        .replace("\"shopId\":\"9\"", "\"shopId\":\"\"");
    int sighting = Checks.ok(Reports.send(desk.coat().client(), report, CoatCase.COPY)).json().get("sighting").asInt();
    JsonNode risk = desk.risk(sighting, "en");
    assertThat(desk.codes(risk, "note")).contains("shop-unknown");
    assertThat(desk.codes(risk, "none")).doesNotContain("licence-checked", "own-shop-checked");
  }

  @Test
  void a_site_that_is_a_shop_of_its_own_is_known() {
    String report = Reports.report(
            "whole-site", "2026-11-21T07:59:30.000Z", "other", desk.coat().nextListing(), "9", "Coat")
        .replace("item.taobao.com", "willow.example")
        .replace("\"shopId\":\"9\"", "\"shopId\":\"\"");
    int sighting = Checks.ok(Reports.send(desk.coat().client(), report, CoatCase.COPY)).json().get("sighting").asInt();
    desk.sql("insert into own_shop (seller_id, shop_group, shop_id, name, account_id, stated_at) select seller_id,"
        + " 'willow.example', '', '', id, '2026-11-21T08:00:00.000Z' from account where name = 'Willow''s person'");
    JsonNode risk = desk.risk(sighting, "en");
    assertThat(desk.codes(risk, "blocked")).containsExactly("own-shop");
    assertThat(desk.codes(risk, "note")).doesNotContain("shop-unknown");
  }

  @Test
  void nobody_sees_the_risk_of_another_seller() {
    int sighting = desk.coat().sighting(desk.nextShop());
    Checks.notFound(desk.coat().server().newSeller("Rowan").get("/api/v1/sightings/" + sighting + "/risk"));
  }
}
