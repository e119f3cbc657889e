package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;

class ConsoleTest {
  private static final byte[] COAT = Photos.photo("coat");

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void looking_at_a_sign_in_link_does_not_use_it_up() {
    Person person = new Person(server).speaking("en");
    String path = server.server().firstSignIn().substring(server.server().origin().length());
    String landing = person.page(path);
    assertThat(person.page(path)).isEqualTo(landing).contains("This link works once.");
    assertThat(person.submit(landing, "/sign-in").text()).contains("<h1>Overview</h1>");
    Client.Reply again = new Person(server).speaking("en").submit(landing, "/sign-in");
    assertThat(again.status()).isEqualTo(403);
    assertThat(again.text()).contains("<h1>This link is not valid</h1>");
  }

  @Test
  void who_is_not_signed_in_learns_how_to() {
    Client.Reply reply = new Person(server).speaking("en").get("/certificates");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.text()).contains("<h1>Please sign in</h1>", "java -jar shotdeed.jar sign-in --data FOLDER");
  }

  @Test
  void signing_out_ends_the_session() {
    Person person = Person.admin(server);
    Client.Reply out = person.submit(person.page("/"), "/sign-out");
    assertThat(out.status()).isEqualTo(401);
    assertThat(person.cookie("shotdeed")).isNull();
  }

  @Test
  void a_photograph_goes_from_upload_to_the_monitor_library() {
    Person person = Person.admin(server);
    assertThat(person.page("/"))
        .contains("Certify your first photographs", "Pair a browser, so that copies can be found");

    Client.Reply uploaded = person.upload(Person.unpublished("coat.jpg", COAT).file("file", "notes.txt", new byte[] {1, 2}));
    assertThat(uploaded.status()).isEqualTo(200);
    assertThat(uploaded.text())
        .contains("Accepted: 1, refused: 1", "coat.jpg", "First review passed")
        .contains("notes.txt", "This file is not a picture.")
        .contains("Choose a photograph: JPEG, PNG, WebP or GIF.");

    assertThat(person.page("/reviews")).contains("Waiting: 1", "coat.jpg");
    assertThat(person.page("/certificates/1"))
        .contains("Waiting for second review", "This is the owner's declaration; the server cannot check it.");
    Client.Reply approved = person.submit(person.page("/certificates/1"), "/certificates/1/approve");
    assertThat(approved.text())
        .contains("Certificate 1 is approved.", "Second review passed", "this server has nobody else");
    assertThat(person.page("/certificates/1")).doesNotContain("Certificate 1 is approved.");

    String library = person.page("/monitor");
    assertThat(library).contains("Certified is not yet monitored.", "Nothing is monitored.");
    Client.Reply monitored = person.submit(library, "/monitor");
    assertThat(monitored.text())
        .contains("Moved to the monitor library: 1", "Photographs: 1, fingerprints: ", "coat.jpg");
    assertThat(person.page("/")).contains("Monitored: 1");

    assertThat(person.get("/certificates/1/picture?size=thumb").header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(person.get("/certificates/1/picture").header("Cache-Control")).isEqualTo("private, no-cache");
    Client.Reply original = person.get("/certificates/1/original");
    assertThat(original.bytes()).isEqualTo(COAT);
    assertThat(original.header("Content-Disposition")).isEqualTo("attachment; filename=\"certificate-1.jpeg\"");
  }

  @Test
  void a_certificate_is_paused_resumed_and_retired_from_its_page() {
    Person person = Person.admin(server);
    person.upload(Person.unpublished("coat.jpg", COAT));
    person.submit(person.page("/certificates/1"), "/certificates/1/approve");
    person.submit(person.page("/certificates/1"), "/certificates/1/monitor");
    assertThat(person.submit(person.page("/certificates/1"), "/certificates/1/pause").text())
        .contains("Certificate 1 is paused.");
    assertThat(person.page("/monitor?show=paused")).contains("Paused 1<", "Monitored 0<", "coat.jpg");
    assertThat(person.submit(person.page("/certificates/1"), "/certificates/1/resume").text())
        .contains("Certificate 1 is monitored again.");
    String retired = person.submit(person.page("/certificates/1"), "/certificates/1/retire").text();
    assertThat(retired).contains("Certificate 1 is retired.").doesNotContain("Next step");
    assertThat(person.page("/certificates?state=retired")).contains("coat.jpg", "Total: 1");
    assertThat(person.page("/certificates?state=monitored")).contains("None of these.");
  }

  @Test
  void a_step_that_is_no_longer_possible_says_where_the_certificate_stands() {
    Person person = Person.admin(server);
    person.upload(Person.unpublished("coat.jpg", COAT));
    String before = person.page("/certificates/1");
    person.submit(before, "/certificates/1/approve");
    Client.Reply again = person.submit(before, "/certificates/1/approve");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text()).contains("has already decided about this photograph", "Nothing was changed.");
    String certified = person.page("/certificates/1");
    person.submit(certified, "/certificates/1/monitor");
    assertThat(person.submit(certified, "/certificates/1/monitor").text())
        .contains("This step is not possible now", "It is Monitored. Nothing was changed.");
    assertThat(person.speaking("zh-CN").submit(certified, "/certificates/1/monitor").text())
        .contains("现在不能进行这一步", "当前状态为 监控中。");
  }

  @Test
  void a_rejection_needs_a_reason_and_shows_it() {
    Person person = Person.admin(server);
    person.upload(Person.unpublished("coat.jpg", COAT));
    String page = person.page("/certificates/1");
    Client.Reply without = person.submit(page, "/certificates/1/reject", "reason", "  ");
    assertThat(without.status()).isEqualTo(400);
    assertThat(without.text()).contains("A rejection needs a reason", "Waiting for second review");
    assertThat(person.submit(page, "/certificates/1/reject", "reason", "a stock photograph").text())
        .contains("Certificate 1 is rejected.", "a stock photograph", "Second review rejected");
  }

  @Test
  void a_form_that_is_not_complete_comes_back_with_what_was_chosen() {
    Person person = Person.admin(server);
    Client.Reply noFile = person.upload(new Client.Parts()
        .field("basis", "licensed").field("publication", "published").field("firstPublished", "Shop \"A\", May")
        .field("publishedOn", "2026-05-01")
        .file("file", "", new byte[0]));
    assertThat(noFile.status()).isEqualTo(400);
    assertThat(noFile.text())
        .contains("Choose at least one photograph", "value=\"licensed\" selected", "value=\"Shop &#34;A&#34;, May\"")
        .containsPattern("value=\"published\" required checked");
    Client.Reply noWord = person.upload(new Client.Parts().field("basis", "own").file("file", "coat.jpg", COAT));
    assertThat(noWord.status()).isEqualTo(400);
    assertThat(noWord.text()).contains("Say whether the photographs were published");
    assertThat(person.page("/certificates")).contains("No photograph is certified yet.");
  }

  @Test
  void a_photograph_that_was_published_is_registered_not_certified_before() {
    Person person = Person.admin(server);
    person.upload(new Client.Parts()
        .field("basis", "employee").field("publication", "published").field("firstPublished", "item 1").field("publishedOn", "2026-05-01")
        .file("file", "coat.jpg", COAT));
    assertThat(person.page("/certificates/1"))
        .contains("Registered after publication", "item 1", "2026-05-01", "Taken by an employee")
        .doesNotContain("Certified before publication");
  }

  @Test
  void a_pairing_link_is_shown_once_and_pairs_a_browser_that_can_be_revoked() {
    Person person = Person.admin(server);
    Client.Reply made = person.submit(person.page("/browsers"), "/browsers/link");
    Matcher link = Pattern.compile("value=\"(http://[^\"]*/pair#([^\"]*))\"").matcher(made.text());
    assertThat(link.find()).isTrue();
    assertThat(made.text()).contains("for 10 minutes", "options page");
    assertThat(person.page("/browsers")).doesNotContain(link.group(2));
    assertThat(server.anybody().postJson(
            "/api/v1/pair", "{\"code\":\"" + link.group(2) + "\",\"device\":\"Office\"}").status())
        .isEqualTo(200);

    String list = person.page("/browsers");
    assertThat(list).contains("Office", "never");
    assertThat(person.submit(list, "/browsers/1/revoke").text()).contains("Browser 1 is revoked.", ">Revoked<");
  }

  @Test
  void a_pairing_link_opened_in_a_tab_says_where_it_belongs() {
    String page = new Person(server).speaking("en").page("/pair");
    assertThat(page).contains("Open the extension's options page.").doesNotContain("<script");
  }

  @Test
  void a_reviewer_decides_about_anothers_photograph_and_no_longer_sees_it_then() {
    Person reviewer = Person.admin(server);
    Person seller = Person.signedIn(
            server, TestAccounts.session(server.server().features(), "Willow", EnumSet.of(Role.OWNER), server.now()))
        .speaking("en");
    seller.upload(Person.unpublished("coat.jpg", COAT));
    assertThat(seller.page("/certificates/1")).contains("The second review has not been decided yet.");
    assertThat(seller.get("/reviews").status()).isEqualTo(403);

    assertThat(reviewer.submit(reviewer.page("/reviews"), "/reviews", "ids", "1", "decision", "approve").text())
        .contains("Approved: 1", "Nothing waits for a second review.");
    assertThat(reviewer.get("/certificates/1").status()).isEqualTo(404);
    assertThat(seller.page("/certificates/1")).contains("Certified", "Second review passed");
  }

  @Test
  void a_long_list_has_pages() {
    Person person = Person.admin(server);
    server.server().features().database().write(handle -> {
      for (int i = 1; i <= 60; i++) {
        handle.execute(
            "insert into certificate (seller_id, account_id, title, state, grade, basis, sha256, bytes, width, height,"
                + " created_at) values (1, 1, ?, 'refused', 'certified-before-publication', 'own', '', 1, 0, 0,"
                + " '2026-11-21T08:00:00.000Z')",
            "file " + i);
      }
      return null;
    });
    assertThat(person.page("/certificates?state=refused"))
        .contains("Total: 60", "Page 1 of 2", "href=\"/certificates?state=refused&amp;page=2\"", "file 60");
    assertThat(person.page("/certificates?state=refused&page=2")).contains("Page 2 of 2", "file 1<", "Previous");
    assertThat(person.get("/certificates?page=0").status()).isEqualTo(200);
    assertThat(person.get("/certificates?state=nonsense").status()).isEqualTo(404);
  }
}
