package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.AccountStore;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.platform.PeopleSettings;

/** A marketplace's form at the console: copied, handed over, sent by e-mail, recorded. */
class FormTextPagesTest {
  private static final byte[] COPY = Photos.recompressed(Photos.photo("coat"), 0.75, 0.6f);

  private GreenMail mail;
  private TestServer server;
  private Client device;
  private Person owner;
  private int next;

  @BeforeEach
  void start() {
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.setUser("deed", "geheim");
    mail.start();
    server = TestServer.start(new PeopleSettings(
        PeopleSettings.SignUp.INVITATION,
        false,
        new PeopleSettings.Mail(
            "deed@example.org", "127.0.0.1", mail.getSmtp().getPort(), "deed", "geheim", PeopleSettings.Tls.NONE)));
    device = server.newSeller("Willow");
    server.monitored(device, Photos.photo("coat"));
    owner = Person.signedIn(
        server, TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now())).speaking("en");
  }

  @AfterEach
  void stop() {
    server.close();
    mail.stop();
  }

  private int complaint(String market, String site) {
    return complaint(market, site, 1);
  }

  private int complaint(String market, String site, int listings) {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < listings; i++) {
      next++;
      String report = Reports.report("s-" + next, "2026-11-21T07:59:30.000Z", market, "" + (7000 + next), "70", "Coat")
          .replace("item.taobao.com", site);
      seen.add(Checks.ok(Reports.send(device, report, COPY)).json().get("sighting").asText());
    }
    String asked = Reports.complaint("c-" + next, String.join(",", seen));
    return Checks.ok(Reports.complain(device, asked)).json().get("id").asInt();
  }

  /** Somebody of the same seller who is no owner. */
  private Person member(String name) {
    server.server().features().database().write(handle -> {
      int seller = handle.createQuery("select id from seller where name = 'Willow'").mapTo(int.class).one();
      return AccountStore.insertAccount(handle, seller, name, EnumSet.of(Role.MEMBER), server.now());
    });
    return Person.signedIn(server, TestAccounts.sessionOf(server.server().features(), name, server.now())).speaking("en");
  }

  private Client.Reply state(String... more) {
    Map<String, String> stated = new LinkedHashMap<>();
    String[] usual = {
      "holder", "Willow Ltd", "capacity", "owner", "contact", "Li Na", "position", "Manager",
      "address", "1 Willow Road, Hangzhou", "phone", "+86 571 1234", "email", "li@willow.example",
      "copyright", "unregistered"
    };
    for (int i = 0; i < usual.length; i += 2) {
      stated.put(usual[i], usual[i + 1]);
    }
    for (int i = 0; i < more.length; i += 2) {
      stated.put(more[i], more[i + 1]);
    }
    List<String> fields = new ArrayList<>();
    stated.forEach((name, value) -> fields.addAll(List.of(name, value)));
    return owner.submit(owner.page("/complainant"), "/complainant", fields.toArray(new String[0]));
  }

  private int count(String from) {
    return server.server().features().database().read(handle ->
        handle.createQuery("select count(*) from " + from).mapTo(int.class).one());
  }

  @Test
  void every_field_can_be_copied_without_a_script_and_what_is_missing_leads_to_where_it_is_entered() {
    int id = complaint("other", "www.etsy.com");
    String page = owner.page("/complaints/" + id + "/form");
    assertThat(page).contains(
        "<h1>Form of Etsy, complaint " + id + "</h1>",
        "<textarea id=\"field-links\" readonly",
        ">https://www.etsy.com/item.htm?id=" + (7000 + next) + "</textarea>",
        "Missing: Full name, Address, Phone, E-mail, Typed signature.",
        "<a href=\"/complainant?complaint=" + id + "\">Enter it in your details</a>",
        "Read it and tick it yourself: I have a good faith belief",
        "/complaints/" + id + "/files?form=etsy");
    assertThat(owner.page("/complaints/" + id)).contains("href=\"/complaints/" + id + "/form\"");
    assertThat(state("complaint", "" + id).text()).contains("Your details are saved.", "value=\"Li Na\"")
        .doesNotContain("Missing:");
    assertThat(count("audit where action = 'complainant.change' and details like '%idNumber%'")).isZero();
    assertThat(count("audit where action = 'complainant.change' and details like 'holder, capacity, contact%'")).isEqualTo(1);
  }

  @Test
  void details_that_cannot_stand_are_refused_and_what_was_typed_stays() {
    Client.Reply reply = state("email", "not an address");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).contains("The e-mail address is not one", "value=\"Willow Ltd\"");
    assertThat(count("complainant")).isZero();
    assertThat(state("holder", "x".repeat(151)).status()).isEqualTo(400);
    assertThat(state("capacity", "emperor").status()).isEqualTo(400);
    assertThat(state("phone", "<script>alert(1)</script>").text()).doesNotContain("<script>alert");
  }

  @Test
  void a_member_hands_over_to_the_main_account_and_takes_back_and_lodging_ends_the_wait() {
    Person member = member("Li Na");
    int id = complaint("tmall", "detail.tmall.com");
    String page = member.page("/complaints/" + id + "/form");
    assertThat(page).contains("Only the shop's main account may lodge it.");
    for (int i = 0; i < 2; i++) {
      member.submit(page, "/complaints/" + id + "/hand-over", "note", "please today");
    }
    assertThat(count("audit where action = 'complaint.hand-over'")).isEqualTo(1);
    assertThat(owner.page("/complaints?waiting=lodge")).contains("Complaints that wait: 1", "please today", "Li Na");
    member.submit(member.page("/complaints/" + id + "/form"), "/complaints/" + id + "/take-back");
    assertThat(owner.page("/complaints?waiting=lodge")).contains("Nothing waits for the main account.");
    member.submit(member.page("/complaints/" + id + "/form"), "/complaints/" + id + "/hand-over", "note", "");
    String done = owner.submit(
        owner.page("/complaints/" + id + "/form"), "/complaints/" + id + "/form/submitted", "caseNumber", "TM-1").text();
    assertThat(done).contains("recorded.", "<bdi>TM-1</bdi>");
    assertThat(count("complaint_hand_over")).isZero();
    assertThat(owner.page("/complaints/" + id)).contains("What was sent", "盗用他人图片", "<bdi>TM-1</bdi>");
    Client.Reply late = member.post("/complaints/" + id + "/hand-over", "note", "", "csrf", member.csrf());
    assertThat(late.status()).isEqualTo(409);
  }

  @Test
  void a_complaint_in_several_parts_waits_until_each_is_recorded_whatever_was_decided_of_the_first() {
    int id = complaint("taobao", "item.taobao.com", 3);
    String path = "/complaints/" + id + "/form";
    owner.submit(owner.page(path), "/complaints/" + id + "/hand-over", "note", "three of them");
    lodged(path, 1);
    assertThat(owner.page("/complaints?waiting=lodge")).contains("Complaints that wait: 1", "three of them");
    server.server().features().database().write(handle ->
        handle.execute("update complaint set state = 'upheld' where id = ?", id));
    lodged(path, 2);
    assertThat(owner.page("/complaints?waiting=lodge")).contains("Complaints that wait: 1");
    // Taken back, what is left is handed over again.
    owner.submit(owner.page(path), "/complaints/" + id + "/take-back");
    owner.submit(owner.page(path), "/complaints/" + id + "/hand-over", "note", "the last one");
    server.server().features().database().write(handle ->
        handle.execute("update complaint set state = 'withdrawn' where id = ?", id));
    assertThat(owner.page("/complaints?waiting=lodge")).contains("Nothing waits for the main account.");
    server.server().features().database().write(handle ->
        handle.execute("update complaint set state = 'upheld' where id = ?", id));
    assertThat(owner.page("/complaints?waiting=lodge")).contains("the last one");
    lodged(path, 3);
    assertThat(owner.page("/complaints?waiting=lodge")).contains("Nothing waits for the main account.");
    assertThat(owner.page(path)).doesNotContain("action=\"/complaints/" + id + "/hand-over\"");
  }

  private void lodged(String path, int part) {
    String page = owner.page(path + "?page=" + part);
    owner.submit(page, path + "/submitted", "caseNumber", "TB-" + part, "confirmation", "");
  }

  @Test
  void a_browser_hands_over_to_the_main_account_once_and_not_what_was_lodged() {
    int id = complaint("tmall", "detail.tmall.com");
    for (int i = 0; i < 2; i++) {
      assertThat(device.post("/api/v1/complaints/" + id + "/hand-over").status()).isEqualTo(204);
    }
    assertThat(count("audit where action = 'complaint.hand-over'")).isEqualTo(1);
    assertThat(owner.page("/complaints?waiting=lodge")).contains("Complaints that wait: 1", "Willow's person");
    Checks.ok(device.postJson("/api/v1/complaints/" + id + "/submitted", "{\"caseNumber\":\"TM-1\"}"));
    Client.Reply late = device.post("/api/v1/complaints/" + id + "/hand-over");
    assertThat(late.json().get("code").asText()).isEqualTo("wrong-state");
  }

  @Test
  void a_number_of_another_complaint_is_said_and_taken_once_it_is_confirmed() {
    int first = complaint("taobao", "item.taobao.com");
    int second = complaint("taobao", "item.taobao.com");
    owner.submit(owner.page("/complaints/" + first), "/complaints/" + first + "/submitted", "caseNumber", "TB-1");
    String path = "/complaints/" + second + "/form";
    Client.Reply said = owner.submit(owner.page(path), path + "/submitted", "caseNumber", "TB-1");
    assertThat(said.status()).isEqualTo(409);
    assertThat(said.text()).contains(
        "The case number TB-1 is already recorded for complaint " + first + ", part 1", "name=\"again\"", "value=\"TB-1\"");
    String done = owner.submit(said.text(), path + "/submitted", "caseNumber", "TB-1", "again", "yes").text();
    assertThat(done).contains("Complaint " + second + ": recorded.");
  }

  @Test
  void ebays_notice_is_sent_after_a_person_confirmed_it_and_its_message_id_is_the_confirmation() throws Exception {
    int id = complaint("other", "www.ebay.com");
    String path = "/complaints/" + id + "/form";
    assertThat(owner.page(path)).contains("It can be sent from here once nothing is missing")
        .doesNotContain("action=\"" + path + "/mail\"");
    state();
    String page = owner.page(path);
    assertThat(page).contains("href=\"mailto:vero@ebay.com?subject=Notice%20of%20Claimed%20Infringement");
    Client.Reply unsure = owner.submit(page, path + "/mail");
    assertThat(unsure.status()).isEqualTo(400);
    assertThat(count("mail")).isZero();
    state("phone", "+86 571 9999");
    Client.Reply changed = owner.submit(page, path + "/mail", "sure", "yes");
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.text()).contains("The text has changed since it was shown", "+86 571 9999");

    String sent = owner.submit(owner.page(path), path + "/mail", "sure", "yes").text();
    assertThat(sent).contains("is on its way by e-mail.");
    assertThat(mail.waitForIncomingEmail(10_000, 1)).isTrue();
    server.server().features().people().post().deliver();
    MimeMessage got = mail.getReceivedMessages()[0];
    assertThat(got.getAllRecipients()[0].toString()).isEqualTo("vero@ebay.com");
    assertThat(got.getReplyTo()[0].toString()).isEqualTo("li@willow.example");
    assertThat(got.getContent().toString().replace("\r\n", "\n"))
        .contains("Notice of Claimed Infringement\n", "Typed signature: Li Na\n", "+86 571 9999");
    String after = owner.page(path);
    assertThat(after).contains("The mail server took it", "already recorded this part as lodged")
        .doesNotContain("action=\"" + path + "/mail\"");
    assertThat(count("complaint_part where complaint_id = " + id + " and confirmation = '" + got.getMessageID()
        + "' and case_number is null")).isEqualTo(1);
    assertThat(owner.page("/complaints/" + id)).contains(">Submitted<", "Li Na, Manager");
    Client.Reply again = owner.submit(page, path + "/mail", "sure", "yes");
    assertThat(again.status()).isEqualTo(409);
    owner.submit(after, path + "/submitted", "caseNumber", "EB-7");
    assertThat(count("complaint where id = " + id + " and case_number = 'EB-7'")).isEqualTo(1);
  }

  @Test
  void of_two_who_send_at_once_one_mail_goes() throws Exception {
    int id = complaint("other", "www.ebay.com");
    state();
    String path = "/complaints/" + id + "/form";
    String page = owner.page(path);
    ExecutorService people = Executors.newFixedThreadPool(2);
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Integer> press = () -> {
      together.await();
      return owner.submit(page, path + "/mail", "sure", "yes").status();
    };
    List<Future<Integer>> both = people.invokeAll(List.of(press, press));
    people.shutdown();
    assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(200, 409);
    assertThat(mail.waitForIncomingEmail(10_000, 1)).isTrue();
    server.server().features().people().post().deliver();
    assertThat(mail.getReceivedMessages()).hasSize(1);
    assertThat(count("complaint_mail")).isEqualTo(1);
  }

  @Test
  void a_mail_that_nobody_takes_is_said_and_the_complaint_is_not_submitted() {
    mail.stop();
    int id = complaint("other", "www.ebay.com");
    state();
    String path = "/complaints/" + id + "/form";
    owner.submit(owner.page(path), path + "/mail", "sure", "yes");
    assertThat(owner.page(path)).contains("It waits for the mail server.");
    server.server().features().database().write(handle -> handle.execute(
        "update mail set given_up_at = '2026-11-21T09:00:00.000Z', fault = 'address', next_at = null, subject = null,"
            + " body = null"));
    assertThat(owner.page(path)).contains(
        "The e-mail to vero@ebay.com was not taken. The complaint was not lodged by it.", "action=\"" + path + "/mail\"");
    assertThat(owner.page("/complaints/" + id)).contains(">Prepared<");
  }

  @Test
  void the_mail_can_be_saved_as_a_draft_with_or_without_files() {
    int id = complaint("other", "www.ebay.com");
    state();
    Client.Reply bare = owner.get("/complaints/" + id + "/form/notice.eml?form=ebay&writes=en");
    assertThat(bare.header("Content-Type")).startsWith("message/rfc822");
    assertThat(bare.header("Content-Disposition")).contains("complaint-" + id + ".eml");
    assertThat(bare.text()).contains("To: vero@ebay.com", "From: li@willow.example", "X-Unsent: 1",
        "Subject: Notice of Claimed Infringement").doesNotContain("filename=");
    Client.Reply with = owner.get("/complaints/" + id + "/form/notice.eml?form=ebay&writes=en&files=yes");
    assertThat(with.text()).contains("comparison-1.jpg", "image/jpeg");
    assertThat(owner.get("/complaints/" + id + "/form/notice.eml?form=taobao").status()).isEqualTo(404);
  }

  @Test
  void nobody_gets_at_another_sellers_form_details_or_queue() {
    int id = complaint("other", "www.ebay.com");
    state();
    owner.submit(owner.page("/complaints/" + id + "/form"), "/complaints/" + id + "/hand-over", "note", "secret note");
    server.newSeller("Elm");
    Person elm = Person.signedIn(
        server, TestAccounts.sessionOf(server.server().features(), "Elm's person", server.now())).speaking("en");
    assertThat(elm.get("/complaints/" + id + "/form").status()).isEqualTo(404);
    assertThat(elm.get("/complaints/" + id + "/form/notice.eml").status()).isEqualTo(404);
    for (String step : List.of("form/submitted", "form/mail", "hand-over", "take-back")) {
      Client.Reply reply = elm.post(
          "/complaints/" + id + "/" + step, "caseNumber", "X", "sure", "yes", "page", "1", "csrf", elm.csrf());
      assertThat(reply.status()).as(step).isEqualTo(404);
      assertThat(owner.post("/complaints/" + id + "/" + step, "caseNumber", "X").status()).as("no token").isEqualTo(403);
    }
    assertThat(owner.post("/complainant", "holder", "X").status()).isEqualTo(403);
    assertThat(elm.page("/complainant")).doesNotContain("Willow Ltd");
    assertThat(elm.page("/complaints?waiting=lodge")).doesNotContain("secret note");
  }

  @Test
  void a_complaint_of_no_known_marketplace_asks_for_one() {
    int id = complaint("other", "shop.example");
    assertThat(owner.page("/complaints/" + id + "/form")).contains("It is not known which marketplace", "<select id=\"form\"");
    assertThat(owner.page("/complaints/" + id + "/form?form=jd")).contains("Form of JD, complaint " + id);
    assertThat(owner.get("/complaints/" + id + "/form?form=nowhere").status()).isEqualTo(404);
  }
}
