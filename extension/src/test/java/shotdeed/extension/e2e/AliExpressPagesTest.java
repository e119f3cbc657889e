package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.extension.rig.MarketStand;
import shotdeed.extension.rig.Photos;

/** Items on AliExpress in three generations of its pages under several hosts, and a search. */
class AliExpressPagesTest {
  private static final String ITEM = "https://www.aliexpress.com/item/";

  private static MarketStand market;

  @BeforeAll
  static void start(@TempDir Path folder) {
    market =
        new MarketStand(
                folder, "aliexpress.com", "aliexpress.us", "aliexpress.ru", "alicdn.com", "aliexpress-media.com")
            .watch("AliExpress")
            .page("/item/1005000000000101.html", "aliexpress-2026.html")
            .page("/item/1005000000000102.html", "aliexpress-2023.html")
            .page("/item/Pleated-Skirt-2024/1005000000000103.html", "aliexpress-2024.html")
            .page("/item/1005000000000104.html", "aliexpress-captcha.html")
            .page("/w/wholesale-denim.html", "aliexpress-search.html");
    sizes("St1", Photos.OTHER_JEANS);
    sizes("St2", Photos.JACKET);
    sizes("Stv", Photos.OTHER_TIGHTS);
    sizes("Sts", Photos.SKIRT);
    sizes("Str", Photos.SHIRT);
    sizes("Std", Photos.DRESS);
    sizes("Hu1", Photos.OTHER_HOODIE);
    sizes("Hu2", Photos.SLIPPERS);
    sizes("Hus", Photos.SHOES);
    sizes("Hwv", Photos.OTHER_SHORTS);
    sizes("Hw1", Photos.OTHER_PINAFORE);
    sizes("Hw2", Photos.SKIRT);
    sizes("Sx1", Photos.JACKET);
  }

  @AfterAll
  static void close() {
    market.close();
  }

  @Test
  void an_item_of_2026_has_its_gallery_in_data_of_another_name_and_mixes_all_else_into_its_slider() {
    String address = "https://de.aliexpress.com/item/1005000000000101.html?spm=a2g0o.1";
    assertThat(market.badgesOn(address, 4)).contains("St2", "Sts");
    assertThat(market.sightingsOf(address))
        .containsExactlyInAnyOrder(
            copy("1005000000000101", "Denim jacket, short", "1102345678", "North Lane Store", "main", 2, "St2"),
            copy("1005000000000101", "Denim jacket, short", "1102345678", "North Lane Store", "sku", 1, "Sts"),
            copy("1005000000000101", "Denim jacket, short", "1102345678", "North Lane Store", "review", 1, "Str"),
            copy("1005000000000101", "Denim jacket, short", "1102345678", "North Lane Store", "detail", 1, "Std"));
  }

  @Test
  void an_item_of_2023_is_read_from_its_data_before_anything_is_drawn() {
    String address = "https://www.aliexpress.us/item/1005000000000102.html";
    market.badgesOn(address, 0);
    assertThat(market.sightingsOf(address))
        .containsExactlyInAnyOrder(
            copy("1005000000000102", "Warm slippers", "910203", "Harbour Shoes", "main", 2, "Hu2"),
            copy("1005000000000102", "Warm slippers", "910203", "Harbour Shoes", "sku", 1, "Hus"));
  }

  @Test
  void without_data_the_gallery_is_counted_without_the_videos_cover() {
    String address = "https://aliexpress.ru/item/Pleated-Skirt-2024/1005000000000103.html";
    assertThat(market.badgesOn(address, 1)).containsExactly("Hw2");
    assertThat(market.sightingsOf(address))
        .containsExactly(copy("1005000000000103", "Pleated skirt", "445566", "Green Store", "main", 2, "Hw2"));
  }

  @Test
  void in_a_search_one_file_that_two_shops_use_is_two_copies() {
    assertThat(market.badgesOn("https://es.aliexpress.com/w/wholesale-denim.html?page=2", 2)).containsExactly("Sx1", "Sx1");
    assertThat(market.sightingsOf(ITEM + "1005000000000301.html"))
        .containsExactly(copy("1005000000000301", "Chaqueta vaquera", "", "Norte", "other", 1, "Sx1"));
    assertThat(market.sightingsOf(ITEM + "1005000000000302.html"))
        .containsExactly(copy("1005000000000302", "Chaqueta", "", "Sur", "other", 1, "Sx1"));
  }

  @Test
  void nothing_is_read_from_a_page_that_asks_for_a_captcha() {
    assertThat(market.readBehindBarrier("https://fr.aliexpress.com/item/1005000000000104.html")).isZero();
  }

  private static Tuple copy(Object... members) {
    Object[] all = new Object[members.length + 1];
    all[0] = "other";
    System.arraycopy(members, 0, all, 1, members.length);
    return tuple(all);
  }

  private static void sizes(String name, String photograph) {
    market.picture(
        photograph, "/kf/" + name + ".jpg", "_220x220q75.jpg_.avif", "_960x960q75.jpg_.avif", "_480x480q75.jpg_.avif",
        "_640x640.jpg", "_50x50.jpg", "_80x80.jpg");
  }
}
