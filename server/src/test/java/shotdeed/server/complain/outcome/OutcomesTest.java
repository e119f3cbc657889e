package shotdeed.server.complain.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.server.Client;

class OutcomesTest {
  private static OutcomeCase desk;

  @BeforeAll
  static void start() {
    desk = new OutcomeCase();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void of_a_shop_only_what_was_upheld_or_ended_in_a_self_check_is_known() {
    int upheld = decided("taobao", "71", "upheld", "A", 2);
    int unknown = decided("taobao", "71", "upheld", null, null);
    int checked = decided("taobao", "71", "self-check", "A", 0);
    decided("taobao", "71", "dismissed", null, null);
    decided("taobao", "71", "withdrawn", null, null);
    decided("taobao", "72", "upheld", "A", 6);
    desk.submitted("taobao", "71");
    Instant at = desk.server().now();
    LocalDate day = LocalDate.of(2026, 11, 20);
    assertThat(desk.<List<Outcomes.Known>>read(
            handle -> Outcomes.ofShop(handle, desk.seller(), "number alibaba 71")))
        .containsExactly(
            new Outcomes.Known(upheld, "upheld", at, day, "A", 2),
            new Outcomes.Known(unknown, "upheld", at, day, null, null),
            new Outcomes.Known(checked, "self-check", at, day, "A", 0));
  }

  @Test
  void the_rate_of_a_marketplace_leaves_out_what_was_withdrawn() {
    decided("other", "80", "upheld", null, null);
    decided("other", "80", "self-check", null, 0);
    decided("other", "81", "dismissed", null, null);
    decided("other", "81", "withdrawn", null, null);
    assertThat(desk.<Outcomes.Rate>read(handle -> Outcomes.rate(handle, desk.seller(), "other")))
        .isEqualTo(new Outcomes.Rate(2, 3, 1));
    assertThat(desk.<Outcomes.Rate>read(handle -> Outcomes.rate(handle, desk.seller(), "tmall")))
        .isEqualTo(new Outcomes.Rate(0, 0, 0));
  }

  @Test
  void another_seller_knows_nothing_of_it() {
    decided("tmall", "90", "upheld", null, null);
    Client other = desk.server().newSeller("Birch");
    assertThat(other.get("/api/v1/complaints").json().get("total").asInt()).isZero();
    int birch = desk.<Integer>read(
        handle -> handle.createQuery("select id from seller where name = 'Birch'").mapTo(int.class).one());
    assertThat(desk.<Outcomes.Rate>read(handle -> Outcomes.rate(handle, birch, "tmall")))
        .isEqualTo(new Outcomes.Rate(0, 0, 0));
    assertThat(desk.<List<Outcomes.Known>>read(
            handle -> Outcomes.ofShop(handle, birch, "number alibaba 90")))
        .isEmpty();
  }

  private static int decided(String market, String shop, String result, String ledger, Integer points) {
    int id = desk.submitted(market, shop);
    desk.sql(
        "insert into complaint_outcome (complaint_id, result, decided_on, ledger, points, reason, note, account_id,"
            + " recorded_at) select id, ?, '2026-11-20', ?, ?, '', '', account_id, prepared_at from complaint"
            + " where id = ?",
        result,
        ledger,
        points,
        id);
    return id;
  }
}
