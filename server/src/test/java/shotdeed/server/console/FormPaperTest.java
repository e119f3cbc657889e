package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.ledger.SealedList;
import shotdeed.server.Zips;
import shotdeed.server.platform.FileStore;

/** The evidence on paper among the files for a form. */
class FormPaperTest {
  private FormCase shop;

  @BeforeEach
  void start() {
    shop = new FormCase();
  }

  @AfterEach
  void stop() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource({
    "en, The PDF could not be made now; reload the page.",
    "zh-CN, PDF 暂时无法生成，请刷新页面。",
    "zh-TW, 現在無法產生 PDF，請重新整理頁面。"
  })
  void a_damaged_sealed_part_costs_the_pdf_and_no_other_file(String language, String said) throws Exception {
    int id = shop.complaint(1);
    String whole = shop.page(id, "amazon");
    assertThat(whole).contains("02-evidence.pdf").doesNotContain("could not be made now");
    String list = shop.server.server().features().database().read(handle ->
        handle.createQuery("select sealed_sha256 from complaint").mapTo(String.class).one());
    Path data = shop.server.data();
    FileStore files = new FileStore(data.resolve("files"), data.resolve("tmp"));
    String record = SealedList.parse(files.get(list)).parts().stream()
        .filter(part -> part.path().equals("certificate-1.json"))
        .findFirst().orElseThrow().sha256();
    Files.write(files.path(record), new byte[] {1});
    // The page above keeps its PDF for a while, in the language that Amazon reads.
    Person owner = shop.owner.speaking(language);
    String page = owner.page("/complaints/" + id + "/files?form=amazon&sheets=zh-CN");
    assertThat(page).contains(said, "01-comparison-1.jpg", "03-links.txt").doesNotContain("02-evidence.pdf");
    String folder = "/complaints/" + id + "/files/amazon/";
    assertThat(owner.get(folder + "1/03-links.txt?sheets=zh-CN").status()).isEqualTo(200);
    assertThat(owner.get(folder + "1/02-evidence.pdf?sheets=zh-CN").status()).isEqualTo(500);
    assertThat(Zips.parts(owner.get(folder + "all.zip?sheets=zh-CN").bytes()).keySet())
        .containsExactly("01-comparison-1.jpg", "03-links.txt");
  }
}
