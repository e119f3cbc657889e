package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.Zips;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Secrets;
import shotdeed.server.proof.CameraFiles;

/** The files for a marketplace's form, as a seller gets them. */
class FormFilesTest {
  private FormCase shop;

  @BeforeEach
  void start() {
    shop = new FormCase();
  }

  @AfterEach
  void stop() {
    shop.close();
  }

  private long count(String sql) {
    return shop.server.server().features().database().read(handle ->
        handle.createQuery("select count(*) from " + sql).mapTo(long.class).one());
  }

  @Test
  void originals_are_handed_out_byte_for_byte_once_somebody_ticked_that_they_are_for_the_marketplace() {
    shop.wholeFolder();
    int id = shop.complaint(1);
    assertThat(shop.owner.page("/complaints/" + id)).contains("href=\"/complaints/" + id + "/files\"");
    String page = shop.owner.page("/complaints/" + id + "/files");
    assertThat(page).contains("<h1>Files for the form of Taobao</h1>", "the other side should not get them");
    assertThat(FormCase.item(page, "01-original-1-1.jpg")).contains("Not ticked yet", ">Fits<").doesNotContain("href");
    assertThat(FormCase.item(page, "03-series-1-3.jpg")).contains("Series or on-set shot", ">Fits<");
    assertThat(FormCase.slot(page, "series")).doesNotContain("there that may fit");

    Client.Reply held = shop.file(id, "taobao", "01-original-1-1.jpg");
    assertThat(held.status()).isEqualTo(409);
    assertThat(held.text()).contains("This file was not ticked for the marketplace yet", "Nothing was sent.");

    Client.Reply unticked = shop.owner.submit(page, "/complaints/" + id + "/files/release");
    assertThat(unticked.status()).isEqualTo(400);
    assertThat(unticked.text()).contains("Tick the box first", "class=\"problem\"");
    assertThat(count("form_release")).isZero();

    String ticked = shop.owner.submit(page, "/complaints/" + id + "/files/release", "hand", "yes").text();
    assertThat(ticked).contains("Ticked. The files of this place can be fetched below.");
    assertThat(FormCase.slot(ticked, "original")).contains("Ticked: for the marketplace only", "Willow's person");
    assertThat(FormCase.item(ticked, "02-series-1-2.jpg")).contains("Not ticked yet");

    Client.Reply original = shop.file(id, "taobao", "01-original-1-1.jpg");
    assertThat(original.bytes()).isEqualTo(FormCase.ORIGINAL);
    assertThat(original.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(original.header("Content-Disposition")).startsWith("attachment; filename=\"01-original-1-1.jpg\"");
    assertThat(original.header("Content-Length")).isEqualTo("" + FormCase.ORIGINAL.length);
    assertThat(original.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(count("audit where action = 'form.release' and details = 'taobao'")).isEqualTo(1);
    assertThat(count("audit where action = 'form.original' and subject_id = 1")).isEqualTo(1);
    assertThat(shop.owner.page("/audit"))
        .contains("Original taken for a marketplace's form", "Files of a proof folder ticked");

    String back = shop.owner.submit(ticked, "/complaints/" + id + "/files/hold").text();
    assertThat(back).contains("Held back. The files of this place can no longer be fetched here.");
    assertThat(shop.file(id, "taobao", "01-original-1-1.jpg").status()).isEqualTo(409);
  }

  @Test
  void a_tick_for_one_marketplace_is_none_for_another() {
    shop.wholeFolder();
    int id = shop.complaint(1);
    shop.tick(id, "taobao", "original");
    assertThat(shop.file(id, "taobao", "01-original-1-1.jpg").status()).isEqualTo(200);
    assertThat(shop.file(id, "tmall", "01-original-1-1.jpg").status()).isEqualTo(409);
    assertThat(shop.tick(id, "taobao", "nothing").status()).isEqualTo(404);
    assertThat(shop.tick(id, "nowhere", "original").status()).isEqualTo(404);
  }

  @Test
  void what_does_not_fit_is_not_changed_and_the_page_says_what_to_do() {
    byte[] png = Photos.asPng(FormCase.COAT);
    byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic rest".getBytes(StandardCharsets.ISO_8859_1);
    byte[] edited = CameraFiles.savedBy("Adobe Photoshop 25.0", "Canon", Photos.photo("shoe"));
    shop.proof("camera-original", "a.png", png);
    shop.proof("camera-original", "b.heic", heic);
    shop.proof("camera-original", "c.jpg", edited);
    shop.proof("camera-original", "d.jpg", FormCase.COAT);
    shop.proof("camera-original", "e.jpg", padded(FormCase.ORIGINAL, 20_100_000));
    shop.proof("series", "f.jpg", CameraFiles.from("Nikon", FormCase.COAT));
    int id = shop.complaint(1);
    String page = shop.page(id, "taobao");
    assertThat(FormCase.item(page, "01-original-1-1.png"))
        .contains(">Does not fit<", "It is a PNG file, and the form takes JPG.", "Do not convert it");
    assertThat(FormCase.item(page, "02-original-1-2.heic")).contains("It is a HEIC file, and the form takes JPG.");
    assertThat(FormCase.item(page, "03-original-1-3.jpg"))
        .contains(">Does not fit<", "By its own data it was saved by Adobe Photoshop 25.0.", "Taobao refuses edited files");
    assertThat(FormCase.item(page, "04-original-1-4.jpg"))
        .contains(
            ">May not fit<",
            "It holds no camera data (EXIF). No rule of Taobao is known that refuses such a file, but it may be doubted.",
            "Copy it from the camera again");
    assertThat(FormCase.item(page, "05-original-1-5.jpg"))
        .contains("It is 20.1 MB, and the form takes at most 19.99 MB.", "Do not save it smaller");
    assertThat(FormCase.item(page, "06-series-1-6.jpg")).contains("It is the same picture as the original. Taobao wants pictures here that differ from the original.");
    assertThat(FormCase.slot(page, "series")).contains("Certificate 1: 2 needed, 0 there that may fit.");
    String small = shop.page(id, "1688");
    assertThat(FormCase.item(small, "03-original-1-3.jpg")).contains("whether 1688 does is not certain.");
    assertThat(FormCase.item(small, "04-original-1-4.jpg"))
        .contains("and the form takes no less than 200 KB.", "do not enlarge it");
    // It is the seller's to decide: a file that does not fit is there all the same, as it was.
    shop.tick(id, "taobao", "original");
    assertThat(shop.file(id, "taobao", "01-original-1-1.png").bytes()).isEqualTo(png);
    assertThat(shop.file(id, "taobao", "02-original-1-2.heic").bytes()).isEqualTo(heic);
    assertThat(shop.file(id, "taobao", "05-original-1-5.jpg").bytes()).hasSize(20_100_000);
  }

  private static byte[] padded(byte[] jpeg, int bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes);
    out.writeBytes(jpeg);
    out.writeBytes(new byte[bytes - jpeg.length]);
    return out.toByteArray();
  }

  @Test
  void without_a_folder_the_certified_file_itself_is_offered_and_missing_series_are_named() {
    int id = shop.complaint(1);
    String page = shop.page(id, "taobao");
    assertThat(FormCase.item(page, "01-original-1.jpg"))
        .contains("The certified file itself", "It holds no camera data (EXIF).");
    assertThat(FormCase.slot(page, "series"))
        .contains("Certificate 1: 2 needed, 0 there that may fit.", "/certificates/1/proof", "No file for this place yet.");
    shop.tick(id, "taobao", "original");
    assertThat(shop.file(id, "taobao", "01-original-1.jpg").bytes()).isEqualTo(FormCase.COAT);
  }

  @Test
  void limits_that_nobody_states_are_said_to_be_ours() {
    shop.proof("camera-original", "a.png", Photos.asPng(FormCase.COAT));
    String page = shop.page(shop.complaint(2), "jd");
    assertThat(FormCase.item(page, "01-original-1-1.png"))
        .contains(">May not fit<", "It is a PNG file, and the form takes JPG. The marketplace does not state its limit;");
    assertThat(FormCase.slot(page, "authorship")).contains("Not all of it is stated by the marketplace.");
    assertThat(page).contains("How many listings the form takes is not stated. To be careful, we go by 1, so");
  }

  @Test
  void an_original_of_forty_megapixels_is_handed_over_and_shown_small() {
    byte[] large = CameraFiles.from("Canon", Photos.recompressed(FormCase.COAT, Math.sqrt(40e6 / area()), 0.5f));
    assertThat(Photos.read(large).getWidth() * (long) Photos.read(large).getHeight()).isGreaterThan(39_000_000);
    shop.proof("camera-original", "large.jpg", large);
    int id = shop.complaint(1);
    assertThat(FormCase.item(shop.page(id, "taobao"), "01-original-1-1.jpg")).contains(">Fits<");
    shop.tick(id, "taobao", "original");
    assertThat(shop.file(id, "taobao", "01-original-1-1.jpg").bytes()).isEqualTo(large);
  }

  private static double area() {
    return Photos.read(FormCase.COAT).getWidth() * (double) Photos.read(FormCase.COAT).getHeight();
  }

  @Test
  void each_submission_has_its_own_links_as_many_as_the_form_takes() {
    int first = shop.sighting();
    int same = shop.sighting(Reports.report("again", "1001", "70"), Photos.mirrored(FormCase.COAT));
    int second = shop.sighting();
    int id = shop.complaintAbout(first + "," + second + "," + same);
    String page = shop.page(id, "taobao");
    assertThat(page).contains("The form takes 1 listings at a time, so this complaint is lodged in 2 submissions.");
    assertThat(page).contains("item.htm?id=1001").doesNotContain("item.htm?id=1002");
    assertThat(shop.owner.page("/complaints/" + id + "/files?form=taobao&page=2"))
        .contains("item.htm?id=1002").doesNotContain("item.htm?id=1001");
    assertThat(shop.owner.page("/complaints/" + id + "/files?form=taobao&page=99")).contains("item.htm?id=1002");
    String amazon = shop.page(id, "amazon");
    assertThat(amazon)
        .contains("https://item.taobao.com/item.htm?id=1001\nhttps://item.taobao.com/item.htm?id=1002\n")
        .doesNotContain("submissions");
    assertThat(shop.file(id, "amazon", "03-links.txt").text())
        .isEqualTo("https://item.taobao.com/item.htm?id=1001\nhttps://item.taobao.com/item.htm?id=1002\n");
  }

  @Test
  void one_zip_holds_all_and_private_files_only_where_they_were_ticked() throws IOException {
    shop.wholeFolder();
    shop.proof("contract", "合同 <b>../../x.html", "<html>".getBytes(StandardCharsets.UTF_8));
    int one = shop.complaint(1);
    Client.Reply zip = shop.owner.get("/complaints/" + one + "/files/taobao/all.zip");
    assertThat(zip.header("Content-Disposition")).startsWith("attachment; filename=\"complaint-1-taobao.zip\"");
    assertThat(Zips.parts(zip.bytes()).keySet()).containsExactly("04-comparison-1.jpg", "06-links.txt");
    for (String slot : List.of("original", "series", "extra")) {
      shop.tick(one, "taobao", slot);
    }
    Map<String, byte[]> whole = Zips.parts(shop.owner.get("/complaints/" + one + "/files/taobao/all.zip").bytes());
    assertThat(whole.keySet()).containsExactly(
        "01-original-1-1.jpg", "02-series-1-2.jpg", "03-series-1-3.jpg", "04-comparison-1.jpg",
        "05-proof-1-contract-4.html", "06-links.txt");
    assertThat(whole.get("01-original-1-1.jpg")).isEqualTo(FormCase.ORIGINAL);

    int two = shop.complaint(2);
    shop.tick(two, "taobao", "original");
    byte[] first = shop.owner.get("/complaints/" + two + "/files/taobao/all.zip").bytes();
    assertThat(Zips.parts(first).keySet()).containsExactly(
        "originals/original-1-1.jpg", "part-001/04-comparison-1.jpg", "part-001/06-links.txt",
        "part-002/04-comparison-1.jpg", "part-002/06-links.txt");
    assertThat(shop.owner.get("/complaints/" + two + "/files/taobao/all.zip").bytes()).isEqualTo(first);
  }

  @Test
  void a_contested_certificate_stops_its_files_as_it_stops_complaints() {
    shop.wholeFolder();
    int id = shop.complaint(1);
    shop.tick(id, "taobao", "original");
    shop.server.server().features().database().write(handle ->
        handle.execute("update certificate set state = 'contested' where id = 1"));
    for (String path : List.of("", "/taobao/all.zip", "/taobao/1/01-original-1-1.jpg", "/taobao/1/04-comparison-1.jpg")) {
      Client.Reply reply = shop.owner.get("/complaints/" + id + "/files" + path);
      assertThat(reply.status()).as(path).isEqualTo(409);
      assertThat(reply.text()).contains("Certificate 1");
    }
    assertThat(shop.tick(id, "taobao", "series").status()).isEqualTo(409);
  }

  @Test
  void names_and_addresses_that_lead_elsewhere_lead_nowhere() {
    shop.wholeFolder();
    int id = shop.complaint(1);
    String files = "/complaints/" + id + "/files/";
    for (String path : List.of(
        "taobao/1/02-original-1-1.jpg", "taobao/1/..%2f..%2fetc%2fpasswd", "taobao/1/%00", "nowhere/1/06-links.txt",
        "..%2f/1/x", "taobao/x/04-links.jpg", "nowhere/all.zip")) {
      assertThat(shop.owner.get(files + path).status()).as(path).isIn(400, 404);
    }
    assertThat(shop.owner.get("/complaints/" + id + "/files?form=nowhere").status()).isEqualTo(404);
    assertThat(shop.owner.get("/complaints/" + id + "/files?form=taobao&page=-1&sheets=xx").status()).isEqualTo(200);
    assertThat(new Person(shop.server).get("/complaints/" + id + "/files").status()).isEqualTo(401);
  }

  @Test
  void a_shop_full_of_hostile_text_makes_a_sheet_and_a_page_all_the_same() {
    String title = "\\u202e<script>alert(1)</script> 👩‍👩‍👧 שלום ﷽ 𠮷 " + "長".repeat(150);
    int seen = shop.sighting(
        Reports.report("evil", "2026-11-21T07:59:30.000Z", "taobao", "7777", "70", title), FormCase.COPY);
    int id = shop.complaintAbout("" + seen);
    assertThat(shop.page(id, "taobao")).doesNotContain("<script>alert");
    for (String language : List.of("en", "zh-CN", "zh-TW")) {
      byte[] sheet = shop.owner.get("/complaints/" + id + "/files/taobao/1/02-comparison-1.jpg?sheets=" + language).bytes();
      assertThat(Photos.read(sheet).getWidth()).isEqualTo(1600);
    }
  }

  @Test
  void a_site_that_is_no_known_marketplace_asks_which_form_is_meant() {
    int seen = shop.sighting(
        Reports.report("far", "2026-11-21T07:59:30.000Z", "other", "5", "70", "Coat")
            .replace("item.taobao.com", "coats.example"),
        FormCase.COPY);
    int id = shop.complaintAbout("" + seen);
    assertThat(shop.owner.page("/complaints/" + id + "/files"))
        .contains("It is not known which marketplace this site belongs to.").doesNotContain("all.zip");
    assertThat(shop.page(id, "shopify")).contains("<h1>Files for the form of Shopify</h1>", "legal@shopify.com");
    assertThat(shop.page(id, "made-in-china")).contains("The form takes a table in Excel's format.");
  }

  @Test
  void an_original_that_was_changed_on_the_disk_is_an_error_and_not_handed_over() throws IOException {
    shop.wholeFolder();
    int id = shop.complaint(1);
    shop.tick(id, "taobao", "original");
    Path data = shop.server.data();
    Path stored =
        new FileStore(data.resolve("files"), data.resolve("tmp")).path(Secrets.sha256(FormCase.ORIGINAL));
    Files.write(stored, new byte[] {1});
    assertThat(shop.file(id, "taobao", "01-original-1-1.jpg").status()).isEqualTo(500);
    assertThat(shop.owner.get("/complaints/" + id + "/files/taobao/all.zip").status()).isEqualTo(500);
    assertThat(count("audit where action = 'form.original'")).isZero();
    assertThat(Files.list(data.resolve("tmp")).filter(f -> f.getFileName().toString().startsWith("form-"))).isEmpty();
  }

  @Test
  void two_who_tick_at_once_are_one_tick() throws Exception {
    shop.wholeFolder();
    int id = shop.complaint(1);
    String csrf = shop.owner.csrf();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> replies = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      replies.add(threads.submit(() -> {
        start.await();
        return shop.owner.post("/complaints/" + id + "/files/release",
            "form", "taobao", "slot", "original", "hand", "yes", "csrf", csrf).status();
      }));
    }
    start.countDown();
    for (Future<Integer> reply : replies) {
      assertThat(reply.get()).isEqualTo(303);
    }
    threads.shutdown();
    assertThat(count("form_release")).isEqualTo(1);
    assertThat(count("audit where action = 'form.release'")).isEqualTo(1);
  }
}
