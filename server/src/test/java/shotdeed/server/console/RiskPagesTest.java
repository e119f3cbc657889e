package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;

/** The seller's own risk on the pages of a copy found and of a complaint. */
class RiskPagesTest {
  private static final byte[] COAT = Photos.photo("coat");

  private TestServer server;
  private Person person;

  @BeforeEach
  void start() {
    server = TestServer.start();
    person = Person.admin(server);
    person.upload(Person.unpublished("coat.jpg", COAT));
    person.submit(person.page("/certificates/1"), "/certificates/1/approve");
    person.submit(person.page("/monitor"), "/monitor");
    String report = Reports.report("k-1", "2026-11-21T07:59:30.000Z", "taobao", "1001", "7", "Wool coat");
    Reports.send(server.admin(), report, Photos.recompressed(COAT, 0.75, 0.6f));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String licensed() {
    return person.submit(person.page("/triage/1"), "/triage/1", "decision", "licensed", "photographs", "all").text();
  }

  @Test
  void what_is_missing_and_what_a_wrong_notice_costs_stands_above_the_button() {
    assertThat(person.page("/sightings/1"))
        .contains("Your own risk: read first", "The camera original is missing. Taobao may reject the complaint without it.")
        .contains("(E-commerce Law, article 42)", "None of your complaints on Taobao has been decided yet")
        .doesNotContain("<textarea");
  }

  @Test
  void a_licensed_copy_takes_a_reason_and_a_reason_of_blanks_is_none() {
    licensed();
    String page = person.page("/sightings/1");
    assertThat(page)
        .contains("Your own risk: needs your reason", "Licence 1 allows this shop to use the photograph.")
        .contains("<textarea id=\"reason-licensed\" name=\"reason-licensed\" rows=\"2\" maxlength=\"500\" required");
    Client.Reply none = person.submit(page, "/sightings/1/complaint", "owned", "yes");
    assertThat(none.status()).isEqualTo(409);
    assertThat(none.text()).contains("This complaint needs a reason from you");
    Client.Reply dots = person.submit(page, "/sightings/1/complaint", "owned", "yes", "reason-licensed", "…?");
    assertThat(dots.status()).isEqualTo(400);
    assertThat(dots.text())
        .contains("Your reasons are not right: each needs some words of yours", ">…?</textarea>");
    String reason = "It was for <b>last</b> year only.";
    String complaint =
        person.submit(page, "/sightings/1/complaint", "owned", "yes", "reason-licensed", reason).text();
    assertThat(complaint)
        .contains("Why you complained nevertheless", "It was for &lt;b&gt;last&lt;/b&gt; year only.")
        .contains("A licence covers it", "href=\"/sightings/1\"")
        .doesNotContain("<b>last");
    assertThat(person.page("/audit")).contains("Reason stated with a complaint", "A licence covers it");
  }

  @Test
  void an_own_shop_has_no_button_and_says_what_to_do() {
    person.submit(person.page("/sightings/1"), "/sightings/1/own-shop");
    assertThat(person.page("/sightings/1"))
        .contains("Your own risk: cannot be prepared", "Nobody is complained about in their own shop.")
        .doesNotContain("action=\"/sightings/1/complaint\"");
  }

  @Test
  void who_was_quicker_with_a_licence_is_told_and_what_was_typed_stays() {
    String before = person.page("/sightings/1");
    licensed();
    Client.Reply late = person.submit(before, "/sightings/1/complaint", "owned", "yes");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("This complaint needs a reason from you", "id=\"reason-licensed\"");
    assertThat(person.page("/complaints")).doesNotContain("/complaints/1");
  }
}
