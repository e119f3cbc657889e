package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.Client;
import shotdeed.server.TestServer;

/** Signing in with a password, and everything around it, as a person at a browser does it. */
class SignInPagesTest {
  private static final String GOOD = "linden paper seventeen";

  private TestServer server;
  private Person admin;

  @BeforeEach
  void start() {
    server = TestServer.start();
    admin = Person.admin(server);
    admin.submit(admin.page("/account"), "/account/name", "name", "Wang Fang", "email", "Fang@Example.org");
    admin.submit(admin.page("/account"), "/account/password", "password", GOOD, "repeated", GOOD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Client.Reply signIn(Person person, String name, String password) {
    return person.submit(person.page("/sign-in"), "/sign-in/password", "name", name, "password", password);
  }

  @ParameterizedTest
  @CsvSource({"Wang Fang", "wang fang", "' Ｗang　Fang '", "fang@example.org", "FANG@EXAMPLE.ORG"})
  void a_person_signs_in_by_name_or_mail_address_in_any_case_and_width(String name) {
    Client.Reply reply = signIn(new Person(server).speaking("en"), name, GOOD);
    assertThat(reply.text()).contains("<h1>Overview</h1>", "Wang Fang");
  }

  @Test
  void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
    Client.Reply wrong = signIn(new Person(server).speaking("en"), "Wang Fang", "not the password");
    Client.Reply unknown = signIn(new Person(server).speaking("en"), "Wang Fang 2", "not the password");
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.text()).contains("Name and password do not match", "value=\"Wang Fang\"");
    assertThat(unknown.status()).isEqualTo(403);
    assertThat(tokenless(unknown.text()).replace("Wang Fang 2", "Wang Fang")).isEqualTo(tokenless(wrong.text()));
  }

  private static String tokenless(String page) {
    return page.replaceAll("name=\"csrf\" value=\"[^\"]*\"", "");
  }

  @Test
  void whoever_was_on_the_way_to_a_page_gets_there_and_never_to_another_site() {
    Person person = new Person(server).speaking("en");
    Client.Reply asked = person.get("/certificates");
    assertThat(asked.status()).isEqualTo(401);
    assertThat(person.submit(asked.text(), "/sign-in/password", "name", "Wang Fang", "password", GOOD).text())
        .contains("<h1>Certificates</h1>");
    Person lured = new Person(server);
    String csrf = lured.page("/sign-in").replaceAll("(?s).*name=\"csrf\" value=\"([^\"]*)\".*", "$1");
    Client.Reply reply = lured.post(
        "/sign-in/password", "csrf", csrf, "next", "//evil.example", "name", "Wang Fang", "password", GOOD);
    assertThat(reply.header("Location")).isEqualTo("/");
  }

  @Test
  void another_sites_form_signs_nobody_in() {
    for (String[] token : new String[][] {{}, {"csrf", ""}, {"csrf", "forged"}}) {
      Person person = new Person(server).speaking("en");
      person.page("/sign-in");
      String[] fields = new String[token.length + 4];
      System.arraycopy(token, 0, fields, 0, token.length);
      System.arraycopy(
          new String[] {"name", "Wang Fang", "password", GOOD}, 0, fields, token.length, 4);
      Client.Reply reply = person.post("/sign-in/password", fields);
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.text()).contains("This form is no longer valid");
      assertThat(person.cookie("shotdeed")).isNull();
    }
  }

  @Test
  void after_ten_wrong_passwords_even_the_right_one_waits_but_a_link_still_works() {
    Person guesser = new Person(server).speaking("en");
    for (int i = 0; i < 10; i++) {
      assertThat(signIn(guesser, "Wang Fang", "guess number " + i).status()).isEqualTo(403);
    }
    Client.Reply reply = signIn(guesser, "fang@example.org", GOOD);
    assertThat(reply.status()).as("the mail address is another key").isEqualTo(200);
    Client.Reply byName = signIn(new Person(server).speaking("en"), "WANG FANG", GOOD);
    assertThat(byName.status()).isEqualTo(429);
    assertThat(byName.text()).contains("Too many failed attempts");
    assertThat(admin.page("/account")).contains("Wang Fang");
  }

  @Test
  void guessing_many_names_from_one_address_soon_becomes_waiting() {
    Person guesser = new Person(server).speaking("en");
    String page = guesser.page("/sign-in");
    for (int i = 0; i < 60; i++) {
      guesser.submit(page, "/sign-in/password", "name", "somebody " + i, "password", "x");
    }
    assertThat(guesser.submit(page, "/sign-in/password", "name", "somebody else", "password", "x").status())
        .isEqualTo(429);
  }

  @ParameterizedTest
  @CsvSource({
    "short, short, The password is too short",
    "linden paper, linden papers, The two passwords differ",
    "1234567890, 1234567890, This password is among the first that anybody would try",
    "WOAINI13145, WOAINI13145, This password is among the first that anybody would try",
    "aaaaaaaaaabbb, aaaaaaaaaabbb, This password is among the first that anybody would try",
    "fang@example.org, fang@example.org, This password is among the first that anybody would try"
  })
  void a_password_that_is_too_weak_changes_nothing(String password, String repeated, String title) {
    Client.Reply reply = admin.submit(
        admin.page("/account"), "/account/password", "current", GOOD, "password", password, "repeated", repeated);
    assertThat(reply.text()).contains(title, "Nothing was changed");
    assertThat(signIn(new Person(server), "Wang Fang", GOOD).status()).isEqualTo(200);
  }

  @Test
  void a_password_may_be_200_characters_of_any_script_and_no_more() {
    String chinese = "春".repeat(199) + "夏秋";
    assertThat(admin.submit(
            admin.page("/account"), "/account/password", "current", GOOD, "password", chinese, "repeated", chinese)
        .text()).contains("The password is too long");
    String fits = "春夏".repeat(99) + "秋冬";
    admin.submit(
        admin.page("/account"), "/account/password", "current", GOOD, "password", fits, "repeated", fits);
    assertThat(signIn(new Person(server), "Wang Fang", fits).status()).isEqualTo(200);
  }

  @Test
  void a_new_password_needs_the_old_one_and_ends_all_other_sessions() {
    Person elsewhere = new Person(server).speaking("en");
    signIn(elsewhere, "Wang Fang", GOOD);
    String fresh = "another one entirely";
    assertThat(admin.submit(
            admin.page("/account"), "/account/password", "current", "wrong", "password", fresh, "repeated", fresh)
        .text()).contains("The current password is not right");
    assertThat(elsewhere.get("/").status()).isEqualTo(200);
    admin.submit(admin.page("/account"), "/account/password", "current", GOOD, "password", fresh, "repeated", fresh);
    assertThat(admin.get("/").status()).isEqualTo(200);
    assertThat(elsewhere.get("/").status()).isEqualTo(401);
    assertThat(signIn(new Person(server), "Wang Fang", GOOD).status()).isEqualTo(403);
  }

  @Test
  void another_mail_address_needs_the_password() {
    String page = admin.page("/account");
    assertThat(admin.submit(page, "/account/name", "name", "Wang Fang", "email", "other@example.org").text())
        .contains("The current password is not right");
    assertThat(admin.submit(
            page, "/account/name", "name", "Wang Fang", "email", "other@example.org", "current", GOOD).text())
        .contains("Saved.", "other@example.org");
  }

  @Test
  void a_person_sees_their_sessions_and_ends_one_or_all() {
    Person phone = new Person(server).speaking("en");
    signIn(phone, "Wang Fang", GOOD);
    String page = admin.page("/account");
    assertThat(page.split("This browser</span>", -1)).hasSize(2);
    String end = page.replaceAll("(?s).*action=\"(/sessions/[0-9a-f]{16}/end)\".*", "$1");
    assertThat(admin.submit(page, end).text()).contains("That place is signed out.");
    assertThat(phone.get("/").status()).isEqualTo(401);
    assertThat(admin.submit(page, end).status()).isEqualTo(404);
    signIn(phone, "Wang Fang", GOOD);
    admin.submit(admin.page("/account"), "/sessions/end-all");
    assertThat(admin.get("/").status()).isEqualTo(401);
    assertThat(phone.get("/").status()).isEqualTo(401);
  }

  @Test
  void a_hash_made_with_other_parameters_is_made_anew_at_the_next_sign_in() {
    String old = Password.hash(GOOD).addRandomSalt(16)
        .with(Argon2Function.getInstance(4096, 1, 1, 32, Argon2.ID)).getResult();
    server.server().features().database().write(handle ->
        handle.execute("update account_sign_in set password = ?", old));
    assertThat(signIn(new Person(server), "Wang Fang", GOOD).status()).isEqualTo(200);
    assertThat(stored()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(signIn(new Person(server), "Wang Fang", GOOD).status()).isEqualTo(200);
  }

  private String stored() {
    return server.server().features().database().read(handle ->
        handle.createQuery("select password from account_sign_in").mapTo(String.class).one());
  }

  @Test
  void a_password_is_stored_as_a_hash_only_and_signing_in_is_on_record() {
    assertThat(stored()).startsWith("$argon2id$").doesNotContain(GOOD);
    signIn(new Person(server), "Wang Fang", GOOD);
    String record = admin.page("/audit?action=session.open");
    assertThat(record).contains("Signed in", "Wang Fang").doesNotContain(GOOD);
  }

  @Test
  void a_session_unused_for_thirty_days_has_ended() {
    Person person = new Person(server);
    signIn(person, "Wang Fang", GOOD);
    server.pass(Duration.ofDays(30).plusSeconds(1));
    assertThat(person.get("/").status()).isEqualTo(401);
  }

  @Test
  void without_mail_a_forgotten_password_is_the_owners_to_renew() {
    assertThat(new Person(server).speaking("en").page("/forgot-password"))
        .contains("This server sends no mail.")
        .doesNotContain("<form method=\"post\" action=\"/forgot-password\"");
    for (String code : List.of("", "nonsense")) {
      assertThat(new Person(server).speaking("en").get("/new-password?code=" + code).status()).isEqualTo(403);
    }
  }
}
