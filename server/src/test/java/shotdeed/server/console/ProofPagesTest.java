package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.proof.CameraFiles;

/** The proof folder as the seller sees it, and as others do not. */
class ProofPagesTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] ORIGINAL = CameraFiles.from("Canon", COAT);
  private static final byte[] DRESS = Photos.photo("dress");
  private static final byte[] SHIRT = Photos.photo("shirt");
  private static final String FOLDER = "/certificates/1/proof";

  private TestServer server;
  private Person person;

  @BeforeEach
  void start() {
    server = TestServer.start();
    person = Person.admin(server);
    person.upload(Person.unpublished("coat.jpg", COAT));
    person.submit(person.page("/certificates/1"), "/certificates/1/approve");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Client.Reply add(String kind, Object... namesAndFiles) {
    Client.Parts parts = new Client.Parts().field("kind", kind);
    for (int i = 0; i < namesAndFiles.length; i += 2) {
      parts.file("file", (String) namesAndFiles[i], (byte[]) namesAndFiles[i + 1]);
    }
    return person.send(person.page(FOLDER), FOLDER, parts);
  }

  private static String market(String page, String name) {
    String after = page.substring(page.indexOf("<span class=\"market\">" + name + "</span>"));
    return after.substring(0, after.indexOf("</li>\n<li class="));
  }

  @Test
  void a_folder_goes_from_empty_to_ready_for_taobao() {
    assertThat(person.page("/certificates/1")).contains("Could a complaint stand?", "Open the proof folder (0)");
    assertThat(person.page(FOLDER)).contains("The folder is empty.");
    assertThat(market(person.page(FOLDER), "Taobao"))
        .contains("Something is missing", "The camera original is missing.", "Series or on-set shots: 2 more of 2.");

    assertThat(add("camera-original", "IMG_0001.JPG", ORIGINAL).text())
        .contains("Files added to the proof folder: 1", "IMG_0001.JPG", "Canon");
    Client.Reply series = add("series", "IMG_0002.JPG", DRESS, "IMG_0003.JPG", SHIRT);
    assertThat(series.text()).contains("Files added to the proof folder: 2");
    assertThat(market(series.text(), "Taobao")).contains(">Ready<").doesNotContain("is missing.");
    assertThat(person.page("/certificates/1")).contains("Open the proof folder (3)");
  }

  @Test
  void a_file_is_given_back_byte_for_byte_and_only_as_a_download() {
    byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    add("contract", "合同 <b> №1.html", page);
    Client.Reply file = person.get(FOLDER + "/1/file");
    assertThat(file.bytes()).isEqualTo(page);
    assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"__ _b_ _1.html\"; filename*=UTF-8''"
            + "%E5%90%88%E5%90%8C%20_b_%20%E2%84%961.html");
    assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(file.header("Cache-Control")).isEqualTo("no-store");
    assertThat(person.page(FOLDER)).contains("合同 &lt;b> №1.html").doesNotContain("<b> №1");
    assertThat(person.get(FOLDER + "/1/picture").status()).isEqualTo(404);
  }

  @Test
  void a_picture_shows_a_small_copy_and_only_the_camera_original_is_warned_about() {
    byte[] edited = CameraFiles.savedBy("Adobe Photoshop CC", "Canon", DRESS);
    assertThat(add("series", "series.jpg", edited).text())
        .contains("<img src=\"" + FOLDER + "/1/picture\"")
        .doesNotContain("By its own data this file was saved by");
    assertThat(person.get(FOLDER + "/1/picture").header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(add("camera-original", "saved.jpg", CameraFiles.savedBy("Adobe Photoshop CC", "Canon", SHIRT)).text())
        .contains("By its own data this file was saved by Adobe Photoshop CC.");
    assertThat(add("camera-original", "bare.jpg", Photos.photo("shoe")).text())
        .contains("This file holds no camera data (EXIF).");
  }

  @Test
  void what_is_taken_out_counts_no_more_and_can_be_put_back() {
    add("camera-original", "IMG_0001.JPG", ORIGINAL);
    Client.Reply removed = person.submit(person.page(FOLDER), FOLDER + "/1/remove");
    assertThat(removed.text()).contains("Taken out of the proof folder.", "Taken out: 1", "The folder is empty.");
    assertThat(market(removed.text(), "Taobao")).contains("The camera original is missing.");
    Client.Reply back = person.submit(removed.text(), FOLDER + "/1/restore");
    assertThat(back.text()).contains("Put back into the proof folder.", "Files: 1").doesNotContain("Taken out: ");
    assertThat(person.get(FOLDER + "/2/file").bytes()).isEqualTo(ORIGINAL);
  }

  @Test
  void a_file_that_is_there_or_is_empty_is_named_and_the_others_are_added() {
    add("camera-original", "a.jpg", ORIGINAL);
    assertThat(add("series", "a.jpg", ORIGINAL, "empty.jpg", new byte[0], "b.jpg", DRESS).text())
        .contains("Not all files were added")
        .contains("<bdi>a.jpg</bdi>: is in this folder already")
        .contains("<bdi>empty.jpg</bdi>: is empty and was not kept")
        .contains("<bdi>b.jpg</bdi>: added", "Files: 2");
  }

  @Test
  void one_contract_serves_a_whole_series() {
    person.upload(Person.unpublished("dress.jpg", DRESS));
    person.upload(Person.unpublished("shirt.jpg", SHIRT));
    add("contract", "contract.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
    String page = person.page(FOLDER);
    assertThat(person.submit(page, FOLDER + "/share", "proof", "1", "certificates", "2-3").text())
        .contains("Entries added to other proof folders: 2");
    assertThat(person.page("/certificates/3/proof")).contains("contract.pdf", "Files: 1");
    assertThat(person.submit(page, FOLDER + "/share", "proof", "1", "certificates", "2, 3").text())
        .contains("Entries added to other proof folders: 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "2-", "3-2", "0", "1-999999999", "99", "2, 99"})
  void numbers_that_name_no_certificates_of_ones_own_are_refused_and_shared_with_none(String numbers) {
    person.upload(Person.unpublished("dress.jpg", DRESS));
    add("contract", "contract.pdf", new byte[] {1});
    Client.Reply reply =
        person.submit(person.page(FOLDER), FOLDER + "/share", "proof", "1", "certificates", numbers);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).contains("Type numbers of your own certificates, such as 12, 14-20");
    assertThat(person.page("/certificates/2/proof")).contains("Files: 0");
  }

  @Test
  void the_first_publication_is_stated_later_and_the_earlier_statement_stays() {
    person.upload(new Client.Parts().field("basis", "own").field("publication", "published")
        .field("firstPublished", "item 1").field("publishedOn", "2025-05-01").file("file", "dress.jpg", DRESS));
    String folder = "/certificates/2/proof";
    Client.Reply stated = person.submit(
        person.page(folder), folder + "/publication", "firstPublished", "item 7", "publishedOn", "2024-02-29");
    assertThat(stated.text()).contains("The first publication of certificate 2 is stated.", "item 7", "2024-02-29")
        .contains("Stated earlier: item 1 2025-05-01");
    Client.Reply future = person.submit(
        person.page(folder), folder + "/publication", "firstPublished", "item 8", "publishedOn", "2027-01-01");
    assertThat(future.status()).isEqualTo(400);
    assertThat(future.text()).contains("a day that is not in the future", "value=\"item 8\"");
    assertThat(person.get(FOLDER).text()).doesNotContain(FOLDER + "/publication");
  }

  @Test
  void nobody_else_sees_that_a_folder_exists() {
    add("camera-original", "a.jpg", ORIGINAL);
    for (Role role : List.of(Role.OWNER, Role.REVIEWER, Role.ADMIN)) {
      Person stranger = Person.signedIn(
              server, TestAccounts.session(server.server().features(), "R" + role, EnumSet.of(role), server.now()))
          .speaking("en");
      int expected = role == Role.OWNER ? 404 : 403; // without a team nobody has folders at all
      for (String path : List.of(FOLDER, FOLDER + "/1/file", FOLDER + "/1/picture")) {
        assertThat(stranger.get(path).status()).as(role + " " + path).isEqualTo(expected);
      }
      String csrf = stranger.csrf();
      for (String path : List.of("/1/remove", "/1/restore", "/share", "/publication")) {
        assertThat(stranger.post(
                    FOLDER + path, "csrf", csrf, "proof", "1", "certificates", "1",
                    "firstPublished", "x", "publishedOn", "2020-01-01").status())
            .as(role + " " + path)
            .isEqualTo(expected);
      }
    }
    assertThat(person.page(FOLDER)).contains("Files: 1");
  }

  @Test
  void a_form_of_another_site_changes_nothing() {
    add("camera-original", "a.jpg", ORIGINAL);
    assertThat(person.post(FOLDER + "/1/remove", "csrf", "wrong").status()).isEqualTo(403);
    assertThat(person.page(FOLDER)).contains("Files: 1");
  }

  @Test
  void a_proof_of_one_certificate_is_not_found_under_another() {
    person.upload(Person.unpublished("dress.jpg", DRESS));
    add("camera-original", "a.jpg", ORIGINAL);
    assertThat(person.get("/certificates/2/proof/1/file").status()).isEqualTo(404);
    assertThat(person.get("/certificates/1/proof/x/file").status()).isEqualTo(404);
  }
}
