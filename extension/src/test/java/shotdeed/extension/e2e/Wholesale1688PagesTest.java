package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.extension.rig.MainlandMarket;
import shotdeed.extension.rig.Photos;

/** Offers on 1688 in four generations of its pages, and a search. */
class Wholesale1688PagesTest {
  private static MainlandMarket market;

  @BeforeAll
  static void start(@TempDir Path folder) {
    market =
        new MainlandMarket(folder, "1688", "1688.com", "alicdn.com")
            .page("/offer/100.html", "1688-2026.html")
            .page("/offer/200.html", "1688-2025.html")
            .page("/offer/300.html", "1688-2023.html")
            .page("/OFFER/400.HTML", "1688-old.html")
            .page("/selloffer/offer_search.htm", "1688-search.html")
            .page("/offer/600.html", "1688-captcha.html");
    picture("w1", Photos.OTHER_JEANS);
    picture("w2", Photos.JACKET);
    picture("ws1", Photos.OTHER_SHORTS);
    picture("ws2", Photos.SKIRT);
    picture("wd1", Photos.OTHER_BLOUSE);
    picture("wd2", Photos.SHIRT);
    picture("xv", Photos.OTHER_TIGHTS);
    picture("x1", Photos.OTHER_HOODIE);
    picture("x2", Photos.DRESS);
    picture("xs1", Photos.SHOES);
    picture("y1", Photos.OTHER_PINAFORE);
    picture("y2", Photos.SLIPPERS);
    picture("ys1", Photos.SHOES);
    picture("yd1", Photos.OTHER_TIGHTS);
    picture("yd2", Photos.DRESS);
    picture("z1", Photos.OTHER_SHORTS);
    picture("z2", Photos.SKIRT);
    picture("zs1", Photos.SHIRT);
    picture("zd1", Photos.JACKET);
    picture("zx", Photos.SLIPPERS);
    picture("g1", Photos.JACKET);
    picture("g2", Photos.OTHER_JEANS);
  }

  @AfterAll
  static void close() {
    market.close();
  }

  @Test
  void an_offer_of_2026_names_its_pictures_in_the_pages_data_and_shows_the_gallery_as_backgrounds() {
    String address = "http://detail.1688.com/offer/100.html?spm=a2638.1";
    assertThat(market.badgesOn(address, 1)).isEqualTo(1);
    assertThat(market.sightingsOf(address))
        .containsExactlyInAnyOrder(
            tuple("100", "亚麻衬衫女 2026 新款", "22001122", "杭州青禾服饰有限公司", "main", 2, "w2"),
            tuple("100", "亚麻衬衫女 2026 新款", "22001122", "杭州青禾服饰有限公司", "sku", 2, "ws2"),
            tuple("100", "亚麻衬衫女 2026 新款", "22001122", "杭州青禾服饰有限公司", "detail", 2, "wd2"));
  }

  @Test
  void without_data_the_backgrounds_are_counted_without_the_videos_cover_and_the_undefined_one() {
    String address = "http://detail.1688.com/offer/200.html";
    assertThat(market.badgesOn(address, 2)).isEqualTo(2);
    assertThat(market.sightingsOf(address))
        .containsExactlyInAnyOrder(
            tuple("200", "针织开衫 厚款", "33002211", "义乌小满针织厂", "main", 2, "x2"),
            tuple("200", "针织开衫 厚款", "33002211", "义乌小满针织厂", "sku", 1, "xs1"));
  }

  @Test
  void an_offer_of_2023_has_all_pictures_in_its_first_data_and_the_description_as_text_of_a_script() {
    String address = "http://detail.1688.com/offer/300.html";
    assertThat(market.badgesOn(address, 2)).isEqualTo(2);
    assertThat(market.sightingsOf(address))
        .containsExactlyInAnyOrder(
            tuple("300", "帆布鞋 低帮", "44003322", "泉州步步高鞋厂", "main", 2, "y2"),
            tuple("300", "帆布鞋 低帮", "44003322", "泉州步步高鞋厂", "sku", 1, "ys1"),
            tuple("300", "帆布鞋 低帮", "44003322", "泉州步步高鞋厂", "detail", 2, "yd2"));
  }

  @Test
  void an_old_offer_keeps_its_originals_in_an_attribute_and_shows_other_offers_in_its_description() {
    String address = "http://m.1688.com/OFFER/400.HTML";
    assertThat(market.badgesOn(address, 4)).isEqualTo(4);
    assertThat(market.sightingsOf(address))
        .containsExactlyInAnyOrder(
            tuple("400", "百褶裙 批发", "55004433", "深圳旧巷服装", "main", 2, "z2"),
            tuple("400", "百褶裙 批发", "55004433", "深圳旧巷服装", "sku", 1, "zs1"),
            tuple("400", "百褶裙 批发", "55004433", "深圳旧巷服装", "detail", 1, "zd1"));
    assertThat(market.sightingsOf("https://detail.1688.com/offer/499.html"))
        .containsExactly(tuple("499", "另一款", "55004433", "深圳旧巷服装", "detail", 1, "zx"));
  }

  @Test
  void a_picture_in_a_search_is_of_the_offer_it_leads_to() {
    assertThat(market.badgesOn("http://s.1688.com/selloffer/offer_search.htm?keywords=x", 1)).isEqualTo(1);
    assertThat(market.sightingsOf("https://detail.1688.com/offer/501.html"))
        .containsExactly(tuple("501", "牛仔夹克", "", "广州一号档口", "other", 1, "g1"));
  }

  @Test
  void nothing_is_read_from_a_page_that_asks_for_a_captcha() {
    assertThat(market.readBehindBarrier("http://detail.1688.com/offer/600.html")).isZero();
  }

  private static void picture(String name, String photograph) {
    String path = "/img/ibank/" + name;
    market.picture(photograph, path + ".jpg", path + ".60x60.jpg", path + ".400x400.jpg");
  }
}
