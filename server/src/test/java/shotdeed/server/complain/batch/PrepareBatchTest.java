package shotdeed.server.complain.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.ManyListings;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.platform.Refused;

/** Many listings of one shop become complaints in one go: each listing once, whatever happens meanwhile. */
class PrepareBatchTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);
  private static final String SHOP = "number alibaba 7";

  private TestServer server;
  private Client willow;
  private Caller caller;
  private int seed;

  @BeforeEach
  void start() {
    server = TestServer.start();
    willow = server.newSeller("Willow");
    server.monitored(willow, COAT);
    seed = Reports.sighting(willow, "k-1", "900000000", "7", COPY);
    caller = caller();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Caller caller() {
    return server.server().features().sessions().caller(
        TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now()));
  }

  private PrepareBatch batches() {
    return server.server().features().cases().batches().prepare();
  }

  /** That many listings, the first of them seen by a browser; the findings' numbers. */
  private Set<Integer> listings(int count) {
    if (count > 1) {
      ManyListings.repeat(server, List.of(seed), "8", count - 1);
    }
    return findings();
  }

  private Set<Integer> findings() {
    return server.server().features().database().read(handle ->
        new TreeSet<>(handle.createQuery("select id from finding").mapTo(Integer.class).list()));
  }

  private void on(String site) {
    sql("update sighting set site = '" + site + "', market = 'other'");
    sql("update finding set site = '" + site + "', market = 'other', shop_group = '" + site + "', shop_key = 'number " + site
        + " 7'");
  }

  private void sql(String sql) {
    server.server().features().database().write(handle -> handle.execute(sql));
  }

  private String value(String sql) {
    return server.server().features().database().read(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  private static PrepareBatch.Asked asked(String shop, Set<Integer> findings) {
    return new PrepareBatch.Asked(UUID.randomUUID().toString(), shop, findings, true, "Chromium", "en");
  }

  private Batch done(PrepareBatch.Asked asked) throws Exception {
    int id = batches().start(caller, asked);
    batches().settle();
    return batches().one(caller, id);
  }

  @ParameterizedTest
  @CsvSource({
    "item.taobao.com, 3, 3",
    "www.amazon.com, 50, 1",
    "www.amazon.com, 51, 2",
    "www.lazada.sg, 300, 1",
    "www.made-in-china.com, 300, 1",
    "shop.example.com, 2, 2"
  })
  void listings_are_split_as_the_marketplaces_form_takes_them(String site, int listings, int complaints) throws Exception {
    Set<Integer> findings = listings(listings);
    String shop = SHOP;
    if (!site.endsWith("taobao.com")) {
      on(site);
      shop = "number " + site + " 7";
    }
    Batch batch = done(asked(shop, findings));
    assertThat(batch.left()).isEmpty();
    assertThat(batch.listings()).isEqualTo(listings);
    assertThat(batch.complaints()).hasSize(complaints);
    assertThat(batch.complaints().stream().mapToInt(Batch.Prepared::copies).sum()).isEqualTo(listings);
    assertThat(value("select count(*) from finding where state <> 'complained'")).isEqualTo("0");
  }

  @Test
  void each_complaint_is_sealed_and_in_the_log_as_one_that_was_prepared_alone() throws Exception {
    Batch batch = done(asked(SHOP, listings(30)));
    assertThat(batch.complaints()).hasSize(30);
    assertThat(value("select count(*) from log_leaf where kind = 'evidence'")).isEqualTo("30");
    assertThat(server.ledger().checkpoint()).isNotNull();
    int one = batch.complaints().get(29).complaint();
    byte[] evidence = Checks.ok(willow.get("/api/v1/complaints/" + one + "/evidence.zip?language=en")).bytes();
    var parts = shotdeed.server.Zips.parts(evidence);
    assertThat(parts).containsKeys("evidence.pdf", "proofs/evidence.tlog-proof", "manifest.json");
    assertThat(new String(parts.get("manifest.json"), java.nio.charset.StandardCharsets.UTF_8))
        .contains("Prepared in the server's console, where the page was not open.", "I own these photographs");
    assertThat(value("select policy_id from complaint where id = " + one)).isEqualTo("taobao.improper_use");
  }

  @Test
  void pressed_twice_at_once_it_is_one_batch() throws Exception {
    PrepareBatch.Asked asked = asked(SHOP, listings(40));
    List<Integer> ids = together(() -> batches().start(caller, asked), () -> batches().start(caller, asked));
    batches().settle();
    assertThat(ids.get(0)).isEqualTo(ids.get(1));
    assertThat(batches().start(caller, asked)).isEqualTo(ids.get(0));
    assertThat(value("select count(*) from complaint")).isEqualTo("40");
    assertThat(batches().one(caller, ids.get(0)).left()).isEmpty();
  }

  @Test
  void of_two_people_who_press_at_once_each_listing_is_prepared_by_one() throws Exception {
    Set<Integer> findings = listings(60);
    List<Integer> ids = together(
        () -> batches().start(caller, asked(SHOP, findings)), () -> batches().start(caller, asked(SHOP, findings)));
    batches().settle();
    Batch one = batches().one(caller, ids.get(0));
    Batch other = batches().one(caller, ids.get(1));
    assertThat(one.complaints().size() + other.complaints().size()).isEqualTo(60);
    assertThat(one.left().size() + other.left().size()).isEqualTo(60);
    assertThat(List.of(one, other)).allSatisfy(batch -> assertThat(batch.left())
        .allSatisfy(left -> assertThat(left.outcome()).isIn("already-complained", "complained")));
    assertThat(value("select count(*) from complaint_sighting")).isEqualTo("60");
  }

  private static List<Integer> together(java.util.concurrent.Callable<Integer> one, java.util.concurrent.Callable<Integer> other)
      throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    ExecutorService people = Executors.newFixedThreadPool(2);
    List<Future<Integer>> pressed = new ArrayList<>();
    for (var each : List.of(one, other)) {
      pressed.add(people.submit(() -> {
        both.countDown();
        both.await();
        return each.call();
      }));
    }
    List<Integer> ids = new ArrayList<>();
    for (Future<Integer> each : pressed) {
      ids.add(each.get());
    }
    people.shutdown();
    return ids;
  }

  @Test
  void stopped_in_the_middle_it_goes_on_after_a_restart_and_doubles_nothing() throws Exception {
    int id = batches().enlist(caller, asked(SHOP, listings(60)));
    batches().some(id);
    Batch half = batches().one(caller, id);
    assertThat(half.ended()).isFalse();
    assertThat(half.complaints()).hasSizeGreaterThanOrEqualTo(PrepareBatch.PARTS);
    server.restart();
    batches().settle();
    Batch whole = batches().one(caller(), id);
    assertThat(whole.ended()).isTrue();
    assertThat(whole.complaints()).hasSize(60);
    assertThat(value("select count(*) from complaint")).isEqualTo("60");
    assertThat(value("select count(*) from (select sighting_id from complaint_sighting group by sighting_id)")).isEqualTo("60");
  }

  @Test
  void what_became_impossible_in_the_middle_is_left_with_the_reason_and_the_rest_of_its_complaint_is_prepared()
      throws Exception {
    byte[] dress = Photos.photo("dress");
    server.monitored(willow, dress);
    int other = Reports.sighting(willow, "k-2", "900000001", "7", Photos.recompressed(dress, 0.75, 0.6f));
    ManyListings.repeat(server, List.of(seed, other), "8", 6);
    on("www.amazon.com");
    Set<Integer> findings = findings();
    int id = batches().enlist(caller, asked("number www.amazon.com 7", findings));
    sql("update certificate set state = 'contested' where id = 2");
    int taken = Checks.ok(Reports.complain(willow, Reports.complaint("theirs", "" + seed))).json().get("id").asInt();
    sql("update finding set state = 'licensed' where id = 3");
    sql("update sighting set state = 'licensed' where finding_id = 3");
    batches().settle();
    Batch batch = batches().one(caller, id);
    assertThat(batch.complaints()).hasSize(1);
    assertThat(batch.left()).extracting(Batch.Left::finding, Batch.Left::outcome, Batch.Left::complaint).containsExactly(
        org.assertj.core.groups.Tuple.tuple(1, "already-complained", taken),
        org.assertj.core.groups.Tuple.tuple(2, "certificate-contested", 0),
        org.assertj.core.groups.Tuple.tuple(3, "licensed", 0),
        org.assertj.core.groups.Tuple.tuple(6, "certificate-contested", 0),
        org.assertj.core.groups.Tuple.tuple(7, "certificate-contested", 0),
        org.assertj.core.groups.Tuple.tuple(8, "certificate-contested", 0));
    assertThat(value("select group_concat(sighting_id, ' ') from complaint_sighting where complaint_id = "
        + batch.complaints().get(0).complaint())).isEqualTo("4 5");
  }

  @Test
  void a_stored_picture_that_was_damaged_is_left_and_the_others_are_prepared() throws Exception {
    Set<Integer> findings = listings(3);
    int other = Reports.sighting(willow, "k-3", "900000009", "7", Photos.recompressed(COAT, 0.6, 0.5f));
    String sha256 = value("select picture_sha256 from sighting where id = " + other);
    java.nio.file.Files.write(
        server.data().resolve("files").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256),
        new byte[] {1});
    Batch batch = done(asked(SHOP, findings()));
    assertThat(batch.complaints()).hasSize(findings.size());
    assertThat(batch.left()).extracting(Batch.Left::outcome).containsExactly("internal");
  }

  @Test
  void undone_its_complaints_are_withdrawn_and_their_findings_open_but_not_what_was_submitted() throws Exception {
    Batch batch = done(asked(SHOP, listings(4)));
    int submitted = batch.complaints().get(0).complaint();
    Checks.ok(willow.postJson("/api/v1/complaints/" + submitted + "/submitted", "{\"caseNumber\":\"TB-1\"}"));
    UndoBatch undo = new UndoBatch(server.server().features().database(), () -> server.now());
    List<Integer> withdrawn = together(() -> undo.run(caller, batch.id()), () -> undo.run(caller, batch.id()));
    assertThat(withdrawn).containsExactlyInAnyOrder(3, 0);
    assertThat(value("select group_concat(state, ' ') from (select state from complaint order by id)"))
        .isEqualTo("submitted withdrawn withdrawn withdrawn");
    assertThat(value("select group_concat(state, ' ') from (select state from finding order by id)"))
        .isEqualTo("complained new new new");
    // What was sealed stays in the log; and what is open again can be complained about again, with the same sighting.
    assertThat(value("select count(*) from log_leaf where kind = 'evidence'")).isEqualTo("4");
    Batch again = done(asked(SHOP, findings()));
    assertThat(again.complaints()).hasSize(3);
    assertThat(again.left()).extracting(Batch.Left::outcome).containsExactly("complained");
    assertThat(willow.get("/api/v1/complaints/" + batch.complaints().get(1).complaint()).json().at("/complaint/state").asText())
        .isEqualTo("withdrawn");
  }

  @Test
  void a_finding_of_a_shop_that_is_licensed_by_then_is_excused_when_it_opens() throws Exception {
    Batch batch = done(asked(SHOP, listings(1)));
    sql("insert into licence (seller_id, shop_group, shop_id, name, whole, note, account_id, stated_at)"
        + " select seller_id, 'alibaba', '7', 'Shop 7', 1, '', account_id, '2026-11-21T08:00:00.000Z' from sighting limit 1");
    new UndoBatch(server.server().features().database(), () -> server.now()).run(caller, batch.id());
    assertThat(value("select state from finding")).isEqualTo("licensed");
  }

  @Test
  void nothing_is_prepared_without_the_statement_nor_for_anothers_findings_nor_once_suspended() throws Exception {
    Set<Integer> findings = listings(2);
    assertThatThrownBy(() -> batches().start(caller,
            new PrepareBatch.Asked("k-1", SHOP, findings, false, "", "en")))
        .isInstanceOf(Refused.class).hasMessageContaining("ownership-not-stated");
    server.newSeller("Rowan");
    Caller rowan = server.server().features().sessions().caller(
        TestAccounts.sessionOf(server.server().features(), "Rowan's person", server.now()));
    assertThatThrownBy(() -> batches().start(rowan, asked(SHOP, findings)))
        .isInstanceOf(Refused.class).hasMessageContaining("not-found");
    assertThatThrownBy(() -> batches().start(caller, asked("number alibaba 8", findings)))
        .isInstanceOf(Refused.class).hasMessageContaining("not-found");
    int id = batches().enlist(caller, asked(SHOP, findings));
    sql("insert into seller_standing (seller_id, suspended_at, suspended_reason) values (" + caller.seller()
        + ", '2026-11-21T08:00:00.000Z', 'x')");
    batches().settle();
    assertThat(batches().one(caller, id).left()).extracting(Batch.Left::outcome).containsOnly("seller-suspended");
    assertThat(value("select count(*) from complaint")).isEqualTo("0");
  }
}
