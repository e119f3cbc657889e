package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.platform.PeopleSettings;

/** What the admin does with sellers, and what the sellers then can and cannot do. */
class SellerPagesTest {
  private static final String GOOD = "linden paper seventeen";
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);

  private TestServer server;
  private Person admin;

  @BeforeEach
  void start() {
    server = TestServer.start();
    admin = Person.admin(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Client.Reply upload(Client seller, byte[] photo) {
    return seller.postParts(
        "/api/v1/certificates", new Client.Parts().field("unpublished", "true").file("file", "a.jpg", photo));
  }

  private static String code(Client.Reply reply) {
    return reply.json().path("code").asText("none");
  }

  @Test
  void an_invited_seller_opens_a_shop_of_their_own() {
    String link = TeamPagesTest.linkOf(
        admin.submit(admin.page("/sellers"), "/sellers/invite", "name", "Green Willow").text());
    assertThat(admin.page("/sellers")).contains("Open invitations", "Green Willow");
    Person boss = new Person(server).speaking("en");
    String page = boss.page(link);
    assertThat(page).contains("Admin invites you to open your shop", "value=\"Green Willow\"");
    assertThat(boss.submit(
            page, "/invitation", "shop", "my SHOP", "name", "Chen", "password", GOOD, "repeated", GOOD).text())
        .contains("A shop of that name is on this server already");
    boss.submit(page, "/invitation", "shop", "Green Willow", "name", "Chen", "password", GOOD, "repeated", GOOD);
    assertThat(boss.page("/")).contains("<bdi>Chen</bdi> · <bdi>Green Willow</bdi>");
    assertThat(admin.page("/sellers")).contains("Total: 2", "Green Willow", "Certificates: 0 · 0 B · people: 1");
  }

  @Test
  void a_suspended_seller_neither_certifies_nor_complains_and_reads_everything() {
    Client willow = server.newSeller("Willow");
    server.monitored(willow, COAT);
    int first = Reports.sighting(willow, "k-1", "1", "7", COPY);
    int second = Reports.sighting(willow, "k-2", "2", "7", COPY);
    int complaint = Checks.ok(Reports.complain(willow, Reports.complaint("c-1", "" + first))).json().get("id").asInt();
    assertThat(admin.submit(admin.page("/sellers/2"), "/sellers/2/suspend", "suspension", "").text())
        .contains("A suspension needs a reason");
    assertThat(admin.submit(admin.page("/sellers/2"), "/sellers/2/suspend", "suspension", "Unpaid <b>fees</b>").text())
        .contains("The seller is suspended.", "Unpaid &lt;b&gt;fees&lt;/b&gt;");

    String submitted = "/api/v1/complaints/" + complaint + "/submitted";
    for (Client.Reply reply : List.of(
        upload(willow, Photos.photo("dress")),
        Reports.complain(willow, Reports.complaint("c-2", "" + second)),
        willow.postJson(submitted, "{\"caseNumber\":\"TB-1\"}"))) {
      assertThat(reply.status() + " " + code(reply)).isEqualTo("403 seller-suspended");
      assertThat(reply.json().get("detail").asText()).contains("Unpaid <b>fees</b>");
    }
    for (String path : List.of(
        "/certificates", "/certificates/1/picture", "/sightings", "/complaints/" + complaint + "/evidence.zip")) {
      assertThat(willow.get("/api/v1" + path).status()).as(path).isEqualTo(200);
    }
    Person owner = Person.signedIn(
            server, TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now()))
        .speaking("en");
    assertThat(owner.page("/team")).contains("Until this is lifted nothing new is certified");
    assertThat(owner.get("/upload").status()).isEqualTo(403);

    assertThat(admin.submit(admin.page("/sellers/2"), "/sellers/2/lift").text()).contains("The suspension is lifted.");
    assertThat(willow.postJson(submitted, "{\"caseNumber\":\"TB-1\"}").status()).isEqualTo(200);
    assertThat(upload(willow, Photos.photo("dress")).status()).isEqualTo(200);
    assertThat(owner.page("/audit")).contains("Seller suspended", "Suspension lifted");
  }

  @Test
  void a_seller_certifies_up_to_the_limit_and_what_stands_stays() {
    Client willow = server.newSeller("Willow");
    admin.submit(admin.page("/sellers/2"), "/sellers/2/limits", "certificates", "1", "megabytes", "");
    assertThat(upload(willow, COAT).status()).isEqualTo(200);
    Client.Reply over = upload(willow, Photos.photo("dress"));
    assertThat(over.status() + " " + code(over)).isEqualTo("403 quota-reached");
    assertThat(over.json().get("detail").asText()).startsWith("The admin allows 1.");
    admin.submit(admin.page("/sellers/2"), "/sellers/2/limits", "certificates", "", "megabytes", "0");
    Client.Reply bytes = upload(willow, Photos.photo("dress"));
    assertThat(bytes.json().get("title").asText()).isEqualTo("Your shop's storage is used up");
    assertThat(willow.get("/api/v1/certificates/1").status()).isEqualTo(200);
    admin.submit(admin.page("/sellers/2"), "/sellers/2/limits", "certificates", "", "megabytes", "");
    assertThat(upload(willow, Photos.photo("dress")).status()).isEqualTo(200);
  }

  @Test
  void proofs_count_in_what_a_shop_may_store() {
    admin.upload(Person.unpublished("coat.jpg", COAT));
    admin.submit(admin.page("/sellers/1"), "/sellers/1/limits", "certificates", "", "megabytes", "1");
    String folder = "/certificates/1/proof";
    Client.Reply over = admin.send(
        admin.page(folder), folder, new Client.Parts().field("kind", "raw").file("file", "a.raw", new byte[1 << 20]));
    assertThat(over.text()).contains("Your shop's storage is used up");
    Client.Reply within = admin.send(
        admin.page(folder), folder, new Client.Parts().field("kind", "raw").file("file", "b.raw", new byte[1 << 19]));
    assertThat(within.text()).contains("b.raw");
    assertThat(admin.page(folder)).doesNotContain("a.raw");
  }

  @Test
  void two_uploads_at_once_do_not_both_take_the_last_place() throws Exception {
    Client willow = server.newSeller("Willow");
    admin.submit(admin.page("/sellers/2"), "/sellers/2/limits", "certificates", "1", "megabytes", "");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Client.Reply>> replies = new ArrayList<>();
    for (String photo : List.of("coat", "dress")) {
      byte[] file = Photos.photo(photo);
      replies.add(threads.submit(() -> {
        start.await();
        return upload(willow, file);
      }));
    }
    start.countDown();
    for (Future<Client.Reply> reply : replies) {
      reply.get();
    }
    threads.shutdown();
    assertThat(willow.get("/api/v1/certificates").json().get("total").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1.5", "99999999999", "10000001"})
  void a_limit_is_a_whole_number(String typed) {
    server.newSeller("Willow");
    Client.Reply reply = admin.submit(
        admin.page("/sellers/2"), "/sellers/2/limits", "certificates", typed, "megabytes", "");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).contains("The number of certificates must be a whole number");
  }

  @Test
  void a_reviewer_invited_to_the_server_reviews_and_sees_no_sellers_data() {
    Client willow = server.newSeller("Willow");
    server.monitored(willow, COAT);
    String link = TeamPagesTest.linkOf(
        admin.submit(admin.page("/staff"), "/staff/invite", "name", "Judge", "role", "reviewer").text());
    Person judge = new Person(server).speaking("en");
    judge.submit(judge.page(link), "/invitation", "name", "Judge", "password", GOOD, "repeated", GOOD);
    assertThat(admin.page("/staff")).contains("Judge", ">Reviewer<");
    assertThat(admin.page("/sellers")).contains("Total: 2");
    assertThat(judge.get("/reviews").status()).isEqualTo(200);
    assertThat(judge.get("/certificates/1").status()).isEqualTo(404);
    assertThat(judge.get("/upload").status()).isEqualTo(403);
    for (String path : List.of("/sellers", "/sellers/2", "/staff", "/audit")) {
      assertThat(judge.get(path).status()).as(path).isEqualTo(403);
    }
    assertThat(judge.page("/certificates")).contains("No photograph is certified yet.");
  }

  @Test
  void the_last_admin_stays() {
    // Beside the admin there is another owner, so that only the admin's role holds them.
    String link = TeamPagesTest.linkOf(
        admin.submit(admin.page("/team"), "/team/invite", "name", "Co", "role", "owner").text());
    Person co = new Person(server);
    co.submit(co.page(link), "/invitation", "name", "Co", "password", GOOD, "repeated", GOOD);
    Client.Reply reply = admin.post("/people/1/remove", "csrf", admin.csrf());
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.text()).contains("The server needs an admin");
  }

  @Test
  void anybody_signs_up_where_it_is_open_five_times_an_hour_from_one_address() {
    try (TestServer open = TestServer.start(new PeopleSettings(PeopleSettings.SignUp.OPEN, true, null))) {
      Person first = new Person(open).speaking("en");
      assertThat(first.page("/sign-in")).contains("Open a shop here");
      assertThat(first.submit(
              first.page("/sign-up"), "/sign-up", "shop", "Elm", "name", "Wu", "password", GOOD, "repeated", GOOD)
          .text()).contains("<bdi>Wu</bdi> · <bdi>Elm</bdi>");
      Person second = new Person(open).speaking("en");
      Client.Reply taken = second.submit(
          second.page("/sign-up"), "/sign-up", "shop", "ELM", "name", "Wu", "password", GOOD, "repeated", GOOD);
      assertThat(taken.status()).isEqualTo(409);
      assertThat(taken.text()).contains("A shop of that name is on this server already", "value=\"ELM\"");
      for (int i = 2; i <= 5; i++) {
        Person next = new Person(open);
        assertThat(next.submit(next.page("/sign-up"), "/sign-up", "shop", "Shop " + i, "name", "P" + i, "password",
            GOOD, "repeated", GOOD).status()).isEqualTo(200);
      }
      Person sixth = new Person(open);
      assertThat(sixth.submit(sixth.page("/sign-up"), "/sign-up", "shop", "Shop 6", "name", "P6", "password", GOOD,
          "repeated", GOOD).status()).isEqualTo(429);
    }
  }

  @Test
  void nobody_signs_up_where_it_is_by_invitation() {
    Person person = new Person(server).speaking("en");
    assertThat(person.page("/sign-in")).doesNotContain("Open a shop here").contains("You need an invitation");
    assertThat(person.get("/sign-up").status()).isEqualTo(403);
  }

  @Test
  void an_owner_is_no_admin() {
    Person owner = Person.signedIn(
        server, TestAccounts.session(server.server().features(), "Rowan", EnumSet.of(Role.OWNER), server.now()));
    String csrf = owner.csrf();
    for (String step : List.of("limits", "suspend", "lift")) {
      for (String id : List.of("1", "2", "999")) {
        Client.Reply reply = owner.post("/sellers/" + id + "/" + step, "csrf", csrf, "reason", "x");
        assertThat(reply.status()).as(step).isEqualTo(403);
      }
    }
    assertThat(owner.post("/sellers/invite", "csrf", csrf, "name", "x").status()).isEqualTo(403);
    assertThat(owner.post("/staff/invite", "csrf", csrf, "name", "x").status()).isEqualTo(403);
    assertThat(owner.post("/sellers/1/invite", "csrf", csrf, "name", "x").status()).isEqualTo(404);
  }
}
