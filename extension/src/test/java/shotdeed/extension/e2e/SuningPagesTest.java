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

/** Items on Suning under both forms of their address, and a search. */
class SuningPagesTest {
  private static MainlandMarket market;

  @BeforeAll
  static void start(@TempDir Path folder) {
    market =
        new MainlandMarket(folder, "Suning", "suning.com", "suning.cn")
            .page("/0070123/800001.html", "suning.html")
            .page("/product/0070123/800002.html", "suning.html")
            .page("/x/", "suning-search.html")
            .page("/ids/login", "suning-login.html");
    picture("sn_a1", Photos.OTHER_JEANS);
    picture("sn_a2", Photos.DRESS);
    picture("sn_s1", Photos.JACKET);
    picture("sn_s2", Photos.SHOES);
    picture("sn_d1", Photos.OTHER_BLOUSE);
    picture("sn_d2", Photos.SKIRT);
    picture("sn_g1", Photos.SHIRT);
  }

  @AfterAll
  static void close() {
    market.close();
  }

  @Test
  void the_address_names_shop_and_item_and_lazy_attributes_the_pictures() {
    String address = "http://product.suning.com/0070123/800001.html?safp=1";
    assertThat(market.badgesOn(address, 4)).isEqualTo(4);
    assertThat(market.sightingsOf(address))
        .containsExactlyInAnyOrder(
            tuple("800001", "雪纺连衣裙", "0070123", "云裳女装官方店", "main", 2, "sn_a2"),
            tuple("800001", "雪纺连衣裙", "0070123", "云裳女装官方店", "sku", 1, "sn_s1"),
            tuple("800001", "雪纺连衣裙", "0070123", "云裳女装官方店", "detail", 2, "sn_d2"));
  }

  @Test
  void on_the_mobile_site_a_colour_that_is_another_item_is_that_items() {
    String address = "http://m.suning.com/product/0070123/800002.html";
    assertThat(market.badgesOn(address, 4)).isEqualTo(4);
    assertThat(market.sightingsOf(address))
        .containsExactlyInAnyOrder(
            tuple("800002", "雪纺连衣裙", "0070123", "云裳女装官方店", "main", 2, "sn_a2"),
            tuple("800002", "雪纺连衣裙", "0070123", "云裳女装官方店", "sku", 1, "sn_s1"),
            tuple("800002", "雪纺连衣裙", "0070123", "云裳女装官方店", "detail", 2, "sn_d2"));
    assertThat(market.sightingsOf("https://product.suning.com/0070123/800003.html"))
        .containsExactly(tuple("800003", "", "0070123", "云裳女装官方店", "sku", 1, "sn_s2"));
  }

  @Test
  void a_lazy_picture_in_a_search_is_of_the_item_of_its_card() {
    assertThat(market.badgesOn("http://search.suning.com/x/", 1)).isEqualTo(1);
    assertThat(market.sightingsOf("https://product.suning.com/0000000000/900001.html"))
        .containsExactly(tuple("900001", "夏季长裙", "", "苏宁自营", "other", 1, "sn_g1"));
  }

  @Test
  void nothing_is_read_from_a_page_that_asks_to_sign_in() {
    assertThat(market.readBehindBarrier("http://passport.suning.com/ids/login?service=x")).isZero();
  }

  private static void picture(String name, String photograph) {
    String path = "/uimg/" + name + ".jpg";
    market.picture(photograph, path, path + "_60w_60h_", path + "_400w_400h_", path + "_800w_800h_", path + "_800x800_");
  }
}
