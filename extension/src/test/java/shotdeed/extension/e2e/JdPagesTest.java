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

/** Items on JD in two generations of its pages, and a search. */
class JdPagesTest {
  private static MainlandMarket market;

  @BeforeAll
  static void start(@TempDir Path folder) {
    market =
        new MainlandMarket(folder, "JD", "jd.com", "jd.hk", "360buyimg.com")
            .page("/10001.html", "jd-2026.html")
            .page("/product/20001.html", "jd-2023.html")
            .page("/Search", "jd-search.html")
            .page("/new/login.aspx", "jd-login.html");
    picture("10/jd_a1", Photos.OTHER_JEANS);
    picture("10/jd_a2", Photos.JACKET);
    picture("11/jd_s1", Photos.SKIRT);
    picture("30/jd_d1", Photos.OTHER_HOODIE);
    picture("30/jd_d2", Photos.DRESS);
    picture("40/jd_r1", Photos.SHIRT);
    picture("20/jd_v", Photos.OTHER_TIGHTS);
    picture("20/jd_b1", Photos.OTHER_PINAFORE);
    picture("20/jd_b2", Photos.SHOES);
    picture("20/jd_b3", Photos.SLIPPERS);
    picture("21/jd_bs", Photos.SHIRT);
    picture("22/jd_bd", Photos.JACKET);
    picture("50/jd_g1", Photos.SKIRT);
    picture("50/jd_g2", Photos.OTHER_SHORTS);
  }

  @AfterAll
  static void close() {
    market.close();
  }

  @Test
  void an_item_of_2026_names_its_gallery_without_a_server_and_its_details_as_backgrounds_in_style_sheets() {
    String address = "http://item.jd.com/10001.html?bbtf=1";
    assertThat(market.badgesOn(address, 3)).isEqualTo(3);
    assertThat(market.sightingsOf(address))
        .containsExactlyInAnyOrder(
            tuple("10001", "羊毛大衣 双面呢", "770011", "暖冬旗舰店", "main", 2, "jd_a2"),
            tuple("10001", "羊毛大衣 双面呢", "770011", "暖冬旗舰店", "sku", 1, "jd_s1"),
            tuple("10001", "羊毛大衣 双面呢", "770011", "暖冬旗舰店", "detail", 2, "jd_d2"),
            tuple("10001", "羊毛大衣 双面呢", "770011", "暖冬旗舰店", "review", 1, "jd_r1"));
  }

  @Test
  void an_older_item_has_thumbnails_whose_other_attributes_are_no_addresses() {
    String address = "http://item.m.jd.com/product/20001.html";
    assertThat(market.badgesOn(address, 4)).isGreaterThanOrEqualTo(4);
    assertThat(market.sightingsOf(address))
        .extracting(seen -> seen.toList().subList(0, 5), seen -> seen.toList().get(6))
        .containsExactlyInAnyOrder(
            tuple(List.of("20001", "直筒长裤", "660033", "裤装小店", "main"), "jd_b2"),
            tuple(List.of("20001", "直筒长裤", "660033", "裤装小店", "main"), "jd_b3"),
            tuple(List.of("20001", "直筒长裤", "660033", "裤装小店", "sku"), "jd_bs"),
            tuple(List.of("20001", "直筒长裤", "660033", "裤装小店", "detail"), "jd_bd"));
  }

  @Test
  void a_lazy_picture_in_a_search_is_of_the_item_of_its_card() {
    assertThat(market.badgesOn("http://search.jd.com/Search?keyword=x", 1)).isEqualTo(1);
    assertThat(market.sightingsOf("https://item.jd.com/30001.html"))
        .containsExactly(tuple("30001", "呢子大衣", "", "别家店", "other", 1, "jd_g1"));
  }

  @Test
  void nothing_is_read_from_a_page_that_asks_to_sign_in() {
    assertThat(market.readBehindBarrier("http://passport.jd.com/new/login.aspx?ReturnUrl=x")).isZero();
  }

  /** Under the paths of all sizes that the pages name, and under that of the original. */
  private static void picture(String name, String photograph) {
    String path = "jfs/t1/" + name + ".jpg";
    market.picture(
        photograph,
        "/n0/" + path, "/n1/" + path, "/n5/" + path, "/n7/" + path, "/sku/" + path, "/popWaterMark/" + path, "/n5/s54x54_" + path,
        "/n0/" + path + ".avif", "/n1/" + path + ".avif", "/sku/" + path + "!q70.dpg");
  }
}
