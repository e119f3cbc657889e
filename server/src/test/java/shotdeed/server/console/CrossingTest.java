package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;

/**
 * Every route that takes somebody's number, as the server itself lists them, is tried with another seller's: it answers
 * as it answers for a number that nobody has, whatever the role of whoever tries.
 */
class CrossingTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);
  private static final String NOBODYS = "987654321";

  /** What a form or message must hold to get as far as the number; a new route names here what it needs. */
  private static final String[] FIELDS = {
    "reason", "x", "suspension", "x", "caseNumber", "X-1", "owned", "yes", "key", "0-0", "decision", "approve", "name",
    "x", "role", "member", "certificates", "1", "megabytes", "1", "owner", "a", "reasons", "x", "told", "x", "dismissal",
    "x", "against", "1", "words", "x", "url", "http://127.0.0.1:9/x", "sure", "yes", "leak", "x", "viewName", "x",
    "hand", "yes", "form", "taobao", "slot", "original", "page", "1",
    "ledger", "A", "min", "1", "max", "2", "note", "x",
    "as", "taken-back",
    "kind", "outcome", "revision", "0", "happenedOn", "2026-11-21", "result", "listing-gone", "term", "appeal"
  };

  private static final String STEP =
      "{\"revision\":0,\"happenedOn\":\"2026-11-21\",\"result\":\"upheld\",\"by\":\"us\"}";

  private static final Map<String, String> BODIES = Map.ofEntries(
      Map.entry("POST /api/v1/certificates/{id}/second-review", "{\"decision\":\"approve\"}"),
      Map.entry("POST /api/v1/certificates/{id}/void", "{\"reason\":\"x\"}"),
      Map.entry("POST /api/v1/complaints/{id}/submitted", "{\"caseNumber\":\"X-1\"}"),
      Map.entry("POST /api/v1/complaints/{id}/appeal", STEP),
      Map.entry("POST /api/v1/complaints/{id}/counter-notice", STEP),
      Map.entry("POST /api/v1/complaints/{id}/evidence-period", STEP),
      Map.entry("POST /api/v1/complaints/{id}/final", STEP),
      Map.entry("POST /api/v1/complaints/{id}/outcome", STEP),
      Map.entry("POST /api/v1/complaints/{id}/undo", STEP),
      Map.entry(
          "POST /api/v1/rechecks/{id}",
          "{\"clientKey\":\"k-1\",\"lookedAt\":\"2026-11-21T08:00:00Z\",\"result\":\"not-seen\"}"),
      Map.entry(
          "POST /api/v1/watch-list/{id}/visits",
          "{\"clientKey\":\"k-1\",\"visitedAt\":\"2026-11-21T08:00:00Z\",\"day\":\"2026-11-21\",\"pictures\":1,"
              + "\"failed\":0,\"copies\":0}"));

  /** A reviewer who comes after a colleague is told so: that a review took place is all that is said. */
  private static final Set<String> TOLD_TO_REVIEWERS = Set.of(
      "POST /api/v1/certificates/{id}/second-review",
      "POST /certificates/{id}/approve",
      "POST /certificates/{id}/reject");

  private static TestServer server;
  private static final Map<String, String> NUMBERS = new LinkedHashMap<>();
  private static final Map<String, Client> DEVICES = new LinkedHashMap<>();
  private static final Map<String, Person> PEOPLE = new LinkedHashMap<>();

  /** Willow has one of everything; the others try to get at it. */
  @BeforeAll
  static void start() {
    server = TestServer.start();
    Client willow = server.newSeller("Willow");
    NUMBERS.put("certificates", String.valueOf(server.monitored(willow, COAT)));
    int first = Reports.sighting(willow, "k-1", "1", "7", COPY);
    NUMBERS.put("sightings", String.valueOf(first));
    NUMBERS.put("complaints",
        Checks.ok(Reports.complain(willow, Reports.complaint("c-1", "" + first))).json().get("id").asText());
    String device = willow.get("/api/v1/devices").json().get(0).get("id").asText();
    NUMBERS.put("devices", device);
    NUMBERS.put("browsers", device);
    Person owner = Person.signedIn(
        server, TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now()));
    owner.submit(owner.page("/team"), "/team/invite", "name", "Li", "role", "member");
    NUMBERS.put("invitations", "1");
    String files = "{\"upload\":0,\"unpublished\":true,\"basis\":\"own\",\"firstPublished\":\"\","
        + "\"publishedOn\":\"\",\"files\":[{\"name\":\"coat.jpg\",\"size\":9,\"modified\":1}]}";
    owner.ask("POST", "/uploads", "application/json", files.getBytes(StandardCharsets.UTF_8));
    NUMBERS.put("uploads", number("select max(id) from upload"));
    server.server().features().database().write(handle -> handle.execute(
        "insert into own_shop (seller_id, shop_group, shop_id, name, account_id, stated_at)"
            + " select id, 'alibaba', '9', 'Shop 9', 1, '2026-11-21T08:00:00.000Z' from seller where name = 'Willow'"));
    NUMBERS.put("own-shops", number("select max(id) from own_shop"));
    server.server().features().database().write(handle -> {
      handle.execute("insert into licence (seller_id, shop_group, shop_id, name, whole, note, account_id, stated_at)"
          + " select id, 'alibaba', '9', 'Shop 9', 1, '', 1, '2026-11-21T08:00:00.000Z' from seller where name = 'Willow'");
      return handle.execute("insert into decision (seller_id, finding_id, kind, reason, account_id, made_at)"
          + " select seller_id, id, 'later', '', 1, '2026-11-21T08:00:00.000Z' from finding where id = 1");
    });
    server.server().features().database().write(handle -> handle.execute(
        "insert into report (seller_id, kind, day, zone, from_at, to_at, from_sighting, to_sighting, made_at,"
            + " shops, listings, findings, fresh, sightings, licensed, own, dismissed, coverage, handed_at)"
            + " select id, 'demand', '2026-11-21', 'Asia/Shanghai', created_at, created_at, 0, 0, created_at,"
            + " 0, 0, 0, 0, 0, 0, 0, 0, '{}', created_at from seller where name = 'Willow'"));
    NUMBERS.put("reports", number("select max(id) from report"));
    owner.post("/accused", "market", "taobao", "shopName", "Willow", "accusedOf", "A coat", "cameOn", "2026-11-20",
        "csrf", owner.csrf());
    NUMBERS.put("accused", number("select max(id) from accusation"));
    NUMBERS.put("licences", number("select max(id) from licence"));
    NUMBERS.put("decisions", number("select max(id) from decision"));
    NUMBERS.put("triage", number("select max(id) from finding"));
    owner.post("/webhooks", "url", "http://127.0.0.1:9/willow", "csrf", owner.csrf());
    NUMBERS.put("webhooks", number("select max(id) from webhook"));
    owner.post("/webhooks/" + NUMBERS.get("webhooks") + "/test", "csrf", owner.csrf());
    NUMBERS.put("webhook-deliveries", number("select max(id) from webhook_delivery"));
    server.server().features().database().write(handle -> handle.execute(
        "insert into library_view (seller_id, account_id, name, query, shared, created_at)"
            + " select seller_id, id, 'Coats', '', 1, '2026-11-21T08:00:00.000Z' from account where name = 'Willow''s person'"));
    NUMBERS.put("views", number("select max(id) from library_view"));
    server.server().features().database().write(handle -> handle.execute(
        "insert into bulk_step (seller_id, account_id, step, total, strangers, query, asked_at, ended_at)"
            + " select seller_id, id, 'pause', 0, 0, '', '2026-11-21T08:00:00.000Z', '2026-11-21T08:00:01.000Z'"
            + " from account where name = 'Willow''s person'"));
    NUMBERS.put("bulk-steps", number("select max(id) from bulk_step"));
    server.server().features().database().write(handle -> handle.execute(
        "insert into watch_entry (seller_id, kind, watch_key, market, site, address, title, shop_name, note, account_id,"
            + " added_at) select id, 'shop', 'site/shop.example', 'other', 'shop.example', 'https://shop.example/', '',"
            + " '', '', 1, '2026-11-21T08:00:00.000Z' from seller where name = 'Willow'"));
    server.server().features().database().write(handle -> {
      handle.execute("insert into shop_points (seller_id, shop_key, market, ledger, min_points, year, note, account_id,"
          + " stated_at) select id, 'number alibaba 7', 'taobao', 'A', 2, 2026, '', 1, '2026-11-21T08:00:00.000Z'"
          + " from seller where name = 'Willow'");
      return handle.execute("insert into policy_file (name, sha256, content, policy, version, market, account_id,"
          + " loaded_at) values ('a.json', 'x', '{}', 'x', '1', 'x', 1, '2026-11-21T08:00:00.000Z')");
    });
    NUMBERS.put("known-points", number("select max(id) from shop_points"));
    NUMBERS.put("policies", number("select max(id) from policy_file"));
    NUMBERS.put("watch-list", number("select max(id) from watch_entry"));
    server.server().features().database().write(handle -> handle.execute(
        "insert into complaint_batch (seller_id, account_id, client_key, shop_key, market, site, shop_name, strangers, browser,"
            + " language, asked_at, ended_at) select seller_id, id, 'b-1', 'number alibaba 7', 'taobao', 'item.taobao.com',"
            + " 'Shop 7', 0, '', 'en', '2026-11-21T08:00:00.000Z', '2026-11-21T08:00:01.000Z' from account"
            + " where name = 'Willow''s person'"));
    NUMBERS.put("batch", number("select max(id) from complaint_batch"));
    server.server().features().database().write(handle -> handle.execute(
        "insert into rectify_letter (seller_id, account_id, client_key, shop_key, shop_name, language, subject, body, sent_on,"
            + " due_on, recorded_at) select seller_id, id, 'l-1', 'number alibaba 7', 'Shop 7', 'en', 'x', 'x', '2026-11-21',"
            + " '2026-11-30', '2026-11-21T08:00:00.000Z' from account where name = 'Willow''s person'"));
    NUMBERS.put("letters", number("select max(id) from rectify_letter"));
    NUMBERS.put("people", number("select id from account where name = 'Willow''s person'"));
    NUMBERS.put("sellers", number("select id from seller where name = 'Willow'"));
    Person second = Person.signedIn(
        server, TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now()));
    NUMBERS.put("sessions",
        owner.page("/account").replaceAll("(?s).*action=\"/sessions/([0-9a-f]{16})/end\".*", "$1"));
    assertThat(second.get("/").status()).isEqualTo(200);
    for (Role role : List.of(Role.OWNER, Role.MEMBER, Role.REVIEWER)) {
      String name = "Stranger " + role.text();
      DEVICES.put(role.text(), server.person(name, role));
      PEOPLE.put(role.text(), Person.signedIn(
          server,
          TestAccounts.session(server.server().features(), name + " at home", EnumSet.of(role), server.now())));
    }
    disputed();
  }

  /** Between Willow and the reviewer's own seller: not for that reviewer to see. */
  private static void disputed() {
    String seller = number("select seller_id from account where name = 'Stranger reviewer at home''s person'");
    server.server().features().database().write(handle -> {
      handle.execute("insert into certificate (seller_id, account_id, title, state, grade, basis, sha256, bytes, width,"
          + " height, created_at) select " + seller + ", account_id, title, 'contested', grade, basis, sha256, bytes,"
          + " width, height, created_at from certificate where id = 1");
      handle.execute("insert into dispute (side_a, side_b, pair, later, opener, opened_by, finding, agreement, state,"
          + " opened_at) values (1, 2, '1-2', 2, " + seller + ", 'match', 'copy', 9000, 'open', '2026-11-21T08:00:00.000Z')");
      return handle.execute("insert into dispute_claim (seller_id, certificate_id, against, reason, state, groundless,"
          + " account_id, made_at) values (" + seller + ", 2, 1, 'x', 'waiting', 0, 1, '2026-11-21T08:00:00.000Z')");
    });
    NUMBERS.put("shops", number("select max(id) from shop"));
    server.server().features().database().write(handle -> {
      handle.execute("insert into complaint_step (complaint_id, account_id, kind, from_state, to_state, happened_on,"
          + " recorded_at, detail) select id, account_id, 'submitted', 'prepared', 'submitted', '2026-11-21',"
          + " prepared_at, '{}' from complaint where id = " + NUMBERS.get("complaints"));
      return handle.execute("insert into recheck (seller_id, complaint_id, sighting_id, step_id, due_on) select"
          + " seller_id, id, " + NUMBERS.get("sightings") + ", 1, '2026-11-21' from complaint where id = "
          + NUMBERS.get("complaints"));
    });
    NUMBERS.put("rechecks", number("select max(id) from recheck"));
    NUMBERS.put("disputes", "1");
    NUMBERS.put("claims", "1");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String number(String sql) {
    return server.server().features().database().read(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  static Stream<String> routes() {
    return server.server().routes().stream().filter(route -> route.contains("{"));
  }

  @Test
  void the_server_lists_its_routes() {
    assertThat(routes().toList()).contains(
        "GET /api/v1/certificates/{id}", "POST /complaints/{id}/submitted", "POST /people/{id}/remove");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void anothers_number_is_answered_like_nobodys(String route) {
    String[] words = route.split(" ");
    String path = words[1];
    String kind = path.replaceAll("^/(api/v1/)?", "").replaceAll("/.*", "");
    assertThat(NUMBERS).as("say in this test whose number %s takes", route).containsKey(kind);
    // Another seller's number in the last place too, and whatever else the path asks for as 1.
    String anothers = path.replaceFirst("\\{[^}]*}", NUMBERS.get(kind)).replaceAll("\\{[^}]*}", "1");
    String nobodys = path.replaceFirst("\\{[^}]*}", kind.equals("sessions") ? "0123456789abcdef" : NOBODYS)
        .replaceAll("\\{[^}]*}", "1");
    for (String role : PEOPLE.keySet()) {
      Client.Reply reply = send(role, route, words[0], anothers);
      if (role.equals("reviewer") && TOLD_TO_REVIEWERS.contains(route)) {
        assertThat(reply.status()).as("%s: %s", route, reply.text()).isEqualTo(409);
        continue;
      }
      Client.Reply none = send(role, route, words[0], nobodys);
      assertThat(reply.status()).as("%s for a %s: %s", route, role, reply.text()).isIn(403, 404);
      assertThat(reply.status()).as("%s for a %s", route, role).isEqualTo(none.status());
      assertThat(plain(reply.text(), anothers)).as("%s for a %s", route, role).isEqualTo(plain(none.text(), nobodys));
    }
  }

  private static Client.Reply send(String role, String route, String method, String path) {
    if (path.startsWith("/api/")) {
      Client device = DEVICES.get(role);
      if (!method.equals("POST")) {
        return device.method(method, path);
      }
      return BODIES.containsKey(route) ? device.postJson(path, BODIES.get(route)) : device.post(path);
    }
    Person person = PEOPLE.get(role);
    if (method.equals("PUT")) {
      return person.ask(method, path + "?offset=0", "application/octet-stream", new byte[] {1});
    }
    if (!method.equals("POST")) {
      return person.get(path);
    }
    List<String> fields = new ArrayList<>(List.of(FIELDS));
    fields.addAll(List.of("csrf", person.csrf()));
    return person.post(path, fields.toArray(new String[0]));
  }

  private static String plain(String text, String path) {
    return text.replace(path, "PATH");
  }

  @Test
  void after_all_that_everything_of_willows_is_as_it_was() {
    // Runs in any order: what the strangers try never changes anything.
    Client willow = server.anybody().with(TestAccounts.tokenOf(server.server().features(), "Willow's person"));
    assertThat(willow.get("/api/v1/certificates/" + NUMBERS.get("certificates")).json().at("/certificate/state").asText())
        .isEqualTo("monitored");
    assertThat(willow.get("/api/v1/complaints/" + NUMBERS.get("complaints")).json().at("/complaint/state").asText())
        .isEqualTo("prepared");
  }
}
