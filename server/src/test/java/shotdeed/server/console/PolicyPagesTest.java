package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.TestAccounts;

/** An admin loads a newer policy file, compares it, puts it in force, takes it back; what is wrong is said. */
class PolicyPagesTest {
  private TestServer server;
  private Person admin;
  private Client willow;
  private byte[] copy;

  @BeforeEach
  void start() {
    server = TestServer.start();
    admin = Person.admin(server);
    willow = server.newSeller("Willow");
    byte[] coat = Photos.photo("coat");
    server.monitored(willow, coat);
    copy = Photos.recompressed(coat, 0.75, 0.6f);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** The text of 2027: an ordinary violation costs 4 points. */
  private static String newer(String from) {
    return taobao()
        .replace("\"policy\": \"taobao.improper_use\"", "\"policy\": \"taobao.improper_use\"")
        .replace("\"version\": \"2020-09+2022-12\"", "\"version\": \"" + from + "\"")
        .replace("\"validFrom\": null", "\"validFrom\": \"" + from + "\"")
        .replace("\"points\": 0,", "\"points\": 4,");
  }

  private static String taobao() {
    try (InputStream in = PolicyPagesTest.class.getResourceAsStream("/shotdeed/penalty/taobao.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Client.Reply load(Person who, String name, String json) {
    return who.send(
        who.page("/policies"),
        "/policies",
        new Client.Parts().file("file", name, json.getBytes(StandardCharsets.UTF_8)));
  }

  private Client.Reply put(Person who, int file) {
    String page = who.page("/policies/" + file);
    return who.submit(page, "/policies/" + file + "/put");
  }

  private JsonNode forecast(int sighting) {
    return Checks.ok(willow.get("/api/v1/sightings/" + sighting + "/forecast")).json();
  }

  private int sighting(String listing) {
    return Reports.sighting(willow, "s-" + listing, listing, "7" + listing, copy);
  }

  private String versionOf(int sighting) {
    return forecast(sighting).at("/policy/version").asText();
  }

  @Test
  void the_page_says_what_holds_for_which_market_from_when() {
    String page = admin.page("/policies");
    assertThat(page)
        .contains("Taobao: improper use", "Tmall: improper use of another's rights (earlier text)", "AliExpress")
        .contains("from 2022-01-01", "until 2022-01-01", "comes with the program", "eBay");
  }

  @Test
  void a_newer_file_is_compared_then_put_in_force_and_survives_a_restart() {
    int sighting = sighting("1");
    Client.Reply loaded = load(admin, "taobao-2026.json", newer("2026-11-01"));
    assertThat(loaded.text())
        .contains("File 1 is loaded and not in force yet", "Compared with taobao.improper_use, version 2020-09+2022-12")
        .contains("Rule P1: the first", "0 points, A", "4 points, A", "changed");
    assertThat(forecast(sighting).at("/forecast/next/points").asInt()).as("not in force yet").isZero();
    assertThat(put(admin, 1).text()).contains("File 1 is in force");
    assertThat(forecast(sighting).at("/forecast/next/points").asInt()).isEqualTo(4);
    server.restart();
    assertThat(versionOf(sighting)).isEqualTo("2026-11-01");
    assertThat(admin.at(server).page("/policies")).contains("until 2026-11-01", "Policy file 1");
  }

  @Test
  void a_complaint_keeps_the_forecast_it_was_prepared_under() {
    int sighting = sighting("2");
    int complaint =
        Checks.ok(Reports.complain(willow, Reports.complaint("c-2", "" + sighting))).json().get("id").asInt();
    String before = willow.get("/api/v1/complaints/" + complaint).json().get("forecast").toString();
    load(admin, "taobao-2026.json", newer("2026-11-01"));
    put(admin, 1);
    assertThat(willow.get("/api/v1/complaints/" + complaint).json().get("forecast").toString()).isEqualTo(before);
    Person owner = Person.signedIn(
            server, TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now()))
        .speaking("en");
    assertThat(owner.page("/complaints/" + complaint))
        .contains("If upheld, 0 points expected", "version 2020-09+2022-12")
        .doesNotContain("4 points");
  }

  @Test
  void a_file_of_a_later_day_waits_until_it() {
    int sighting = sighting("3");
    load(admin, "taobao-2027.json", newer("2027-01-01"));
    assertThat(put(admin, 1).text()).contains("It waits until 2027-01-01; until then the text before it holds.");
    assertThat(versionOf(sighting)).isEqualTo("2020-09+2022-12");
    server.pass(Duration.between(server.now(), Instant.parse("2026-12-31T15:59:59Z")));
    assertThat(versionOf(sighting)).isEqualTo("2020-09+2022-12");
    JsonNode both = forecast(sighting).get("years");
    assertThat(both.get(1).at("/forecast/policy/version").asText()).as("the account of 2027 is under its rules").isEqualTo("2027-01-01");
    server.pass(Duration.ofSeconds(1));
    assertThat(versionOf(sighting)).isEqualTo("2027-01-01");
  }

  @Test
  void taken_back_the_text_before_it_holds_again_and_complaints_keep_theirs() {
    load(admin, "taobao-2026.json", newer("2026-11-01"));
    put(admin, 1);
    int sighting = sighting("4");
    int complaint =
        Checks.ok(Reports.complain(willow, Reports.complaint("c-4", "" + sighting))).json().get("id").asInt();
    assertThat(admin.submit(admin.page("/policies/1"), "/policies/1/take-back").text()).contains("File 1 is taken back");
    assertThat(versionOf(sighting)).isEqualTo("2020-09+2022-12");
    assertThat(willow.get("/api/v1/complaints/" + complaint).json().at("/forecast/policy/version").asText())
        .isEqualTo("2026-11-01");
    assertThat(admin.post("/policies/1/put", "csrf", admin.csrf(), "base", "").text()).contains("This file was taken back");
  }

  @Test
  void the_same_file_again_is_the_file_it_was() {
    load(admin, "a.json", newer("2026-11-01"));
    assertThat(load(admin, "b.json", newer("2026-11-01")).text()).contains("Policy file 1");
    put(admin, 1);
    assertThat(load(admin, "c.json", newer("2026-11-01") + " ").text()).contains("stands already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"hours\": 72 | \"hours\": \"72\" | bad.json, merge.hours: expected a whole number",
        "\"hours\": 72 | \"hours\": 72, \"hours\": 73 | Duplicate field",
        "\"hours\": 72, | `` | bad.json, merge.hours: expected",
        "\"validFrom\": \"2026-11-01\" | \"validFrom\": \"soon\" | validFrom: expected a day such as 2022-01-01 or null",
        "\"validFrom\": \"2026-11-01\" | \"validFrom\": null | stands already",
        "\"policy\": \"taobao.improper_use\" | \"policy\": \"taobao.other\", \"x\": 1 | bad.json, x: unknown field",
        "\"readDate\": \"2026-11\" | \"readDate\": \"banana\" | readDate: expected a day or month such as 2026-11, not banana",
        "\"readDate\": \"2026-11\" | \"readDate\": \"2099-01\" | readDate: expected a day or month that is not after 2026-11-21",
        "\"confidence\": \"L\" | \"confidence\": \"sure\" | validity.confidence: expected one of [H, M, L], not sure"
      })
  void a_fault_is_named_with_file_field_and_what_was_expected(String sound, String faulty, String said) {
    String json = newer("2026-11-01").replace("\"version\": \"2026-11-01\"", "\"version\": \"2020-09+2022-12\"");
    assertThat(json).contains(sound);
    int at = json.indexOf(sound);
    String broken = json.substring(0, at) + (faulty == null ? "" : faulty) + json.substring(at + sound.length());
    Client.Reply reply = load(admin, "bad.json", broken);
    assertThat(reply.status()).isIn(409, 422);
    assertThat(reply.text().replace("&#34;", "\"").replace("&#39;", "'")).contains(said, "Nothing was changed.");
    assertThat(admin.page("/policies")).doesNotContain("Policy file 1");
  }

  @Test
  void an_overlap_says_which_day_is_free_and_a_gap_which_day_is_needed() {
    load(admin, "first.json", newer("2027-01-01").replace("\"validUntil\": null", "\"validUntil\": \"2028-01-01\""));
    put(admin, 1);
    assertThat(load(admin, "in.json", newer("2027-06-01")).text())
        .contains("The policy file overlaps another text", "Set validFrom to 2028-01-01 or later");
    assertThat(load(admin, "before.json", newer("2026-12-01")).text()).contains("Set validFrom to 2028-01-01 or later");
    assertThat(load(admin, "late.json", newer("2028-02-01")).text())
        .contains("The policy file leaves a gap", "Set validFrom to 2028-01-01");
    assertThat(load(admin, "next.json", newer("2028-01-01")).text()).contains("Policy file 2");
    String open = taobao().replace("\"taobao.improper_use\"", "\"taobao.second\"");
    assertThat(load(admin, "open.json", open).text()).contains("overlaps another text");
  }

  @Test
  void a_text_that_has_ended_already_would_leave_today_without_rules_and_is_refused() {
    String ended = newer("2025-01-01").replace("\"validUntil\": null", "\"validUntil\": \"2025-06-01\"");
    assertThat(load(admin, "ended.json", ended).text())
        .contains("ended.json, validUntil: expected a day after 2026-11-21, or null", "Nothing was changed.");
    assertThat(admin.page("/policies")).doesNotContain("Policy file 1");
  }

  @Test
  void an_older_version_cannot_be_taken_from_under_a_newer_one() {
    load(admin, "first.json", newer("2027-01-01").replace("\"validUntil\": null", "\"validUntil\": \"2028-01-01\""));
    put(admin, 1);
    String corrected = newer("2027-01-01")
        .replace("\"validUntil\": null", "\"validUntil\": \"2028-06-01\"")
        .replace("\"version\": \"2027-01-01\"", "\"version\": \"2027-01-01b\"");
    load(admin, "corrected.json", corrected);
    put(admin, 2);
    load(admin, "next.json", newer("2028-06-01"));
    put(admin, 3);
    Client.Reply refused = admin.submit(admin.page("/policies/2"), "/policies/2/take-back");
    assertThat(refused.text()).contains("Another file follows this one", "File 3 (next.json)");
    assertThat(admin.submit(admin.page("/policies/3"), "/policies/3/take-back").text()).contains("File 3 is taken back");
    assertThat(admin.submit(admin.page("/policies/2"), "/policies/2/take-back").text()).contains("File 2 is taken back");
  }

  @Test
  void what_is_no_policy_at_all_is_refused() {
    for (String content : new String[] {"not JSON", "[]", "null", "{}", "{\"policy\": ", "\u0000\u0001", "[[[["}) {
      Client.Reply reply = load(admin, "bad.json", content);
      assertThat(reply.status()).as(content).isEqualTo(422);
      assertThat(reply.text()).contains("The policy file cannot be used", "bad.json");
    }
    assertThat(load(admin, "bad.json", "[".repeat(200_000)).status()).isEqualTo(422);
    assertThat(load(admin, "bad.json", "").text()).contains("No file was chosen");
  }

  @Test
  void ten_megabytes_are_refused_with_the_limit() {
    Client.Reply reply = load(admin, "big.json", " ".repeat(10 << 20));
    assertThat(reply.status()).isEqualTo(413);
    assertThat(admin.page("/policies")).doesNotContain("Policy file 1");
  }

  @Test
  void a_new_marketplace_is_known_by_its_site_from_then_on() {
    String json = taobao()
        .replace("\"taobao.improper_use\"", "\"ebay.pictures\"")
        .replace("\"market\": \"taobao\"", "\"market\": \"ebay\"")
        .replace("\"hosts\": []", "\"hosts\": [\"ebay.com\"]");
    String report = Reports.report("e-1", "2026-11-21T07:00:00Z", "other", "e-1", "7", "Coat")
        .replace("\"site\":\"item.taobao.com\"", "\"site\":\"www.ebay.com\"");
    int sighting = Checks.ok(Reports.send(willow, report, copy)).json().get("sighting").asInt();
    assertThat(forecast(sighting).get("note").asText()).isEqualTo("no-published-points");
    assertThat(load(admin, "ebay.json", json).text()).contains("A new marketplace");
    put(admin, 1);
    assertThat(forecast(sighting).at("/policy/id").asText()).isEqualTo("ebay.pictures");
  }

  @Test
  void of_two_admins_who_put_at_once_one_is_told_to_compare_again() throws Exception {
    load(admin, "a.json", newer("2027-01-01"));
    load(admin, "b.json", newer("2028-01-01"));
    String csrf = admin.csrf();
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<Client.Reply>> replies = new ArrayList<>();
      for (int file = 1; file <= 2; file++) {
        int id = file;
        Person tab = admin.at(server);
        replies.add(two.submit(() -> {
          go.await();
          return tab.post("/policies/" + id + "/put", "csrf", csrf, "base", "");
        }));
      }
      go.countDown();
      List<Integer> codes = new ArrayList<>();
      for (Future<Client.Reply> reply : replies) {
        codes.add(reply.get().status());
      }
      assertThat(codes).containsExactlyInAnyOrder(303, 409);
    } finally {
      two.shutdownNow();
    }
    int standing = server.server().features().database().read(handle ->
        handle.createQuery("select count(*) from policy_file where put_at is not null").mapTo(int.class).one());
    assertThat(standing).isEqualTo(1);
  }

  @Test
  void a_complaint_prepared_while_a_file_is_put_in_force_holds_one_text_whole() throws Exception {
    load(admin, "a.json", newer("2026-11-01"));
    List<Integer> sightings = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      sightings.add(sighting("5" + i));
    }
    String csrf = admin.csrf();
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Future<?> putting = both.submit(() -> admin.at(server).post("/policies/1/put", "csrf", csrf, "base", ""));
      for (int sighting : sightings) {
        int id = Checks.ok(Reports.complain(willow, Reports.complaint("r-" + sighting, "" + sighting))).json().get("id").asInt();
        JsonNode kept = willow.get("/api/v1/complaints/" + id).json().get("forecast");
        int points = kept.at("/next/points").asInt();
        assertThat(Set.of("2020-09+2022-12 0", "2026-11-01 4")).contains(kept.at("/policy/version").asText() + " " + points);
      }
      putting.get();
    } finally {
      both.shutdownNow();
    }
    assertThat(versionOf(sightings.get(0))).isEqualTo("2026-11-01");
  }

  @Test
  void nobody_but_an_admin_sees_or_loads_policies() {
    Person owner = Person.signedIn(
        server, TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now()));
    assertThat(owner.get("/policies").status()).isEqualTo(403);
    assertThat(owner.get("/policies/text?policy=taobao.improper_use&version=x").status()).isEqualTo(403);
    assertThat(owner.post("/policies/1/put", "csrf", owner.csrf()).status()).isEqualTo(403);
    assertThat(owner.page("/")).doesNotContain("href=\"/policies\"");
  }

  @Test
  void a_text_can_be_taken_as_a_start_and_loaded_again_with_another_version() {
    String file = admin.page("/policies/text?policy=tmall.improper_use&version=2022-2023");
    String changed = file
        .replaceFirst("\"version\" ?: ?\"2022-2023\"", "\"version\": \"2022-2023b\"");
    assertThat(changed).isNotEqualTo(file);
    assertThat(load(admin, "tmall.json", changed).text()).contains("Compared with tmall.improper_use, version 2022-2023.");
  }

  @Test
  void each_step_is_on_record() {
    load(admin, "a.json", newer("2026-11-01"));
    put(admin, 1);
    admin.submit(admin.page("/policies/1"), "/policies/1/take-back");
    assertThat(server.server().features().database().<List<String>, RuntimeException>read(handle ->
        handle.createQuery("select action || ' ' || details from audit where subject = 'policy' order by id")
            .mapTo(String.class).list()))
        .containsExactly(
            "policy.load taobao.improper_use 2026-11-01",
            "policy.put taobao.improper_use 2026-11-01",
            "policy.take-back taobao.improper_use 2026-11-01");
  }
}
