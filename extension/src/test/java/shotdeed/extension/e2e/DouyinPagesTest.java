package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.extension.rig.MarketStand;
import shotdeed.extension.rig.Photos;

/** Items of shops on Douyin, with data and without, and a shop. Their pictures may be asked for under signed addresses only. */
class DouyinPagesTest {
  private static final String ITEM = "https://haohuo.jinritemai.com/ecommerce/trade/detail/index.html?id=";

  private static MarketStand market;

  @BeforeAll
  static void start(@TempDir Path folder) {
    market =
        new MarketStand(folder, "jinritemai.com", "ecombdimg.com", "byteimg.com")
            .watch("Douyin shop")
            .page("/ecommerce/trade/detail/index.html", "douyin-2026.html")
            .page("/views/product/item2", "douyin-2023.html")
            .page("/views/product/item", "douyin-captcha.html")
            .page("/views/shop/index", "douyin-shop.html");
    square("q1", Photos.OTHER_JEANS, "800:800");
    square("q2", Photos.JACKET, "800:800");
    wide("qd", Photos.SKIRT);
    square("r1", Photos.OTHER_HOODIE, "410:410");
    square("r2", Photos.SHIRT, "410:410");
    wide("rd", Photos.DRESS);
    square("rx", Photos.SHOES, "410:410");
    square("s1", Photos.SLIPPERS, "410:410");
    square("s2", Photos.OTHER_SHORTS, "410:410");
  }

  @AfterAll
  static void close() {
    market.close();
  }

  @Test
  void an_item_is_read_from_the_pages_data_and_its_pictures_are_asked_for_as_they_are_signed() {
    String address = "https://haohuo.jinritemai.com/ecommerce/trade/detail/index.html?origin_type=1&id=3560000000000000101";
    market.badgesOn(address, 0);
    assertThat(market.sightingsOf(address))
        .containsExactlyInAnyOrder(
            tuple("other", "3560000000000000101", "针织开衫 宽松", "881122", "小满针织", "main", 2, "q2"),
            tuple("other", "3560000000000000101", "针织开衫 宽松", "881122", "小满针织", "detail", 1, "qd"));
    assertThat(market.requests())
        .contains("GET /img/q2~tplv-5mmsx3fupr-re_cp:800:800:q100.jpeg?x-expires=1&x-signature=c%3D")
        .noneMatch(request -> request.contains("/img/q") && !request.contains("x-signature="));
  }

  @Test
  void an_item_without_data_is_read_as_it_is_drawn_and_what_stands_below_is_of_other_items() {
    String address = "https://haohuo.jinritemai.com/views/product/item2?id=3560000000000000102";
    assertThat(market.badgesOn(address, 1)).isNotEmpty();
    assertThat(market.sightingsOf(address))
        .containsExactlyInAnyOrder(
            tuple("other", "3560000000000000102", "羊毛半身裙", "993344", "大雪裙装", "main", 2, "r2"),
            tuple("other", "3560000000000000102", "羊毛半身裙", "993344", "大雪裙装", "detail", 1, "rd"));
    assertThat(market.sightingsOf(ITEM + "3560000000000000199"))
        .as("nobody says whose it is")
        .containsExactly(tuple("other", "3560000000000000199", "皮鞋", "", "", "other", 1, "rx"));
  }

  @Test
  void a_picture_on_a_shops_page_is_of_the_item_it_leads_to_and_of_the_shop() {
    assertThat(market.badgesOn("https://haohuo.jinritemai.com/views/shop/index?id=881122", 1)).containsExactly("s1");
    assertThat(market.sightingsOf(ITEM + "3560000000000000301"))
        .containsExactly(tuple("other", "3560000000000000301", "条纹衬衫", "881122", "小满针织", "other", 1, "s1"));
  }

  @Test
  void nothing_is_read_from_a_page_that_asks_for_a_captcha() {
    assertThat(market.readBehindBarrier("https://haohuo.jinritemai.com/views/product/item?id=3560000000000000104")).isZero();
  }

  private static void square(String name, String photograph, String size) {
    market.picture(photograph, "/img/" + name + "~tplv-5mmsx3fupr-re_cp:" + size + ":q100.jpeg");
  }

  private static void wide(String name, String photograph) {
    market.picture(photograph, "/img/" + name + "~tplv-5mmsx3fupr-resize:750.jpeg");
  }
}
