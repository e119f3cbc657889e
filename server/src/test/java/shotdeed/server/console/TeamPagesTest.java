package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import shotdeed.server.Client;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.platform.PeopleSettings;

/** Owners and their people: inviting, joining, changing, removing. */
class TeamPagesTest {
  private static final String GOOD = "linden paper seventeen";

  private TestServer server;
  private Person owner;

  @BeforeEach
  void start() {
    server = TestServer.start();
    owner = Person.signedIn(
            server, TestAccounts.session(server.server().features(), "Willow", EnumSet.of(Role.OWNER), server.now()))
        .speaking("en");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static String linkOf(String page) {
    assertThat(page).contains("id=\"link\"");
    String link = page.replaceAll("(?s).*id=\"link\" readonly value=\"([^\"]*)\".*", "$1");
    return link.replaceAll("^https?://[^/]*", "").replace("&amp;", "&");
  }

  private String invited(String name, String role) {
    return linkOf(owner.submit(owner.page("/team"), "/team/invite", "name", name, "role", role).text());
  }

  private Client.Reply join(Person person, String link, String name) {
    return person.submit(person.page(link), "/invitation", "name", name, "password", GOOD, "repeated", GOOD);
  }

  private Person joined(String name, String role) {
    Person person = new Person(server).speaking("en");
    assertThat(join(person, invited(name, role), name).status()).isEqualTo(200);
    return person;
  }

  private int account(String name) {
    return server.server().features().database().read(handle ->
        handle.createQuery("select id from account where name = :name").bind("name", name).mapTo(int.class).one());
  }

  @Test
  void a_member_joins_by_a_link_and_works_for_the_same_seller() {
    String link = invited("Li Na", "member");
    Person li = new Person(server).speaking("en");
    assertThat(li.page(link)).contains("Willow's person invites you to Willow. Your role: Member.", "value=\"Li Na\"");
    assertThat(join(li, link, "Li Na").text()).contains("<h1>Overview</h1>", "<bdi>Li Na</bdi> · <bdi>Willow</bdi>");
    assertThat(owner.page("/team")).contains("Li Na", ">Member<").doesNotContain("Open invitations");
    assertThat(li.page("/team")).contains("Li Na").doesNotContain("/remove\"><input type=\"hidden\" name=\"csrf\" value=\"\"");
    assertThat(li.get("/audit").status()).isEqualTo(403);
    assertThat(li.post("/team/invite", "csrf", li.csrf(), "name", "X").status()).isEqualTo(403);
  }

  @Test
  void a_link_works_once_and_for_seven_days() {
    String used = invited("Li Na", "member");
    String late = invited("Zhao", "member");
    join(new Person(server), used, "Li Na");
    Client.Reply again = new Person(server).speaking("en").get(used);
    assertThat(again.status()).isEqualTo(403);
    assertThat(again.text()).contains("This invitation does not work");
    server.pass(Duration.ofDays(7).minusSeconds(1));
    assertThat(new Person(server).get(late).status()).isEqualTo(200);
    server.pass(Duration.ofSeconds(1));
    assertThat(new Person(server).get(late).status()).isEqualTo(403);
  }

  @Test
  void an_invitation_taken_back_or_renewed_leaves_its_old_link_worth_nothing() {
    String first = invited("Li Na", "member");
    String page = owner.page("/team");
    String again = page.replaceAll("(?s).*action=\"(/invitations/\\d+/again)\".*", "$1");
    String second = linkOf(owner.submit(page, again).text());
    assertThat(new Person(server).get(first).status()).isEqualTo(403);
    assertThat(new Person(server).get(second).status()).isEqualTo(200);
    String revoke = again.replace("again", "revoke");
    assertThat(owner.submit(page, revoke).text()).contains("The invitation is taken back.");
    assertThat(new Person(server).get(second).status()).isEqualTo(403);
    assertThat(owner.submit(page, revoke).status()).isEqualTo(404);
  }

  @Test
  void a_taken_name_says_so_keeps_what_was_typed_and_leaves_the_link_good() {
    joined("Li Na", "member");
    String link = invited("Li Na", "member");
    Person other = new Person(server).speaking("en");
    Client.Reply reply = join(other, link, "LI NA");
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.text()).contains("Somebody on this server goes by that name", "value=\"LI NA\"");
    assertThat(join(other, link, "Li Na Willow").status()).isEqualTo(200);
  }

  @Test
  void two_browsers_with_one_link_make_one_account() throws Exception {
    String link = invited("Li Na", "member");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> replies = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String name = "Li Na " + i;
      Person person = new Person(server);
      String page = person.page(link);
      replies.add(threads.submit(() -> {
        start.await();
        return person.submit(page, "/invitation", "name", name, "password", GOOD, "repeated", GOOD).status();
      }));
    }
    start.countDown();
    List<Integer> all = new ArrayList<>();
    for (Future<Integer> reply : replies) {
      all.add(reply.get());
    }
    threads.shutdown();
    assertThat(all).containsExactlyInAnyOrder(200, 403, 403, 403);
    assertThat(owner.page("/team").split("Li Na", -1)).hasSize(3); // the name, and its hidden repetition
  }

  @Test
  void the_last_owner_stays_even_when_two_demote_each_other_at_once() throws Exception {
    Person second = joined("Li Na", "owner");
    int first = account("Willow's person");
    int other = account("Li Na");
    String page = owner.page("/team");
    String secondPage = second.page("/team");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Future<Integer> a = threads.submit(() -> owner.submit(page, "/people/" + other + "/member").status());
    Future<Integer> b = threads.submit(() -> second.submit(secondPage, "/people/" + first + "/member").status());
    // Whoever comes second is a member by then, or would leave the shop without an owner.
    assertThat(List.of(a.get(), b.get())).contains(200).containsAnyOf(403, 409);
    threads.shutdown();
    int owners = server.server().features().database().read(handle ->
        handle.createQuery(
                "select count(*) from account_role r join account a on a.id = r.account_id"
                    + " where r.role = 'owner' and a.seller_id = (select seller_id from account where id = :first)")
            .bind("first", first)
            .mapTo(int.class)
            .one());
    assertThat(owners).isEqualTo(1);
  }

  @Test
  void the_last_owner_can_neither_leave_nor_be_made_a_member() {
    int id = account("Willow's person");
    for (String step : List.of("remove", "member")) {
      Client.Reply reply = owner.post("/people/" + id + "/" + step, "csrf", owner.csrf());
      assertThat(reply.status()).isEqualTo(409);
      assertThat(reply.text()).contains("A shop needs an owner");
    }
    assertThat(owner.get("/").status()).isEqualTo(200);
  }

  @Test
  void whoever_is_removed_is_out_at_once_with_all_their_browsers_and_links() {
    Person li = joined("Li Na", "member");
    int id = account("Li Na");
    String pairing = li.submit(li.page("/browsers"), "/browsers/link").text()
        .replaceAll("(?s).*(http[^\"<]*/pair#[A-Za-z0-9_-]{43}).*", "$1");
    String code = pairing.substring(pairing.indexOf('#') + 1);
    String password = linkOf(owner.submit(owner.page("/team"), "/people/" + id + "/password").text());
    assertThat(owner.submit(owner.page("/team"), "/people/" + id + "/remove").text()).contains("This person is removed.");
    assertThat(li.get("/").status()).isEqualTo(401);
    assertThat(new Person(server).get(password).status()).isEqualTo(403);
    assertThat(server.anybody().postJson("/api/v1/pair", "{\"code\":\"" + code + "\",\"device\":\"X\"}").status())
        .isEqualTo(403);
    Person again = new Person(server);
    assertThat(again.submit(again.page("/sign-in"), "/sign-in/password", "name", "Li Na", "password", GOOD).status())
        .isEqualTo(403);
    assertThat(owner.page("/audit")).contains("Removed from the team", "Li Na");
    assertThat(owner.submit(owner.page("/audit").replaceAll("(?s).*", owner.page("/team")), "/team/invite", "name", "Li Na",
        "role", "member").status()).isEqualTo(200);
  }

  @Test
  void an_owner_hands_over_a_link_for_a_new_password_which_works_once() {
    joined("Li Na", "member");
    String link = linkOf(owner.submit(owner.page("/team"), "/people/" + account("Li Na") + "/password").text());
    Person li = new Person(server).speaking("en");
    String page = li.page(link);
    assertThat(page).contains("Li Na");
    assertThat(li.submit(page, "/new-password", "password", "short", "repeated", "short").text())
        .contains("The password is too short");
    String fresh = "quite another password";
    assertThat(li.submit(page, "/new-password", "password", fresh, "repeated", fresh).text())
        .contains("The new password is set.");
    assertThat(li.submit(page, "/new-password", "password", fresh, "repeated", fresh).status()).isEqualTo(403);
    assertThat(li.submit(li.page("/sign-in"), "/sign-in/password", "name", "Li Na", "password", fresh).text())
        .contains("<h1>Overview</h1>");
  }

  @Test
  void an_owner_has_no_power_over_whoever_works_for_the_server() {
    Person admin = Person.admin(server);
    // Somebody is made owner beside the admin of the first seller.
    String link = linkOf(admin.submit(admin.page("/team"), "/team/invite", "name", "Co", "role", "owner").text());
    Person co = new Person(server).speaking("en");
    join(co, link, "Co");
    for (String step : List.of("password", "remove", "member", "owner")) {
      assertThat(co.post("/people/1/" + step, "csrf", co.csrf()).status()).as(step).isEqualTo(403);
    }
    assertThat(admin.get("/").status()).isEqualTo(200);
  }

  @Test
  void an_owners_people_and_invitations_do_not_exist_for_another_owner() {
    joined("Li Na", "member");
    invited("Zhao", "member");
    Person stranger = Person.signedIn(
        server, TestAccounts.session(server.server().features(), "Rowan", EnumSet.of(Role.OWNER), server.now()));
    String csrf = stranger.csrf();
    for (String path : List.of(
        "/people/" + account("Li Na") + "/owner", "/people/" + account("Li Na") + "/remove",
        "/people/" + account("Li Na") + "/password", "/invitations/1/revoke", "/invitations/2/again",
        "/people/999/remove", "/invitations/999/revoke")) {
      assertThat(stranger.post(path, "csrf", csrf).status()).as(path).isEqualTo(404);
    }
    assertThat(stranger.page("/team")).doesNotContain("Li Na", "Zhao");
    assertThat(stranger.get("/sellers").status()).isEqualTo(403);
    assertThat(stranger.get("/staff").status()).isEqualTo(403);
  }

  @Test
  void where_the_admin_alone_brings_people_in_an_owner_cannot() {
    try (TestServer strict = TestServer.start(new PeopleSettings(PeopleSettings.SignUp.ADMIN, false, null))) {
      Person boss = Person.signedIn(
              strict, TestAccounts.session(strict.server().features(), "Elm", EnumSet.of(Role.OWNER), strict.now()))
          .speaking("en");
      assertThat(boss.page("/team")).contains("On this server the admin invites people.")
          .doesNotContain("/team/invite");
      assertThat(boss.post("/team/invite", "csrf", boss.csrf(), "name", "X").status()).isEqualTo(403);
      assertThat(boss.get("/sign-up").status()).isEqualTo(403);
      Person admin = Person.admin(strict);
      assertThat(admin.submit(admin.page("/sellers/2"), "/sellers/2/invite", "name", "X", "role", "member").status())
          .isEqualTo(200);
    }
  }
}
