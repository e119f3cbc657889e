package shotdeed.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.fingerprint.Kernel;
import shotdeed.server.Client;
import shotdeed.server.Server;
import shotdeed.server.TestServer;
import shotdeed.server.platform.Settings;

class AccountApiTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_paired_device_shakes_hands() {
    Client.Reply reply = server.newSeller("Willow").get("/api/v1/handshake");
    assertThat(reply.text())
        .isEqualTo(
            "{\"server\":\"0.1.0\",\"api\":1,\"kernel\":" + Kernel.VERSION + ",\"missing\":0,\"seller\":\"Willow\",\"account\":\"Willow's person\","
                + "\"device\":\"Browser\",\"library\":\"" + reply.json().get("library").asText() + "\"}");
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void each_seller_has_a_library_id_that_all_its_devices_are_told_and_that_stays() {
    try (TestServer own = TestServer.start()) {
      String willow = library(own.newSeller("Willow"));
      assertThat(willow).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
      assertThat(library(own.newSeller("Willow"))).isNotEqualTo(willow);
      String admins = library(own.admin());
      own.restart();
      assertThat(library(own.admin())).isEqualTo(admins);
    }
  }

  private static String library(Client client) {
    return client.get("/api/v1/handshake").json().get("library").asText();
  }

  @Test
  void pairing_tells_the_library_that_the_handshake_tells() {
    String body = pair(server.server().features().pairing().createCode(caller("Linden")));
    Client.Reply paired = server.anybody().postJson("/api/v1/pair", body);
    assertThat(paired.json().get("library").asText())
        .isEqualTo(library(server.anybody().with(paired.json().get("token").asText())));
  }

  @Test
  void an_unknown_token_is_told_to_pair() {
    Client.Reply reply = server.anybody().with("nonsense").get("/api/v1/handshake");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(reply.text())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"This device is not paired\",\"status\":401,\"detail\":\"Its token is"
                + " unknown or was revoked. Pair the browser again.\",\"code\":\"token-unknown\"}");
    assertThat(server.anybody().get("/api/v1/handshake").text()).isEqualTo(reply.text());
  }

  @Test
  void a_pairing_code_gives_one_token_once() {
    Caller caller = caller("Rowan");
    String code = server.server().features().pairing().createCode(caller);
    String body = "{\"code\":\"" + code + "\",\"device\":\" Office\\u0007 \\n Chrome \"}";
    Client.Reply first = server.anybody().postJson("/api/v1/pair", body);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json().get("device").asText()).isEqualTo("Office Chrome");
    assertThat(first.json().get("seller").asText()).isEqualTo("Rowan");
    String token = first.json().get("token").asText();
    assertThat(token).hasSize(43);
    assertThat(server.anybody().with(token).get("/api/v1/handshake").status()).isEqualTo(200);

    Client.Reply second = server.anybody().postJson("/api/v1/pair", body);
    assertThat(second.status()).isEqualTo(403);
    assertThat(second.text())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"This link is not valid\",\"status\":403,\"detail\":\"It was used"
                + " already, is too old, or was not copied whole. Ask for a new one.\",\"code\":\"link-invalid\"}");
  }

  @Test
  void a_pairing_code_works_for_ten_minutes() {
    try (TestServer own = TestServer.start()) {
      Caller caller = own.server().features().database().read(handle -> AccountStore.caller(handle, 1, null, null));
      String late = own.server().features().pairing().createCode(caller);
      String intime = own.server().features().pairing().createCode(caller);
      own.pass(Duration.ofMinutes(10).minusMillis(1));
      assertThat(own.anybody().postJson("/api/v1/pair", pair(intime)).status()).isEqualTo(200);
      own.pass(Duration.ofMillis(1));
      assertThat(own.anybody().postJson("/api/v1/pair", pair(late)).status()).isEqualTo(403);
    }
  }

  @Test
  void a_pairing_link_keeps_its_code_behind_the_hash() {
    assertThat(Pairing.link("https://deed.example.org", "abc")).isEqualTo("https://deed.example.org/pair#abc");
  }

  @Test
  void a_device_without_a_name_is_not_paired_and_the_code_still_works() {
    String code = server.server().features().pairing().createCode(caller("Alder"));
    Client.Reply reply = server.anybody().postJson("/api/v1/pair", "{\"code\":\"" + code + "\",\"device\":\" \"}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"A field has the wrong form: device\",\"status\":400,\"detail\":"
                + "\"device must be a name of 1 to 80 characters. Nothing was changed.\",\"code\":\"field-invalid\","
                + "\"field\":\"device\"}");
    assertThat(server.anybody().postJson("/api/v1/pair", pair(code)).status()).isEqualTo(200);
  }

  @Test
  void pairing_takes_json_only_so_that_no_other_site_can_start_it() {
    Client.Reply reply = server.anybody().postBody("/api/v1/pair", "text/plain", pair("x").getBytes());
    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.json().get("code").asText()).isEqualTo("wrong-content-type");
  }

  @Test
  void guessing_codes_soon_becomes_waiting() {
    try (TestServer own = TestServer.start()) {
      for (int i = 0; i < 20; i++) {
        assertThat(own.anybody().postJson("/api/v1/pair", pair("guess" + i)).status()).isEqualTo(403);
      }
      Client.Reply reply = own.anybody().postJson("/api/v1/pair", pair("guess"));
      assertThat(reply.status()).isEqualTo(429);
      assertThat(reply.header("Retry-After")).isEqualTo("600");
      Caller caller = own.server().features().database().read(handle -> AccountStore.caller(handle, 1, null, null));
      String right = own.server().features().pairing().createCode(caller);
      assertThat(own.anybody().postJson("/api/v1/pair", pair(right)).status()).isEqualTo(200);
    }
  }

  @Test
  void a_revoked_device_is_refused_and_its_record_stays() {
    Client client = server.newSeller("Hazel");
    int device = client.get("/api/v1/devices").json().get(0).get("id").asInt();
    assertThat(server.newSeller("Stranger").post("/api/v1/devices/" + device + "/revoke").status()).isEqualTo(404);
    assertThat(client.post("/api/v1/devices/" + device + "/revoke").status()).isEqualTo(204);
    assertThat(client.get("/api/v1/handshake").status()).isEqualTo(401);
    assertThat(server.server().features().devices().list(caller(device)))
        .singleElement()
        .satisfies(d -> assertThat(d.revokedAt()).isEqualTo(server.now()));
  }

  @Test
  void tokens_and_codes_are_stored_as_hashes_only() throws Exception {
    String token = TestAccounts.ownerOf(server.server().features(), "Secretive", server.now());
    String code = server.server().features().pairing().createCode(caller("Secretive too"));
    server.server().features().database().read(handle -> {
      for (String table : new String[] {"device", "pairing_code", "sign_in_link", "session"}) {
        String column = table.equals("device") ? "token_hash" : "hash";
        assertThat(handle.createQuery("select " + column + " from " + table).mapTo(String.class).list())
            .allMatch(hash -> hash.matches("[0-9a-f]{64}"))
            .doesNotContain(token, code);
      }
      return null;
    });
  }

  @Test
  void the_first_sign_in_link_opens_one_session_and_is_used_up() {
    try (TestServer own = TestServer.start()) {
      String link = own.server().firstSignIn();
      assertThat(link).startsWith(own.server().origin() + "/sign-in?code=");
      String code = link.substring(link.indexOf('=') + 1);
      Client.Reply reply =
          own.anybody().postBody("/sign-in", "application/x-www-form-urlencoded", ("code=" + code).getBytes());
      assertThat(reply.status()).isEqualTo(303);
      assertThat(reply.header("Location")).endsWith("/");
      assertThat(reply.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
      String secret = reply.header("Set-Cookie").replaceAll("shotdeed=([^;]*);.*", "$1");
      assertThat(own.server().features().sessions().caller(secret).roles())
          .containsExactlyInAnyOrder(Role.OWNER, Role.ADMIN);
      assertThat(own.anybody().postBody("/sign-in", "application/x-www-form-urlencoded", ("code=" + code).getBytes())
              .status())
          .isEqualTo(403);
    }
  }

  @Test
  void every_start_gives_a_sign_in_link_until_somebody_signed_in_once() {
    try (TestServer own = TestServer.start()) {
      own.pass(Duration.ofDays(2));
      own.restart();
      Sessions sessions = own.server().features().sessions();
      sessions.signOut(sessions.signIn(code(own.server().firstSignIn()), "test"));
      own.pass(Duration.ofDays(60));
      own.restart();
      assertThat(own.server().firstSignIn()).isNull();
      assertThat(new CreateSignInLink(own.server().features().database(), own::now).run()).hasSize(43);
      own.restart();
      assertThat(own.server().firstSignIn()).isNull();
    }
  }

  @Test
  void a_first_start_on_a_port_in_use_does_not_cost_the_sign_in_link(@TempDir Path data) throws Exception {
    InstantSource clock = InstantSource.system();
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> Server.start(Settings.local(data, other.getLocalPort()), clock))
          .isInstanceOf(IllegalStateException.class);
    }
    try (Server server = Server.start(Settings.local(data, 0), clock)) {
      assertThat(server.features().sessions().signIn(code(server.firstSignIn()), "test")).hasSize(43);
    }
  }

  private static String code(String link) {
    return link.substring(link.indexOf('=') + 1);
  }

  @Test
  void a_session_lives_thirty_days_from_its_last_use() {
    try (TestServer own = TestServer.start()) {
      String link = own.server().firstSignIn();
      Sessions sessions = own.server().features().sessions();
      String secret = sessions.signIn(link.substring(link.indexOf('=') + 1), "test");
      own.pass(Duration.ofDays(29));
      sessions.caller(secret);
      own.pass(Duration.ofDays(29));
      sessions.caller(secret);
      own.pass(Duration.ofDays(31));
      assertThatThrownBy(() -> sessions.caller(secret)).hasMessage("not-signed-in");
    }
  }

  @Test
  void signing_out_needs_the_form_of_the_same_session() {
    try (TestServer own = TestServer.start()) {
      String link = own.server().firstSignIn();
      Sessions sessions = own.server().features().sessions();
      String secret = sessions.signIn(link.substring(link.indexOf('=') + 1), "test");
      assertThat(own.anybody().get("/livez", "Cookie", "shotdeed=" + secret).status()).isEqualTo(200);
      assertThat(signOut(own, secret, "forged").status()).isEqualTo(403);
      assertThat(sessions.caller(secret).account()).isEqualTo(1);
      assertThat(signOut(own, secret, shotdeed.server.platform.Csrf.token(secret)).status()).isEqualTo(303);
      assertThatThrownBy(() -> sessions.caller(secret)).hasMessage("not-signed-in");
    }
  }

  private static Client.Reply signOut(TestServer own, String secret, String csrf) {
    return own.anybody().postBody(
        "/sign-out", "application/x-www-form-urlencoded", ("csrf=" + csrf).getBytes(), "Cookie", "shotdeed=" + secret);
  }

  private static Caller caller(String newSeller) {
    TestAccounts.ownerOf(server.server().features(), newSeller, server.now());
    return server.server().features().database().read(handle ->
        AccountStore.caller(
            handle, handle.createQuery("select max(id) from account").mapTo(int.class).one(), null, null));
  }

  private static Caller caller(int device) {
    return server.server().features().database().read(handle ->
        AccountStore.caller(
            handle,
            handle.createQuery("select account_id from device where id = :id")
                .bind("id", device)
                .mapTo(int.class)
                .one(),
            null,
            null));
  }

  private static String pair(String code) {
    return "{\"code\":\"" + code + "\",\"device\":\"Browser\"}";
  }
}
