package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;

class SightingPagesTest {
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
  void where_it_is_known_how_a_copy_lies_on_its_original_both_are_drawn() {
    Person person = Person.admin(server);
    seen(person, "Wool coat");
    server.server().features().database().write(handle -> {
      handle.execute("delete from sighting_geometry where sighting_id = 1");
      return handle.execute(
          "insert into sighting_geometry values (1, '0,0,10000,0,10000,10000,0,10000',"
              + " '0,0,10000,0,10000,10000,0,10000', 10000, 9950, 8720, '2500,2500,2500,2500')");
    });
    assertThat(person.page("/sightings/1"))
        .contains("<image href=\"/sightings/1/picture?size=view\"", "<image href=\"/certificates/1/picture?size=view\"")
        .contains("covers 100 % of the copy and 100 % of the original; 87 % of the details compared agree.")
        .containsPattern("<input type=\"radio\" name=\"evidence-overlay\" value=\"2\" checked>")
        .doesNotContain("<script", " style=\"");
  }

  @Test
  void a_copy_that_is_none_is_called_so_and_that_is_taken_back() {
    Person person = Person.admin(server);
    seen(person, "Wool coat");
    Client.Reply judged = person.submit(person.page("/sightings/1"), "/sightings/1/not-a-copy");
    assertThat(judged.text())
        .contains("Noted: copy found 1 is not a copy.", ">Not a copy<", "Your own risk: needs your reason");
    assertThat(person.page("/sightings?state=not-a-copy")).contains("Total: 1");
    assertThat(person.submit(judged.text(), "/sightings/1/copy").text())
        .contains("Taken back: copy found 1 counts again.", ">New<", "Prepare a complaint");
  }

  @Test
  void a_copy_in_a_complaint_is_not_called_none() {
    Person person = Person.admin(server);
    seen(person, "Wool coat");
    String page = person.page("/sightings/1");
    person.submit(page, "/sightings/1/complaint", "owned", "yes");
    Client.Reply late = person.submit(page, "/sightings/1/not-a-copy");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("This step is not possible now", "It is In a complaint. Nothing was changed.");
    assertThat(person.page("/sightings/1")).doesNotContain("/sightings/1/not-a-copy");
  }

  @Test
  void a_copy_is_compared_forecast_complained_of_and_submitted() throws IOException {
    Person person = Person.admin(server);
    seen(person, "Wool coat");

    String list = person.page("/sightings");
    assertThat(list)
        .contains("Total: 1", "Wool coat", "Shop 7", "Main picture 1", "datetime=\"2026-11-21T07:59:30.000Z\"");
    String page = person.page("/sightings/1");
    assertThat(page)
        .contains("Verified by the server", "Stated by the seller's browser", "/certificates/1/picture?size=view")
        .contains("If upheld, ", "not verified by the marketplace", "Taobao")
        .containsPattern("\\d+ of 256 bits differ; up to \\d+ count as a copy");
    assertThat(page)
        .containsPattern("JImageHash 1\\.0\\.0 PerceptiveHash\\(64\\): \\d+ of 64 bits differ")
        .contains("By independent software, on the parts that match. It decides nothing.");
    assertThat(person.speaking("zh-CN").page("/sightings/1"))
        .containsPattern("JImageHash 1\\.0\\.0 PerceptiveHash\\(256\\)：256 位中有 \\d+ 位不同");
    person.speaking("en");
    assertThat(person.get("/sightings/1/picture").header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(person.get("/sightings/1/picture").header("Cache-Control")).isEqualTo("private, no-cache");

    String otherTab = person.page("/sightings/1");
    Client.Reply unstated = person.submit(page, "/sightings/1/complaint");
    assertThat(unstated.status()).isEqualTo(400);
    assertThat(unstated.text()).contains("Please state that the photographs are yours");
    Client.Reply prepared = person.submit(unstated.text(), "/sightings/1/complaint", "owned", "yes");
    assertThat(prepared.text())
        .contains("Complaint 1 is prepared. It is not submitted yet.", "The marketplace knows nothing of it yet.")
        .contains("If upheld, ", "A wrong complaint can make you liable")
        .doesNotContain(">Submitted<");

    assertThat(person.submit(page, "/sightings/1/complaint", "owned", "yes").text()).contains("<h1>Complaint 1</h1>");
    Client.Reply twice = person.submit(otherTab, "/sightings/1/complaint", "owned", "yes");
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.text()).contains("This sighting is already part of complaint 1");

    Client.Reply empty = person.submit(person.page("/complaints/1"), "/complaints/1/submitted", "caseNumber", " ");
    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.text()).contains("Type the marketplace's case number");
    Client.Reply submitted =
        person.submit(person.page("/complaints/1"), "/complaints/1/submitted", "caseNumber", "TB-4711");
    assertThat(submitted.text()).contains("Complaint 1 is submitted", "TB-4711", ">Submitted<");
    assertThat(person.page("/complaints")).contains("Total: 1", "TB-4711", ">Submitted<", "Shop 7");

    Client.Reply zip = person.get("/complaints/1/evidence.zip");
    assertThat(zip.header("Content-Disposition")).isEqualTo("attachment; filename=\"shotdeed-complaint-1.zip\"");
    assertThat(names(zip.bytes())).contains("manifest.json", "sighting-1/picture.jpg");
  }

  @Test
  void a_copy_in_slices_is_shown_as_the_page_shows_it() {
    Person person = Person.admin(server);
    seen(person, "Wool coat");
    assertThat(person.page("/sightings/1")).doesNotContain("slice=");
    Client.Reply reply =
        Reports.send(server.admin(), Reports.strip("k-2", "1002", 3), Photos.slices(COAT, 750, 210, 530));
    assertThat(reply.json().get("sighting").asInt()).as(reply.text()).isEqualTo(2);
    assertThat(person.page("/sightings/2"))
        .containsSubsequence(
            "/sightings/2/picture?size=view&amp;slice=1",
            "/sightings/2/picture?size=view&amp;slice=2",
            "/sightings/2/picture?size=view&amp;slice=3",
            "By independent software, on the part that matches: from the pictures joined, in grey, at most 400 pixels");
    assertThat(person.page("/sightings/2")).contains("Detail picture 1–3");
    assertThat(person.page("/sightings")).contains("Detail picture 1–3", "Main picture 1 ");
    assertThat(person.get("/sightings/2/picture?slice=3").header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(person.get("/sightings/2/picture?slice=4").status()).isEqualTo(404);
  }

  private void seen(Person person, String title) {
    person.upload(Person.unpublished("coat.jpg", COAT));
    person.submit(person.page("/certificates/1"), "/certificates/1/approve");
    person.submit(person.page("/monitor"), "/monitor");
    String report = Reports.report("k-1", "2026-11-21T07:59:30.000Z", "taobao", "1001", "7", title);
    Client.Reply reply = Reports.send(server.admin(), report, Photos.recompressed(COAT, 0.75, 0.6f));
    assertThat(reply.json().get("sighting").asInt()).as(reply.text()).isEqualTo(1);
  }

  @Test
  void a_case_number_that_is_too_long_comes_back_as_typed_and_a_wrong_one_is_corrected() {
    Person person = Person.admin(server);
    seen(person, "Wool coat");
    Reports.complain(server.admin(), Reports.complaint("c-1", "1"));
    assertThat(person.page("/complaints/1")).doesNotContain("Correct the number");
    String path = "/complaints/1/submitted";
    Client.Reply cut = person.submit(person.page("/complaints/1"), path, "caseNumber", "9".repeat(101));
    assertThat(cut.status()).isEqualTo(400);
    assertThat(cut.text()).contains("100 characters at most", "value=\"" + "9".repeat(101) + "\"", ">Prepared<");

    String corrected = person.submit(person.page("/complaints/1"), path, "caseNumber", "TB-1").text();
    assertThat(corrected).contains("<details>", "Correct the number").doesNotContain("Earlier, until corrected");
    Client.Reply tooLong = person.submit(corrected, path, "caseNumber", "8".repeat(101));
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.text()).contains("<details open>", "value=\"" + "8".repeat(101) + "\"");
    server.pass(Duration.ofMinutes(5)); // the time of submission stays
    assertThat(person.submit(corrected, path, "caseNumber", "TB-2").text())
        .containsPattern("Recorded\\s+<time datetime=\"2026-11-21T08:00:00.000Z\"")
        .containsPattern("<del><bdi>TB-1</bdi></del> · <time datetime=\"2026-11-21T08:05:00.000Z\"")
        .contains("The case number of complaint 1 is corrected.", "<strong><bdi>TB-2</bdi></strong>")
        .contains("Earlier, until corrected: <del><bdi>TB-1</bdi></del>", "<bdi>Admin</bdi>");
  }

  @Test
  void why_there_is_no_screenshot_is_said_in_the_readers_language_where_the_reason_is_known() {
    Person person = Person.admin(server);
    seen(person, "Wool coat");
    String sent = Reports.complaint("c-1", "1");
    assertThat(sent).contains("the browser did not grant it");
    Reports.complain(
        server.admin(), sent.replace("the browser did not grant it", "The tab no longer showed the listing."));
    assertThat(person.page("/complaints/1")).contains("<bdi>The tab no longer showed the listing.</bdi>");
    assertThat(person.speaking("zh-CN").page("/complaints/1"))
        .contains("标签页当时已不再显示该商品页。")
        .doesNotContain("The tab no longer");

    server.server().features().database().write(handle ->
        handle.execute("update complaint set no_screenshot = 'wegen <b>Regen</b>'"));
    assertThat(person.page("/complaints/1")).contains("<bdi>wegen &lt;b&gt;Regen&lt;/b&gt;</bdi>");
  }

  private static List<String> names(byte[] zip) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  @Test
  void a_marketplace_without_published_points_gets_no_forecast() {
    Person person = Person.admin(server);
    person.upload(Person.unpublished("coat.jpg", COAT));
    person.submit(person.page("/certificates/1"), "/certificates/1/approve");
    person.submit(person.page("/monitor"), "/monitor");
    Reports.send(
        server.admin(), Reports.report("k-1", "2026-11-21T07:59:30.000Z", "other", "1001", "7", "Coat"), COAT);
    assertThat(person.page("/sightings/1"))
        .contains("No rules with points are published for this marketplace.", "The same file, byte for byte")
        .doesNotContain("If upheld");
  }
}
