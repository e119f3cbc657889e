package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.Zips;
import shotdeed.server.account.TestAccounts;

/** What the dossier of a shop says of its points and complaints. The clock stands on 21 November 2026. */
class ShopDossierTest {
  private static final byte[] COPY = Photos.recompressed(Photos.photo("coat"), 0.75, 0.6f);

  private static TestServer server;
  private static Client device;
  private static Person owner;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    device = server.newSeller("Willow");
    server.monitored(device, Photos.photo("coat"));
    owner = Person.signedIn(
            server, TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now()))
        .speaking("en");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static int sighting(String listing, String shop) {
    return Reports.sighting(device, "s-" + listing, listing, shop, COPY);
  }

  private static int submitted(String listing, String shop) {
    int sighting = sighting(listing, shop);
    int id = Checks.ok(Reports.complain(device, Reports.complaint("c-" + listing, "" + sighting))).json().get("id").asInt();
    Checks.ok(device.postJson("/api/v1/complaints/" + id + "/submitted", "{\"caseNumber\":\"TB-" + id + "\"}"));
    return id;
  }

  private static void upheld(int complaint, String more) {
    int revision = device.get("/api/v1/complaints/" + complaint + "/outcome").json().get("revision").asInt();
    Checks.ok(device.postJson("/api/v1/complaints/" + complaint + "/outcome", "{\"revision\":" + revision
        + ",\"happenedOn\":\"2026-11-21\",\"result\":\"upheld\"" + more + "}"));
  }

  private static String dossier(String shop) {
    return owner.get(pathOf(shop)).text().replaceAll("\\s+", " ");
  }

  private static String pathOf(String shop) {
    String location = owner.get("/shops?key=number+alibaba+" + shop).header("Location");
    return location.substring(location.indexOf("/shops/"));
  }

  private static void state(int sighting, String min, String max, String note) {
    String address = "/sightings/" + sighting;
    owner.submit(
        owner.page(address), address + "/known-points", "ledger", "A", "min", min, "max", max, "note", note);
  }

  @Test
  void stated_points_are_shown_with_who_and_when_and_the_last_of_a_year_stands() {
    int sighting = sighting("100", "70");
    assertThat(dossier("70")).contains("Nobody stated any.");
    state(sighting, "2", "2", "told by phone");
    state(sighting, "10", "12", "<b>seen on their page");
    assertThat(dossier("70"))
        .contains("Stated for 2026, ledger A: 10 to 12 points", "Willow's person", "datetime=\"2026-11-21T")
        .contains("&lt;b&gt;seen on their page")
        .doesNotContain("told by phone", "Nobody stated any.");
  }

  @Test
  void points_that_the_marketplace_did_not_tell_are_unknown_and_not_none() {
    int complaint = submitted("110", "71");
    upheld(complaint, "");
    assertThat(dossier("71")).contains("2026 kind not told: points unknown (points not told: 1)");
    upheld(submitted("111", "71"), ",\"points\":4,\"ledger\":\"A\"");
    assertThat(dossier("71")).contains("2026 Kind of points A: 4 ·", "kind not told: points unknown");
  }

  @Test
  void of_more_complaints_than_a_page_holds_the_rest_is_counted_and_reached() {
    int last = submitted("120", "72");
    server.server().features().database().write(handle -> handle.execute(
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 200)"
            + " insert into complaint (seller_id, account_id, client_key, state, market, site, shop_key, shop_id, shop_name,"
            + " prepared_at, stated_prepared_at, ownership_statement, manifest_sha256) select seller_id, account_id,"
            + " client_key || '-' || i, 'prepared', market, site, shop_key, shop_id, shop_name, prepared_at,"
            + " stated_prepared_at, ownership_statement, manifest_sha256 from complaint, n where complaint.id = ?",
        last));
    String first = dossier("72");
    assertThat(first).contains("Complaints on the other pages of this list: 1", "?page=1&amp;cases=2\"")
        .doesNotContain(">Complaint " + last + "</a> <span class=\"state submitted\">");
    assertThat(owner.page(pathOf("72") + "?page=1&cases=2"))
        .contains("Complaints on the other pages of this list: 200", ">Complaint " + last + "</a> <span class=\"state submitted\">");
  }

  @Test
  void points_of_a_complaint_decided_in_another_year_may_count_there() {
    int id = submitted("190", "79");
    upheld(id, ",\"ledger\":\"A\",\"points\":2");
    assertThat(dossier("79")).doesNotContain("Decided in another year");
    server.server().features().database().write(handle ->
        handle.execute("update complaint set submitted_at = '2025-12-30T02:00:00.000Z' where id = ?", id));
    assertThat(dossier("79")).contains("Decided in another year than submitted: " + id + ".");
  }

  /** A copy whose file carries the number of the account that uploaded it. */
  private static int uploaded(Client by, String listing, String shop, String uploader) {
    String report = Reports.report("u-" + listing, listing, shop).replace("/a.jpg", "/O1CN01xyz_!!" + uploader + ".jpg");
    return Checks.ok(Reports.send(by, report, COPY)).json().get("sighting").asInt();
  }

  @Test
  void an_uploader_s_number_is_shown_as_a_lead_and_leads_to_other_shops_with_it() {
    int one = uploaded(device, "200", "80", "2200112233");
    uploaded(device, "201", "81", "2200112233");
    uploaded(device, "202", "81", "2200112233");
    uploaded(device, "203", "82", "2200445566");
    assertThat(owner.page("/sightings/" + one)).contains("<bdi>2200112233</bdi>", "A lead to who uploaded the picture, not proof.");
    assertThat(dossier("80"))
        .contains("Leads", "this is no proof", "<bdi>2200112233</bdi> · <a href=\"" + pathOf("81") + "\" dir=\"auto\">Shop 81</a>", "copies: 2")
        .doesNotContain("Shop 82");
    assertThat(dossier("82")).doesNotContain("Leads");
  }

  @Test
  void a_lead_does_not_lead_to_what_others_found_and_goes_into_no_evidence() throws Exception {
    Client other = server.newSeller("Birch");
    server.monitored(other, Photos.photo("coat"));
    uploaded(other, "210", "83", "2200778899");
    int own = uploaded(device, "211", "84", "2200778899");
    assertThat(dossier("84")).doesNotContain("Leads", "Shop 83");
    int complaint = Checks.ok(Reports.complain(device, Reports.complaint("c-211", "" + own))).json().get("id").asInt();
    byte[] bundle = device.get("/api/v1/complaints/" + complaint + "/evidence.zip").bytes();
    String manifest = new String(Zips.parts(bundle).get("manifest.json"), StandardCharsets.UTF_8);
    assertThat(manifest).contains("O1CN01xyz_!!2200778899.jpg").doesNotContain("uploader");
  }
}
