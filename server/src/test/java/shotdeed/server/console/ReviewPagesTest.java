package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
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

/** What reviewers and the sides of a dispute see and do, in the console. */
class ReviewPagesTest {
  private static final byte[] COAT = Photos.photo("coat");

  private TestServer server;
  private Person admin;
  private Person reviewer;
  private Person willow;
  private Person birch;

  @BeforeEach
  void start() {
    server = TestServer.start().comparing();
    admin = Person.admin(server);
    reviewer = person("Rowan", Role.REVIEWER);
    willow = person("Willow", Role.OWNER);
    birch = person("Birch", Role.OWNER);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Person person(String seller, Role role) {
    return Person.signedIn(
            server, TestAccounts.session(server.server().features(), seller, EnumSet.of(role), server.now()))
        .speaking("en");
  }

  private void dispute() {
    willow.upload(Person.unpublished("coat.jpg", COAT));
    server.settle();
    birch.upload(Person.unpublished("stolen.jpg", Photos.mirrored(COAT)));
    server.settle();
  }

  @Test
  void a_selection_is_decided_by_a_plain_form_and_taken_back() {
    willow.upload(Person.unpublished("coat.jpg", COAT));
    willow.upload(Person.unpublished("dress.jpg", Photos.photo("dress")));
    server.settle();
    String page = reviewer.page("/reviews");
    assertThat(page).contains("Waiting: 2", "A series of 2", "Due</strong> <time datetime=\"2026-11-23T16:00:00.000Z\"");
    String rejected = reviewer
        .submit(page, "/reviews", "ids", "1", "ids", "2", "decision", "reject", "because", "review-collage", "words", "")
        .text();
    assertThat(rejected).contains("Rejected: 2", "Nothing waits for a second review.", "Take back");
    assertThat(willow.page("/certificates/1")).contains(
        "Second review rejected", "Several pictures in one", "Certify each photograph by itself");
    // A person of these tests sends the last of several fields of one name.
    assertThat(reviewer.submit(rejected, "/reviews/undo").text()).contains("Taken back: 1. They wait again.", "Waiting: 1");
    assertThat(reviewer.submit(rejected, "/reviews/undo").text()).contains("Not changed: 1", "It no longer waits");
  }

  @Test
  void what_was_typed_wrongly_is_said_and_the_selection_kept() {
    willow.upload(Person.unpublished("coat.jpg", COAT));
    String page = reviewer.page("/reviews");
    Client.Reply nothing = reviewer.submit(page, "/reviews", "decision", "approve");
    assertThat(nothing.status()).isEqualTo(400);
    assertThat(nothing.text()).contains("Choose at least one photograph");
    Client.Reply other =
        reviewer.submit(page, "/reviews", "ids", "1", "decision", "reject", "because", "review-other", "words", " ");
    assertThat(other.text()).contains("Say in your own words why", "value=\"1\" checked");
    assertThat(reviewer.submit(page, "/reviews", "ids", "x", "decision", "approve").status()).isEqualTo(400);
    assertThat(reviewer.submit(page, "/reviews", "ids", "1", "decision", "perhaps").status()).isEqualTo(400);
    assertThat(willow.page("/certificates/1")).contains("Waiting for second review");
    assertThat(willow.get("/reviews").status()).isEqualTo(403);
    assertThat(willow.post("/reviews", "csrf", willow.csrf(), "ids", "1", "decision", "approve").status()).isEqualTo(403);
    assertThat(reviewer.post("/reviews", "ids", "1", "decision", "approve").status()).isEqualTo(403);
  }

  @Test
  void what_is_overdue_stands_out_on_the_queue_and_on_the_first_page() {
    willow.upload(Person.unpublished("coat.jpg", COAT));
    server.pass(Duration.ofDays(3));
    server.server().features().reviews().watch().look();
    assertThat(reviewer.page("/")).contains("Waiting for your second review: 1", "Overdue: 1");
    assertThat(reviewer.page("/reviews")).contains("Overdue: 1. They come first.", "class=\"series late\"", "overdue reviews: 1");
    assertThat(reviewer.speaking("zh-CN").page("/reviews")).contains("已超时 1 张，排在最前。");
    assertThat(willow.page("/certificates/1")).contains("Overdue since");
  }

  @Test
  void an_admin_sets_up_sampling_and_the_certificate_names_it() {
    String page = admin.page("/reviews/settings");
    assertThat(page).contains("2026: 33 days of public holidays, 6 working weekend days");
    assertThat(admin.submit(page, "/reviews/settings", "who", "machine", "oneIn", "1", "workingDays", "1", "zone", "UTC")
        .text()).contains("State one in how many a person looks at");
    assertThat(admin
            .submit(page, "/reviews/settings", "who", "machine", "oneIn", "1000", "workingDays", "2", "zone", "UTC").text())
        .contains("Saved. It holds for what comes from now on.");
    for (int i = 0; i < 3; i++) {
      willow.upload(Person.unpublished("a.jpg", Photos.photo(new String[] {"coat", "dress", "shirt"}[i])));
    }
    server.settle();
    // One in a thousand is drawn: of three, hardly ever two.
    String all = willow.page("/certificates/1") + willow.page("/certificates/2") + willow.page("/certificates/3");
    assertThat(all).contains("Approved by the machine: here a person looks at one picture in 1000, drawn by lot.");
    assertThat(reviewer.get("/reviews/settings").status()).isEqualTo(403);
    assertThat(reviewer.post("/reviews/settings", "csrf", reviewer.csrf(), "who", "person").status()).isEqualTo(403);
  }

  @Test
  void a_faulty_calendar_is_refused_by_the_place_of_its_fault() {
    String page = admin.page("/reviews/settings");
    assertThat(admin.submit(page, "/reviews/settings/calendar", "calendar", "{\"years\":[{\"year\":1}]}").text())
        .contains("The calendar cannot be used", "Nothing was changed. The first fault is at years[0].year.");
    String good = "{\"years\":[{\"year\":2027,\"source\":\"Test <b>\",\"holidays\":[],\"workingWeekends\":[]}]}";
    assertThat(admin.submit(page, "/reviews/settings/calendar", "calendar", good).text())
        .contains("2027: 0 days of public holidays, 0 working weekend days", "Test &lt;b&gt;");
  }

  /** The two differ in what is each one's own only. */
  @Test
  void both_sides_read_the_same_words_and_nothing_of_each_other() {
    dispute();
    for (Person side : new Person[] {willow, birch}) {
      String page = side.page(side == willow ? "/certificates/1" : "/certificates/2");
      assertThat(page).contains(
          "In dispute",
          "A dispute over who owns this picture is open. Complaints with it wait.",
          "The dispute is open since",
          "Somebody else claims this photograph too. Until a reviewer who belongs to neither of you has decided, no"
              + " complaint is prepared with it; copies of it are still found and kept for you.",
          "Add to the proof folder what only the photographer can have: the camera original, the RAW file, other pictures"
              + " of the same series, pictures from the set, the contract or the model's release.");
      assertThat(page).doesNotContain("/disputes", "Dispute 1", side == willow ? "stolen" : "coat.jpg");
      assertThat(page).doesNotContain(side == willow ? "Birch" : "Willow");
      assertThat(side.page("/")).contains("Your photographs in dispute: 1");
      assertThat(side.get("/disputes").status()).isEqualTo(403);
      assertThat(side.get("/disputes/1").status()).isEqualTo(403);
      assertThat(side.get("/disputes/1/a/picture").status()).isEqualTo(403);
      assertThat(side.get(side == willow ? "/certificates/2" : "/certificates/1").status()).isEqualTo(404);
      assertThat(side.get(side == willow ? "/certificates/2/claim" : "/certificates/1/claim").status()).isEqualTo(404);
    }
  }

  @Test
  void a_reviewer_compares_and_decides_and_each_side_reads_what_became_of_it() {
    dispute();
    willow.submit(willow.page("/certificates/1"), "/certificates/1/statement", "words", "I have the RAW <file>.");
    String page = reviewer.page("/disputes/1");
    assertThat(page).contains(
        "Who certified first proves nothing: a stolen picture can be certified early.",
        "I have the RAW &lt;file&gt;.",
        "Certified before the other",
        "Certified after the other");
    assertThat(page).doesNotContain("Willow", "Birch", "coat.jpg", "stolen.jpg");
    assertThat(reviewer.get("/disputes/1/a/picture").bytes()).isNotEmpty();
    assertThat(reviewer.get("/disputes/1/c/picture").status()).isEqualTo(404);
    assertThat(reviewer.get("/disputes/1/a/proof/1").status()).isEqualTo(404);
    String later = page.indexOf("Certified after the other") > page.indexOf("id=\"side-b\"") ? "b" : "a";
    String earlier = later.equals("a") ? "b" : "a";
    assertThat(reviewer.submit(page, "/disputes/1/decide", "owner", earlier, "reasons", "kept", "told", "").text())
        .contains("Say what both sides are told", ">kept</textarea>");
    String decided = reviewer
        .submit(page, "/disputes/1/decide", "owner", earlier, "reasons", "Only one has the RAW file.", "told", "Compared.",
            later.equals("a") ? "groundlessA" : "groundlessB", "yes")
        .text();
    assertThat(decided).contains("The decision about dispute 1 is recorded.", "the earlier certificate is upheld", "Rowan");
    assertThat(willow.page("/certificates/1"))
        .contains("The dispute is decided: your certificate stands.", "Compared.", "Waiting for second review")
        .doesNotContain("Only one has");
    assertThat(birch.page("/certificates/2"))
        .contains("The dispute is decided: your certificate is revoked.", "Compared.", "Revoked", "You do not agree")
        .doesNotContain("Only one has", "RAW &lt;file", "Rowan");
    birch.submit(birch.page("/certificates/2"), "/certificates/2/statement", "words", "Look again.");
    String again = admin.page("/disputes/1");
    assertThat(again).contains("Look again.", "Appeal");
    assertThat(admin.submit(again, "/disputes/1/reopen", "reason", "The appeal has a point.").text())
        .contains("Dispute 1 is open again.", "The appeal has a point.");
    assertThat(reviewer.page("/disputes/1")).contains("You decided this dispute before. A colleague decides now.");
  }

  @Test
  void the_reviewer_of_a_dispute_opens_what_each_side_put_into_its_proof_folder_and_nobody_else_does() {
    dispute();
    byte[] contract = "Contract of 3 May, signed.".getBytes(StandardCharsets.UTF_8);
    String folder = "/certificates/1/proof";
    willow.send(
        willow.page(folder), folder, new Client.Parts().field("kind", "contract").file("file", "contract.txt", contract));
    String page = reviewer.page("/disputes/1");
    assertThat(page).contains(">1. Contract").doesNotContain("contract.txt");
    Matcher link = Pattern.compile("href=\"(/disputes/1/[ab]/proof/1)\"").matcher(page);
    assertThat(link.find()).isTrue();
    Client.Reply proof = reviewer.get(link.group(1));
    assertThat(proof.bytes()).isEqualTo(contract);
    assertThat(proof.header("Content-Disposition")).startsWith("attachment");
    for (Person side : List.of(willow, birch)) {
      assertThat(side.get(link.group(1)).status()).as("like any dispute, real or not").isEqualTo(403);
      assertThat(side.get("/disputes/99/a/proof/1").status()).isEqualTo(403);
    }
    assertThat(reviewer.get(folder).status()).as("the seller's own page").isIn(403, 404);
    willow.submit(willow.page(folder), folder + "/1/remove");
    assertThat(reviewer.page("/disputes/1")).doesNotContain(link.group(1));
    assertThat(reviewer.get(link.group(1)).status()).as("removed").isEqualTo(404);
  }

  @Test
  void what_the_first_review_was_not_sure_of_stands_beside_the_photograph() {
    BufferedImage photo = Photos.read(COAT);
    Graphics2D graphics = photo.createGraphics();
    graphics.setColor(Color.YELLOW);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, photo.getWidth() / 6));
    graphics.drawString("SALE 2027", photo.getWidth() / 40, photo.getHeight() / 3);
    graphics.dispose();
    willow.upload(Person.unpublished("sale.png", Photos.png(photo)));
    server.settle();
    assertThat(reviewer.page("/reviews")).contains("There may be words written over the photograph, on ");
  }

  @Test
  void a_prepared_complaint_is_marked_while_its_photograph_is_in_dispute() {
    admin.upload(Person.unpublished("coat.jpg", COAT));
    reviewer.submit(reviewer.page("/reviews"), "/reviews", "ids", "1", "decision", "approve");
    admin.submit(admin.page("/monitor"), "/monitor");
    shotdeed.server.Reports.sighting(server.admin(), "k-1", "1", "7", Photos.recompressed(COAT, 0.75, 0.6f));
    shotdeed.server.Reports.sighting(server.admin(), "k-2", "2", "8", Photos.recompressed(COAT, 0.75, 0.6f));
    admin.submit(admin.page("/sightings/1"), "/sightings/1/complaint", "owned", "yes");
    birch.upload(Person.unpublished("coat.jpg", COAT));
    server.settle();
    assertThat(admin.page("/complaints/1")).contains("Certificate 1 is in dispute. Do not lodge this complaint");
    assertThat(admin.page("/sightings/2"))
        .contains("No complaint can be prepared from this.", "Certificate 1 is in dispute")
        .doesNotContain("action=\"/sightings/2/complaint\"");
    assertThat(admin.post("/sightings/2/complaint", "csrf", admin.csrf(), "owned", "yes", "key", "late-1").text())
        .contains("Certificate 1 is in dispute");
  }

  @Test
  void a_claim_by_number_is_answered_alike_whatever_the_number() {
    server.server().features().database().write(handle -> handle.execute("update dispute_setting set at_upload = 0"));
    willow.upload(Person.unpublished("coat.jpg", COAT));
    birch.upload(Person.unpublished("coat.jpg", COAT));
    String form = birch.page("/certificates/2/claim");
    String there = birch.submit(form, "/certificates/2/claim", "against", "1", "reason", "Mine").text();
    String notThere = birch.submit(form, "/certificates/2/claim", "against", "4711", "reason", "Mine").text();
    assertThat(there).contains("Received. A reviewer will look at it.").isEqualTo(notThere);
    assertThat(birch.submit(form, "/certificates/2/claim", "against", "x", "reason", "Mine").text())
        .contains("Type the number of a certificate that is not your own");
    String list = reviewer.page("/disputes");
    assertThat(list).contains("Certificate 2 claims the photograph of certificate 1", "No certificate with that number");
    assertThat(reviewer.submit(list, "/claims/1/open").text()).contains("Dispute 1 is open.");
    assertThat(reviewer.submit(list, "/claims/2/dismiss", "dismissal", "").text()).contains("Say why the claim is turned down");
    assertThat(reviewer.submit(list, "/claims/2/dismiss", "dismissal", "There is none.", "groundless", "yes").text())
        .contains("Claim 2 is turned down.");
    assertThat(willow.get("/disputes").status()).isEqualTo(403);
  }

  @Test
  void an_empty_statement_in_a_dispute_is_asked_for_on_the_certificates_own_page() {
    dispute();
    String page = willow.page("/certificates/1");
    Client.Reply reply = willow.submit(page, "/certificates/1/statement", "words", " ");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).contains("Say in your own words why", "id=\"problem\"", "id=\"dispute-words\"");
  }

  @Test
  void the_reviewer_reads_what_a_proof_is_in_words() {
    dispute();
    String folder = "/certificates/1/proof";
    Client.Parts parts = new Client.Parts().field("kind", "on-set").file("file", "set.jpg", Photos.photo("dress"));
    willow.send(willow.page(folder), folder, parts);
    assertThat(reviewer.page("/disputes/1")).contains(">1. On-set shot</a>");
    assertThat(reviewer.speaking("zh-TW").page("/disputes/1")).contains(">1. 拍攝花絮</a>");
  }
}
