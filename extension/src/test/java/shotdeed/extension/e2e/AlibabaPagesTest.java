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

/** The newest and the oldest pages of Taobao and Tmall, their searches and shops, and Juhuasuan's campaigns. */
class AlibabaPagesTest {
  private static final String TAOBAO = "https://item.taobao.com/item.htm?id=";
  private static final String TMALL = "https://detail.tmall.com/item.htm?id=";

  private static MarketStand market;

  @BeforeAll
  static void start(@TempDir Path folder) {
    market =
        new MarketStand(folder, "taobao.com", "tmall.com", "tmall.hk", "alicdn.com", "taobaocdn.com")
            .watch("Taobao", "Tmall", "Juhuasuan")
            .page("/2026/item.htm", "taobao-2026.html")
            .page("/tmall-2026/item.htm", "tmall-2026.html")
            .page("/hk/item.htm", "tmall-old.html")
            .page("/config/item.htm", "taobao-config.html")
            .page("/search", "taobao-search.html")
            .page("/search_product.htm", "tmall-search.html")
            .page("/shop.htm", "taobao-shop.html")
            .page("/tmall-shop.htm", "tmall-shop.html")
            .page("/campaign", "ju-campaign.html")
            .page("/home.htm", "ju-item.html")
            .page("/_____tmd_____/punish", "taobao-2026.html");
    sizes("i1/7700/O1CN_f1.jpg", Photos.OTHER_JEANS);
    sizes("i1/7700/O1CN_f2.jpg", Photos.JACKET);
    sizes("i1/7700/O1CN_fs.jpg", Photos.SKIRT);
    sizes("i1/7700/O1CN_fd.jpg", Photos.SHIRT);
    sizes("i1/7700/O1CN_fr.jpg", Photos.DRESS);
    sizes("i1/7700/O1CN_fx.jpg", Photos.SHOES);
    market.picture(Photos.OTHER_TIGHTS, "/imgextra/i1/7700/O1CN_fv.heic", "_q50.jpg", "_q50.jpg_.webp");
    sizes("i2/8800/O1CN_g1.jpg", Photos.OTHER_HOODIE);
    sizes("i2/8800/O1CN_g2.jpg", Photos.OTHER_SHORTS);
    sizes("i2/8800/O1CN_g3.jpg", Photos.SHOES);
    sizes("i3/9900/TB_h1.jpg", Photos.OTHER_PINAFORE);
    sizes("i3/9900/TB_h2.jpg", Photos.DRESS);
    sizes("i3/9900/TB_hs.jpg", Photos.SHIRT);
    sizes("i3/9900/TB_hd.jpg", Photos.SLIPPERS);
    sizes("i3/9900/TB_hx.jpg", Photos.JACKET);
    sizes("i4/6600/TB_i1.jpg", Photos.SHIRT);
    sizes("i1/1/O1CN_k1.jpg", Photos.JACKET);
    sizes("i1/1/O1CN_k3.jpg", Photos.OTHER_JEANS);
    sizes("i1/1/O1CN_k4.jpg", Photos.SKIRT);
    sizes("i2/31/TB_l1.jpg", Photos.SLIPPERS);
    sizes("i2/31/TB_l2.jpg", Photos.OTHER_HOODIE);
    sizes("i3/3/TB_m1.jpg", Photos.DRESS);
    sizes("i3/4/TB_m2.jpg", Photos.SHOES);
    sizes("i3/3/TB_n1.jpg", Photos.SHIRT);
    sizes("i1/5/TB_o1.jpg", Photos.SKIRT);
    sizes("i1/5/TB_o2.jpg", Photos.OTHER_HOODIE);
    sizes("i1/5/TB_p1.jpg", Photos.OTHER_BLOUSE);
    sizes("i1/5/TB_p2.jpg", Photos.SHOES);
    sizes("i1/5/TB_pd.jpg", Photos.JACKET);
  }

  @AfterAll
  static void close() {
    market.close();
  }

  @Test
  void taobao_of_2026_names_everything_in_its_data_and_begins_its_thumbnails_with_a_videos_cover() {
    String address = "https://item.taobao.com/2026/item.htm?id=1001&skuId=3";
    assertThat(market.badgesOn(address, 2)).contains("O1CN_f2");
    assertThat(market.sightingsOf(address))
        .containsExactlyInAnyOrder(
            tuple("taobao", "1001", "连帽卫衣女 2026", "221133", "林间小屋", "main", 2, "O1CN_f2"),
            tuple("taobao", "1001", "连帽卫衣女 2026", "221133", "林间小屋", "sku", 1, "O1CN_fs"),
            tuple("taobao", "1001", "连帽卫衣女 2026", "221133", "林间小屋", "detail", 1, "O1CN_fd"),
            tuple("taobao", "1001", "连帽卫衣女 2026", "221133", "林间小屋", "review", 1, "O1CN_fr"));
  }

  @Test
  void tmall_of_2026_is_read_from_its_data_before_anything_is_drawn() {
    String address = "https://detail.tmall.com/tmall-2026/item.htm?id=1002";
    market.badgesOn(address, 0);
    assertThat(market.sightingsOf(address))
        .containsExactly(tuple("tmall", "1002", "牛津鞋 女", "445566", "步履旗舰店", "main", 3, "O1CN_g3"));
  }

  @Test
  void old_pages_of_tmall_hk_write_blanks_into_their_data_and_show_another_than_the_first_thumbnail_large() {
    String address = "https://detail.tmall.hk/hk/item.htm?spm=1&id=1003";
    assertThat(market.badgesOn(address, 2)).contains("TB_h2");
    assertThat(market.sightingsOf(address))
        .containsExactlyInAnyOrder(
            tuple("tmall", "1003", "百褶裙 高腰", "60004321", "百褶海外旗舰店", "main", 2, "TB_h2"),
            tuple("tmall", "1003", "百褶裙 高腰", "60004321", "百褶海外旗舰店", "sku", 1, "TB_hs"),
            tuple("tmall", "1003", "百褶裙 高腰", "60004321", "百褶海外旗舰店", "detail", 1, "TB_hd"));
    assertThat(market.sightingsOf("https://detail.tmall.hk/item.htm?id=1099"))
        .as("what the description leads to")
        .containsExactly(tuple("tmall", "1099", "", "60004321", "百褶海外旗舰店", "detail", 1, "TB_hx"));
  }

  @Test
  void old_pages_that_name_their_shop_in_a_script_only_are_of_that_shop() {
    String address = "https://item.taobao.com/config/item.htm?id=1004";
    market.badgesOn(address, 1);
    assertThat(market.sightingsOf(address))
        .containsExactly(tuple("taobao", "1004", "棉衬衫 长袖", "33445566", "晴天 衬衫", "main", 1, "TB_i1"));
  }

  @Test
  void in_a_search_one_file_that_two_shops_use_is_two_copies_and_a_card_may_stand_in_its_link() {
    String address = "https://s.taobao.com/search?q=jacket";
    assertThat(market.badgesOn(address, 3)).containsExactlyInAnyOrder("O1CN_k1", "O1CN_k1", "O1CN_k4");
    assertThat(market.sightingsOf(TAOBAO + "2001"))
        .containsExactly(tuple("taobao", "2001", "牛仔夹克 短款", "", "北巷牛仔", "other", 1, "O1CN_k1"));
    assertThat(market.sightingsOf(TMALL + "2002"))
        .containsExactly(tuple("tmall", "2002", "牛仔夹克 同款", "", "南街旗舰店", "other", 1, "O1CN_k1"));
    assertThat(market.sightingsOf(TAOBAO + "2004"))
        .containsExactly(tuple("taobao", "2004", "半身裙 A字", "", "东湖裙装", "other", 1, "O1CN_k4"));
    assertThat(market.sightingsOf(address)).as("the search itself is nobody's").isEmpty();
  }

  @Test
  void the_items_of_a_shop_are_of_that_shop_under_its_name_and_under_its_number() {
    assertThat(market.badgesOn("https://willow.taobao.com/shop.htm?scene=1", 1)).hasSize(1);
    assertThat(market.sightingsOf(TAOBAO + "2101"))
        .containsExactly(tuple("taobao", "2101", "棉拖鞋 冬", "70809010", "柳树铺子", "other", 1, "TB_l1"));
    assertThat(market.badgesOn("https://shop113456.tmall.com/tmall-shop.htm", 1)).hasSize(1);
    assertThat(market.sightingsOf(TMALL + "2301"))
        .containsExactly(tuple("tmall", "2301", "蓝衬衫", "113456", "云朵旗舰店", "other", 1, "TB_n1"));
  }

  @Test
  void in_a_search_of_tmall_each_picture_is_of_its_own_item_and_shop() {
    assertThat(market.badgesOn("https://list.tmall.com/search_product.htm?q=x", 2)).hasSize(2);
    assertThat(market.sightingsOf(TMALL + "2201"))
        .containsExactly(tuple("tmall", "2201", "连衣裙 收腰", "", "云朵旗舰店", "other", 1, "TB_m1"));
    assertThat(market.sightingsOf("https://detail.tmall.hk/item.htm?id=2202"))
        .containsExactly(tuple("tmall", "2202", "平底鞋", "", "海风海外旗舰店", "other", 1, "TB_m2"));
  }

  @Test
  void items_of_juhuasuan_have_the_number_that_they_have_on_taobao_not_the_campaigns() {
    assertThat(market.badgesOn("https://ju.taobao.com/campaign?x=1", 1)).hasSize(1);
    assertThat(market.sightingsOf("https://detail.ju.taobao.com/home.htm?item_id=3001"))
        .containsExactly(tuple("taobao", "3001", "团购半身裙", "", "", "other", 1, "TB_o1"));
    String item = "https://detail.ju.taobao.com/home.htm?id=10000900&item_id=3003";
    assertThat(market.badgesOn(item, 2)).contains("TB_p2");
    assertThat(market.sightingsOf(item))
        .containsExactlyInAnyOrder(
            tuple("taobao", "3003", "团购平底鞋 软底", "50607080", "聚福鞋行", "main", 2, "TB_p2"),
            tuple("taobao", "3003", "团购平底鞋 软底", "50607080", "聚福鞋行", "detail", 1, "TB_pd"));
  }

  @Test
  void nothing_is_read_where_the_address_says_that_the_visitor_is_held_up() {
    assertThat(market.readBehindBarrier("https://item.taobao.com/_____tmd_____/punish?id=1001")).isZero();
    assertThat(market.readBehindBarrier("https://item.taobao.com/2026/item.htm?id=1009&action=deny")).isZero();
  }

  private static void sizes(String path, String photograph) {
    market.picture(
        photograph, "/imgextra/" + path, "_q50.jpg_.webp", "_400x400q90.jpg_.webp", "_460x460q90.jpg_.webp", "_430x430q90.jpg",
        "_400x400.jpg", "_240x240.jpg", "_60x60q90.jpg", "_60x60.jpg", "_50x50.jpg", "_40x40q90.jpg");
  }
}
