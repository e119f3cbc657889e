package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.mark.MarkReader;
import shotdeed.mark.MarkReading;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.Zips;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.mark.MarkedCopy;
import shotdeed.server.picture.PictureDecoder;

/** Copies to publish, which carry the certificate's number. */
class PublishPagesTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] DRESS = Photos.photo("dress");

  private TestServer server;
  private Person person;

  @BeforeEach
  void start() {
    server = TestServer.start();
    person = Person.admin(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String mark(byte[] picture) throws Exception {
    MarkReading reading = new MarkReader().read(new PictureDecoder().decode(picture).luma());
    return reading == null ? "none" : String.valueOf(reading.number());
  }

  @Test
  void after_the_first_review_the_copy_to_publish_carries_the_certificates_number_and_the_original_stays() throws Exception {
    person.upload(Person.unpublished("海军蓝 连衣裙.jpg", COAT));
    assertThat(person.page("/certificates/1"))
        .contains("Copy to publish", "Publish only this copy", "formerly 有扣图", "href=\"/certificates/1/copy\" download");
    Client.Reply copy = person.get("/certificates/1/copy");
    assertThat(copy.status()).isEqualTo(200);
    assertThat(copy.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(copy.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(copy.header("Content-Disposition"))
        .startsWith("attachment; ")
        .contains("filename*=UTF-8''%E6%B5%B7%E5%86%9B%E8%93%9D%20%E8%BF%9E%E8%A1%A3%E8%A3%99-1.jpg");
    assertThat(mark(copy.bytes())).isEqualTo("1");
    assertThat(person.get("/certificates/1/copy").bytes()).isEqualTo(copy.bytes());
    assertThat(person.get("/certificates/1/original").bytes()).isEqualTo(COAT);
  }

  @Test
  void those_that_were_ticked_or_uploaded_together_come_in_one_file() throws Exception {
    String results = person.upload(
        Person.unpublished("coat.jpg", COAT).file("file", "dress.jpg", DRESS)).text();
    assertThat(results).contains("Publish the copies, not these files: only the copies carry the mark.");
    String list = person.page("/certificates");
    Client.Reply chosen = person.submit(list, "/certificates/copies.zip", "certificate", "2");
    assertThat(chosen.header("Content-Disposition")).contains("copies-to-publish-chosen.zip");
    assertThat(Zips.parts(chosen.bytes())).containsOnlyKeys("dress-2.jpg");
    Map<String, byte[]> series = Zips.parts(person.get("/certificates/1/series.zip").bytes());
    assertThat(series).containsOnlyKeys("coat-1.jpg", "dress-2.jpg");
    assertThat(mark(series.get("coat-1.jpg")) + " " + mark(series.get("dress-2.jpg"))).isEqualTo("1 2");
  }

  @Test
  void nothing_ticked_is_said() {
    person.upload(Person.unpublished("coat.jpg", COAT));
    Client.Reply none = person.submit(person.page("/certificates"), "/certificates/copies.zip");
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.text()).contains("Choose 1 to 500 photographs", "Nothing was downloaded.");
  }

  @Test
  void what_cannot_be_marked_is_named_with_the_reason_and_the_others_are_there() throws Exception {
    byte[] marked = marked();
    person.upload(Person.unpublished("dress.jpg", DRESS).file("file", "marked.jpg", marked));
    Client.Reply single = person.get("/certificates/2/copy");
    assertThat(single.status()).isEqualTo(422);
    assertThat(single.text())
        .contains("This photograph cannot carry a mark", "It carries the mark of another certificate already.");
    Map<String, byte[]> series = Zips.parts(person.get("/certificates/1/series.zip").bytes());
    assertThat(series).containsOnlyKeys("dress-1.jpg", "not-marked.txt");
    assertThat(new String(series.get("not-marked.txt"), StandardCharsets.UTF_8))
        .isEqualTo("2\tmarked.jpg\tThis photograph cannot carry a mark\t"
            + "It carries the mark of another certificate already. Certify the unmarked original.\n");
  }

  private static byte[] marked() throws Exception {
    return new MarkedCopy().of(COAT, 77);
  }

  @Test
  void what_is_rejected_or_retired_has_no_copy_to_publish() {
    person.upload(Person.unpublished("coat.jpg", COAT));
    person.submit(person.page("/certificates/1"), "/certificates/1/approve");
    person.submit(person.page("/certificates/1"), "/certificates/1/retire");
    assertThat(person.page("/certificates/1")).doesNotContain("/certificates/1/copy");
    assertThat(person.get("/certificates/1/copy").status()).isEqualTo(409);
    assertThat(person.get("/certificates/1/series.zip").text()).contains("None of these has a copy to publish");
  }

  @Test
  void nobody_takes_anothers_copies() {
    person.upload(Person.unpublished("coat.jpg", COAT));
    Person stranger = Person.signedIn(
        server, TestAccounts.session(server.server().features(), "Rowan", EnumSet.of(Role.OWNER), server.now()));
    assertThat(stranger.get("/certificates/1/copy").status()).isEqualTo(404);
    assertThat(stranger.get("/certificates/1/series.zip").status()).isEqualTo(404);
    assertThat(
        stranger.post("/certificates/copies.zip", "csrf", stranger.csrf(), "certificate", "1").status()).isEqualTo(404);
  }
}
