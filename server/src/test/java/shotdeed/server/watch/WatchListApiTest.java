package shotdeed.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.TestServer;

/** The watch list as the extension uses it. */
class WatchListApiTest {
  private static final String LIST = "/api/v1/watch-list";

  private TestServer server;
  private Client willow;

  @BeforeEach
  void start() {
    server = TestServer.start();
    willow = server.newSeller("Willow");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String page(String kind, String market, String url, String shop, String note) {
    return """
        {"kind":"%s","note":"%s","listing":{"market":"%s","site":"x","pageUrl":"%s","listingId":"5","title":"Wool coat",
         "shopId":"%s","shopName":"Willow copycat"}}"""
        .formatted(kind, note, market, url, shop);
  }

  private JsonNode add(String kind, String market, String url, String shop) {
    return Checks.ok(willow.postJson(LIST, page(kind, market, url, shop, ""))).json();
  }

  private int listing(String path) {
    return add("listing", "other", "https://shop.example/" + path, "").get("id").asInt();
  }

  private static String visit(String key, String at, int pictures, int failed, int copies) {
    return """
        {"clientKey":"%s","visitedAt":"%s","day":"%s","pictures":%d,"failed":%d,"copies":%d}"""
        .formatted(key, at, at.substring(0, 10), pictures, failed, copies);
  }

  private JsonNode visited(int id, String visit) {
    return Checks.ok(willow.postJson(LIST + "/" + id + "/visits", visit)).json();
  }

  private List<String> addresses(Client client) {
    return client.get(LIST).json().get("entries").findValuesAsText("address");
  }

  @Test
  void a_listing_and_its_shop_are_put_on_the_list_cleaned_and_named() {
    JsonNode listing = add("listing", "taobao", "https://item.taobao.com/item.htm?spm=a1&id=12345&skuId=9", "77");
    assertThat(listing.get("key").asText()).isEqualTo("alibaba/listing/12345");
    assertThat(listing.get("address").asText()).isEqualTo("https://item.taobao.com/item.htm?id=12345");
    assertThat(listing.get("title").asText()).isEqualTo("Wool coat");
    assertThat(listing.get("addedBy").asText()).isEqualTo("Willow's person");
    assertThat(listing.get("lastVisit").isNull()).isTrue();
    JsonNode shop = add("shop", "taobao", "https://item.taobao.com/item.htm?spm=a1&id=12345", "77");
    assertThat(shop.get("address").asText()).isEqualTo("https://shop77.taobao.com/");
    assertThat(shop.get("shopName").asText()).isEqualTo("Willow copycat");
    assertThat(addresses(willow))
        .containsExactly("https://item.taobao.com/item.htm?id=12345", "https://shop77.taobao.com/");
    assertThat(willow.get(LIST).json().get("limit").asInt()).isEqualTo(2000);
  }

  @Test
  void what_is_added_twice_by_two_ways_is_one_entry() {
    int first = add("listing", "taobao", "https://item.taobao.com/item.htm?id=5", "").get("id").asInt();
    JsonNode again =
        Checks.ok(willow.postJson(LIST, page("listing", "tmall", "https://detail.tmall.com/item.htm?id=5", "", "look")))
            .json();
    assertThat(again.get("id").asInt()).isEqualTo(first);
    assertThat(again.get("note").asText()).isEqualTo("look");
    assertThat(addresses(willow)).hasSize(1);
  }

  @Test
  void the_longest_not_visited_comes_first() {
    int coat = listing("coat");
    int skirt = listing("skirt");
    int shirt = listing("shirt");
    visited(coat, visit("v-1", "2026-11-21T07:30:00.000Z", 3, 0, 0));
    visited(shirt, visit("v-2", "2026-11-20T07:30:00.000Z", 3, 0, 0));
    assertThat(willow.get(LIST).json().get("entries").findValuesAsText("id"))
        .containsExactly("" + skirt, "" + shirt, "" + coat);
  }

  @Test
  void a_visit_that_is_sent_twice_is_one_with_the_higher_numbers() {
    int coat = listing("coat");
    visited(coat, visit("v-1", "2026-11-21T07:30:00.000Z", 3, 1, 0));
    JsonNode visit = visited(coat, visit("v-1", "2026-11-21T07:30:00.000Z", 20, 0, 2)).get("lastVisit");
    assertThat(visit.toString()).isEqualTo(
        "{\"at\":\"2026-11-21T07:30:00.000Z\",\"by\":\"Willow's person\",\"pictures\":20,\"failed\":1,\"copies\":2}");
    assertThat(number("select count(*) from watch_visit")).isEqualTo(1);
  }

  @Test
  void a_visit_that_comes_late_does_not_replace_a_later_one() {
    int coat = listing("coat");
    visited(coat, visit("v-2", "2026-11-21T07:30:00.000Z", 9, 0, 1));
    JsonNode after = visited(coat, visit("v-1", "2026-11-19T07:30:00.000Z", 3, 0, 0));
    assertThat(after.at("/lastVisit/at").asText()).isEqualTo("2026-11-21T07:30:00.000Z");
    assertThat(after.at("/lastVisit/pictures").asInt()).isEqualTo(9);
    assertThat(number("select count(*) from watch_visit")).as("both are kept").isEqualTo(2);
  }

  @Test
  void a_clock_that_is_ahead_does_not_hide_the_visits_of_the_others() {
    int coat = listing("coat");
    JsonNode after = visited(coat, visit("v-1", "2031-01-01T00:00:00.000Z", 3, 0, 0));
    assertThat(after.at("/lastVisit/at").asText()).isEqualTo("2026-11-21T08:00:00.000Z");
    assertThat(text("select day from watch_visit")).isEqualTo("2026-11-21");
    server.pass(Duration.ofHours(1));
    assertThat(visited(coat, visit("v-2", "2026-11-21T09:00:00.000Z", 4, 0, 0)).at("/lastVisit/pictures").asInt())
        .isEqualTo(4);
  }

  @Test
  void only_the_latest_visits_of_an_entry_are_kept() {
    int coat = listing("coat");
    for (int i = 0; i < WatchStore.VISITS_KEPT + 5; i++) {
      server.pass(Duration.ofMinutes(1));
      visited(coat, visit("v-" + i, server.now().toString(), i, 0, 0));
    }
    assertThat(number("select count(*) from watch_visit")).isEqualTo(WatchStore.VISITS_KEPT);
    assertThat(number("select min(pictures) from watch_visit")).isEqualTo(5);
  }

  @Test
  void visits_of_two_browsers_at_once_are_both_kept() throws Exception {
    int coat = listing("coat");
    List<Callable<Integer>> sends = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String visit = visit("v-" + i / 2, "2026-11-21T07:30:00.000Z", i, 0, 0);
      sends.add(() -> willow.postJson(LIST + "/" + coat + "/visits", visit).status());
    }
    assertThat(atOnce(sends)).containsOnly(200);
    assertThat(number("select count(*) from watch_visit")).isEqualTo(8);
    assertThat(number("select sum(pictures) from watch_visit")).as("of each key the higher").isEqualTo(1 + 3 + 5 + 7 + 9 + 11 + 13 + 15);
  }

  @Test
  void a_page_that_several_add_at_once_is_one_entry() throws Exception {
    List<Callable<Integer>> sends = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      sends.add(() -> add("listing", "other", "https://shop.example/coat", "").get("id").asInt());
    }
    assertThat(atOnce(sends)).containsOnly(number("select max(id) from watch_entry"));
    assertThat(number("select count(*) from watch_entry")).isEqualTo(1);
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<T> done = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(work)) {
        done.add(each.get());
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void what_was_taken_off_is_not_visited_any_more_and_comes_back_with_its_visits() {
    int coat = listing("coat");
    visited(coat, visit("v-1", "2026-11-21T07:30:00.000Z", 9, 0, 1));
    assertThat(willow.method("DELETE", LIST + "/" + coat).status()).isEqualTo(204);
    assertThat(willow.method("DELETE", LIST + "/" + coat).status()).as("a second time").isEqualTo(204);
    assertThat(addresses(willow)).isEmpty();
    assertThat(willow.postJson(LIST + "/" + coat + "/visits", visit("v-2", "2026-11-21T07:40:00.000Z", 1, 0, 0)).status())
        .isEqualTo(404);
    assertThat(add("listing", "other", "https://shop.example/coat#top", "").at("/lastVisit/pictures").asInt())
        .isEqualTo(9);
  }

  @Test
  void the_list_takes_two_thousand_and_says_so() {
    write("insert into watch_entry (seller_id, kind, watch_key, market, site, address, title, shop_name, note, account_id,"
        + " added_at) with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000)"
        + " select (select id from seller where name = 'Willow'), 'listing', 'page/x/' || i, 'other', 'x', 'https://x/' || i,"
        + " '', '', '', 1, '2026-11-21T08:00:00.000Z' from n");
    Client.Reply full = willow.postJson(LIST, page("listing", "other", "https://shop.example/coat", "", ""));
    assertThat(full.status()).isEqualTo(409);
    assertThat(full.json().get("code").asText()).isEqualTo("watch-full");
    assertThat(full.json().get("limit").asInt()).isEqualTo(2000);
    assertThat(full.json().get("title").asText()).isEqualTo("The watch list is full: it takes 2000 entries");
    assertThat(willow.get(LIST).json().get("entries")).hasSize(2000);
    int last = number("select max(id) from watch_entry");
    assertThat(willow.method("DELETE", LIST + "/" + last).status()).isEqualTo(204);
    listing("coat");
    assertThat(willow.get(LIST).json().get("entries")).hasSize(2000);
  }

  @Test
  void of_what_was_taken_off_the_last_hundred_stay() {
    for (int i = 0; i < WatchStore.REMOVED_KEPT + 3; i++) {
      server.pass(Duration.ofSeconds(1));
      int id = listing("coat-" + i);
      visited(id, visit("v-1", "2026-11-21T07:30:00.000Z", 1, 0, 0));
      willow.method("DELETE", LIST + "/" + id);
    }
    assertThat(number("select count(*) from watch_entry")).isEqualTo(WatchStore.REMOVED_KEPT);
    assertThat(number("select count(*) from watch_visit")).isEqualTo(WatchStore.REMOVED_KEPT);
  }

  @Test
  void who_holds_the_list_is_told_that_nothing_changed() {
    listing("coat");
    Client.Reply first = willow.get(LIST);
    assertThat(willow.get(LIST, "If-None-Match", first.header("ETag")).status()).isEqualTo(304);
    listing("skirt");
    assertThat(willow.get(LIST, "If-None-Match", first.header("ETag")).status()).isEqualTo(200);
  }

  @Test
  void another_sellers_list_is_nobodys_here() {
    int coat = listing("coat");
    Client oak = server.newSeller("Oak");
    assertThat(addresses(oak)).isEmpty();
    assertThat(oak.method("DELETE", LIST + "/" + coat).status()).isEqualTo(404);
    assertThat(oak.postJson(LIST + "/" + coat + "/visits", visit("v-1", "2026-11-21T07:30:00.000Z", 1, 0, 0)).status())
        .isEqualTo(404);
    Checks.ok(oak.postJson(LIST, page("listing", "other", "https://shop.example/coat", "", "")));
    assertThat(addresses(oak)).hasSize(1);
    assertThat(addresses(willow)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"taobao ", "TMALL", "mars", ""})
  void a_marketplace_that_nobody_knows_is_not_taken(String market) {
    Client.Reply reply = willow.postJson(LIST, page("listing", market, "https://shop.example/1", "", ""));
    assertThat(reply.status() + " " + reply.json().at("/field").asText()).isEqualTo("400 listing.market");
    assertThat(willow.postJson(LIST, page("listing", "x".repeat(60_000), "https://shop.example/1", "", "")).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "clientKey | \"v-1\" | \"../v\"", "clientKey | \"v-1\" | null", "pictures | 3 | -1", "pictures | 3 | 1000001",
    "failed | 0 | \"1\"", "copies | 1 | 1.5", "visitedAt | \"2026-11-21T07:30:00.000Z\" | \"yesterday\"",
    "visitedAt | \"2026-11-21T07:30:00.000Z\" | null", "day | \"2026-11-21\" | \"21.11.2026\"", "day | \"2026-11-21\" | null"
  })
  void a_visit_of_another_form_is_refused_and_changes_nothing(String field, String good, String bad) {
    int coat = listing("coat");
    String visit = visit("v-1", "2026-11-21T07:30:00.000Z", 3, 0, 1).replace("\"" + field + "\":" + good, "\"" + field + "\":" + bad);
    Client.Reply reply = willow.postJson(LIST + "/" + coat + "/visits", visit);
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().get("field").asText()).isEqualTo(field);
    assertThat(number("select count(*) from watch_visit")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "listing, other, javascript:alert(1)", "listing, other, https://user:word@shop.example/coat",
    "listing, taobao, https://s.taobao.com/search?q=coat", "shop, taobao, https://item.taobao.com/item.htm?id=5"
  })
  void what_names_no_listing_and_no_shop_is_not_taken(String kind, String market, String url) {
    Client.Reply reply = willow.postJson(LIST, page(kind, market, url, "", ""));
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().get("code").asText()).isEqualTo("watch-address");
    assertThat(number("select count(*) from watch_entry")).isZero();
  }

  private int number(String sql) {
    return server.server().features().database().read(handle -> handle.createQuery(sql).mapTo(int.class).one());
  }

  private String text(String sql) {
    return server.server().features().database().read(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  private void write(String sql) {
    server.server().features().database().write(handle -> handle.execute(sql));
  }
}
