package shotdeed.extension.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.extension.rig.MainlandMarket;
import shotdeed.extension.rig.Photos;

/** Items on Pinduoduo in two generations of its pages, and a search: nearly all stands in the page's data only. */
class PinduoduoPagesTest {
  private static MainlandMarket market;

  @BeforeAll
  static void start(@TempDir Path folder) {
    market =
        new MainlandMarket(folder, "Pinduoduo", "yangkeduo.com", "pinduoduo.com", "pddpic.com", "kwcdn.com")
            .page("/goods.html", "pdd-2024.html")
            .page("/goods2.html", "pdd-2026.html")
            .page("/goods1.html", "pdd-2025.html")
            .page("/search_result.html", "pdd-search.html")
            .page("/login.html", "pdd-login.html")
            .picture(Photos.OTHER_JEANS, "/goods/pdd_a1.jpeg.a.jpeg")
            .picture(Photos.JACKET, "/goods/pdd_a2.jpeg.a.jpeg")
            .picture(Photos.SKIRT, "/goods/pdd_v3.jpeg.a.jpeg")
            .picture(Photos.OTHER_HOODIE, "/goods/pdd_s1.jpeg")
            .picture(Photos.SLIPPERS, "/goods/pdd_s2.jpeg")
            .picture(Photos.SHIRT, "/goods/pdd_d1.jpeg")
            .picture(Photos.OTHER_BLOUSE, "/goods/pdd_b1.jpeg")
            .picture(Photos.DRESS, "/goods/pdd_b2.jpeg")
            .picture(Photos.SHOES, "/goods/pdd_bd.jpeg")
            .picture(Photos.OTHER_PINAFORE, "/goods/pdd_c1.jpeg")
            .picture(Photos.JACKET, "/goods/pdd_c2.jpeg")
            .picture(Photos.SHIRT, "/goods/pdd_cs.jpeg")
            .picture(Photos.SLIPPERS, "/goods/pdd_cd.jpeg")
            .picture(Photos.SKIRT, "/goods/pdd_g1.jpeg")
            .picture(Photos.OTHER_SHORTS, "/goods/pdd_g2.jpeg");
  }

  @AfterAll
  static void close() {
    market.close();
  }

  @Test
  void pictures_that_the_page_has_not_loaded_yet_are_read_from_its_data() {
    String address = "http://mobile.yangkeduo.com/goods.html?refer=1&goods_id=5001";
    assertThat(market.badgesOn(address, 0)).isZero();
    assertThat(market.sightingsOf(address))
        .extracting(seen -> seen.toList().subList(0, 5), seen -> seen.toList().get(6))
        .containsExactlyInAnyOrder(
            tuple(List.of("5001", "儿童拖鞋 防滑", "909011", "小脚丫童鞋", "main"), "pdd_a2"),
            tuple(List.of("5001", "儿童拖鞋 防滑", "909011", "小脚丫童鞋", "main"), "pdd_v3"),
            tuple(List.of("5001", "儿童拖鞋 防滑", "909011", "小脚丫童鞋", "sku"), "pdd_s2"),
            tuple(List.of("5001", "儿童拖鞋 防滑", "909011", "小脚丫童鞋", "detail"), "pdd_d1"));
  }

  @Test
  void pictures_that_are_shown_wear_badges() {
    String address = "http://mobile.pinduoduo.com/goods2.html?goods_id=6001";
    assertThat(market.badgesOn(address, 2)).isEqualTo(2);
    assertThat(market.sightingsOf(address))
        .containsExactlyInAnyOrder(
            tuple("6001", "连帽卫衣", "808022", "", "main", 2, "pdd_b2"),
            tuple("6001", "连帽卫衣", "808022", "", "detail", 1, "pdd_bd"));
  }

  @Test
  void data_that_a_script_puts_together_are_read_part_by_part() {
    String address = "http://mobile.yangkeduo.com/goods1.html?goods_id=5501";
    assertThat(market.badgesOn(address, 0)).isZero();
    assertThat(market.sightingsOf(address))
        .containsExactlyInAnyOrder(
            tuple("5501", "短外套", "707033", "街角服饰", "main", 2, "pdd_c2"),
            tuple("5501", "短外套", "707033", "街角服饰", "sku", 1, "pdd_cs"),
            tuple("5501", "短外套", "707033", "街角服饰", "detail", 1, "pdd_cd"));
  }

  @Test
  void in_a_search_a_picture_is_of_the_item_that_the_data_name_even_where_it_stands_in_no_link() {
    String address = "http://mobile.yangkeduo.com/search_result.html?search_key=x";
    assertThat(market.badgesOn(address, 1)).isEqualTo(1);
    assertThat(market.sightingsOf("https://mobile.yangkeduo.com/goods.html?goods_id=7001"))
        .containsExactly(tuple("7001", "半身裙", "", "", "other", 1, "pdd_g1"));
    assertThat(market.sightingsOf(address)).isEmpty();
  }

  @Test
  void nothing_is_read_from_the_page_to_which_a_visitor_is_sent_to_sign_in() {
    assertThat(market.readBehindBarrier("http://mobile.yangkeduo.com/login.html?from=x")).isZero();
  }
}
