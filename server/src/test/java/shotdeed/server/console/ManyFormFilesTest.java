package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.Photos;
import shotdeed.server.Zips;

/** A complaint about three hundred listings, which no form takes as it is. */
class ManyFormFilesTest {
  private static final int ALL = 300;
  private static final String ENDING = "(jpg|txt|pdf|png)";

  private static FormCase shop;
  private static int complaint;

  @BeforeAll
  static void start() {
    shop = new FormCase();
    shop.wholeFolder();
    complaint = shop.complaint(1);
    fill(shop, complaint, ALL);
  }

  @AfterAll
  static void stop() {
    shop.close();
  }

  /** More listings that show the same copy, as if a browser had reported each. */
  static void fill(FormCase shop, int complaint, int listings) {
    shop.server.server().features().database().write(handle -> {
      List<String> columns = handle.createQuery("select name from pragma_table_info('sighting')")
          .mapTo(String.class).list();
      columns.removeAll(List.of("id", "listing_id", "page_url"));
      String same = String.join(", ", columns);
      String geometry = String.join(", ", handle.createQuery(
              "select name from pragma_table_info('sighting_geometry') where name <> 'sighting_id'").mapTo(String.class).list());
      for (int i = 1; i < listings; i++) {
        int id = handle.createQuery("insert into sighting (listing_id, page_url, " + same + ") select " + (5000 + i)
            + ", 'https://item.taobao.com/item.htm?id=" + (5000 + i) + "', " + same
            + " from sighting order by id limit 1 returning id").mapTo(int.class).one();
        handle.execute("insert into complaint_sighting (complaint_id, sighting_id, place) values (?, ?, ?)", complaint, id, i);
        handle.execute("insert into sighting_geometry (sighting_id, " + geometry + ") select ?, " + geometry
            + " from sighting_geometry order by sighting_id limit 1", id);
      }
      return null;
    });
  }

  /** Forms, how many parts the complaint has there, sheets of a part and their size at most. */
  @ParameterizedTest
  @CsvSource({
    "taobao, 300, 1, 5000000",
    "tmall, 300, 1, 5000000",
    "1688, 300, 1, 5000000",
    "alibaba, 1, 20, 5000000",
    "lazada, 1, 4, 5000000",
    "pdd, 300, 1, 5000000",
    "jd, 300, 1, 5000000",
    "douyin, 300, 1, 10000000",
    "xiaohongshu, 300, 1, 5000000",
    "amazon, 6, 7, 5000000",
    "ebay, 30, 3, 5000000",
    "etsy, 30, 3, 5000000",
    "shopify, 30, 3, 5000000",
    "made-in-china, 1, 20, 5000000"
  })
  void each_forms_limits_hold(String form, int parts, int sheets, int most) {
    String page = shop.page(complaint, form);
    if (parts > 1) {
      assertThat(page).contains("in " + parts + " submissions.", "Page 1 of " + parts);
    } else {
      assertThat(page).doesNotContain("submissions");
    }
    List<String> names = java.util.regex.Pattern.compile("<bdi>(\\d\\d-[^<]*)</bdi>").matcher(page).results()
        .map(match -> match.group(1)).toList();
    assertThat(names).isSorted().allMatch(name -> name.matches("\\d\\d-[a-z0-9-]+\\." + ENDING));
    List<String> comparisons = names.stream().filter(name -> name.contains("comparison")).toList();
    assertThat(comparisons).hasSize(sheets);
    for (String name : List.of(comparisons.get(0), comparisons.get(sheets - 1))) {
      byte[] sheet = shop.file(complaint, form, name).bytes();
      assertThat(sheet.length).as(name).isLessThanOrEqualTo(most);
      assertThat(Photos.read(sheet).getHeight()).as(name).isGreaterThan(300);
      assertThat(FormCase.item(page, name)).doesNotContain(">Does not fit<");
    }
  }

  @Test
  void what_has_no_room_on_the_sheets_is_counted() {
    assertThat(shop.page(complaint, "lazada")).contains("Pictures on no sheet: 268.", "item.htm?id=5299");
  }

  @Test
  void a_pdf_that_may_not_fit_takes_no_place_from_the_sheets() {
    String page = shop.page(complaint, "lazada");
    assertThat(FormCase.item(page, "04-comparison-4.jpg")).contains(">Fits<");
    assertThat(FormCase.item(page, "05-evidence.pdf")).contains(">May not fit<").doesNotContain("More than the form");
  }

  @Test
  void the_zip_has_a_folder_for_each_submission_and_each_original_once() throws IOException {
    shop.tick(complaint, "ebay", "attachments");
    Map<String, byte[]> ebay = Zips.parts(shop.owner.get("/complaints/" + complaint + "/files/ebay/all.zip").bytes());
    assertThat(ebay).hasSize(30 * 5).containsKeys("part-001/01-comparison-1.jpg", "part-030/05-links.txt");
    assertThat(new String(ebay.get("part-030/05-links.txt"))).hasLineCount(10);
  }
}
